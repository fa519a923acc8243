package page

import (
	"slices"
	"strings"

	"gongshi/generator/address"
	"gongshi/generator/figure"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
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

// households lists those that are in a published table, in the group of the latest.
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

// Search finds a household by its 户号 or the name of its head, in the lists of the villages
// at or below a place. Each village has a list of its own, which a browser loads when somebody
// is about to search: a county's households are never in one file.
type Search struct {
	Lists []List
	All   bool // together they are short enough to be searched without picking a village

	Numbers bool // the lists name nobody: only a 户号 finds a household
	Partial bool // households that have not agreed are not in the lists
}

// List leads to the households of one village.
type List struct {
	Name  string // the village's
	Above string // what lies between it and the page's place: 丰盛镇; "" if nothing does
	Href  string // its page of households by group
	File  string // its SearchList
}

// atOnce is how many households may be searched without picking a village first: their lists
// are loaded together.
const atOnce = 5000

// search is the search on the page h over the villages among some places; nil where none of them
// publishes anything.
func (s *site) search(h *Head, top *gazette.Place, places []*gazette.Place) *Search {
	privacy := s.public.Config.Privacy
	m := &Search{Numbers: privacy.Names == ledger.NamesNone, Partial: privacy.Consent == ledger.ConsentOmit}
	households := 0
	var settled []List // after those with something to object to or look into, where most will look
	for _, p := range places {
		if !p.Keeps || len(p.Tables) == 0 {
			continue
		}
		list := List{p.Name, above(top, p), h.Href(address.Households(p)), h.Href(address.List(p))}
		if slices.ContainsFunc(p.Tables, moving) {
			m.Lists = append(m.Lists, list)
		} else {
			settled = append(settled, list)
		}
		households += p.Count
	}
	if m.Lists = append(m.Lists, settled...); len(m.Lists) == 0 {
		return nil
	}
	m.All = households <= atOnce
	return m
}

// above names what lies between p and top, which may be nil: 板桥镇 宁河区.
func above(top, p *gazette.Place) string {
	var names []string
	for at := p.Parent; at != nil && (top == nil || at.Path != top.Path && p.Path != top.Path); at = at.Parent {
		names = append(names, at.Name)
	}
	return strings.Join(names, " ")
}

// SearchList is <place>/h/list.js, a script, since file:// lets a page read nothing else. It
// holds what the page of households shows, and nothing more: groups, 户号 and names as
// published; a household's page is <户号>.html beside it. Its address stays the same when it
// changes, so that no page changes with it.
type SearchList struct {
	gazette.Located
	Groups []HouseholdGroup
}
