package score

import (
	"slices"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
)

// Of works out the standings of a book as of the day of its states, and the errors that only a
// figure can show.
func Of(book *ledger.Book, states *notice.States) (*Standings, diag.List) {
	s := &Standings{States: states, byKey: make(map[*ledger.Place]*Place, len(book.Places))}
	var list diag.List
	for _, p := range book.Places {
		place := tallyOf(p, states.Periods(p), states.Day).standings()
		place.corrected(states)
		s.byKey[p] = place
		if len(p.Rewards) > 0 || len(p.Redemptions) > 0 {
			list = append(list, place.redemptions(states)...)
		}
		list = append(list, place.distributions(states)...)
	}
	return s, list
}

// tally is the basis of the tables of one place.
type tally struct {
	place   *ledger.Place
	periods []*period // all that are published, in order
	fixes   fixes
	vetoes  map[*ledger.Household][]*period
	former  map[formerKey]ledger.Exact // cache of lifetimes before a year
	whole   map[int]*sum               // each year's counting periods
	from    map[*ledger.Household][]*ledger.Household
}

// standings makes the tables from the tally.
func (t *tally) standings() *Place {
	t.former = make(map[formerKey]ledger.Exact)
	t.whole = make(map[int]*sum)
	t.from = predecessors(t.place)
	t.vetoes = vetoesIn(t.periods)
	place := &Place{Place: t.place, tally: t}
	for i := range t.periods {
		place.Tables = append(place.Tables, t.table(i))
	}
	return place
}

// tallyOf works out every household's own points in each of the periods as of a day.
func tallyOf(p *ledger.Place, states []*notice.State, day ledger.Date) *tally {
	t := &tally{place: p, fixes: fixesOf(p, day)}
	entries := byPeriod(p, entriesOf(p, t.fixes, day))
	for _, st := range states {
		if period := periodOf(p, st, t.fixes, entries[st.Period]); period != nil {
			t.periods = append(t.periods, period)
		}
	}
	t.link()
	for _, period := range t.periods {
		if period.sums() {
			t.gather(period)
		}
	}
	return t
}

// link sets what each period sums: 合计 of a month or quarter is the period's own, of a year its
// total so far, of a summary quarter that of its months.
func (t *tally) link() {
	for i, p := range t.periods {
		p.carried = t.upTo(i)
		p.summed = p.carried
		switch of := p.state.Period; {
		case p.summary:
			p.summed = slices.DeleteFunc(slices.Clone(p.carried), func(q *period) bool { return q.state.Period.First() < of.First() })
		case of.Cycle != ledger.Year:
			p.summed = t.periods[i : i+1]
		}
	}
}

func byPeriod(p *ledger.Place, entries []*Entry) map[ledger.Period]map[*ledger.Household][]*Entry {
	of := make(map[ledger.Period]map[*ledger.Household][]*Entry)
	for _, e := range entries {
		m := of[e.Period]
		if m == nil {
			m = make(map[*ledger.Household][]*Entry)
			of[e.Period] = m
		}
		h := p.Household(e.Household)
		m[h] = append(m[h], e)
	}
	return of
}

// gather adds to a year without categories of its own, and to a summary quarter, all that were
// assessed in any of its periods: they are in its table, and the events that belong to it are
// theirs (formats.md, "Sums").
func (t *tally) gather(of *period) {
	if len(of.categories) > 0 {
		return
	}
	for _, h := range t.place.Households {
		for _, p := range of.summed {
			if p != of && p.owns[h] != nil && of.owns[h] == nil {
				of.owns[h] = of.ownOf(t.place, h, h.SpanFor(of.state.Period))
			}
		}
	}
}

// upTo returns the periods of the same year that 累计 at period i sums: those that count and end on
// or before its last day, and itself. A year's own points count only at the year; a summary
// quarter has none.
func (t *tally) upTo(i int) []*period {
	p := t.periods[i]
	var list []*period
	for j, q := range t.periods {
		switch {
		case q.state.Period.Year != p.state.Period.Year:
		case j == i:
			list = append(list, q)
		case q.sums(), !q.state.Counts:
		case q.state.Period.Last() <= p.state.Period.Last():
			list = append(list, q)
		}
	}
	return list
}
