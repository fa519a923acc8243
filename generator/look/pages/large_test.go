package pages

import (
	"context"
	"path/filepath"
	"testing"

	"gongshi/generator/look"
)

// On a phone no page is wider than the window as it opens, in letters of any size; and in the largest no state, code or
// chosen column is cut at the edge of a table that scrolls.
func TestNothingIsCutAsAPageOpens(t *testing.T) {
	pool := look.TwoTabs(t)
	dir, _ := look.SampleFolder(t)
	pool.Visit(t, "as it opens", look.SampleKinds(t), func(t *testing.T, tab context.Context, page string) {
		look.Window(t, tab, 360, 640, "light")
		look.Open(t, tab, filepath.Join(dir, page))
		look.Report(t, "at 360 px", look.Found(t, tab, "layout.js", "sideways()"))
		for _, size := range []string{"larger", "large", "standard"} { // the last is left on
			if !look.Wear(t, tab, size) {
				return
			}
			look.Settle(t, tab)
			rules := "sideways()"
			if size == "larger" {
				rules += ".concat(split())"
			}
			look.Report(t, size+" at 360 px", look.Found(t, tab, "layout.js", rules))
		}
	})
}
