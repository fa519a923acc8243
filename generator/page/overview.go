package page

import (
	"gongshi/generator/ledger"
)

// Overview is <place>/index.html of a county, district or town.
type Overview struct {
	Head
	Name     string
	Stage    string
	Sections []Section
	Articles []Link
}

// Section are the villages right below one place, side by side.
type Section struct {
	Name     string // "" for those right below the page's own place
	Href     string
	Villages []VillageRow
}

// VillageRow is one village in an overview.
type VillageRow struct {
	Name, Href string
	Stage      string
	Joined     ledger.Date
	Latest     *Summary // nil: nothing is published yet
}

func (s *site) overview(p *ledger.Place) *Overview {
	m := &Overview{
		Head: s.headOf(p, "index.html", "overview"),
		Name: p.Name, Stage: p.Stage,
	}
	m.Articles = s.articlesOf(&m.Head, p)
	m.addSection(s, p, true)
	return m
}

// addSection adds the villages right below p, then those of the places below.
func (m *Overview) addSection(s *site, p *ledger.Place, top bool) {
	var section Section
	if !top {
		section.Name, section.Href = p.Name, m.Href(placePath(p))
	}
	for _, c := range p.Children {
		if isVillage(c) {
			section.Villages = append(section.Villages, m.row(s, c))
		}
	}
	if !top || len(section.Villages) > 0 {
		m.Sections = append(m.Sections, section)
	}
	for _, c := range p.Children {
		if !isVillage(c) {
			m.addSection(s, c, false)
		}
	}
}

func (m *Overview) row(s *site, p *ledger.Place) VillageRow {
	row := VillageRow{Name: p.Name, Href: m.Href(placePath(p)), Stage: p.Stage, Joined: p.Joined}
	v := s.village(p)
	if t := v.place.Latest(); t != nil {
		summary := v.summary(&m.Head, t)
		row.Latest = &summary
		m.Head = s.dated(m.Head, m.Day != 0 || moving(t))
	}
	return row
}
