package page

import (
	"gongshi/generator/address"
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

var stateWords = [...]string{
	gazette.Draft: "draft", gazette.Open: "open", gazette.Disputed: "disputed", gazette.Final: "final",
}

func (s *site) state(st *gazette.State) State {
	v := State{
		Word:        stateWords[st.Status],
		Corrected:   st.Corrected,
		Provisional: st.Status != gazette.Final,
		Posted:      st.Posted, FirstDay: st.FirstDay, LastDay: st.LastDay, MovedFrom: st.MovedFrom,
		Turns: s.turns(st),
	}
	if st.Start != st.Posted {
		v.Restarted = st.Start
	}
	switch st.Status {
	case gazette.Open:
		v.Run = runOn(st, s.public.Day)
	case gazette.Disputed:
		v.Run = Run{Word: "disputed", N: st.Pending, Last: st.LastDay}
	}
	if n := len(v.Turns); n > 0 {
		v.Ends = v.Turns[n-1].At
	}
	return v
}

// moving reports whether what stands on a page of t changes from day to day.
func moving(t *gazette.Table) bool { return t.State.Unsettled() }

// following lets h say the day if one of the states changes from day to day, and lets the
// page move on with the days where the site does.
func (s *site) following(h Head, list ...*gazette.State) Head {
	for _, st := range list {
		h = s.dated(h, st.Unsettled())
		h.Live = h.Live || st.Unsettled() && !s.public.Still
	}
	return h
}

// ends is the midnight at which an open period ends, as State has it; 0: it is not open, or
// the site stands still.
func ends(st State) int64 {
	if st.Word != "open" {
		return 0
	}
	return st.Ends
}

// PeriodState is a period with where it stands.
type PeriodState struct {
	Period ledger.Period
	Href   string
	State  State
}

// rests are the periods that figures of a page rest on while they are not final.
func (v *village) rests(h *Head, list gazette.Periods) []PeriodState {
	var rests []PeriodState
	for _, period := range list {
		if t := v.place.Table(period); t != nil {
			rests = append(rests, PeriodState{period, h.Href(address.Period(t)), v.state(t.State)})
			*h = v.following(*h, t.State)
		}
	}
	return rests
}

// reopened are the periods that count and are not final: in what was earned they count with
// figures that may still change.
func (v *village) reopened() gazette.Periods {
	var list gazette.Periods
	for _, t := range v.place.Tables {
		if t.State.Counts && t.State.Unsettled() {
			list = append(list, t.Period)
		}
	}
	return list
}

// Coverage tells how many of those who take part were assessed.
type Coverage struct {
	gazette.Coverage
	Percent string // Assessed ÷ Eligible
}

func coverage(t *gazette.Table) Coverage {
	return Coverage{t.Coverage, ratio(t.Coverage.Assessed, t.Coverage.Eligible)}
}
