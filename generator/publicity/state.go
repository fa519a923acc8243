// Package publicity says where the publicity of a period stands, on the day of a site and after
// each midnight that follows.
//
// In: the state of a period, as package gazette has it, and a [Clock]. Out: a [State]: its word,
// its days, how far they have run, and the [Turn]s by which a page moves on though nobody builds
// it anew. It never tells a period to be final before its time: whether there is an objection, only
// the next build knows. It reads no clock of its own.
package publicity

import (
	"time"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// State is where a period's publicity stands.
type State struct {
	Word        string // draft, open, disputed, final: a key of the words
	Corrected   bool
	Provisional bool // the figures may still change
	Posted      ledger.Date
	FirstDay    ledger.Date
	LastDay     ledger.Date
	MovedFrom   ledger.Date // the rest day from which LastDay was moved; 0: it was not
	Restarted   ledger.Date // the correction from which the days run anew; 0: none
	Run         Run         // how far the days have run; no Word: there is nothing to say
	Turns       []Turn      // what is so from later midnights on; none where the site stands still
	Ends        int64       // the midnight from which Word may no longer hold, in seconds from 1970; 0: none
}

// words are those of the states of a period, as keys of the theme's words.
var words = [...]string{
	gazette.Draft: "draft", gazette.Open: "open", gazette.Disputed: "disputed", gazette.Final: "final",
}

// Clock is what a site says the time by.
type Clock struct {
	Day   ledger.Date
	Zone  *time.Location // where its days begin
	Still bool           // it does not move on as days pass
}

// Of is where the publicity of st stands.
func Of(st *gazette.State, c Clock) State {
	v := State{
		Word:        words[st.Status],
		Corrected:   st.Corrected,
		Provisional: st.Status != gazette.Final,
		Posted:      st.Posted, FirstDay: st.FirstDay, LastDay: st.LastDay, MovedFrom: st.MovedFrom,
		Turns: c.turns(st),
	}
	if st.Start != st.Posted {
		v.Restarted = st.Start
	}
	switch st.Status {
	case gazette.Open:
		v.Run = runOn(st, c.Day)
	case gazette.Disputed:
		v.Run = Run{Word: "disputed", N: st.Pending, Last: st.LastDay}
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
