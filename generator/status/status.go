// Package status tells for each place and period what is there, what is missing, and what is due
// when.
//
// In: the Book, the states of all its periods on a day (drafts included), the seals if they could
// be compared with the data, and the problems found. Out: a [Place] for each place of the Book,
// with its [Period]s and the next thing to do. It computes no figure and prints nothing. It works
// on data with errors: what these leave open is counted, not guessed.
package status

import (
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/proof"
)

// State is how far a period has come. The words are stable (formats.md, "What status prints").
type State string

const (
	None       State = "none"       // it has no file yet
	Unreadable State = "unreadable" // it has a file that cannot be read
	Empty      State = "empty"      // its sheet has no figure
	Partial    State = "partial"    // its sheet lacks rows or cells
	Filled     State = "filled"     // nothing is missing, but check has errors
	Checked    State = "checked"    // nothing is missing and check has no error
	Scheduled  State = "scheduled"  // its notice has a day of posting in the future
	Open       State = "open"
	Disputed   State = "disputed"
	Final      State = "final"
)

// Seal tells whether a posted period is sealed.
type Seal string

const (
	NotPosted Seal = ""
	Sealed    Seal = "sealed"
	Unsealed  Seal = "unsealed" // or corrected since
	Never     Seal = "never"    // nor any period of its place
)

// Place is the state of one place.
type Place struct {
	*ledger.Place
	Periods []*Period // in order
	Errors  int       // in its files, and in those above it that it depends on
	Late    int       // tasks past their due day
	Next    Next
}

// Period is the state of one period of a place.
type Period struct {
	ledger.Period
	State   State
	Sheet   *Sheet      // nil if posted, or not to be filled in
	Errors  int         // in its own files
	Notice  bool        // it has a notice
	Due     ledger.Date // by which a notice that is owed must be posted; 0 if posted or not owed
	Overdue bool        // that day has passed, or the last day to answer an objection
	Posted  ledger.Date // may be in the future
	Until   ledger.Date // the last day for objections
	Hangs   ledger.Date // the last day on which the notice must hang; 0 if that has passed
	Answers []notice.Answers
	Seal    Seal
}

// Finished reports whether nothing is left to do for a period. A place need not seal.
func (p *Period) Finished() bool {
	return p.State == Final && len(p.Answers) == 0 && p.Hangs == 0 && p.Seal != Unsealed
}

// Site is all that status knows, as of a day.
type Site struct {
	Day           ledger.Date
	Errors, Notes int // all problems found
	Places        []*Place
}

// Of returns the state of every place of a book. proofs is nil if errors kept the seals from
// being compared with the data.
func Of(book *ledger.Book, states *notice.States, proofs *proof.Proofs, problems diag.List) *Site {
	site := &Site{Day: states.Day, Errors: len(problems.Errors())}
	site.Notes = len(problems) - site.Errors
	wrong := errorsIn(book, problems)
	for _, p := range book.Places {
		r := &reading{place: p, states: states, wrong: wrong, due: sealsDue(p, states.Day, proofs)}
		site.Places = append(site.Places, r.read())
	}
	return site
}

// Only keeps a place and those below it, without those above that were read for its sake; ""
// keeps all.
func (s *Site) Only(place string) {
	if place != "" {
		s.Places = slices.DeleteFunc(s.Places, func(p *Place) bool {
			return p.Path != place && !strings.HasPrefix(p.Path, place+"/")
		})
	}
}
