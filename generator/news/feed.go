// Package news makes what people subscribe to: feeds of what happened to notices, and calendars
// of the days that notices must keep to.
//
// In: what is published, from package gazette. Out: a [Feed] of the site or of a place, and a
// place's [Calendar], as data. It names no household and no figure, so its entries never become
// wrong. It writes no XML and no iCalendar, which package render does. A site of drafts has no
// news.
package news

import (
	"cmp"
	"slices"
	"time"

	"gongshi/generator/address"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// latestNews is how many entries a feed has at most.
const latestNews = 50

// Feed is feed.xml, of the site or of a place with those below it: what happened to their
// notices, latest first. It names no household and no figure.
type Feed struct {
	gazette.Located
	ID     string // an absolute IRI
	Lang   string
	Title  string // of the site or place
	Author string
	Self   string // absolute, or "" if the site does not know its own address
	Home   string // its page; relative if the site does not know its own address
	News   []News // at least one
}

// News is one thing that happened. It never changes.
type News struct {
	ID, Href string
	Author   string
	Place    string
	Period   ledger.Period
	Time     time.Time // the day's beginning in the site's time zone
	gazette.Turn
}

// SiteFeed returns the feed of the site.
func SiteFeed(s *gazette.Site) *Feed {
	return feed(s, address.FeedFile, "index.html", s.Config.Title, s.Config.Title, "")
}

// PlaceFeed returns the feed of a place p with the places below it.
func PlaceFeed(s *gazette.Site, p *gazette.Place) *Feed {
	return feed(s, address.Feed(p), address.Place(p), p.Name, cmp.Or(p.Contact.Office, p.Name), p.Path)
}

// HasFeed reports whether a notice is posted at or below folder. A site of drafts has no
// feed, so that no draft can be in one.
func HasFeed(s *gazette.Site, folder string) bool {
	return !s.Drafts && slices.ContainsFunc(s.Places, func(p *gazette.Place) bool {
		return address.Within(p.Path, folder) && len(p.Tables) > 0
	})
}

func feed(s *gazette.Site, file, home, title, author, folder string) *Feed {
	f := &Feed{
		Located: gazette.Located{Path: file}, ID: iri(s, file, ""), Lang: s.Config.Language, Title: title, Author: author,
		Self: address.Absolute(s.Config.BaseURL, file), Home: linkFrom(s, file, home),
	}
	for _, p := range s.Places {
		if address.Within(p.Path, folder) {
			for _, t := range p.Tables {
				f.add(s, p, t.State)
			}
		}
	}
	slices.SortStableFunc(f.News, func(a, b News) int { return b.Turn.Compare(a.Turn) })
	f.News = f.News[:min(len(f.News), latestNews)]
	return f
}

func (f *Feed) add(s *gazette.Site, p *gazette.Place, st *gazette.State) {
	file := address.NoticeAt(p, st.Period)
	for _, turn := range st.Course {
		part := turn.What.String()
		if turn.What != gazette.Posted {
			part += "-" + turn.Day.String()
		}
		f.News = append(f.News, News{
			ID: iri(s, file, part), Href: linkFrom(s, f.Path, file), Author: cmp.Or(p.Contact.Office, p.Name),
			Place: p.Name, Period: st.Period, Time: beginning(s, turn.Day), Turn: turn,
		})
	}
}

// iri returns a permanent name for a part of a file: its absolute address, or a tag (RFC 4151) if
// the site does not know its own.
func iri(s *gazette.Site, file, part string) string {
	id := cmp.Or(address.Absolute(s.Config.BaseURL, file), "tag:"+nowhere+",2023:"+address.Escape(file))
	if part == "" {
		return id
	}
	return id + "#" + part
}

// linkFrom returns the address of a file: absolute, or relative to the one at from.
func linkFrom(s *gazette.Site, from, file string) string {
	return cmp.Or(address.Absolute(s.Config.BaseURL, file), address.Relative(from, file))
}

// beginning returns the first instant of a day in the site's time zone.
func beginning(s *gazette.Site, d ledger.Date) time.Time {
	y, m, day := d.Civil()
	return time.Date(y, m, day, 0, 0, 0, 0, cmp.Or(s.Zone, time.UTC))
}
