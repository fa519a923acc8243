package oracle

import (
	"cmp"
	"math/big"
	"slices"

	"gongshi/generator/ledger"
)

// row is a household that is in a period's table, with that period's own points.
type row struct {
	household *ledger.Household
	span      *ledger.Span
	members   int                 // at least 1
	points    map[string]*big.Rat // by category id: the categories that the period itself assesses
	base      map[string]*big.Rat // beside points
	added     ledger.Points       // events that belong to the period and count
	taken     ledger.Points       // likewise, negative
}

// table is a period's table, by household key.
//
// Reading 2: a year with categories of its own has in its table the households that are in them, and no others. A
// year without is made of its counting months and quarters, and of itself where events belong to years: then the
// households that belong to the place all the year are in it too. A year that has nothing of its own has no table
// of its own.
//
// A summary quarter has in its table the households that are in that of a month of it that counts.
//
// Reading 3: that a household is in such a year because a month of it counts holds also if by the row of the
// year's last day it takes no part any more.
func (v *village) table(p ledger.Period) map[string]*row {
	if t, ok := v.tables[p]; ok {
		return t
	}
	t := map[string]*row{}
	v.tables[p] = t
	scheme := v.scheme(p)
	for _, h := range v.place.Households {
		span := spanFor(h, p)
		if span == nil || !v.isIn(h, p) {
			continue
		}
		r := &row{household: h, span: span, members: v.members(h, span, p.Last())}
		r.points, r.base = v.assessed(scheme, h, p)
		r.added, r.taken = v.counted(h, p)
		t[h.Key] = r
	}
	return t
}

// isIn reports whether a household is in a period's table.
func (v *village) isIn(h *ledger.Household, p ledger.Period) bool {
	scheme := v.scheme(p)
	if v.summary(p) {
		return slices.ContainsFunc(v.monthsOf(p), func(q ledger.Period) bool { return v.table(q)[h.Key] != nil })
	}
	if p.Cycle != ledger.Year || len(itemsOf(scheme, ledger.Year)) > 0 {
		return v.takesPartIn(h, p)
	}
	if assesses(scheme, ledger.Year) && v.takesPartIn(h, p) {
		return true
	}
	return slices.ContainsFunc(v.summed(p), func(q ledger.Period) bool { return q != p && v.table(q)[h.Key] != nil })
}

// takesPartIn is the rule of households.csv: it takes part, its spans touch the
// period, and if it or its place was there for a part of it only, it has a row, or, where
// no category has the period's cycle, an event that counts there.
//
// Reading 4: an event counts, for this, if it is approved on the day, also if a cap or a
// correction leaves nothing of its points: its household's row is where that is shown.
func (v *village) takesPartIn(h *ledger.Household, p ledger.Period) bool {
	span := spanFor(h, p)
	if span == nil || !span.TakesPart || v.place.Joined > p.Last() {
		return false
	}
	if wholeIn(h, p) && v.place.Joined <= p.First() {
		return true
	}
	if len(itemsOf(v.scheme(p), p.Cycle)) == 0 {
		return slices.ContainsFunc(v.deeds, func(d *deed) bool { return d.event.Household == h.Key && d.period == p })
	}
	return rowOf(v.place.Sheets[p], h.Key) != nil
}

// spanFor is the row that a period reads: that of its last day, else the last within it.
func spanFor(h *ledger.Household, p ledger.Period) *ledger.Span {
	for d := p.Last(); d >= p.First(); d-- {
		for _, s := range h.Spans {
			if within(s.Joined, s.Left, d) {
				return s
			}
		}
	}
	return nil
}

// belongsOn: a row of the household covers the day.
func belongsOn(h *ledger.Household, day ledger.Date) bool {
	return slices.ContainsFunc(h.Spans, func(s *ledger.Span) bool { return within(s.Joined, s.Left, day) })
}

// within: the day is neither before that of joining nor after that of leaving, if that is known.
func within(joined, left, day ledger.Date) bool { return joined <= day && (left == 0 || day <= left) }

// wholeIn: the household belonged to its place on each day of the period.
func wholeIn(h *ledger.Household, p ledger.Period) bool {
	for d := p.First(); d <= p.Last(); d++ {
		if !belongsOn(h, d) {
			return false
		}
	}
	return true
}

