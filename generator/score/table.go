package score

import (
	"slices"

	"gongshi/generator/ledger"
	"gongshi/generator/notice"
)

// table makes the table of one period.
func (t *tally) table(i int) *Table {
	p := t.periods[i]
	own, carried := sumOf(p.summed), sumOf(p.carried)
	rests := append(t.formerYears(p), p.carried...)
	table := &Table{
		Place: t.place, Period: p.state.Period, State: p.state, Scheme: p.scheme,
		Eligible: p.eligible, Summary: p.summary, Sums: p.sums(),
		rows:   make(map[*ledger.Household]*Row),
		period: p,
		Rests:  unsettled(p, p.summed, rests),
	}
	for _, c := range own.columns {
		table.Categories = append(table.Categories, c.Category)
	}
	for _, q := range own.periods {
		if q != p {
			table.Others = append(table.Others, q.state.Period)
		}
	}
	for _, h := range t.place.Households {
		if p.owns[h] != nil {
			r := t.row(h, p, &own)
			r.Provisional = provisional(own.periods)
			table.Rows = append(table.Rows, r)
			table.rows[h] = r
		}
	}
	for _, r := range table.Rows {
		t.carry(r, i, &carried, table)
		r.CarryProvisional = provisional(rests)
		r.show(table)
	}
	table.rank()
	p.rankAsPublished(table)
	t.honours(table)
	return table
}

// provisional reports whether a sum depends on a period that is not final.
func provisional(periods []*period) bool {
	return slices.ContainsFunc(periods, func(p *period) bool { return p.state.Status != notice.Final })
}

// unsettled returns the other periods that any of the sums depends on and that are not final, in
// order.
func unsettled(p *period, sums ...[]*period) []*notice.State {
	var list []*notice.State
	for _, q := range slices.Concat(sums...) {
		if q != p && q.state.Status != notice.Final && !slices.Contains(list, q.state) {
			list = append(list, q.state)
		}
	}
	slices.SortFunc(list, func(a, b *notice.State) int { return a.Period.Compare(b.Period) })
	return list
}

// formerYears returns the periods of years before p's that its 累计 includes.
func (t *tally) formerYears(p *period) []*period {
	if p.scheme.Carry != ledger.Lifetime {
		return nil
	}
	return t.counting(func(year int) bool { return year < p.state.Period.Year })
}

func (t *tally) row(h *ledger.Household, p *period, own *sum) *Row {
	f := own.of(h, false)
	o := p.owns[h]
	r := &Row{
		Household: h, Span: o.span, Members: o.members,
		Figures: Figures{
			Organisation: o.span.Kind == ledger.Organisation, Filled: o.filled,
			Categories: f.categories, Additions: f.additions, Deductions: f.deductions,
			Total: f.total(), Base: add(f.bases),
		},
	}
	if p.scheme.RankBy != ledger.ByAverage {
		return r
	}
	if p.sums() {
		r.Average = own.of(h, true).total()
	} else {
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
