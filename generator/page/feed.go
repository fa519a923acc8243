package page

import (
	"cmp"
	"slices"
	"time"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

const feedFile = "feed.xml"

// latestNews is how many entries a feed has at most.
const latestNews = 50

// Feed is feed.xml, of the site or of a place with those below it: what happened to
// their notices, latest first. It names no household and tells no figure.
type Feed struct {
	Path   string
	ID     string // an absolute IRI
	Lang   string
	Title  string // of the site or place
	Author string
	Self   string // absolute; "" where the site does not know its own address
	Home   string // the page that it tells of; relative where the site does not know its own address
	News   []News // at least one
}

// At is the feed's address.
func (f *Feed) At() string { return f.Path }

// News is one thing that happened. What it says holds for good, so it never changes.
type News struct {
	ID, Href string
	Author   string
	Place    string
	Period   ledger.Period
	Time     time.Time // the day's beginning in the site's time zone
	gazette.Turn
}

// ownFeed is the feed of the site.
func (s *site) ownFeed() *Feed {
	return s.feed(feedFile, "index.html", s.public.Config.Title, s.public.Config.Title, "")
}

// placeFeed is the feed of p with the places below it.
func (s *site) placeFeed(p *gazette.Place) *Feed {
	return s.feed(p.Path+"/"+feedFile, placePath(p), p.Name, cmp.Or(p.Contact.Office, p.Name), p.Path)
}

// hasFeed reports whether a notice is posted at or below folder. A site of drafts has no
// feed, so that no draft can be in one.
func (s *site) hasFeed(folder string) bool {
	return !s.public.Drafts && slices.ContainsFunc(s.public.Places, func(p *gazette.Place) bool {
		return within(p.Path, folder) && len(p.Tables) > 0
	})
}

func (s *site) feed(file, home, title, author, folder string) *Feed {
	f := &Feed{
		Path: file, ID: s.iri(file, ""), Lang: s.public.Config.Language, Title: title, Author: author,
		Self: s.absolute(file), Home: s.linkFrom(file, home),
	}
	for _, p := range s.public.Places {
		if within(p.Path, folder) {
			for _, t := range p.Tables {
				f.add(s, p, t.State)
			}
		}
	}
	slices.SortStableFunc(f.News, func(a, b News) int { return b.Turn.Compare(a.Turn) })
	f.News = f.News[:min(len(f.News), latestNews)]
	return f
}

func (f *Feed) add(s *site, p *gazette.Place, st *gazette.State) {
	file := noticeAt(p, st.Period)
	for _, turn := range st.Course {
		part := turn.What.String()
		if turn.What != gazette.Posted {
			part += "-" + turn.Day.String()
		}
		f.News = append(f.News, News{
			ID: s.iri(file, part), Href: s.linkFrom(f.Path, file), Author: cmp.Or(p.Contact.Office, p.Name),
			Place: p.Name, Period: st.Period, Time: s.beginning(turn.Day), Turn: turn,
		})
	}
}

// iri identifies a part of a file for good: by its absolute address, or by a tag (RFC
// 4151) where the site does not know its own.
func (s *site) iri(file, part string) string {
	id := cmp.Or(s.absolute(file), "tag:"+nowhere+",2023:"+escape(file))
	if part == "" {
		return id
	}
	return id + "#" + part
}

// linkFrom leads to a file: by its absolute address, or relative to the one at from.
func (s *site) linkFrom(from, file string) string {
	return cmp.Or(s.absolute(file), (&Head{Path: from}).Href(file))
}

// beginning is the first instant of a day in the site's time zone.
func (s *site) beginning(d ledger.Date) time.Time {
	y, m, day := d.Civil()
	return time.Date(y, m, day, 0, 0, 0, 0, cmp.Or(s.public.Zone, time.UTC))
}
