package gazette

import (
	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// Sheet is a row's own assessment: its marks and the scale that applies to them all.
type Sheet struct {
	Marks    []Mark        `json:"marks,omitzero"`
	Num      ledger.Points `json:"num,omitzero"` // points × Num ÷ Den; equal if nothing is scaled
	Den      ledger.Points `json:"den,omitzero"`
	AllOut   bool          `json:"all_out,omitzero"`  // nothing applied: the sheet counts in full
	At       Source        `json:"at,omitzero"`       // its row; zero if it has none
	Declared bool          `json:"declared,omitzero"` // the household declared its own points
}

// Scaled reports whether the sheet's points are scaled up.
func (s *Sheet) Scaled() bool { return s.Num != s.Den }

// Mark is one assessed item, or those of a category that are published only together.
type Mark struct {
	Category *ledger.Category `json:"-"`
	Item     *ledger.Item     `json:"-"`              // nil for several, or for a sensitive one
	Count    int              `json:"count,omitzero"` // of items
	Raw      ledger.Cell      `json:"raw,omitzero"`   // 原始; for several, the sum of what was entered
	Fixed    ledger.Cell      `json:"fixed,omitzero"` // after corrections
	Old      []Old            `json:"old,omitzero"`   // the values before, oldest first; for several, one sum
	Reading  score.Reading    `json:"reading,omitzero"`
	Full     ledger.Points    `json:"full,omitzero"`
	Points   ledger.Points    `json:"points,omitzero"`  // what it gives, before scale
	Counted  ledger.Exact     `json:"counted,omitzero"` // after scale
	Claim    Claim            `json:"claim,omitzero"`
	At       Source           `json:"at,omitzero"`       // where it was entered; zero for nowhere
	FixedAt  []Source         `json:"fixed_at,omitzero"` // its corrections
}

// Old is a figure that was corrected.
type Old struct {
	Was    ledger.Cell `json:"was,omitzero"`
	Date   ledger.Date `json:"date,omitzero"`
	Reason string      `json:"reason,omitzero"` // "" if it is not public
}

// Value returns the figure, "" where none was entered.
func (o Old) Value() string {
	if o.Was.Kind != ledger.Entered {
		return ""
	}
	return o.Was.String()
}

// NA reports whether it was 不适用.
func (o Old) NA() bool { return o.Was.Kind == ledger.NA }

// Claim is what the household declared for a mark.
type Claim struct {
	Points  ledger.Points `json:"points,omitzero"`
	Entered bool          `json:"entered,omitzero"` // for each of its items
	Counts  bool          `json:"counts,omitzero"`  // Points is its part in the declared sum: entered, or 不适用 in both
}

// Entry is one addition or deduction.
type Entry struct {
	No       string        `json:"no,omitzero"`
	Date     ledger.Date   `json:"date,omitzero"`
	Name     Phrase        `json:"name,omitzero"`
	Heading  Phrase        `json:"heading,omitzero"`
	Hidden   bool          `json:"hidden,omitzero"` // it is sensitive: neither name, grounds nor reasons are public
	Deducts  bool          `json:"deducts,omitzero"`
	Times    int           `json:"times,omitzero"`
	Scheme   *Scheme       `json:"-"`                 // by which it is judged
	Origin   ledger.Period `json:"origin,omitzero"`   // of its date
	Deferred bool          `json:"deferred,omitzero"` // it belongs to a later one
	Review   ledger.Review `json:"review,omitzero"`   // as of the day
	Old      []Old         `json:"old,omitzero"`
	Worth    ledger.Points `json:"worth,omitzero"` // before corrections and caps
	Fixed    ledger.Points `json:"fixed,omitzero"` // before caps
	Counted  ledger.Points `json:"counted,omitzero"`
	Grounds  string        `json:"grounds,omitzero"` // "" if they are not public
	At       Source        `json:"at,omitzero"`
	Rule     Source        `json:"rule,omitzero"`     // its place in the scheme; for a sensitive one only the file
	FixedAt  []Source      `json:"fixed_at,omitzero"` // its corrections
}

// Name returns what the public reads of a mark: its item; for several, or for a sensitive one,
// only how many they are.
func (m *Mark) Name() Phrase {
	if m.Item == nil {
		return phrase("items", m.Count)
	}
	return Phrase{Text: m.Item.Name}
}

// readings explain why a mark counts differently from what was entered.
var readings = [...]Phrase{
	score.MissingFull:  phrase("missing.full"),
	score.MissingZero:  phrase("missing.zero"),
	score.Unassessed:   phrase("unassessed"),
	score.NotAppliFull: phrase("na.full"),
	score.NotAppliZero: phrase("na.zero"),
	score.NotAppliOut:  phrase("na.out"),
}

// Explain returns why a mark counts differently from what was entered, or nothing if it does not.
// The scale of its sheet is explained separately.
func (m *Mark) Explain() Phrase {
	if m.Item == nil {
		return both(phrase("merged"), readings[m.Reading])
	}
	return readings[m.Reading]
}

// Explain returns the same for a mark of s, and by what it is scaled.
func (s *Sheet) Explain(m *Mark) Phrase {
	if !s.Scaled() || m.Reading == score.NotAppliOut {
		return m.Explain()
	}
	return both(m.Explain(), phrase("rescaled", s.Num, s.Den))
}

// Cut returns what the caps took off, as a positive number.
func (e *Entry) Cut() ledger.Points {
	if e.Review != ledger.Approved {
		return 0
	}
	return max(e.Fixed-e.Counted, e.Counted-e.Fixed)
}

// Explain returns why an event counts differently, or elsewhere, than as written, or nothing. Its
// review is explained separately.
func (e *Entry) Explain() Phrase {
	var why Phrase
	if cut := e.Cut(); cut != 0 {
		why = phrase("cut", cut)
	}
	if e.Deferred {
		why = both(why, phrase("deferred", e.Origin))
	}
	return why
}
