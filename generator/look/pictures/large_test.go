package pictures

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"gongshi/generator/look"
	"gongshi/generator/site"
	"gongshi/generator/sitetest"
)

// builtLarge is the site of a village of 3,000 households with two months, with the pages of the households below 0010.
var builtLarge = sitetest.Once(func(tb testing.TB) sitetest.Tree {
	source := tb.TempDir()
	sitetest.LargeVillage(tb, source, 3000, 11)
	return sitetest.Part(tb, site.Options{Source: source}, func(path string) bool {
		return !strings.HasPrefix(path, "big/h/") || strings.HasPrefix(filepath.Base(path), "000") || path == "big/h/index.html"
	})
})

// The pages of a village of 3,000 households pass as those of a small one do. A table of so many
// rows is looked at as a whole for targets and what is cut, and for contrast and by axe with some
// rows: its first ones, and one of each trait.
func TestLargeVillage(t *testing.T) {
	source := look.NPM(t, "axe-core/axe.min.js")
	pool := look.TwoTabs(t)
	files := builtLarge(t)
	dir := files.Folder(t)
	pool.Visit(t, "looks", look.Kinds(t, files), func(t *testing.T, tab context.Context, page string) {
		look.Window(t, tab, 360, 640, "light")
		look.Open(t, tab, filepath.Join(dir, page))
		look.OpenFolds(t, tab)
		look.Report(t, "at 360 px", look.Found(t, tab, "layout.js", look.Layout))
		look.SomeRows(t, tab, 20)
		look.Report(t, "light", look.Found(t, tab, "contrast.js", "contrast(7, false)"))
		look.LoadAxe(t, tab, source)
		look.CheckAxe(t, tab, 360, "light", false)
	})
}
