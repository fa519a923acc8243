package score

import (
	"slices"

	"gongshi/generator/ledger"
)

// tableOf returns the table of a period before anybody is in it.
func tableOf(place *ledger.Place, of ledger.Period, rules *ledger.Scheme) *Table {
	t := &Table{Place: place, Period: of, Scheme: rules, Summary: place.Summary(of)}
	t.Sums, t.categories = t.Summary || of.Cycle == ledger.Year, rules.CategoriesOf(of.Cycle)
	return t
}

// blank returns the table of a period of the clerk's files before anybody is assessed in it, or
// nil if no rules govern it, or the place had not begun.
func blank(place *ledger.Place, of ledger.Period, f fixes, entries map[*ledger.Household][]*Entry) *Table {
	rules := place.SchemeFor(of)
	if rules == nil || place.Joined > of.Last() {
		return nil
	}
	t := tableOf(place, of, rules)
	t.items, t.sheet, t.fixes, t.entries = rules.ItemsOf(of.Cycle), place.Sheets[of], f, entries
	return t
}

// assess makes the own line of each household that is assessed in the period.
func (t *Table) assess() {
	t.own = make(map[*ledger.Household]*Row, len(t.Place.Households))
	for _, h := range t.Place.Households {
		span, in := t.spanOf(h)
		if span != nil && span.TakesPart {
			t.Eligible++
		}
		if in {
			t.own[h] = t.line(h, span)
		}
	}
}

// spanOf returns the row of a household that the period reads, and whether it is assessed in it.
func (t *Table) spanOf(h *ledger.Household) (*ledger.Span, bool) {
	span := h.SpanFor(t.Period)
	return span, span != nil && span.TakesPart && t.assessed(h)
}

// assessed reports whether a household that takes part is in the period (formats.md,
// "households.csv"). One that was there for only a part of it needs a row of its own, or, if no
// sheet is to be filled in, a counted event; one that was always there is in it also if `missing`
// gives its points.
func (t *Table) assessed(h *ledger.Household) bool {
	if len(t.categories) == 0 && t.Scheme.Cycle != t.Period.Cycle {
		return false // the period has neither cells nor events of its own
	}
	whole := t.Place.Throughout(h, t.Period)
	switch {
	case len(t.items) == 0:
		return whole || slices.ContainsFunc(t.entries[h], (*Entry).approved)
	case t.sheet.Row(h.Key) != nil:
		return true
	case !whole:
		return false
	case t.Scheme.Missing != ledger.MissingError:
		return true
	}
	return slices.ContainsFunc(t.items, func(i *ledger.Item) bool {
		return t.fixes.cells[cellKey{t.Period, h.Key, i.ID}] != nil
	})
}

// approved: an event that a cap or a correction reduces to nothing still puts its household into
// the table, where it is shown.
func (e *Entry) approved() bool { return e.Review == ledger.Approved }

// line returns what a household gets from the period itself: its cells and the events that belong
// to it.
func (t *Table) line(h *ledger.Household, span *ledger.Span) *Row {
	r := &Row{Household: h, Span: span, Members: h.MembersOn(t.Place, span, t.Period.Last())}
	r.Filled = len(t.items) > 0 && t.sheet.Row(h.Key) == nil
	r.Categories = make([]ledger.Exact, len(t.categories))
	marks, i := t.Sheet(r).Marks, 0
	for c, category := range t.categories {
		for range category.Items {
			r.Categories[c] = r.Categories[c].Add(marks[i].Counted)
			i++
		}
	}
	t.addUp(r)
	return r
}

// addUp fills in the rest of an own line from its categories and its events.
func (t *Table) addUp(r *Row) {
	r.Organisation = r.Span.Kind == ledger.Organisation
	for _, c := range t.categories {
		r.Base = r.Base.Add(c.FullMarks().Exact())
	}
	for _, e := range t.entries[r.Household] {
		if e.Counted > 0 {
			r.Additions = r.Additions.Add(e.Counted.Exact())
		} else {
			r.Deductions = r.Deductions.Add(e.Counted.Exact())
		}
	}
	r.addUp()
}
