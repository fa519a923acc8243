package gazette

import (
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/score"
)

// These nouns of the rooms below are public as they are: they are days, counts and words, and
// nothing about anybody.
type (
	Phrase  = score.Phrase
	Status  = notice.Status
	Days    = notice.Days
	Turn    = notice.Turn
	Duties  = notice.Duties
	Due     = notice.Due
	Overdue = notice.Overdue
	Hanging = notice.Hanging
	Answers = notice.Answers

	GroupZone = ledger.GroupZone
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

// Hidden reports whether an item is published only inside a sum.
func Hidden(item *ledger.Item) bool { return score.Hidden(item) }

func phrase(key string, args ...any) Phrase { return Phrase{Key: "phrase." + key, Args: args} }

// both is two phrases, either of which may be empty.
func both(a, b Phrase) Phrase {
	switch {
	case a.IsZero():
		return b
	case b.IsZero():
		return a
	}
	return phrase("both", a, b)
}
