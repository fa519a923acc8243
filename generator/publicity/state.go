// Package publicity describes the publicity of a period, on the day of a site and after each
// midnight that follows.
//
// In: the state of a period and the day of its site, from package gazette. Out: a [State]: its word, its
// days, how far they have run, and the [Turn]s that keep a page right without a new build. It
// never calls a period final before its time: only the next build knows whether there is an
// objection. It reads no clock.
package publicity

import (
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// State is the state of a period's publicity.
type State struct {
	gazette.Days
	Word        string      // draft, open, disputed, final: a key of the words
	Provisional bool        // the figures may still change
	Restarted   ledger.Date // the correction that restarted the days, or 0
	Run         Run         // how far the days have run; no Word: there is nothing to say
	Turns       []Turn      // what is so from later midnights on; none where the site stands still
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

// OpenUntil is the midnight at which an open period ends; 0: it is not open, or the site stands
// still.
func (st *State) OpenUntil() int64 {
	if st.Word != "open" {
		return 0
	}
	return st.Ends
}
