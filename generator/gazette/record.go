package gazette

import (
	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// Sheet is a row's own assessment: its marks and the scale that applies to them all.
type Sheet struct {
	Marks    []Mark
	Num, Den ledger.Points // points × Num ÷ Den; equal where nothing is scaled
	AllOut   bool          // nothing applied: the sheet counts in full
	At       Source        // its row; zero where it has none
	Declared bool          // the household declared its own points
}

// Scaled reports whether the sheet's points are scaled up.
func (s *Sheet) Scaled() bool { return s.Num != s.Den }

// Mark is one assessed item, or those of a category that are published together only.
type Mark struct {
	Category *ledger.Category
	Item     *ledger.Item // nil: several, or one that is sensitive
	Count    int          // of items
	Raw      ledger.Cell  // 原始; of several, the sum of what was entered
	Fixed    ledger.Cell  // after corrections
	Old      []Old        // what stood there before, oldest first; of several, one sum
	Reading  score.Reading
	Full     ledger.Points
	Points   ledger.Points // what it gives, before scale
	Counted  ledger.Exact  // after scale
	Claim    Claim
	At       Source   // where it was entered; zero: nowhere
	FixedAt  []Source // its corrections
}

// Old is a figure that was corrected.
type Old struct {
	Was    ledger.Cell
	Date   ledger.Date
	Reason string // "" where it is not public
}

// Claim is what the household declared for a mark.
type Claim struct {
	Points  ledger.Points
	Entered bool // for each of its items
	Counts  bool // Points is its part in the declared sum: entered, or 不适用 in both
}

// Entry is one addition or deduction.
type Entry struct {
	No            string
	Date          ledger.Date
	Name, Heading Phrase
	Hidden        bool // it is sensitive: neither name, grounds nor reasons are public
	Deducts       bool
	Times         int
	Scheme        *Scheme       // by which it is judged
	Origin        ledger.Period // in which its date lies
	Deferred      bool          // it belongs to a later one
	Review        ledger.Review // as of the day
	Old           []Old
	Worth         ledger.Points // before corrections and caps
	Fixed         ledger.Points // before caps
	Counted       ledger.Points
	Grounds       string // "" where they are not public
	At            Source
	Rule          Source   // what the scheme says of it; of a sensitive one only the file
	FixedAt       []Source // its corrections
}
