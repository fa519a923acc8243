package score

import (
	"slices"

	"gongshi/generator/ledger"
	"gongshi/generator/notice"
)

// own is what a household gets in one period from that period itself: its cells and the events
// that belong to it.
type own struct {
	span       *ledger.Span
	filled     bool
	categories []ledger.Exact // beside period.categories
	additions  ledger.Exact
	deductions ledger.Exact
	members    int
}

// period is one published period of a place, before anything is summed over periods.
type period struct {
	state      *notice.State
	scheme     *ledger.Scheme
	categories []*ledger.Category // of this cycle
	items      []*ledger.Item     // of its sheet
	sheet      *ledger.Sheet      // nil if missing
	fixes      fixes
	owns       map[*ledger.Household]*own // those who are assessed in it
	entries    map[*ledger.Household][]*Entry
	eligible   int
	summed     []*period                 // what its own page shows as 合计
	carried    []*period                 // what it shows as 累计, of its year
	hidden     int                       // households that are ranked with the others but unknown
	summary    bool                      // a quarter that only sums its months, and adds nothing elsewhere
	ranks      map[*ledger.Household]int // if so: 名次 as published
}

// assesses reports whether the period has anything of its own: cells or events.
func (p *period) assesses() bool {
	return len(p.categories) > 0 || p.scheme.Cycle == p.state.Period.Cycle
}

// sums reports whether p's figures are made from those of other periods: a year's, and a summary
// quarter's.
func (p *period) sums() bool { return p.summary || p.state.Period.Cycle == ledger.Year }

// periodOf assesses every household in one period of a place.
func periodOf(place *ledger.Place, st *notice.State, f fixes, entries map[*ledger.Household][]*Entry) *period {
	p := blankPeriod(place, st, f, entries)
	if p == nil {
		return nil
	}
	p.owns = make(map[*ledger.Household]*own, len(place.Households))
	for _, h := range place.Households {
		span := h.SpanFor(st.Period)
		if span == nil || !span.TakesPart {
			continue
		}
		p.eligible++
		if p.assesses() && p.assessed(place, h) {
			p.owns[h] = p.ownOf(place, h, span)
		}
	}
	return p
}

// blankPeriod returns a period before anybody is assessed in it, or nil if no rules govern it, or
// the place had not begun.
func blankPeriod(place *ledger.Place, st *notice.State, f fixes, entries map[*ledger.Household][]*Entry) *period {
	scheme := place.SchemeFor(st.Period)
	if scheme == nil || place.Joined > st.Period.Last() {
		return nil
	}
	return &period{
		state: st, scheme: scheme, categories: scheme.CategoriesOf(st.Period.Cycle),
		items: scheme.ItemsOf(st.Period.Cycle), sheet: place.Sheets[st.Period], fixes: f, entries: entries,
		summary: place.Summary(st.Period),
	}
}

// assessed reports whether a household that takes part is in the period (formats.md,
// "households.csv"). One that was there for only a part of it needs a row of its own, or, if no
// sheet is to be filled in, a counted event; one that was always there is in it also if `missing`
// gives its points.
func (p *period) assessed(place *ledger.Place, h *ledger.Household) bool {
	of := p.state.Period
	whole := place.Throughout(h, of)
	switch {
	case len(p.items) == 0:
		return whole || slices.ContainsFunc(p.entries[h], (*Entry).approved)
	case p.sheet.Row(h.Key) != nil:
		return true
	case !whole:
		return false
	case p.scheme.Missing != ledger.MissingError:
		return true
	}
	return slices.ContainsFunc(p.items, func(i *ledger.Item) bool { return p.fixes.cells[cellKey{of, h.Key, i.ID}] != nil })
}

// approved: an event that a cap or a correction reduces to nothing still puts its household into
// the table, where it is shown.
func (e *Entry) approved() bool { return e.Review == ledger.Approved }

func (p *period) ownOf(place *ledger.Place, h *ledger.Household, span *ledger.Span) *own {
	o := &own{
		span:       span,
		filled:     len(p.items) > 0 && p.sheet.Row(h.Key) == nil,
		categories: make([]ledger.Exact, len(p.categories)),
		members:    h.MembersOn(place, span, p.state.Period.Last()),
	}
	marks, i := p.read(h).Marks, 0
	for c, category := range p.categories {
		for range category.Items {
			o.categories[c] = o.categories[c].Add(marks[i].Counted)
			i++
		}
	}
	o.addEntries(p.entries[h])
	return o
}

func (o *own) addEntries(entries []*Entry) {
	for _, e := range entries {
		if e.Counted > 0 {
			o.additions = o.additions.Add(e.Counted.Exact())
		} else {
			o.deductions = o.deductions.Add(e.Counted.Exact())
		}
	}
}
