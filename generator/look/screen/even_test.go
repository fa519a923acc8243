package screen

import (
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"

	"gongshi/generator/look"
	"gongshi/generator/sitetest"
)

// Where four slides are needed, they are filled alike, and no tie is parted for that. By hand, the sample's
// ties down to rank 28: 1 3 3 | 3 1 5 | 2 5 2 | 2 4, where ten rows have room and filling in order gives 10 8 9 4.
func TestSlidesAreFilledAlike(t *testing.T) {
	tab := look.Browser(t)
	sitetest.Must(t, chromedp.Do(tab, chromedp.EmulateViewport(1280, 720)))
	visit(t, tab, "file://"+filepath.ToSlash(filepath.Join(sample(t).Folder(t), "zhongping", "screen.html")))
	const rows = `[].map.call(document.querySelectorAll(".ranks[id]"), function (s) { return s.querySelectorAll("tbody tr").length; }).join(" ")`
	if got := look.Ask[string](t, tab, rows); got != "7 9 9 6" {
		t.Errorf("rows on the slides: %s, want 7 9 9 6", got)
	}
}
