package ledger

import (
	"cmp"
	"slices"
)

// GroupZone compares a group of a place with what the rules ask of a zone (formats.md, "Groups
// and zones"; element L4).
type GroupZone struct {
	Households int    `json:"households,omitzero"`  // in the group, organisations not counted
	Counter    string `json:"counter,omitzero"`     // id of the group whose panel assesses it
	TooLarge   bool   `json:"too_large,omitzero"`   // more households than max_households
	SmallPanel bool   `json:"small_panel,omitzero"` // its panel has fewer members than min_panel
	OwnPanel   bool   `json:"own_panel,omitzero"`   // its panel assesses its own group, though cross forbids it
}

// TooFew reports whether a panel has fewer members than min_panel.
func (z Zone) TooFew(panel []string) bool { return len(panel) < z.MinPanel }

// Zones compares p's groups, in order, with a scheme's [zone]. Households are counted as a period
// reads them, or, with the zero Period, those that have not left. A group without any needs no
// panel yet.
func (p *Place) Zones(s *Scheme, period Period) []GroupZone {
	sizes := make(map[string]int)
	for _, h := range p.Households {
		if span := h.spanIn(period); span != nil && span.Kind != Organisation {
			sizes[span.Group]++
		}
	}
	var zones []GroupZone
	named, counters := make(map[string]*Group), make(map[string]*Group) // as Group and CounterOf have them
	for _, g := range slices.Backward(p.Groups) {
		named[g.ID] = g
		if g.ID != g.Assesses {
			counters[g.Assesses] = g
		}
	}
	for _, g := range p.Groups {
		z := GroupZone{Households: sizes[g.ID], Counter: cmp.Or(counters[g.ID], named[g.ID]).ID}
		z.TooLarge = s.Zone.MaxHouseholds > 0 && z.Households > s.Zone.MaxHouseholds && named[g.ID] == g
		z.SmallPanel = z.Households > 0 && s.Zone.TooFew(g.Panel)
		z.OwnPanel = s.Zone.Cross && (g.Assesses == "" || g.Assesses == g.ID)
		zones = append(zones, z)
	}
	return zones
}

// spanIn returns the row that a period reads, or, with the zero Period, the last if it still
// applies.
func (h *Household) spanIn(period Period) *Span {
	if period != (Period{}) {
		return h.SpanFor(period)
	}
	if n := len(h.Spans); n > 0 && h.Spans[n-1].Left == 0 {
		return h.Spans[n-1]
	}
	return nil
}
