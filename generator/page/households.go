package page

import (
	"gongshi/generator/address"
	"gongshi/generator/figure"
	"gongshi/generator/gazette"
)

// Households is <place>/h/index.html: every household with a page, by group.
type Households struct {
	Head
	Search *Search
	Groups []HouseholdGroup
}

// HouseholdGroup are the households of one group, by 户号.
type HouseholdGroup struct {
	Name       gazette.Phrase // nothing: the village has no groups
	Households []Link
	Units      int // how many of them are organisations
	Former     int // … and how many are in no table of the latest period
}

// households lists those that stand in a published table, in the group of the latest.
func (v *village) households() *Households {
	m := &Households{Head: v.personal(v.headOf(v.place, address.Households(v.place), "households"))}
	m.Changed = changed(append(inherited(v.place), v.place.Changes.Households)...)
	m.Search = v.search(&m.Head, v.place, []*gazette.Place{v.place})
	var rows []*gazette.Row
	for _, h := range v.place.Households {
		if t, r := v.place.LatestOf(h.ID); t != nil {
			rows = append(rows, r)
		}
	}
	for _, in := range figure.ByGroup(v.place, rows) {
		g := HouseholdGroup{Name: in.Name}
		for _, r := range in.Rows {
			g.Households = append(g.Households, householdLink(&m.Head, v.place, r))
			switch {
			case r.Organisation:
				g.Units++
			case v.place.Latest().Row(r.ID) == nil:
				g.Former++
			}
		}
		m.Groups = append(m.Groups, g)
	}
	return m
}

func householdLink(h *Head, p *gazette.Place, r *gazette.Row) Link {
	text := r.ID
	if r.Name != "" {
		text += " " + r.Name
	}
	return Link{Text: text, Href: h.Href(address.Household(p, r.ID))}
}

// Present is how many households of the group are in the latest period.
func (g *HouseholdGroup) Present() int { return len(g.Households) - g.Units - g.Former }
