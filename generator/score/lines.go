package score

import (
	"gongshi/generator/ledger"
)

// Entry is one event as it counts on the day.
type Entry struct {
	*ledger.Event
	Kind    *ledger.EventKind
	Scheme  *ledger.Scheme // by which it is judged
	Period  ledger.Period  // to which it belongs
	Origin  ledger.Period  // of its date
	Review  ledger.Review  // as of the day
	Fixes   []*ledger.Correction
	Worth   ledger.Points // 原始: before corrections and caps
	Fixed   ledger.Points // after corrections, before caps
	Counted ledger.Points // 计入
}

// Deferred reports whether it belongs to a later period than that of its date.
func (e *Entry) Deferred() bool { return e.Period != e.Origin }

// Deducts reports whether an event is a deduction: by its points, or, if these are 0, by what its
// kind may give.
func (e *Entry) Deducts() bool {
	if e.Worth != 0 {
		return e.Worth < 0
	}
	return e.Kind.Points < 0 || e.Kind.From < 0
}

// Reading is how a cell came to count as it does.
type Reading uint8

const (
	AsEntered    Reading = iota
	MissingFull          // an empty cell, or no row: full points
	MissingZero          // … nothing
	Unassessed           // … and the scheme requires an entry: nothing; only in drafts
	NotAppliFull         // 不适用: full points
	NotAppliZero         // … nothing
	NotAppliOut          // … left out, the rest is scaled up
)

// readingWords are the words in files for programs.
var readingWords = []string{
	"as_entered", "missing_full", "missing_zero", "unassessed", "not_applicable_full", "not_applicable_zero", "not_applicable_out",
}

func (r Reading) MarshalText() ([]byte, error) { return []byte(readingWords[r]), nil }

func (r *Reading) UnmarshalText(text []byte) error { return ledger.ReadWord(r, text, readingWords) }

// Mark is one cell of a row's sheet as it counts on the day, or, after Public, several sensitive
// ones as their sum.
type Mark struct {
	Category *ledger.Category
	Items    []*ledger.Item // one, or those that are published only together
	Row      *ledger.SheetRow
	Raw      ledger.Cell // 原始; for several, the sum of what was entered
	Fixes    []*ledger.Correction
	Fixed    ledger.Cell // 更正, if there are Fixes
	Reading  Reading
	Full     ledger.Points // 满分
	Points   ledger.Points // what it gives, before scale
	Counted  ledger.Exact  // 计入: after scale
}

// Merged reports whether m is for items that are published only together.
func (m *Mark) Merged() bool { return len(m.Items) > 1 }

// Sheet is a row's own assessment: its marks and the scale that applies to them all
// (not_applicable = "scale"): points × Num ÷ Den.
type Sheet struct {
	Marks    []Mark
	Num, Den ledger.Points // equal if nothing is scaled
	AllOut   bool          // nothing applied: the sheet counts in full
}

// Scaled reports whether the sheet's points are scaled up.
func (s *Sheet) Scaled() bool { return s.Num != s.Den }
