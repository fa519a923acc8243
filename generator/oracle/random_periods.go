package oracle

import (
	"fmt"
	"maps"
	"slices"

	"gongshi/generator/ledger"
)

// guide is what holds whatever the day: it lends the makers of records the look-ups
// of the contract, so that what they write is valid.
func (m *maker) guide(p *ledger.Place) *village {
	return newVillage(m.book, p, m.last.Last()+10000)
}

// periods are those of the records for which a place has rules with something to
// count, in order of time.
func (m *maker) periods(p *ledger.Place) []ledger.Period {
	v := m.guide(p)
	var periods []ledger.Period
	for _, c := range []ledger.Cycle{ledger.Month, ledger.Quarter, ledger.Year} {
		for q := ledger.PeriodOf(c, m.first.First()); q.Last() <= m.last.Last(); q = q.Next() {
			s := v.scheme(q)
			if s != nil && q.Last() >= p.Joined && (c == ledger.Year || assesses(s, c) || v.summary(q)) {
				periods = append(periods, q)
			}
		}
	}
	slices.SortFunc(periods, ledger.Period.Compare)
	return periods
}

// posted are a place's notices that are posted, in order of their periods.
func (m *maker) posted(p *ledger.Place) []*ledger.Notice {
	byPeriod := func(a, b *ledger.Notice) int { return a.Period.Compare(b.Period) }
	inOrder := slices.SortedFunc(maps.Values(p.Notices), byPeriod)
	return slices.DeleteFunc(inOrder, func(n *ledger.Notice) bool { return n.Posted == 0 })
}

// notices posts most periods some days after their end, a few much later; some stay
// drafts, or have no notice. Not every village sums its quarters.
func (m *maker) notices(p *ledger.Place) {
	v := m.guide(p)
	for _, period := range m.periods(p) {
		if m.chance(8) || v.summary(period) && m.chance(40) {
			continue
		}
		n := &ledger.Notice{Period: period, Title: one(m, "", "积分公示")}
		p.Notices[period] = n
		if m.chance(7) {
			continue // a draft
		}
		n.Posted = period.Last() + ledger.Date(one(m, m.between(1, 15), m.between(1, 15), m.between(1, 40), m.between(30, 120)))
		for i := range one(m, 0, 0, 0, 1, 2) {
			h := one(m, p.Households...)
			o := &ledger.Objection{
				No: fmt.Sprint(i + 1), About: "庭院", Household: h.Key, ID: h.ID,
				Received: n.Posted + ledger.Date(m.between(0, 12)),
			}
			if m.chance(70) {
				o.Decided = o.Received + ledger.Date(m.between(0, 15))
				o.Outcome, o.Answer = one(m, "upheld", "rejected"), "经核实"
			}
			n.Objections = append(n.Objections, o)
		}
	}
}

// sheets fills in the periods that assess something, complete where the rules ask for
// it and the period is posted.
func (m *maker) sheets(p *ledger.Place) {
	v := m.guide(p)
	p.Declared = map[ledger.Period]*ledger.Sheet{}
	for _, period := range m.periods(p) {
		s := v.scheme(period)
		n := p.Notices[period]
		posted := n != nil && n.Posted != 0
		strict := posted && s.Missing == ledger.MissingError
		items := itemsOf(s, period.Cycle)
		switch {
		case len(items) == 0 && (!assesses(s, period.Cycle) || m.chance(70)):
		case !strict && m.chance(7):
		default:
			p.Sheets[period] = m.sheet(p, period, strict)
			if len(items) > 0 && m.chance(5) {
				p.Declared[period] = m.sheet(p, period, false)
			}
		}
	}
}

func (m *maker) sheet(p *ledger.Place, period ledger.Period, strict bool) *ledger.Sheet {
	v := m.guide(p)
	s := v.scheme(period)
	sheet := &ledger.Sheet{Period: period, Scheme: s, Items: itemsOf(s, period.Cycle)}
	for _, h := range p.Households {
		span := spanFor(h, period)
		if span == nil || !span.TakesPart || p.Joined > period.Last() {
			continue
		}
		whole := wholeIn(h, period) && p.Joined <= period.First()
		if whole && !strict && m.chance(12) || !whole && m.chance(35) {
			continue
		}
		row := &ledger.SheetRow{Household: h.Key, ID: h.ID}
		nothingApplies := m.chance(4)
		for _, item := range sheet.Items {
			cell := m.cell(item, strict)
			if nothingApplies {
				cell = ledger.Cell{Kind: ledger.NA}
			}
			row.Cells = append(row.Cells, cell)
		}
		sheet.Rows = append(sheet.Rows, row)
	}
	m.Shuffle(len(sheet.Rows), func(i, j int) { sheet.Rows[i], sheet.Rows[j] = sheet.Rows[j], sheet.Rows[i] })
	return sheet
}

// cell is what an assessment may give: from 0 to the item's points, 不适用, or, unless
// strict, nothing.
func (m *maker) cell(item *ledger.Item, strict bool) ledger.Cell {
	switch n := m.IntN(100); {
	case n < 9:
		return ledger.Cell{Kind: ledger.NA}
	case n < 18 && !strict:
		return ledger.Cell{}
	case n < 40:
		return ledger.Cell{Kind: ledger.Entered, Points: item.Points}
	}
	step := one[ledger.Points](m, 1, 10, 50, 100, 100)
	return ledger.Cell{Kind: ledger.Entered, Points: min(ledger.Points(m.Int64N(int64(item.Points/step)+1))*step, item.Points)}
}
