package score

import (
	"slices"

	"gongshi/generator/ledger"
)

// formerKey names a household's lifetime before a year.
type formerKey struct {
	household *ledger.Household
	year      int
	average   bool
}

// predecessors are, for each household, those that at some time were merged into it (并入).
func predecessors(p *ledger.Place) map[*ledger.Household][]*ledger.Household {
	from := make(map[*ledger.Household][]*ledger.Household)
	for _, h := range p.Households {
		for _, s := range h.Spans {
			into := p.Household(s.Into)
			if s.Into != "" && into != nil && into != h && !slices.Contains(from[into], h) {
				from[into] = append(from[into], h)
			}
		}
	}
	return from
}

var noSpan ledger.Span

// endedBefore returns the latest of h's rows that has ended before a day, or an empty one. It says
// into which household h is merged in a period that ends on that day.
func endedBefore(h *ledger.Household, last ledger.Date) *ledger.Span {
	ended := &noSpan
	for _, s := range h.Spans {
		if s.Left != 0 && s.Left < last {
			ended = s
		}
	}
	return ended
}

// carry fills in 累计 of a row at period i: its year so far and, with carry = "lifetime", all
// former years, and the lifetimes of the households merged into this one.
func (t *tally) carry(r *Row, i int, year *sum, table *Table) {
	s, of := t.periods[i].scheme, t.periods[i].state.Period
	f := year.of(r.Household, s.RankBy == ledger.ByAverage)
	r.Carried = f.total()
	if s.Carry != ledger.Lifetime {
		return
	}
	r.Before = t.before(r.Household, of.Year, s.RankBy == ledger.ByAverage)
	r.Carried = r.Carried.Add(r.Before)
	went := func(one, into *ledger.Household) bool {
		return endedBefore(one, of.Last()).Into == into.Key && table.rows[one] == nil
	}
	for _, from := range mergedInto(nil, t.from, r.Household, went) {
		f := year.of(from, s.RankBy == ledger.ByAverage)
		in := Inherited{from, f.total().Add(t.before(from, of.Year, s.RankBy == ledger.ByAverage)), endedBefore(from, of.Last())}
		r.From, r.Carried = append(r.From, in), r.Carried.Add(in.Points)
	}
}

// before returns a household's lifetime before a year: the whole totals of former years, each
// from its counting periods.
func (t *tally) before(h *ledger.Household, year int, average bool) ledger.Exact {
	earlier := t.yearBefore(year)
	if earlier == 0 {
		return ledger.Exact{}
	}
	key := formerKey{h, year, average}
	if e, known := t.former[key]; known {
		return e
	}
	whole := t.wholeYear(earlier).of(h, average)
	e := t.before(h, earlier, average).Add(whole.total())
	t.former[key] = e
	return e
}

// yearBefore returns the latest year with published periods before the given one, or 0.
func (t *tally) yearBefore(year int) int {
	for i := len(t.periods) - 1; i >= 0; i-- {
		if y := t.periods[i].state.Period.Year; y < year {
			return y
		}
	}
	return 0
}

func (t *tally) wholeYear(year int) *sum {
	if s := t.whole[year]; s != nil {
		return s
	}
	s := sumOf(t.counting(func(y int) bool { return y == year }))
	t.whole[year] = &s
	return &s
}

// counting returns the periods of some years that count; a summary quarter adds nothing to its months.
func (t *tally) counting(in func(year int) bool) []*period {
	return slices.DeleteFunc(slices.Clone(t.periods), func(p *period) bool {
		return p.summary || !p.state.Counts || !in(p.state.Period.Year)
	})
}

// mergedInto adds to a list the households that went on in h, directly or through another, as went
// says of one and the next. It stops in a ring, which package check refuses.
func mergedInto(
	list []*ledger.Household, from map[*ledger.Household][]*ledger.Household,
	h *ledger.Household, went func(one, into *ledger.Household) bool,
) []*ledger.Household {
	for _, one := range from[h] {
		if !slices.Contains(list, one) && went(one, h) {
			list = mergedInto(append(list, one), from, one, went)
		}
	}
	return list
}
