package notice

import (
	"cmp"
	"slices"

	"gongshi/generator/ledger"
)

// Turn is something that happened to a period's notice up to the day. It has no household and no
// figure.
type Turn struct {
	Day   ledger.Date `json:"day,omitzero"`
	What  What        `json:"what"`
	Count int         `json:"count,omitzero"` // of corrections or answers
	Term              // for a posting and for a correction that restarts the days; otherwise zero
}

// What is what happened, in the order in which it can happen on one day.
type What uint8

const (
	Posted    What = iota // the notice was posted
	Corrected             // figures were corrected
	Answered              // objections were decided
	BecameFinal
)

// String returns the word that templates and feeds use for it.
func (w What) String() string { return whats[w] }

var whats = []string{"posted", "corrected", "answered", "final"}

func (w What) MarshalText() ([]byte, error) { return []byte(w.String()), nil }

func (w *What) UnmarshalText(text []byte) error { return ledger.ReadWord(w, text, whats) }

// Course returns all that happened to a posted period up to the day, in order.
func (s *State) Course() []Turn {
	if !s.Published() {
		return nil
	}
	turns := []Turn{dated(Turn{Day: s.Posted, What: Posted, Count: 1}, s.runs[:1])}
	for day, n := range tally(s.corrected) {
		turns = append(turns, dated(Turn{Day: day, What: Corrected, Count: n}, s.runs[1:]))
	}
	var decided []ledger.Date
	for _, o := range s.Objections {
		if o.Decided {
			decided = append(decided, o.Objection.Decided)
		}
	}
	for day, n := range tally(decided) {
		turns = append(turns, Turn{Day: day, What: Answered, Count: n})
	}
	for _, day := range finals(s.runs, s.Objections) {
		turns = append(turns, Turn{Day: day, What: BecameFinal, Count: 1})
	}
	slices.SortFunc(turns, Turn.Compare)
	return turns
}

// Compare orders turns by day, then as they can follow each other on one.
func (t Turn) Compare(u Turn) int {
	return cmp.Or(cmp.Compare(t.Day, u.Day), cmp.Compare(t.What, u.What))
}

// dated gives a turn the days that begin with it, if there are any.
func dated(t Turn, runs []run) Turn {
	for _, r := range runs {
		if r.start == t.Day {
			t.Term = r.Term
		}
	}
	return t
}

func tally(days []ledger.Date) map[ledger.Date]int {
	n := make(map[ledger.Date]int)
	for _, d := range days {
		n[d]++
	}
	return n
}
