// Package publicity describes the publicity of a period, on the day of a site and after each
// midnight that follows.
//
// In: the state of a period and the day of its site, from package gazette. Out: a [State]: its word, its
// days, how far they have run, and the [Turn]s that keep a page right without a new build. It
// never calls a period final before its time: only the next build knows whether there is an
// objection. It reads no clock.
package publicity

import (
	"time"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// State is the state of a period's publicity.
type State struct {
	gazette.Days
	Word        string      // draft, open, disputed, final: a key of the words
	Provisional bool        // the figures may still change
	Restarted   ledger.Date // the correction that restarted the days, or 0
	Run         Run         // how far the days have run; no Word: there is nothing to tell
	Turns       []Turn      // what is so from later midnights on; none where the site is still
	Ends        int64       // the midnight from which Word may no longer hold, in seconds from 1970; 0: none
}

// Of returns the state of st's publicity, on the day of s and in its time zone.
func Of(st *gazette.State, s *gazette.Site) State {
	v := State{
		Days: st.Days, Word: st.Status.Word(), Provisional: st.Status != gazette.Final, Turns: turns(st, s),
	}
	if st.Start != st.Posted {
		v.Restarted = st.Start
	}
	switch st.Status {
	case gazette.Open:
		v.Run = runOn(st, s.Day)
	case gazette.Disputed:
		v.Run = Run{Word: "disputed", N: st.Pending, Last: st.LastDay, Behind: st.Behind}
	}
	if n := len(v.Turns); n > 0 {
		v.Ends = v.Turns[n-1].At
	}
	return v
}

// OpenUntil is the midnight at which an open period ends; 0: it is not open, or the site is still.
func (st *State) OpenUntil() int64 {
	if st.Word != "open" {
		return 0
	}
	return st.Ends
}

// Run is how far the days of publicity have run on a day.
type Run struct {
	// Word is a key of the words: before, day; of a last day that is moved to a working
	// day before-moved, day-moved, extended; where working days count before-working,
	// day-working, rest-working. After the last day: disputed, or over, which tells no
	// more than the calendar can.
	Word   string
	N, Of  int         // which of how many counted days; with disputed, of how many objections
	From   ledger.Date // the first counted day
	Last   ledger.Date
	Left   int // how many days follow, 0 on the last
	Behind int // with disputed, by how many days an answer is overdue
}

// runOn is how far an open period's days have run on a day.
//
// Of a last day that was moved no "day n of m" is told once the m days are over, nor m
// before: posted on a Thursday with three days, the period would end on "day 3 of 3" and
// still be open on Monday. The date and 顺延 tell what a reader needs.
func runOn(st *gazette.State, day ledger.Date) Run {
	n, counts := st.Ran(day)
	r := Run{N: n, Of: len(st.Counted), From: st.FirstDay, Last: st.LastDay, Left: int(st.LastDay - day)}
	if r.Of > 0 {
		r.From = st.Counted[0]
	}
	switch {
	case st.MovedFrom != 0 && day > st.MovedFrom:
		r.Word = "extended"
		return r
	case n == 0:
		r.Word = "before"
	case counts:
		r.Word = "day"
	default:
		r.Word = "rest"
	}
	switch {
	case st.MovedFrom != 0:
		r.Word += "-moved"
	case st.Working:
		r.Word += "-working"
	}
	return r
}

// Turn is a midnight from which another run holds.
type Turn struct {
	At int64 // in seconds from 1970
	Run
}

// turns are what a page tells from each midnight after the build's day on, if nobody builds
// it anew: the days of an open period up to its last; and from then on that they are over.
// Whether there is an objection, and what becomes of it, only the next build knows: it never
// tells a period to be final.
func turns(st *gazette.State, s *gazette.Site) []Turn {
	if s.Still || !st.Unsettled() {
		return nil
	}
	var list []Turn
	day := s.Day + 1
	for ; day <= st.LastDay; day++ {
		list = append(list, Turn{midnight(day, s.Zone), runOn(st, day)})
	}
	return append(list, Turn{midnight(day, s.Zone), Run{Word: "over", Last: st.LastDay}})
}

// midnight is when a day begins in a time zone, in seconds from 1970. Where clocks are
// changed at midnight there may be no 0:00 of that day, or two: it is the first quarter of
// an hour of which the date is not before the day.
func midnight(day ledger.Date, zone *time.Location) int64 {
	y, m, d := day.Civil()
	t := time.Date(y, m, d, 0, 0, 0, 0, zone).Add(-2 * time.Hour)
	for ledger.Day(t.Date()) < day {
		t = t.Add(15 * time.Minute)
	}
	return t.Unix()
}
