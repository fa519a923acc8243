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
	Left        int         // while open: how many days follow this one, 0 on the last
	Pending     int         // objections that wait for an answer
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
	}
	if st.Start != st.Posted {
		v.Restarted = st.Start
	}
	if st.Status == notice.Open {
		v.Left = int(st.LastDay - s.opt.Day)
	}
	for _, o := range st.Objections {
		if !o.Decided {
			v.Pending++
		}
	}
	return v
}

// moving reports whether what stands on a page of t changes from day to day.
func moving(t *score.Table) bool {
	return t.State.Status == notice.Open || t.State.Status == notice.Disputed
}

// Coverage tells how many of those who take part were assessed.
type Coverage struct {
	Eligible int
	Assessed int    // they stand in the table (formats.md, Ranks)
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
