package page

import (
	"cmp"
	"slices"

	"gongshi/generator/address"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/news"
)

// Home is index.html.
type Home struct {
	Head
	Handbook *Link     // the villagers'; nil: the site has none
	Now      []Current // in publicity, by last day
	Ends     int64     // as StateGroup has it
	Disputed []Current // under examination, likewise
	Late     []Late    // what is overdue, by village
	Search   *Search
	Places   []Branch
	Changes  []Event
	Articles []Link
}

// Current is a period that is in publicity now.
type Current struct {
	Place       string
	PeriodState // Href is that of its notice
}

// Late is what a village owes and has not done in time.
type Late struct {
	Place, Href      string
	Notices, Answers int
}

// handbook is the path of what the handbook tells villagers.
const handbook = "help/villager"

// Branch is a place in the tree of places.
type Branch struct {
	Name, Href string
	Below      []Branch
}

// Event is something that changed lately.
type Event struct {
	Date   ledger.Date
	Word   string // posted, corrected: a key of the words
	Place  string
	Period ledger.Period
	Count  int // of corrections
	Href   string
}

// latestChanges is how many changes the home page shows.
const latestChanges = 12

func (s *site) home() *Home {
	m := &Home{Head: s.head("index.html", "home")}
	m.Day, m.Build = s.public.Day, &s.public.Build
	m.Feed = m.hrefIf(news.HasFeed(s.public, ""), address.FeedFile)
	m.Articles = s.articlesOf(&m.Head, nil)
	m.Handbook = s.articleLink(&m.Head, handbook)
	m.Search = s.search(&m.Head, nil, s.public.Places)
	for _, p := range s.public.Places {
		if p.Parent == nil {
			m.Places = append(m.Places, m.branch(p))
		}
		if d := p.Duties; d.OverdueNotices()+d.OverdueAnswers() > 0 {
			m.Late = append(m.Late, Late{p.Name, m.Href(address.Place(p)), d.OverdueNotices(), d.OverdueAnswers()})
		}
		for _, t := range p.Tables {
			m.addCurrent(s, t)
			m.addChanges(t, m.Href(address.Notice(t)))
		}
	}
	byLastDay(m.Now)
	byLastDay(m.Disputed)
	slices.SortStableFunc(m.Changes, func(a, b Event) int { return cmp.Compare(b.Date, a.Date) })
	m.Changes = m.Changes[:min(len(m.Changes), latestChanges)]
	return m
}

// addCurrent adds a period that is in publicity or under examination.
func (m *Home) addCurrent(s *site, t *gazette.Table) {
	if !moving(t) {
		return
	}
	now := Current{t.Place.Name, s.periodState(&m.Head, t, address.Notice(t))}
	if t.State.Status == gazette.Disputed {
		m.Disputed = append(m.Disputed, now)
		return
	}
	m.Ends = max(m.Ends, now.State.OpenUntil())
	m.Now = append(m.Now, now)
}

func byLastDay(list []Current) {
	slices.SortStableFunc(list, func(a, b Current) int { return cmp.Compare(a.State.LastDay, b.State.LastDay) })
}

func (m *Home) branch(p *gazette.Place) Branch {
	b := Branch{Name: p.Name, Href: m.Href(address.Place(p))}
	for _, c := range p.Children {
		b.Below = append(b.Below, m.branch(c))
	}
	return b
}

// addChanges adds the posting of a period, and the days on which it was corrected.
func (m *Home) addChanges(t *gazette.Table, href string) {
	if t.State.Posted != 0 {
		m.Changes = append(m.Changes, Event{t.State.Posted, "posted", t.Place.Name, t.Period, 0, href})
	}
	for _, d := range t.Corrected {
		m.Changes = append(m.Changes, Event{d.Day, "corrected", t.Place.Name, t.Period, d.Count, href})
	}
}

// NotFound is 404.html. It has no style and no relative address, since hosts serve it
// at any depth.
type NotFound struct {
	Head
	Home string // absolute; "" where the site does not know its own address
}

func (s *site) notFound() *NotFound {
	m := &NotFound{Head: s.head("404.html", "404"), Home: s.public.Config.BaseURL}
	m.NoIndex = true
	return m
}
