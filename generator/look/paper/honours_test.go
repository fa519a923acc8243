package paper

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"golang.org/x/net/html"

	"gongshi/generator/look"
	"gongshi/generator/sitetest"
)

// Honours print as the roll that is put up: each household once beside its rank, a band's
// name above the first of its households, and room for the seal below its own words.
func TestHonoursOnPaper(t *testing.T) {
	tab, dir := look.Browser(t), printedSite(t)
	for file, most := range map[string]int{"longwu/longyuzhuang/honours/2023.html": 2, "ninghe/banqiao/beizhu/honours/2023.html": 1} {
		page := filepath.Join(dir, filepath.FromSlash(file))
		doc := parsed(t, page)
		for paper := range papers {
			t.Run(file+" "+paper, func(t *testing.T) {
				sheets := onPaper(t, tab, page, paper)
				checkSheets(t, sheets, doc)
				if len(sheets) > most {
					t.Errorf("on %d sheets, more than %d", len(sheets), most)
				}
				if !strings.HasPrefix(sheets[0].text, "光荣榜") {
					t.Errorf("begins %.60s", sheets[0].text)
				}
				all := ""
				for i, s := range sheets {
					all += s.text
					if strings.Contains(s.text, "（盖章）") != (i == len(sheets)-1) {
						t.Errorf("sheet %d: the seal's place", i+1)
					}
				}
				for _, word := range []string{"已生效", "个人信息", "负责答复"} {
					if strings.Contains(all, word) {
						t.Errorf("on paper: %s", word)
					}
				}
				checkBands(t, sheets, doc)
			})
		}
	}
}

func checkBands(t *testing.T, sheets []sheet, doc *html.Node) {
	t.Helper()
	band, names := "", 0
	for n := range doc.Descendants() {
		if n.Data == "h3" {
			band, _, _ = strings.Cut(sitetest.Text(n), " ")
		}
		if n.Data != "a" || n.Parent.Data != "li" {
			continue
		}
		if class, _ := sitetest.Attr(n.Parent.Parent, "class"); class != "tiles" {
			continue
		}
		found := 0
		for _, s := range sheets {
			for range s.row(strings.Fields(sitetest.Text(n))[:1]) {
				if found++; n.Parent.PrevSibling.PrevSibling == nil && !strings.Contains(s.text, band) {
					t.Errorf("%s stands on another sheet than its first household", band)
				}
			}
		}
		if names++; found != 1 {
			t.Errorf("%s stands %d times on paper", sitetest.Text(n), found)
		}
	}
	if names < 5 {
		t.Errorf("only %d names", names)
	}
}

// What is kept whole on one sheet holds the seal whole.
func TestSealIsNotCut(t *testing.T) {
	tab, dir := look.Browser(t), printedSite(t)
	for _, file := range []string{"ninghe/banqiao/beizhu/honours/2023.html", "ninghe/banqiao/beizhu/notices/2023.html"} {
		asPrinted(t, tab, filepath.Join(dir, filepath.FromSlash(file)), 180)
		whole, err := chromedp.Run(tab, chromedp.Evaluate[bool](`(function () {
			var seal = document.querySelector(".seal").getBoundingClientRect(), foot = document.querySelector(".foot").getBoundingClientRect();
			return seal.width > 100 && seal.top >= foot.top && seal.bottom <= foot.bottom;
		})()`))
		sitetest.Must(t, err)
		if !whole {
			t.Errorf("%s: the seal stands out of its foot", file)
		}
	}
}
