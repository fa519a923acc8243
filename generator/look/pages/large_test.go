package pages

import (
	"context"
	"path/filepath"
	"testing"

	"gongshi/generator/look"
)

// In the largest letters on a phone no state, code or chosen column is cut at the edge of a table that scrolls, on any
// kind of page as it opens.
func TestNothingIsCutInTheLargestLetters(t *testing.T) {
	pool := look.TwoTabs(t)
	dir, _ := look.SampleFolder(t)
	pool.Visit(t, "larger", look.SampleKinds(t), func(t *testing.T, tab context.Context, page string) {
		look.Window(t, tab, 360, 640, "light")
		look.Open(t, tab, filepath.Join(dir, page))
		if !look.Wear(t, tab, "larger") {
			return
		}
		look.Settle(t, tab)
		look.Report(t, "larger at 360 px", look.Found(t, tab, "layout.js", "split()"))
	})
}
