package score

import (
	"cmp"
	"slices"

	"gongshi/generator/ledger"
)

// sum is a list of tables, in order of their periods, that are summed like a year's (formats.md,
// "Sums"): each category combined over its periods, plus the events of all.
type sum struct {
	tables  []*Table
	columns []column
}

// column is one category of a sum, as defined by the latest version that has it.
type column struct {
	*ledger.Category
	at []int // beside sum.tables: index in their own categories; -1 if not assessed there
}

// sumOf prepares the sum of tables.
func sumOf(tables []*Table) sum {
	s := sum{tables: tables}
	summed := make([]Summed, len(tables))
	for i, t := range tables {
		summed[i] = Summed{t.Period, t.Scheme, t.Summary}
	}
	for _, c := range Columns(summed) {
		col := column{c, make([]int, len(tables))}
		for i, t := range tables {
			col.at[i] = slices.IndexFunc(t.categories, func(own *ledger.Category) bool { return own.ID == c.ID })
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

// of returns what a household has in the sum: its categories combined, additions, deductions,
// total and base. With average, each period's own points are divided by that period's members
// first.
func (s *sum) of(h *ledger.Household, average bool) Figures {
	f := Figures{Categories: make([]ledger.Exact, len(s.columns))}
	for c, col := range s.columns {
		points, base := s.combine(col, h, average)
		f.Categories[c], f.Base = points, f.Base.Add(base)
	}
	for _, t := range s.tables {
		if r := t.own[h]; r != nil {
			f.Additions = f.Additions.Add(share(r.Additions, r, average))
			f.Deductions = f.Deductions.Add(share(r.Deductions, r, average))
		}
	}
	f.addUp()
	return f
}

// combine returns a category's figure and full marks over the periods in which the household was
// assessed: their sum, their mean, or the last.
func (s *sum) combine(col column, h *ledger.Household, average bool) (points, base ledger.Exact) {
	n := 0
	for i, t := range s.tables {
		r := t.own[h]
		if col.at[i] < 0 || r == nil {
			continue
		}
		n++
		own := share(r.Categories[col.at[i]], r, average)
		full := t.categories[col.at[i]].FullMarks().Exact()
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

func share(e ledger.Exact, r *Row, average bool) ledger.Exact {
	if average {
		return e.Div(r.Members)
	}
	return e
}

// addUp sets the total of all of f.
func (f *Figures) addUp() {
	f.Total = f.Additions.Add(f.Deductions)
	for _, c := range f.Categories {
		f.Total = f.Total.Add(c)
	}
}
