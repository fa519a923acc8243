package score

import (
	"slices"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
)

// fill fills in a table.
func (p *Place) fill(t *Table) {
	own, carried := sumOf(t.summed), sumOf(t.carried)
	rests := append(p.formerYears(t), t.carried...)
	t.Rests = unsettled(t, t.summed, rests)
	for _, c := range own.columns {
		t.Categories = append(t.Categories, c.Category)
	}
	for _, q := range own.tables {
		if q != t {
			t.Others = append(t.Others, q.Period)
		}
	}
	for _, q := range t.carried {
		if !q.Summary {
			t.Carries = append(t.Carries, q.Period)
		}
	}
	if t.rows = t.own; t.Sums {
		t.rows = make(map[*ledger.Household]*Row, len(t.own))
	}
	for _, h := range p.Households {
		if t.own[h] != nil {
			r := t.row(h, &own)
			r.Provisional = provisional(own.tables)
			t.Rows = append(t.Rows, r)
			t.rows[h] = r
		}
	}
	for _, r := range t.Rows {
		p.carry(r, t, &carried)
		r.CarryProvisional = provisional(rests)
		r.show(t)
	}
	t.rank()
	t.rankAsPublished()
	p.honours(t)
}

// provisional reports whether a sum depends on a period that is not final.
func provisional(tables []*Table) bool {
	return slices.ContainsFunc(tables, func(t *Table) bool { return t.State.Status != notice.Final })
}

// unsettled returns the other periods that any of t's sums depends on and that are not final, in
// order.
func unsettled(t *Table, sums ...[]*Table) Periods {
	var list Periods
	for _, q := range slices.Concat(sums...) {
		if q != t && q.State.Status != notice.Final && !slices.Contains(list, q.Period) {
			list = append(list, q.Period)
		}
	}
	slices.SortFunc(list, ledger.Period.Compare)
	return list
}

// formerYears returns the tables of years before t's that its 累计 includes.
func (p *Place) formerYears(t *Table) []*Table {
	if t.Scheme.Carry != ledger.Lifetime {
		return nil
	}
	return p.counting(func(year int) bool { return year < t.Period.Year })
}

// row returns a household's line in t, of which own is the sum: its own one, unless t sums others.
func (t *Table) row(h *ledger.Household, own *sum) *Row {
	r := t.own[h]
	if t.Sums {
		line := *r
		line.Figures = own.of(h, false)
		line.Organisation, line.Filled = r.Organisation, r.Filled
		r = &line
	}
	switch {
	case t.Scheme.RankBy != ledger.ByAverage:
	case t.Sums:
		r.Average = own.of(h, true).Total
	default:
		r.Average = r.Total.Div(r.Members)
	}
	return r
}

// show rounds a row's figures, once, from the exact values.
func (r *Row) show(t *Table) {
	d := t.Scheme.Decimals
	r.Shown = Shown{
		Categories: make([]ledger.Points, len(r.Categories)),
		Additions:  r.Additions.Round(d),
		Deductions: r.Deductions.Round(d),
		Total:      r.Total.Round(d),
		Average:    r.Average.Round(2),
		Carried:    r.Carried.Round(t.Scheme.RankDecimals()),
	}
	for i, c := range r.Categories {
		r.Shown.Categories[i] = c.Round(d)
	}
}

// Files returns the files from which t's figures came: the sheets of its own period and of those
// that it sums, the declarations, the notices, the files of events and corrections with a row for
// it, and the versions of the rules.
func (t *Table) Files() []string {
	var files []string
	add := func(p diag.Position) {
		if p.File != "" && !slices.Contains(files, p.File) {
			files = append(files, p.File)
		}
	}
	tables := append(slices.Clone(t.summed), t)
	for _, q := range tables {
		if s := t.Place.Sheets[q.Period]; s != nil {
			add(s.Position)
		}
		if s := t.Place.Declared[q.Period]; s != nil {
			add(s.Position)
		}
		if q.State.Notice != nil {
			add(q.State.Notice.Position)
		}
		for _, list := range q.entries {
			for _, e := range list {
				add(e.Position)
				add(e.Scheme.Position)
			}
		}
		add(q.Scheme.Position)
	}
	for _, c := range t.Place.Corrections {
		if slices.ContainsFunc(tables, func(q *Table) bool { return q.Period == c.Period }) {
			add(c.Position)
		}
	}
	slices.Sort(files)
	return files
}
