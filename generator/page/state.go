package page

import (
	"slices"

	"gongshi/generator/address"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/publicity"
)

// state is the state of the publicity of a period, which the page h tells.
func (s *site) state(h *Head, t *gazette.Table) publicity.State {
	s.follow(h, t.State)
	return publicity.Of(t.State, s.public)
}

// moving reports whether what is on a page of t changes from day to day.
func moving(t *gazette.Table) bool { return t.State.Unsettled() }

// follow lets h tell the day if a state changes from day to day, and lets the page move on with
// the days where the site does.
func (s *site) follow(h *Head, st *gazette.State) {
	s.date(h, st.Unsettled())
	h.Live = h.Live || st.Unsettled() && !s.public.Still
}

// PeriodState is a period with its state.
type PeriodState struct {
	Period ledger.Period
	Href   string
	State  publicity.State
}

// periodState is the state of t, with the address of a page about it.
func (s *site) periodState(h *Head, t *gazette.Table, path string) PeriodState {
	return PeriodState{t.Period, h.Href(path), s.state(h, t)}
}

// states are the states of those periods of the place that satisfy keep, in order.
func (v *village) states(h *Head, keep func(*gazette.Table) bool) []PeriodState {
	var list []PeriodState
	for _, t := range v.place.Tables {
		if keep(t) {
			list = append(list, v.periodState(h, t, address.Period(t)))
		}
	}
	return list
}

// rests are the periods that the figures of t rest on while they are not final.
func (v *village) rests(h *Head, t *gazette.Table) []PeriodState {
	return v.states(h, func(of *gazette.Table) bool { return slices.Contains(t.Rests, of.Period) })
}

// Coverage tells how many households there are, take part and were assessed; all pages count alike.
type Coverage struct {
	gazette.Coverage
	gazette.Counts
	Apart   int    // households that take no part
	Ranked  int    // households that were assessed
	Percent string // Ranked ÷ Taking
}

func coverage(t *gazette.Table) Coverage {
	c := Coverage{Coverage: t.Coverage, Counts: t.Counts, Apart: t.Counts.Households - t.Counts.Taking, Ranked: t.Boards[0].All}
	c.Percent = ratio(c.Ranked, c.Taking)
	return c
}

// ratio is n ÷ of in percent with one decimal, "" where there is nothing to divide by.
func ratio(n, of int) string {
	if of == 0 {
		return ""
	}
	return ledger.Points(n*100).Exact().MulDiv(100, int64(of)).Round(1).Text(1)
}

// Summed names the periods whose points a year or a summary quarter has in its figures, and
// those within it that are posted and have no part in them yet.
type Summed struct {
	Of, Waiting []PeriodLink
}

// summedIn is nil where t sums no other periods.
func (v *village) summedIn(h *Head, t *gazette.Table) *Summed {
	if !t.Sums {
		return nil
	}
	m := &Summed{}
	for _, of := range v.place.Tables {
		switch {
		case slices.Contains(t.Others, of.Period):
			m.Of = append(m.Of, *periodLink(h, of))
		case of != t && t.Period.Contains(of.Period) && !of.Summary && of.State.Status != gazette.Draft:
			m.Waiting = append(m.Waiting, *periodLink(h, of))
			v.follow(h, of.State)
		}
	}
	return m
}
