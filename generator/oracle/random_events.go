package oracle

import (
	"cmp"
	"fmt"
	"slices"

	"gongshi/generator/ledger"
)

// events writes down up to some dozens of deeds.
func (m *maker) events(p *ledger.Place) {
	v, lastKind := m.guide(p), ""
	for i := range m.between(0, 60) {
		h, day := one(m, p.Households...), m.dayIn()
		if m.chance(50) && len(p.Events) > 0 { // caps need company
			last := p.Events[len(p.Events)-1]
			h, day = p.Household(last.Household), last.Date+ledger.Date(one(m, 0, m.between(0, 6)))
		}
		s, period := v.eventScheme(day)
		if s == nil || len(s.Events) == 0 || day < p.Joined || day > m.last.Last() || !belongsOn(h, day) {
			continue
		}
		k := one(m, s.Events...)
		if last := kindNamed(s, lastKind); last != nil && m.chance(50) {
			k = last
		}
		lastKind = k.ID
		e := m.event(h, day, k)
		e.No = fmt.Sprintf("%s%d", one(m, "E", "E", "D"), i+1)
		if m.valid(v, h, v.belongsTo(e, period)) {
			p.Events = append(p.Events, e)
		}
	}
}

// valid: a household that is there for a part of the period only needs a row for an event to count, unless there
// is no sheet to fill in.
func (m *maker) valid(v *village, h *ledger.Household, period ledger.Period) bool {
	span := spanFor(h, period)
	if span == nil || !span.TakesPart || v.place.Joined > period.Last() {
		return true // a note tells that it counts nowhere
	}
	return len(itemsOf(v.scheme(period), period.Cycle)) == 0 || v.takesPartIn(h, period)
}

func (m *maker) event(h *ledger.Household, day ledger.Date, k *ledger.EventKind) *ledger.Event {
	e := &ledger.Event{
		Date: day, Household: h.Key, ID: h.ID, Kind: one(m, k.ID, k.Name),
		Times: one(m, 1, 1, 1, 2, 3), Grounds: one(m, "", "助人为乐", "修路"),
	}
	if len(h.Members) > 0 && m.chance(30) {
		e.Member = h.Members[0].Key
	}
	times := ledger.Points(e.Times)
	switch {
	case k.Ranged:
		e.HasPoints = true
		e.Points = k.From*times + ledger.Points(m.Int64N(int64((k.To-k.From)*times)/25+1))*25
	case m.chance(30):
		e.HasPoints, e.Points = true, k.Points*times
	}
	if k.Approval || m.chance(15) { // "" waits for approval, if there must be one
		e.Review = one(m, ledger.Approved, ledger.Approved, ledger.Approved, ledger.Approved, ledger.Approved,
			ledger.Refused, ledger.Pending, "")
	}
	if (e.Review == ledger.Approved || e.Review == ledger.Refused) && m.chance(75) {
		e.Reviewed = day + ledger.Date(one(m, m.between(0, 5), m.between(0, 30), m.between(20, 100)))
	}
	return e
}

// deciders are the offices that decide corrections, "" where the row does not tell.
var deciders = []string{"", "评议小组", "村民委员会"}

// corrections changes cells and events of posted periods, each from its value on that day.
func (m *maker) corrections(p *ledger.Place) {
	v := m.guide(p)
	for _, n := range m.posted(p) {
		if !m.chance(30) {
			continue
		}
		day := n.Posted
		for range m.between(1, 3) {
			day += ledger.Date(m.between(0, 12))
			c := &ledger.Correction{Date: day, Period: n.Period, Reason: "核实更正", DecidedBy: deciders[int(day)%len(deciders)]}
			if m.chance(60) && m.correctCell(v, c) || m.correctEvent(v, c) {
				p.Corrections = append(p.Corrections, c)
			}
		}
	}
	m.anyOrder(p.Corrections)
}

// anyOrder is the order of the lines: by date, the latest date first, or as the dice
// fall, but those of one day as they are applied.
func (m *maker) anyOrder(list []*ledger.Correction) {
	place := map[ledger.Date]int{}
	way := m.IntN(3)
	for _, c := range list {
		place[c.Date] = [...]int{int(c.Date), -int(c.Date), m.IntN(1000)}[way]
	}
	slices.SortStableFunc(list, func(a, b *ledger.Correction) int {
		return cmp.Or(cmp.Compare(place[a.Date], place[b.Date]), cmp.Compare(a.Date, b.Date))
	})
}

// correctCell picks a cell of a household that is in the period's own table.
func (m *maker) correctCell(v *village, c *ledger.Correction) bool {
	p := v.place
	s := v.scheme(c.Period)
	items, h := itemsOf(s, c.Period.Cycle), one(m, p.Households...)
	if len(items) == 0 || !v.takesPartIn(h, c.Period) {
		return false
	}
	item := one(m, items...)
	if n := len(p.Corrections); n > 0 && p.Corrections[n-1].Period == c.Period && m.chance(50) { // the same cell again
		if again := itemNamed(s, c.Period.Cycle, p.Corrections[n-1].Target); again != nil {
			item, h = again, p.Household(p.Corrections[n-1].Household)
		}
	}
	c.Household, c.ID = h.Key, h.ID
	c.Target = one(m, item.ID, item.Category.Name+"/"+item.Name)
	if item.Name != "表现" {
		c.Target = one(m, c.Target, item.Name)
	}
	c.From, c.To = v.cell(s, h, c.Period, item), m.cell(item, true)
	return c.From != c.To
}

// correctEvent picks an event that belongs to the period and was approved by then.
func (m *maker) correctEvent(v *village, c *ledger.Correction) bool {
	for try := range 30 {
		if len(v.deeds) == 0 {
			return false
		}
		d := one(m, v.deeds...)
		e, k := d.event, d.kind
		if !k.Veto && try < 10 { // what lifts a veto first
			continue
		}
		if d.period != c.Period || !v.takesPartIn(v.place.Household(e.Household), c.Period) || max(e.Date, e.Reviewed) > c.Date {
			continue
		}
		c.Household, c.ID, c.Target = e.Household, e.ID, e.No
		c.From = ledger.Cell{Kind: ledger.Entered, Points: v.worth(e, k)}
		c.To = ledger.Cell{Kind: ledger.Entered, Points: one(m, 0, 0, k.Points, k.From, k.To)}
		return c.From != c.To
	}
	return false
}
