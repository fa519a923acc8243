package render

import (
	"encoding/xml"
	"fmt"
	"io"

	"gongshi/generator/page"
)

// writeRobots writes robots.txt (RFC 9309).
func writeRobots(w io.Writer, m *page.Robots) error {
	text := "User-agent: *\n"
	for _, pattern := range m.Hidden {
		text += "Disallow: " + pattern + "\n"
	}
	switch {
	case m.None:
		text = "User-agent: *\nDisallow: /\n"
	case len(m.Hidden) == 0:
		text += "Disallow:\n"
	}
	if m.SiteMap != "" {
		text += "\nSitemap: " + m.SiteMap + "\n"
	}
	_, err := io.WriteString(w, text)
	return err
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
func writeSiteMap(w io.Writer, m *page.SiteMap) error {
	list := make([]location, len(m.Addresses))
	for i, address := range m.Addresses {
		list[i].Loc = address
	}
	x := siteMap{XMLName: xml.Name{Space: "http://www.sitemaps.org/schemas/sitemap/0.9", Local: "urlset"}, URLs: list}
	if m.Index {
		x.XMLName.Local, x.URLs, x.Maps = "sitemapindex", nil, list
	}
	text, err := xml.MarshalIndent(x, "", " ")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s%s\n", xml.Header, text)
	return err
}
