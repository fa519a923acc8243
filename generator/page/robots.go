package page

import (
	"slices"
	"strconv"

	"gongshi/generator/gazette"
)

// SiteMap is sitemap.xml, or one of several that it lists (sitemaps.org).
type SiteMap struct {
	gazette.Located
	Addresses []string // absolute
	Index     bool     // the addresses are those of site maps
}

// mostAddresses is how many addresses one site map may hold (sitemaps.org).
const mostAddresses = 50_000

// note notes a page that search engines may list.
func (m *Maker) note(p Page) {
	if h, ok := p.(HTML); ok && m.mapped() && !h.Top().NoIndex {
		last := &m.addresses[len(m.addresses)-1]
		*last = append(*last, m.absolute(p.At()))
	}
}

// robots yields robots.txt (RFC 9309), after the site map where the site knows its address and is no draft. Pages
// that search engines are asked to leave out have a tag for that, which a robot can read only where it may fetch
// them; a table or a script that names households cannot have one.
func (m *Maker) robots(yield func(Page) bool) {
	text := "User-agent: *\n"
	switch {
	case m.public.Drafts:
		text += "Disallow: /\n"
	case !m.public.Config.Privacy.Index:
		text += "Disallow: /*.csv$\nDisallow: /*/h/list.js$\n"
	default:
		text += "Disallow:\n"
	}
	if m.mapped() {
		text += "\nSitemap: " + m.absolute(siteMapPath) + "\n"
		slices.Reverse(m.addresses)
		for _, one := range siteMaps(slices.Concat(m.addresses...), mostAddresses, m.absolute) {
			if !yield(one) {
				return
			}
		}
	}
	yield(&gazette.Document{Located: gazette.Located{Path: robotsPath}, Text: text})
}

// mapped reports whether there is a site map.
func (s *site) mapped() bool { return s.public.Config.BaseURL != "" && !s.public.Drafts }

const (
	robotsPath  = "robots.txt"
	siteMapPath = "sitemap.xml"
)

// siteMaps are one site map, or as many as are needed with an index before them.
func siteMaps(addresses []string, most int, absolute func(string) string) []*SiteMap {
	first := &SiteMap{Located: gazette.Located{Path: siteMapPath}, Addresses: addresses}
	all := []*SiteMap{first}
	if len(addresses) <= most {
		return all
	}
	first.Index, first.Addresses = true, nil
	for part := range slices.Chunk(addresses, most) {
		m := &SiteMap{Located: gazette.Located{Path: "sitemap-" + strconv.Itoa(len(all)) + ".xml"}, Addresses: part}
		all = append(all, m)
		first.Addresses = append(first.Addresses, absolute(m.Path))
	}
	return all
}
