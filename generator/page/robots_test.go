package page

import (
	"fmt"
	"slices"
	"testing"

	"gongshi/generator/address"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// A site map lists the pages that search engines may list, and one of too many addresses
// becomes several with an index.
func TestSiteMaps(t *testing.T) {
	absolute := func(path string) string { return "https://x/" + path }
	for _, c := range []struct {
		addresses int
		want      string
	}{
		{0, "[sitemap.xml 0 false]"},
		{3, "[sitemap.xml 3 false]"},
		{4, "[sitemap.xml 2 true][sitemap-1.xml 3 false][sitemap-2.xml 1 false]"},
		{9, "[sitemap.xml 3 true][sitemap-1.xml 3 false][sitemap-2.xml 3 false][sitemap-3.xml 3 false]"},
	} {
		got, all := "", make([]string, c.addresses)
		for _, m := range siteMaps(all, 3, absolute) {
			got += fmt.Sprintf("[%s %d %v]", m.Path, len(m.Addresses), m.Index)
			if m.Index && m.Addresses[0] != "https://x/sitemap-1.xml" {
				t.Errorf("index: %v", m.Addresses)
			}
		}
		if got != c.want {
			t.Errorf("%d addresses: %s, want %s", c.addresses, got, c.want)
		}
	}
}

// Every address in the site map is that of a page which does not ask to be left out, and every
// such page but 404.html is there, once.
func TestSiteMapIsWhatMayBeListed(t *testing.T) {
	for _, index := range []bool{false, true} {
		book := fixture()
		book.Config.BaseURL = "https://gongshi.example/x/"
		book.Config.Privacy.Index = index
		book.Articles = []*ledger.Article{{Path: "help/说明"}}
		all := built(t, book, fixtureDay, "")
		var want []string
		for path, p := range all {
			if h, ok := p.(HTML); ok && !h.Top().NoIndex && path != "404.html" {
				want = append(want, book.Config.BaseURL+address.Escape(path))
			}
		}
		got := slices.Sorted(slices.Values(page[*SiteMap](t, all, "sitemap.xml").Addresses))
		slices.Sort(want)
		if !slices.Equal(got, want) || slices.Contains(got, "https://gongshi.example/x/zhen/cun/h/001.html") != index {
			t.Errorf("index = %v: %q, want %q", index, got, want)
		}
	}
}

func TestClashesAtTheRoot(t *testing.T) {
	for address, want := range map[string]bool{
		"robots.txt": true, "Sitemap.xml": true, "sitemap-12.xml": true, "favicon.0123abcd.svg": true, "style.0123abcd.css": true,
		"favicon.svg": false, "help/favicon.0123abcd.svg": false, "sitemap.png": false,
	} {
		book := fixture()
		book.Articles, book.Images = nil, []ledger.Image{{Path: address}}
		if got := len(Clashes(gazette.Outline(book, gazette.Choices{}))) > 0; got != want {
			t.Errorf("%s: a clash: %v", address, got)
		}
	}
}
