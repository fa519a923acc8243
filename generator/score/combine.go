package score

import (
	"cmp"
	"slices"

	"gongshi/generator/ledger"
)

// sum is a list of periods, in order, that are summed like a year's (formats.md, "Sums"): each
// category combined over its periods, plus the events of all.
type sum struct {
	periods []*period
	columns []column
}

// column is one category of a sum, as defined by the latest version that has it.
type column struct {
	*ledger.Category
	at []int // beside sum.periods: index in period.categories; -1 if not assessed there
}

// figures are one household's part in a sum.
type figures struct {
	categories []ledger.Exact // beside sum.columns, combined
	bases      []ledger.Exact // the same for full marks
	additions  ledger.Exact
	deductions ledger.Exact
}

// sumOf prepares the sum of periods.
func sumOf(periods []*period) sum {
	s := sum{periods: periods}
	summed := make([]Summed, len(periods))
	for i, p := range periods {
		summed[i] = Summed{p.state.Period, p.scheme, p.summary}
	}
	for _, c := range Columns(summed) {
		col := column{c, make([]int, len(periods))}
		for i, p := range periods {
			col.at[i] = slices.IndexFunc(p.categories, func(own *ledger.Category) bool { return own.ID == c.ID })
		}
		s.columns = append(s.columns, col)
	}
	return s
}

// Summed is a period of a sum.
type Summed struct {
	Period  ledger.Period
	Scheme  *ledger.Scheme
	Summary bool // a quarter that only sums its months
}

// Columns returns the categories of a sum of periods, each as defined by the latest version that
// has it. They are matched by id, and are in the order of the latest version among the periods;
// then come those of older ones. With a year among the periods the list has all their categories,
// with a summary quarter all that are assessed by the month, else those assessed in any.
func Columns(periods []Summed) []*ledger.Category {
	year := slices.ContainsFunc(periods, func(p Summed) bool { return p.Period.Cycle == ledger.Year })
	var versions []*ledger.Scheme
	wanted := make(map[string]bool)
	for _, p := range periods {
		if !slices.Contains(versions, p.Scheme) {
			versions = append(versions, p.Scheme)
		}
		for _, c := range p.Scheme.Categories {
			if year || c.Cycle == p.Period.Cycle || p.Summary && c.Cycle == ledger.Month {
				wanted[c.ID] = true
			}
		}
	}
	slices.SortStableFunc(versions, func(a, b *ledger.Scheme) int { return cmp.Compare(b.Effective, a.Effective) })
	var columns []*ledger.Category
	for _, v := range versions {
		for _, c := range v.Categories {
			if wanted[c.ID] {
				delete(wanted, c.ID)
				columns = append(columns, c)
			}
		}
	}
	return columns
}

// of returns a household's part in the sum. With average, each period's own points are divided by
// that period's members first.
func (s *sum) of(h *ledger.Household, average bool) figures {
	f := figures{
		categories: make([]ledger.Exact, len(s.columns)),
		bases:      make([]ledger.Exact, len(s.columns)),
	}
	for c, col := range s.columns {
		f.categories[c], f.bases[c] = s.combine(col, h, average)
	}
	for _, p := range s.periods {
		if o := p.owns[h]; o != nil {
			f.additions = f.additions.Add(share(o.additions, o, average))
			f.deductions = f.deductions.Add(share(o.deductions, o, average))
		}
	}
	return f
}

// combine returns a category's figure and full marks over the periods in which the household was
// assessed: their sum, their mean, or the last.
func (s *sum) combine(col column, h *ledger.Household, average bool) (points, base ledger.Exact) {
	n := 0
	for i, p := range s.periods {
		o := p.owns[h]
		if col.at[i] < 0 || o == nil {
			continue
		}
		n++
		own := share(o.categories[col.at[i]], o, average)
		full := p.categories[col.at[i]].FullMarks().Exact()
		if col.Combine == ledger.Last {
			points, base = own, full
		} else {
			points, base = points.Add(own), base.Add(full)
		}
	}
	if col.Combine == ledger.Mean && n > 1 {
		points, base = points.Div(n), base.Div(n)
	}
	return points, base
}

func share(e ledger.Exact, o *own, average bool) ledger.Exact {
	if average {
		return e.Div(o.members)
	}
	return e
}

// total returns the sum of all of f.
func (f figures) total() ledger.Exact {
	return add(f.categories).Add(f.additions).Add(f.deductions)
}

func add(list []ledger.Exact) ledger.Exact {
	var sum ledger.Exact
	for _, e := range list {
		sum = sum.Add(e)
	}
	return sum
}
