package oracle

import (
	"math/big"
	"slices"

	"gongshi/generator/ledger"
)

// sum is what a household has from one period or several.
type sum struct {
	points map[string]*big.Rat // by category id
	base   *big.Rat
	added  *big.Rat
	taken  *big.Rat
	total  *big.Rat
}

// summed are the periods from which the figures of a year up to p are made: those of
// p's year that count and end on or before p's last day, and p itself. The year
// itself is among them only at the year (formats.md, "A year's own points"); a summary
// quarter has nothing to add to others.
func (v *village) summed(p ledger.Period) []ledger.Period {
	return slices.DeleteFunc(v.noticed(), func(q ledger.Period) bool {
		within := q.Year == p.Year && q.Cycle != ledger.Year && q.Last() <= p.Last()
		return q != p && !(within && !v.summary(q) && v.counts(q))
	})
}

// formerYear are the counting periods of a year that is over: all of them.
func (v *village) formerYear(year int) []ledger.Period {
	return slices.DeleteFunc(v.noticed(), func(q ledger.Period) bool { return q.Year != year || v.summary(q) || !v.counts(q) })
}

// own are the periods that make up 合计 of a period.
func (v *village) own(p ledger.Period) []ledger.Period {
	switch {
	case p.Cycle == ledger.Year:
		return v.summed(p)
	case v.summary(p):
		return append(v.monthsOf(p), p)
	}
	return []ledger.Period{p}
}

// summary: no category has the cycle quarter, and events count by month, also by the
// versions in force for its months.
//
// Reading 16: whether there is anything at all that the months assess or count is asked of
// the version of the quarter.
func (v *village) summary(p ledger.Period) bool {
	s := v.scheme(p)
	if p.Cycle != ledger.Quarter || s == nil || len(itemsOf(s, ledger.Quarter)) > 0 || !assesses(s, ledger.Month) {
		return false
	}
	otherwise := func(month ledger.Period) bool { s := v.scheme(month); return s != nil && s.Cycle != ledger.Month }
	return s.Cycle == ledger.Month && !slices.ContainsFunc(monthsIn(p), otherwise)
}

// monthsIn are the three months of a quarter.
func monthsIn(quarter ledger.Period) (months []ledger.Period) {
	for part := 3*quarter.Part - 2; part <= 3*quarter.Part; part++ {
		months = append(months, ledger.Period{Cycle: ledger.Month, Year: quarter.Year, Part: part})
	}
	return months
}

// monthsOf are the months of a quarter that count, in order.
func (v *village) monthsOf(p ledger.Period) []ledger.Period {
	return slices.DeleteFunc(monthsIn(p), func(month ledger.Period) bool { return !v.counts(month) })
}

// categories are those of the versions summed, each as the latest version has it that
// has it at all.
//
// Reading 8: the latest version is that with the latest effective date among the
// versions of all the periods summed in the place, the same for each of its households,
// also for one that left before.
func (v *village) categories(periods []ledger.Period) map[string]*ledger.Category {
	latest := map[string]*ledger.Category{}
	since := map[string]ledger.Date{}
	for _, p := range periods {
		scheme := v.scheme(p)
		for _, c := range scheme.Categories {
			if latest[c.ID] == nil || scheme.Effective > since[c.ID] {
				latest[c.ID], since[c.ID] = c, scheme.Effective
			}
		}
	}
	return latest
}

// sum adds up a household's periods; average divides each period's own points by that
// period's members first.
//
// Reading 9: an event that belongs to a period whose table does not have its household counts nowhere (formats.md,
// "An event of a household that is not in the table").
func (v *village) sum(periods []ledger.Period, key string, average bool) sum {
	s := sum{points: map[string]*big.Rat{}, base: zero(), added: zero(), taken: zero(), total: zero()}
	share := func(x *big.Rat, r *row) *big.Rat {
		if average {
			return divide(x, r.members)
		}
		return x
	}
	for id, category := range v.categories(periods) {
		var points, bases []*big.Rat
		for _, p := range periods {
			if r := v.table(p)[key]; r != nil && r.points[id] != nil {
				points = append(points, share(r.points[id], r))
				bases = append(bases, r.base[id])
			}
		}
		s.points[id] = combine(category.Combine, points)
		s.base = plus(s.base, combine(category.Combine, bases))
		s.total = plus(s.total, s.points[id])
	}
	for _, p := range periods {
		if r := v.table(p)[key]; r != nil {
			s.added = plus(s.added, share(exact(r.added), r))
			s.taken = plus(s.taken, share(exact(r.taken), r))
		}
	}
	s.total = plus(s.total, plus(s.added, s.taken))
	return s
}

// combine makes a year's figure of a category from its figures in the periods in which
// the household was assessed in it, in order of time.
//
// Reading 10: a month's period comes before the quarter's that ends with it.
func combine(how ledger.Combine, figures []*big.Rat) *big.Rat {
	total := zero()
	for _, f := range figures {
		if how == ledger.Last {
			total = zero()
		}
		total = plus(total, f)
	}
	if how == ledger.Mean && len(figures) > 0 {
		return divide(total, len(figures))
	}
	return total
}

// cumulated is 累计 at a period.
func (v *village) cumulated(p ledger.Period, h *ledger.Household) *big.Rat {
	scheme := v.scheme(p)
	if scheme.Carry != ledger.Lifetime {
		return v.sum(v.summed(p), h.Key, scheme.RankBy == ledger.ByAverage).total
	}
	return v.lifetime(p, h, scheme.RankBy == ledger.ByAverage, map[string]bool{})
}

// lifetime is the year's total up to p and the whole totals of former years, and
// those of the households that went on in this one (formats.md, "A household that went on in another").
//
// Reading 11: of several rows of a household, the last that ended before the period ends tells in whom it went on;
// and what went on in a household goes on with it.
func (v *village) lifetime(p ledger.Period, h *ledger.Household, average bool, seen map[string]bool) *big.Rat {
	if seen[h.Key] {
		return zero()
	}
	seen[h.Key] = true
	total := v.sum(v.summed(p), h.Key, average).total
	for year := v.noticed()[0].Year; year < p.Year; year++ {
		total = plus(total, v.sum(v.formerYear(year), h.Key, average).total)
	}
	for _, other := range v.place.Households {
		if goesOnIn(other, p) == h.Key && v.table(p)[other.Key] == nil {
			total = plus(total, v.lifetime(p, other, average, seen))
		}
	}
	return total
}

// goesOnIn is the key of the household in which h goes on in the periods that end after
// its 退出; empty if there is none.
func goesOnIn(h *ledger.Household, p ledger.Period) string {
	into, left := "", ledger.Date(0)
	for _, s := range h.Spans {
		if s.Left != 0 && s.Left < p.Last() && s.Left > left {
			into, left = s.Into, s.Left
		}
	}
	return into
}
