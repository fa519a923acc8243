package pages

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gongshi/generator/look"
	"gongshi/generator/sitetest"
)

// Every page of the handbook, which no other test may choose, can be read on a phone: nothing is cut,
// and what is to be touched is large enough.
func TestHandbookOnPhone(t *testing.T) {
	pool, files := look.TwoTabs(t), sitetest.Sample(t)
	var pages []string
	for name := range files {
		if strings.HasPrefix(name, "help/") && strings.HasSuffix(name, ".html") {
			pages = append(pages, name)
		}
	}
	if slices.Sort(pages); len(pages) < 40 {
		t.Errorf("%d pages: %v", len(pages), pages)
	}
	dir, _ := look.SampleFolder(t)
	pool.Visit(t, "pages", pages, func(t *testing.T, tab context.Context, page string) {
		look.Window(t, tab, 360, 640, "light")
		look.Open(t, tab, filepath.Join(dir, page))
		look.Report(t, "at 360 px", look.Found(t, tab, "layout.js", look.Layout))
	})
}
