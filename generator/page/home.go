package page

import (
	"cmp"
	"slices"

	"gongshi/generator/address"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/news"
	"gongshi/generator/publicity"
)

// Home is index.html.
type Home struct {
	Head
	Title    string
	Now      []Current // in publicity or under examination, by last day
	Ends     int64     // as StateGroup has it
	Search   *Search
	Places   []Branch
	Changes  []Event
	Articles []Link
}

// Current is a period that is in publicity now.
type Current struct {
	Place  string
	Period ledger.Period
	State  publicity.State
	Href   string // of its notice
}

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
	m := &Home{Head: s.head("index.html", "home"), Title: s.public.Config.Title}
	m.Day, m.Build = s.public.Day, &s.public.Build
	if news.HasFeed(s.public, "") {
		m.Feed = address.FeedFile
	}
	m.Articles = s.articlesOf(&m.Head, nil)
	m.Search = s.search(&m.Head, nil, s.villages())
	for _, p := range s.public.Places {
		if p.Parent == nil {
			m.Places = append(m.Places, m.branch(p))
		}
		for _, t := range p.Tables {
			if moving(t) {
				m.Head = s.following(m.Head, t.State)
				now := Current{p.Name, t.Period, s.state(t.State), m.Href(address.Notice(t))}
				m.Ends = max(m.Ends, now.State.OpenUntil())
				m.Now = append(m.Now, now)
			}
			m.addChanges(t, m.Href(address.Notice(t)))
		}
	}
	slices.SortStableFunc(m.Now, func(a, b Current) int { return cmp.Compare(a.State.LastDay, b.State.LastDay) })
	slices.SortStableFunc(m.Changes, func(a, b Event) int { return cmp.Compare(b.Date, a.Date) })
	m.Changes = m.Changes[:min(len(m.Changes), latestChanges)]
	return m
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
