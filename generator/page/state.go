package page

import (
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/score"
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
	notice.Draft: "draft", notice.Open: "open", notice.Disputed: "disputed", notice.Final: "final",
}

func (s *site) state(st *notice.State) State {
	v := State{
		Word:        stateWords[st.Status],
		Corrected:   st.Corrected,
		Provisional: st.Status != notice.Final,
		Posted:      st.Posted, FirstDay: st.FirstDay, LastDay: st.LastDay, MovedFrom: st.MovedFrom,
		Turns: s.turns(st),
	}
	if st.Start != st.Posted {
		v.Restarted = st.Start
	}
	switch st.Status {
	case notice.Open:
		v.Run = runOn(st, s.opt.Day)
	case notice.Disputed:
		v.Run = Run{Word: "disputed", N: pending(st.Objections), Last: st.LastDay}
	}
	if n := len(v.Turns); n > 0 {
		v.Ends = v.Turns[n-1].At
	}
	return v
}

// pending are the timely objections without an answer, for which a period is not final.
func pending(list []notice.Objection) int {
	n := 0
	for _, o := range list {
		if o.Timely && !o.Decided {
			n++
		}
	}
	return n
}

// moving reports whether what stands on a page of t changes from day to day.
func moving(t *score.Table) bool { return unsettled(t.State) }

func unsettled(st *notice.State) bool {
	return st.Status == notice.Open || st.Status == notice.Disputed
}

// following lets h say the day if one of the states changes from day to day, and lets the
// page move on with the days where the site does.
func (s *site) following(h Head, list ...*notice.State) Head {
	for _, st := range list {
		h = s.dated(h, unsettled(st))
		h.Live = h.Live || unsettled(st) && !s.opt.Still
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
func (v *village) rests(h *Head, list []*notice.State) []PeriodState {
	var rests []PeriodState
	for _, st := range list {
		if t := v.place.Table(st.Period); t != nil {
			rests = append(rests, PeriodState{st.Period, h.Href(periodPath(t)), v.state(st)})
		}
	}
	*h = v.following(*h, list...)
	return rests
}

// reopened are the periods that count and are not final: in what was earned they count with
// figures that may still change.
func (v *village) reopened() []*notice.State {
	var list []*notice.State
	for _, t := range v.place.Tables {
		if t.State.Counts && unsettled(t.State) {
			list = append(list, t.State)
		}
	}
	return list
}

// Coverage tells how many of those who take part were assessed.
type Coverage struct {
	Eligible int
	Assessed int    // they stand in the table (formats.md, "Ranks")
	Filled   int    // … of them by the rule for what is missing, without an entry of their own
	Omitted  int    // … of them not listed, since they have not agreed to be
	Percent  string // Assessed ÷ Eligible
}

func (s *site) coverage(t *score.Table) Coverage {
	c := Coverage{Eligible: t.Eligible, Assessed: len(t.Rows)}
	for _, r := range t.Rows {
		if r.Filled {
			c.Filled++
		}
		if s.people.Omitted(t.Place, r.Household) {
			c.Omitted++
		}
	}
	c.Percent = ratio(c.Assessed, c.Eligible)
	return c
}
