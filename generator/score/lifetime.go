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
			if into := p.Household(s.Into); into != nil && into != h && !slices.Contains(from[into], h) {
				from[into] = append(from[into], h)
			}
		}
	}
	return from
}

var noSpan ledger.Span

// endedBefore returns the latest of h's rows that has ended before a day, or an empty one. It tells into which
// household h is merged in a period that ends on that day.
func endedBefore(h *ledger.Household, last ledger.Date) *ledger.Span {
	ended := &noSpan
	for _, s := range h.Spans {
		if s.Left != 0 && s.Left < last {
			ended = s
		}
	}
	return ended
}

// carry fills in 累计 of a row of t: its year so far and, with carry = "lifetime", all former years,
// and the lifetimes of the households merged into this one.
func (p *Place) carry(r *Row, t *Table, year *sum) {
	average, last := t.Scheme.RankBy == ledger.ByAverage, t.Period.Last()
	r.Carried = year.of(r.Household, average).Total
	if t.Scheme.Carry != ledger.Lifetime {
		return
	}
	r.Before = p.before(r.Household, t.Period.Year, average)
	r.Carried = r.Carried.Add(r.Before)
	went := func(one, into *ledger.Household) bool {
		return endedBefore(one, last).Into == into.Key && t.rows[one] == nil
	}
	for _, from := range p.mergedInto(nil, r.Household, went) {
		points := year.of(from, average).Total.Add(p.before(from, t.Period.Year, average))
		r.From, r.Carried = append(r.From, Inherited{from, points, endedBefore(from, last)}), r.Carried.Add(points)
	}
}

// before returns a household's lifetime before a year: the whole totals of former years, each
// from its counting periods.
func (p *Place) before(h *ledger.Household, year int, average bool) ledger.Exact {
	earlier := p.yearBefore(year)
	if earlier == 0 {
		return ledger.Exact{}
	}
	key := formerKey{h, year, average}
	if e, known := p.former[key]; known {
		return e
	}
	e := p.before(h, earlier, average).Add(p.wholeYear(earlier).of(h, average).Total)
	p.former[key] = e
	return e
}

// yearBefore returns the latest year with published periods before the given one, or 0.
func (p *Place) yearBefore(year int) int {
	for _, t := range slices.Backward(p.Tables) {
		if t.Period.Year < year {
			return t.Period.Year
		}
	}
	return 0
}

func (p *Place) wholeYear(year int) *sum {
	if s := p.whole[year]; s != nil {
		return s
	}
	s := sumOf(p.counting(func(y int) bool { return y == year }))
	p.whole[year] = &s
	return &s
}

// counting returns the tables of some years that count; a summary quarter adds nothing to its months.
func (p *Place) counting(in func(year int) bool) []*Table {
	return slices.DeleteFunc(slices.Clone(p.Tables), func(t *Table) bool {
		return t.Summary || !t.State.Counts || !in(t.Period.Year)
	})
}

// mergedInto adds to a list the households that went on in h, directly or through another, as went
// tells of one and the next. It stops in a ring, which package check refuses.
func (p *Place) mergedInto(
	list []*ledger.Household, h *ledger.Household, went func(one, into *ledger.Household) bool,
) []*ledger.Household {
	for _, one := range p.from[h] {
		if !slices.Contains(list, one) && went(one, h) {
			list = p.mergedInto(append(list, one), one, went)
		}
	}
	return list
}
