package page

import (
	"slices"
	"strings"

	"gongshi/generator/address"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/news"
	"gongshi/generator/publicity"
)

// HTML is a page that a template of the theme turns into a document.
type HTML interface {
	Page
	// Top is what all documents have in common.
	Top() *Head
}

// Head is what every document begins and ends with.
type Head struct {
	Path    string // slash path below public/, not percent-encoded
	Kind    string // the kind of page, in English: household, period …
	Lang    string
	Site    string // the site's title
	Root    string // from this page to the site's root: "", "../", "../../"
	Here    string // from this page to its place's folder: "" or "../"
	Place   string // the name of its place
	Crumbs  []Crumb
	Doors   []Door      // of its village; none elsewhere
	Draft   bool        // the site was built with what is not posted yet
	NoIndex bool        // search engines are asked to leave it out
	Day     ledger.Date // the day as of which its data are; 0 where it does not depend on it
	Live    bool        // … and moves on with the days by a script
	Contact ledger.Contact
	Points  bool   // its place or one below keeps points, which people may object to
	Privacy string // who answers questions about personal information
	Rules   string // where the rules are, "" if there are none
	Notices string // where the notices are, "" if there are none
	Data    string // where the open data are, "" if there are none
	Proofs  string // where the seals are, "" if nothing is published

	Feed     string // the news of the site or place, "" if it has none or this is no page to offer them
	Calendar string // the dates of the place, likewise

	Changed Changed
	AsOf    ledger.Date    // the site's day; a change after it is told without its date
	Build   *gazette.Build // nil but where the build itself is told of
}

// Crumb is one step of the way down to a page. The page itself is not one, but for a village's,
// whose name is at the head of all its pages.
type Crumb struct {
	Name string // of the site or a place
	Word string // or a key of the theme's words
	Href string
}

// Link is an address with its text.
type Link struct {
	Text, Href string
}

// At is the file's slash path.
func (h *Head) At() string { return h.Path }

// Top is h itself.
func (h *Head) Top() *Head { return h }

// Href is the percent-encoded relative address of a file of the site, as seen from h.
func (h *Head) Href(path string) string { return address.Relative(h.Path, path) }

// hrefIf is the same where that file is there, else "".
func (h *Head) hrefIf(there bool, path string) string {
	if !there {
		return ""
	}
	return h.Href(path)
}

// head begins a page that belongs to no place.
func (s *site) head(path, kind string) Head {
	h := Head{
		Path: path, Kind: kind, Root: address.Root(path),
		Lang: s.public.Config.Language, Site: s.public.Config.Title,
		Draft:   s.public.Drafts,
		Privacy: s.public.Config.Privacy.Contact,
		AsOf:    s.public.Day,
	}
	if path != "index.html" {
		h.Crumbs = []Crumb{{Name: h.Site, Href: h.Root + "index.html"}}
	}
	return h
}

// headOf begins a page at or below the address of a place.
func (s *site) headOf(p *gazette.Place, path, kind string) Head {
	h := s.head(path, kind)
	h.Here = strings.TrimSuffix(h.Href(address.Place(p)), "index.html")
	h.Place, h.Contact, h.Points = p.Name, p.Contact, keepsPoints(p)
	h.Changed = changed(p.Changes.Folder)
	if s.isSole(p) {
		h.Crumbs = []Crumb{{Name: p.Name, Href: h.Root + "index.html"}}
	} else {
		h.Crumbs = append(h.Crumbs, way(&h, p)...)
	}
	posted := len(p.Tables) > 0
	h.Rules = h.hrefIf(s.hasRules(p), address.Rules(p))
	h.Notices, h.Proofs = h.hrefIf(posted, address.Notices(p)), h.hrefIf(posted, address.Proofs(p))
	h.Data = h.hrefIf(p.HasFiles(), address.DataIndex(p))
	h.Doors = s.doors(&h, p)
	return h
}

// PeriodHead is what a page about one period of a place begins with.
type PeriodHead struct {
	Head
	Period ledger.Period
	State  publicity.State
}

// headOfPeriod begins a page about t, which names or ranks its households.
func (v *village) headOfPeriod(t *gazette.Table, path, kind string) PeriodHead {
	h := PeriodHead{Head: v.personal(v.headOf(t.Place, path, kind)), Period: t.Period}
	h.State, h.Changed = v.state(&h.Head, t), Changed{Change: t.Changed, Points: true}
	return h
}

// way leads down to a place, as seen from h.
func way(h *Head, p *gazette.Place) (way []Crumb) {
	for at := p; at != nil; at = at.Parent {
		if at != p || p.Keeps || h.Path != address.Place(p) {
			way = slices.Insert(way, 0, Crumb{Name: at.Name, Href: h.Href(address.Place(at))})
		}
	}
	return way
}

// isSole reports whether p is a village and all that the site has, so that the site opens at it.
func (s *site) isSole(p *gazette.Place) bool {
	return len(s.public.Places) == 1 && p.Keeps && s.public.Places[0].Path == p.Path
}

// offering lets h offer what its place has to subscribe to.
func (s *site) offering(h Head, p *gazette.Place) Head {
	h.Feed = h.hrefIf(news.HasFeed(s.public, p.Path), address.Feed(p))
	h.Calendar = h.hrefIf(news.CalendarOf(s.public, p) != nil, address.Calendar(p))
	return h
}

// keepsPoints reports whether p or a place below it keeps points.
func keepsPoints(p *gazette.Place) bool {
	return p.Keeps || slices.ContainsFunc(p.Children, keepsPoints)
}

// personal marks h as a page that names households or ranks them.
func (s *site) personal(h Head) Head {
	h.NoIndex = !s.public.Config.Privacy.Index
	return h
}

// date gives h the day, where what it shows changes with it.
func (s *site) date(h *Head, moving bool) {
	if moving {
		h.Day = s.public.Day
	}
}

// absolute is a file's address on the web, "" where the site does not know its own.
func (s *site) absolute(path string) string { return address.Absolute(s.public.Config.BaseURL, path) }
