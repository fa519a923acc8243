package page

import (
	"slices"

	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// Households is <place>/h/index.html: every household with a page, by group.
type Households struct {
	Head
	Place  string
	Search *Search
	Groups []HouseholdGroup
}

// HouseholdGroup are the households of one group, by 户号.
type HouseholdGroup struct {
	Name       score.Phrase // nothing: the village has no groups
	Households []Link
}

// households lists those that stand in a published table, in the group of the latest.
func (v *village) households() *Households {
	m := &Households{
		Head:  v.personal(v.headOf(v.place.Place, "h/index.html", "households")),
		Place: v.place.Name,
	}
	m.Changed = v.changed(append(placeFiles(v.place.Place), householdsFile(v.place.Place))...)
	m.Search = v.search(&m.Head, v.place.Place, []*ledger.Place{v.place.Place})
	at := make(map[string]int)
	for _, g := range v.place.Groups {
		m.group(at, g.ID, v.groupName(g.ID))
	}
	for _, h := range v.place.Households {
		t, r := v.latest(h)
		if t == nil {
			continue
		}
		g := m.group(at, r.Span.Group, v.groupName(r.Span.Group))
		g.Households = append(g.Households, v.householdLink(t, r))
	}
	m.Groups = slices.DeleteFunc(m.Groups, func(g HouseholdGroup) bool { return len(g.Households) == 0 })
	return m
}

func (v *village) householdLink(t *score.Table, r *score.Row) Link {
	text := r.Household.ID
	if name := v.people.Name(t.Place, r.Household, r.Span); name != "" {
		text += " " + name
	}
	return Link{Text: text, Href: escape(r.Household.ID + ".html")}
}

// group finds or adds a group.
func (m *Households) group(at map[string]int, id string, name score.Phrase) *HouseholdGroup {
	i, seen := at[id]
	if !seen {
		i = len(m.Groups)
		at[id] = i
		m.Groups = append(m.Groups, HouseholdGroup{Name: name})
	}
	return &m.Groups[i]
}
