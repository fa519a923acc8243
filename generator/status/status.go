// Package status tells what of each place and period is there, what is missing, and what is due
// when.
//
// In: the Book, the states of all its periods on a day (drafts among them), the seals where they
// could be held against the data, and the problems that were found. Out: a [Place] for each place
// of the Book, with its [Period]s and the next thing to do. It computes no figure and prints
// nothing. It works on data with errors: what these leave open is counted, not guessed.
package status

import (
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/proof"
)

// State is how far a period is. The words are stable (formats.md, "What status prints").
type State string

const (
	None       State = "none"       // there is no file of it yet
	Unreadable State = "unreadable" // there is one that cannot be read
	Empty      State = "empty"      // its sheet holds no figure
	Partial    State = "partial"    // its sheet lacks rows or cells
	Filled     State = "filled"     // nothing is missing, but check has errors
	Checked    State = "checked"    // nothing is missing and check has no error
	Scheduled  State = "scheduled"  // its notice names a day of posting that is still to come
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
	Never     Seal = "never"    // nor was any period of its place
)

// Place is where one place stands.
type Place struct {
	*ledger.Place
	Periods []*Period // in order
	Errors  int       // in its files, and in those above it on which it rests
	Late    int       // tasks past their due day
	Next    Next
}

// Period is where one period of a place stands.
type Period struct {
	ledger.Period
	State   State
	Sheet   *Sheet      // nil: posted, or not to be filled in
	Errors  int         // in its own files
	Notice  bool        // it has a notice
	Due     ledger.Date // by which a notice that is owed must be posted; 0: posted, or not owed
	Overdue bool        // that day has passed, or the one by which an objection had to be answered
	Posted  ledger.Date // also a day still to come
	Until   ledger.Date // the last day for objections
	Hangs   ledger.Date // the last day on which the notice must hang; 0: that has passed
	Answers []notice.Answers
	Seal    Seal
}

// Finished reports whether nothing is left to be done about a period. A place need not seal.
func (p *Period) Finished() bool {
	return p.State == Final && len(p.Answers) == 0 && p.Hangs == 0 && p.Seal != Unsealed
}

// Site is all that status knows, as of a day.
type Site struct {
	Day           ledger.Date
	Errors, Notes int // problems of the whole reading
	Places        []*Place
}

// Of tells where every place of a book stands. proofs are nil where errors kept the seals from
// being held against the data.
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

// Only leaves a place and those below it, without those above that were read for its sake; "" all.
func (s *Site) Only(place string) {
	if place != "" {
		s.Places = slices.DeleteFunc(s.Places, func(p *Place) bool {
			return p.Path != place && !strings.HasPrefix(p.Path, place+"/")
		})
	}
}
