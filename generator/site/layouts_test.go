package site_test

import (
	"path/filepath"
	"strings"
	"testing"

	"gongshi/generator/sitetest"
)

// Every layout of the theme has a page in the sample, and so among those that the tests in a browser
// look at.
func TestEveryLayoutHasAPage(t *testing.T) {
	seen := make(map[string]bool)
	for _, doc := range sitetest.SamplePages(t) {
		seen[sitetest.KindOf(doc)] = true
	}
	layouts, err := filepath.Glob(sitetest.Root() + "/themes/default/layouts/*.html")
	sitetest.Must(t, err)
	for _, layout := range layouts {
		if kind := strings.TrimSuffix(filepath.Base(layout), ".html"); kind != "base" && !seen[kind] {
			t.Errorf("no page of the sample is made with the layout %s", kind)
		}
	}
}
