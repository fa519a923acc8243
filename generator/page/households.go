package page

import (
	"slices"

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
	at := make(map[string]int)
	for _, g := range v.place.Groups {
		m.group(at, g.ID, figure.Group(v.place, g.ID))
	}
	for _, h := range v.place.Households {
		t, r := v.place.LatestOf(h.ID)
		if t == nil {
			continue
		}
		g := m.group(at, r.Group, figure.Group(v.place, r.Group))
		g.Households = append(g.Households, householdLink(r))
		switch {
		case r.Organisation:
			g.Units++
		case v.place.Latest().Row(h.ID) == nil:
			g.Former++
		}
	}
	m.Groups = slices.DeleteFunc(m.Groups, func(g HouseholdGroup) bool { return len(g.Households) == 0 })
	return m
}

func householdLink(r *gazette.Row) Link {
	text := r.ID
	if r.Name != "" {
		text += " " + r.Name
	}
	return Link{Text: text, Href: address.Escape(r.ID + ".html")}
}

// Present is how many households of the group are in the latest period.
func (g *HouseholdGroup) Present() int { return len(g.Households) - g.Units - g.Former }

// group finds or adds a group.
func (m *Households) group(at map[string]int, id string, name gazette.Phrase) *HouseholdGroup {
	i, seen := at[id]
	if !seen {
		i = len(m.Groups)
		at[id] = i
		m.Groups = append(m.Groups, HouseholdGroup{Name: name})
	}
	return &m.Groups[i]
}
