package page

import (
	"cmp"
	"slices"

	"gongshi/generator/address"
	"gongshi/generator/chart"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// Overview is <place>/index.html of a county, district or town.
type Overview struct {
	Head
	Stage    string
	Tasks    TaskCount
	Search   *Search           // nil: nothing is published yet
	Sections []Section         // none where no village lies below
	Compared *chart.Comparison // nil: fewer than two villages
	RollOut  []RollOut
	Articles []Link
	Progress string // where each village's progress is shown; "" where no village lies below
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
	Latest     *Summary      // nil: nothing is published yet
	Also       []PeriodState // other periods that are open or disputed
	Notices    int           // how many are overdue
	Answers    int           // to objections, likewise
}

func (s *site) overview(p *gazette.Place) *Overview {
	m := &Overview{Head: s.headOf(p, address.Place(p), "overview"), Stage: p.Stage}
	m.Head = s.offering(m.Head, p)
	m.Articles = s.articlesOf(&m.Head, p)
	m.Tasks = s.countTasks(&m.Head, p)
	s.date(&m.Head, unfinished(p))
	villages := villagesBelow(p)
	if len(villages) == 0 && len(p.Tasks) > 0 {
		return m
	}
	m.Search = s.search(&m.Head, p, villages)
	m.Progress = m.hrefIf(len(villages) > 0, address.Progress(p))
	m.addSection(s, p, Section{})
	m.RollOut = s.rollOut(&m.Head, villages)
	if len(villages) > 1 {
		m.Compared = chart.Compare(p, villages)
	}
	return m
}

// villagesBelow are the villages below p, in the order in which the page shows them.
func villagesBelow(p *gazette.Place) []*gazette.Place {
	var own, below []*gazette.Place
	for _, c := range p.Children {
		if c.Keeps {
			own = append(own, c)
		} else {
			below = append(below, villagesBelow(c)...)
		}
	}
	return append(own, below...)
}

// addSection adds a section with the villages right below p, then those of the places below.
func (m *Overview) addSection(s *site, p *gazette.Place, section Section) {
	var below []*gazette.Place
	for _, c := range p.Children {
		if c.Keeps {
			section.Villages = append(section.Villages, m.row(s, c))
		} else {
			below = append(below, c)
		}
	}
	if section.Href != "" || len(section.Villages) > 0 {
		m.Sections = append(m.Sections, section)
	}
	for _, c := range below {
		m.addSection(s, c, Section{Name: c.Name, Href: m.Href(address.Place(c))})
	}
}

func (m *Overview) row(s *site, p *gazette.Place) VillageRow {
	row := VillageRow{
		Name: p.Name, Href: m.Href(address.Place(p)), Stage: p.Stage, Joined: p.Joined,
		Notices: p.Duties.OverdueNotices(), Answers: p.Duties.OverdueAnswers(),
	}
	s.date(&m.Head, row.Notices+row.Answers > 0)
	if t := p.Latest(); t != nil {
		summary := s.summary(&m.Head, t)
		row.Latest, row.Also = &summary, s.village(p).unsettledBeside(&m.Head, t, anyTable)
	}
	return row
}

// RollOut is one step of the roll-out: the villages that began on one day in one stage.
type RollOut struct {
	From     ledger.Date // 0: not told
	Future   bool        // after the day
	Stage    string
	Villages []Link
}

// rollOut is the course of the roll-out, earliest first; those whose day is not told
// come last. Where no village tells a day or a stage there is none.
func (s *site) rollOut(h *Head, villages []*gazette.Place) []RollOut {
	var list []RollOut
	for _, p := range villages {
		if p.Joined == 0 && p.Stage == "" {
			continue
		}
		i := slices.IndexFunc(list, func(r RollOut) bool { return r.From == p.Joined && r.Stage == p.Stage })
		if i < 0 {
			i = len(list)
			list = append(list, RollOut{From: p.Joined, Future: p.Joined > s.public.Day, Stage: p.Stage})
		}
		list[i].Villages = append(list[i].Villages, Link{p.Name, h.Href(address.Place(p))})
	}
	slices.SortStableFunc(list, func(a, b RollOut) int {
		if (a.From == 0) != (b.From == 0) {
			return cmp.Compare(b.From, a.From)
		}
		return cmp.Compare(a.From, b.From)
	})
	return list
}
