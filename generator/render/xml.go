package render

import (
	"bytes"
	"encoding/xml"
	"time"

	"gongshi/generator/news"
	"gongshi/generator/page"
)

// The elements of an Atom feed (RFC 4287), in the order in which they are written.
type (
	atomFeed struct {
		XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
		Lang    string      `xml:"xml:lang,attr"`
		ID      string      `xml:"id"`
		Title   string      `xml:"title"`
		Updated string      `xml:"updated"`
		Author  string      `xml:"author>name"`
		Links   []atomLink  `xml:"link"`
		Entries []atomEntry `xml:"entry"`
	}
	atomEntry struct {
		ID        string   `xml:"id"`
		Title     string   `xml:"title"`
		Updated   string   `xml:"updated"`
		Published string   `xml:"published"`
		Author    string   `xml:"author>name"`
		Link      atomLink `xml:"link"`
		Summary   string   `xml:"summary"`
	}
	atomLink struct {
		Rel  string `xml:"rel,attr"`
		Type string `xml:"type,attr"`
		Href string `xml:"href,attr"`
	}
)

// feed writes a feed. Its times are those of its entries, never the clock's.
func (s *speaker) feed(out *bytes.Buffer, f *news.Feed) error {
	feed := atomFeed{
		Lang: f.Lang, ID: f.ID, Title: s.t("feed.title", f.Title), Author: f.Author,
		Links: []atomLink{{"alternate", "text/html", f.Home}},
	}
	if len(f.News) > 0 { // as in any but a falsified site
		feed.Updated = f.News[0].Time.Format(time.RFC3339) // the latest comes first
	}
	if f.Self != "" {
		feed.Links = append(feed.Links, atomLink{"self", "application/atom+xml", f.Self})
	}
	for _, n := range f.News {
		feed.Entries = append(feed.Entries, s.entry(n))
	}
	return writeXML(out, feed)
}

func writeXML(out *bytes.Buffer, document any) error {
	text, err := xml.MarshalIndent(document, "", " ")
	out.WriteString(xml.Header)
	out.Write(append(text, '\n'))
	return err
}

func (s *speaker) entry(n news.News) atomEntry {
	at := n.Time.Format(time.RFC3339)
	return atomEntry{
		ID: n.ID, Updated: at, Published: at, Author: n.Author, Link: atomLink{"alternate", "text/html", n.Href},
		Title: s.t("feed."+n.What.String(), n.Place, s.period(n.Period), n.Count), Summary: s.summary(n),
	}
}

// summary returns in words what an entry means.
func (s *speaker) summary(n news.News) string {
	if n.LastDay == 0 {
		return s.t("feed.about."+n.What.String(), s.date(n.Day))
	}
	return s.t("feed.about.anew."+n.What.String(),
		s.date(n.Day), s.date(n.FirstDay), s.date(n.LastDay), s.weekday(n.LastDay))
}

// siteMap is the XML of a site map, or of an index of site maps (sitemaps.org).
type siteMap struct {
	XMLName xml.Name
	URLs    []location `xml:"url"`
	Maps    []location `xml:"sitemap"`
}

type location struct {
	Loc string `xml:"loc"`
}

// writeSiteMap writes no dates: the day of a page's last change is not always known.
func writeSiteMap(out *bytes.Buffer, m *page.SiteMap) error {
	list := make([]location, len(m.Addresses))
	for i, address := range m.Addresses {
		list[i].Loc = address
	}
	x := siteMap{XMLName: xml.Name{Space: "http://www.sitemaps.org/schemas/sitemap/0.9", Local: "urlset"}, URLs: list}
	if m.Index {
		x.XMLName.Local, x.URLs, x.Maps = "sitemapindex", nil, list
	}
	return writeXML(out, x)
}
