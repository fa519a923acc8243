package render

import (
	"bytes"
	"encoding/xml"

	"gongshi/generator/page"
)

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
