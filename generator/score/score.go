package score

import (
	"slices"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
)

// The codes of errors in redemptions and distributions.
const (
	overdrawn      = "overdrawn"       // more points than the household had on that day
	overdrawnSince = "overdrawn-since" // in order on its day; a later correction made it too much
	outOfStock     = "out-of-stock"    // more than there is
	zeroSum        = "zero-sum"        // nothing to share by
	sharedSince    = "shared-since"    // today's points would make other parts
)

// Of works out the standings of a book as of the day of its states, and the errors that only a
// figure can show.
func Of(book *ledger.Book, states *notice.States) (*Standings, diag.List) {
	s := &Standings{States: states, byKey: make(map[*ledger.Place]*Place, len(book.Places))}
	var list diag.List
	for _, p := range book.Places {
		place := assess(p, states.Periods(p), states.Day)
		place.standings()
		place.corrected(states)
		s.byKey[p] = place
		if len(p.Rewards) > 0 || len(p.Redemptions) > 0 {
			list = append(list, place.redemptions(states)...)
		}
		list = append(list, place.distributions(states)...)
	}
	return s, list
}

// assess works out every household's own points in each of the periods as of a day, which are the
// basis of the tables.
func assess(place *ledger.Place, states []*notice.State, day ledger.Date) *Place {
	p := &Place{Place: place, whole: make(map[int]*sum)}
	fixes := fixesOf(place, day)
	entries := byPeriod(place, entriesOf(place, fixes, day))
	for _, st := range states {
		if t := blank(place, st.Period, fixes, entries[st.Period]); t != nil {
			t.State = st
			t.assess()
			p.Tables = append(p.Tables, t)
		}
	}
	p.link()
	for _, t := range p.Tables {
		if t.Sums {
			t.gather()
		}
	}
	return p
}

// standings fills in the tables.
func (p *Place) standings() {
	p.former = make(map[formerKey]ledger.Exact)
	p.from = predecessors(p.Place)
	for _, t := range p.Tables {
		p.fill(t)
	}
}

// link sets what each table sums: 合计 of a month or quarter is the period's own, of a year its
// total so far, of a summary quarter that of its months.
func (p *Place) link() {
	for i, t := range p.Tables {
		t.carried = p.upTo(t)
		t.summed = t.carried
		switch {
		case t.Summary:
			before := func(q *Table) bool { return q.Period.First() < t.Period.First() }
			t.summed = slices.DeleteFunc(slices.Clone(t.carried), before)
		case !t.Sums:
			t.summed = p.Tables[i : i+1]
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
func (t *Table) gather() {
	if len(t.categories) > 0 {
		return
	}
	for _, h := range t.Place.Households {
		for _, q := range t.summed {
			if q != t && q.own[h] != nil && t.own[h] == nil {
				t.own[h] = t.line(h, h.SpanFor(t.Period))
			}
		}
	}
}

// upTo returns the tables of the same year that 累计 of t sums: those that count and end on or
// before its last day, and itself. A year's own points count only at the year; a summary quarter
// has none.
func (p *Place) upTo(t *Table) []*Table {
	return slices.DeleteFunc(slices.Clone(p.Tables), func(q *Table) bool {
		counts := q.State.Counts && !q.Sums && q.Period.Last() <= t.Period.Last()
		return q != t && !counts || q.Period.Year != t.Period.Year
	})
}
