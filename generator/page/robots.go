package page

import (
	"slices"
	"strconv"
)

// Robots is robots.txt. Pages that search engines are asked to leave out say so themselves,
// which a robot can read only where it may fetch them; a table or a script cannot say so.
type Robots struct {
	None    bool     // drafts: nothing is to be read
	Hidden  []string // patterns (RFC 9309) of files that name households or rank them
	SiteMap string   // absolute address; "" where the site does not know its own
}

// At is the file's address.
func (*Robots) At() string { return robotsPath }

// SiteMap is sitemap.xml, or one of several that it lists (sitemaps.org).
type SiteMap struct {
	Path      string
	Addresses []string // absolute
	Index     bool     // the addresses are those of site maps
}

// At is the file's address.
func (m *SiteMap) At() string { return m.Path }

// mostAddresses is how many addresses one site map may hold (sitemaps.org).
const mostAddresses = 50_000

// surveyor notes the pages that search engines may list, on their way.
type surveyor struct {
	site      *site
	addresses [][]string // of each place, from the last to the first; in the end of the site itself
}

func (s *surveyor) begin() { s.addresses = append(s.addresses, nil) }

func (s *surveyor) note(p Page) {
	if h, ok := p.(HTML); ok && s.site.mapped() && !h.Top().NoIndex {
		last := &s.addresses[len(s.addresses)-1]
		*last = append(*last, s.site.absolute(p.At()))
	}
}

// files yields robots.txt, and the site map where the site knows its address and is no draft.
func (s *surveyor) files(yield func(Page) bool) bool {
	robots := &Robots{None: s.site.public.Drafts}
	if !s.site.public.Config.Privacy.Index {
		robots.Hidden = []string{"/*.csv$", "/*/h/list.js$"}
	}
	if !s.site.mapped() {
		return yield(robots)
	}
	robots.SiteMap = s.site.absolute(siteMapPath)
	slices.Reverse(s.addresses)
	for _, m := range siteMaps(slices.Concat(s.addresses...), mostAddresses, s.site.absolute) {
		if !yield(m) {
			return false
		}
	}
	return yield(robots)
}

// mapped reports whether there is a site map.
func (s *site) mapped() bool { return s.public.Config.BaseURL != "" && !s.public.Drafts }

const (
	robotsPath  = "robots.txt"
	siteMapPath = "sitemap.xml"
)

// siteMaps are one site map, or as many as are needed with an index before them.
func siteMaps(addresses []string, most int, absolute func(string) string) []*SiteMap {
	if len(addresses) <= most {
		return []*SiteMap{{Path: siteMapPath, Addresses: addresses}}
	}
	index := &SiteMap{Path: siteMapPath, Index: true}
	all := []*SiteMap{index}
	for i := 0; i < len(addresses); i += most {
		m := &SiteMap{Path: "sitemap-" + strconv.Itoa(len(all)) + ".xml", Addresses: addresses[i:min(i+most, len(addresses))]}
		all = append(all, m)
		index.Addresses = append(index.Addresses, absolute(m.Path))
	}
	return all
}
