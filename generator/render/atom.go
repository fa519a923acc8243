package render

import (
	"encoding/xml"
	"io"
	"time"

	"gongshi/generator/news"
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

// Atom writes a feed. Its times are those of its entries, never the clock's.
func (w words) Atom(out io.Writer, f *news.Feed) error {
	title, err := w.t("feed.title", f.Title)
	if err != nil {
		return err
	}
	feed := atomFeed{
		Lang: f.Lang, ID: f.ID, Title: title, Author: f.Author,
		Updated: f.News[0].Time.Format(time.RFC3339), // the latest comes first
		Links:   []atomLink{{"alternate", "text/html", f.Home}},
	}
	if f.Self != "" {
		feed.Links = append(feed.Links, atomLink{"self", "application/atom+xml", f.Self})
	}
	for _, n := range f.News {
		e, err := w.entry(n)
		if err != nil {
			return err
		}
		feed.Entries = append(feed.Entries, e)
	}
	if _, err := io.WriteString(out, xml.Header); err != nil {
		return err
	}
	x := xml.NewEncoder(out)
	x.Indent("", " ")
	if err := x.Encode(feed); err != nil {
		return err
	}
	_, err = io.WriteString(out, "\n")
	return err
}

func (w words) entry(n news.News) (atomEntry, error) {
	at := n.Time.Format(time.RFC3339)
	e := atomEntry{
		ID: n.ID, Updated: at, Published: at, Author: n.Author, Link: atomLink{"alternate", "text/html", n.Href},
	}
	period, err := w.period(n.Period)
	if err != nil {
		return e, err
	}
	if e.Title, err = w.t("feed."+n.What.String(), n.Place, period, n.Count); err != nil {
		return e, err
	}
	e.Summary, err = w.summary(n)
	return e, err
}

// summary returns in words what an entry means.
func (w words) summary(n news.News) (string, error) {
	day, err := w.date(n.Day)
	if err != nil {
		return "", err
	}
	if n.LastDay == 0 {
		return w.t("feed.about."+n.What.String(), day)
	}
	first, err := w.date(n.FirstDay)
	if err != nil {
		return "", err
	}
	last, err := w.date(n.LastDay)
	if err != nil {
		return "", err
	}
	weekday, err := w.weekday(n.LastDay)
	if err != nil {
		return "", err
	}
	return w.t("feed.about.anew."+n.What.String(), day, first, last, weekday)
}
