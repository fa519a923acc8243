package gazette

import (
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/score"
)

// What the rooms below call by these names is as public as it is there: it holds days, counts
// and words, and nothing of anybody.
type (
	Phrase  = score.Phrase
	Status  = notice.Status
	Turn    = notice.Turn
	Duties  = notice.Duties
	Due     = notice.Due
	Overdue = notice.Overdue
	Hanging = notice.Hanging
	Answers = notice.Answers
)

// The states of a period.
const (
	Draft    = notice.Draft
	Open     = notice.Open
	Disputed = notice.Disputed
	Final    = notice.Final
)

// Posted is the turn with which a notice begins.
const Posted = notice.Posted

// Hidden reports whether an item is published inside a sum only.
func Hidden(item *ledger.Item) bool { return score.Hidden(item) }