// members is by what an average divides, at least 1. A household that left within
// the period has the number of the row that the period reads.
func (v *village) members(h *ledger.Household, span *ledger.Span, last ledger.Date) int {
	n := span.Members
	if v.place.HasMembers {
		n = 0
		for _, m := range h.Members {
			if m.TakesPart && within(m.Joined, m.Left, last) {
				n++
			}
		}
	}
	return max(n, 1)
}

// assessed are the points of the period's own categories, and their bases.
//
// Reading 5: scale multiplies each category of the sheet by the sheet's one factor
// (base ÷ base that applies), so that the categories add up to the sheet; a category
// may then show more than its base, or nothing if nothing of it applies.
func (v *village) assessed(scheme *ledger.Scheme, h *ledger.Household, p ledger.Period) (points, bases map[string]*big.Rat) {
	points, bases = map[string]*big.Rat{}, map[string]*big.Rat{}
	got, full := map[string]ledger.Points{}, map[string]ledger.Points{}
	var all, applies ledger.Points
	for _, item := range itemsOf(scheme, p.Cycle) {
		id := item.Category.ID
		full[id] += item.Points
		all += item.Points
		cell := v.cell(scheme, h, p, item)
		switch {
		case cell.Kind == ledger.Entered:
			got[id] += cell.Points
		case cell.Kind == ledger.Empty && scheme.Missing == ledger.MissingFull,
			cell.Kind == ledger.NA && scheme.NotApplicable == ledger.NotApplicableFull:
			got[id] += item.Points
		}
		if cell.Kind != ledger.NA {
			applies += item.Points
		}
	}
	scale := scheme.NotApplicable == ledger.NotApplicableScale
	for id := range full {
		points[id], bases[id] = exact(got[id]), exact(full[id])
		switch {
		case scale && applies > 0:
			points[id].Mul(points[id], big.NewRat(int64(all), int64(applies)))
		case scale:
			points[id] = bases[id]
		}
	}
	return points, bases
}

// cell is the value of an item on the day: the sheet's cell, then its corrections by date and line.
func (v *village) cell(scheme *ledger.Scheme, h *ledger.Household, p ledger.Period, item *ledger.Item) ledger.Cell {
	var cell ledger.Cell
	if r := rowOf(v.place.Sheets[p], h.Key); r != nil {
		cell = r.Cells[slices.Index(itemsOf(scheme, p.Cycle), item)]
	}
	for _, c := range v.corrections() {
		if c.Period == p && c.Household == h.Key && itemNamed(scheme, p.Cycle, c.Target) == item {
			cell = c.To
		}
	}
	return cell
}

// corrections are those that exist on the day, in the order in which they are applied.
func (v *village) corrections() []*ledger.Correction {
	list := slices.DeleteFunc(slices.Clone(v.place.Corrections), func(c *ledger.Correction) bool { return c.Date > v.day })
	slices.SortStableFunc(list, func(a, b *ledger.Correction) int { return cmp.Compare(a.Date, b.Date) })
	return list
}

func rowOf(sheet *ledger.Sheet, key string) *ledger.SheetRow {
	if sheet == nil {
		return nil
	}
	for _, r := range sheet.Rows {
		if r.Household == key {
			return r
		}
	}
	return nil
}

// itemsOf are the columns of a sheet of that cycle.
func itemsOf(scheme *ledger.Scheme, c ledger.Cycle) []*ledger.Item {
	var items []*ledger.Item
	for _, category := range scheme.Categories {
		if category.Cycle == c {
			items = append(items, category.Items...)
		}
	}
	return items
}

// itemNamed is the item that a correction means: by id, by name, by 分类/项目.
func itemNamed(scheme *ledger.Scheme, c ledger.Cycle, target string) *ledger.Item {
	items := itemsOf(scheme, c)
	for _, form := range []func(*ledger.Item) string{
		func(i *ledger.Item) string { return i.ID },
		func(i *ledger.Item) string { return i.Name },
		func(i *ledger.Item) string { return i.Category.Name + "/" + i.Name },
	} {
		for _, i := range items {
			if form(i) == target {
				return i
			}
		}
	}
	return nil
}
