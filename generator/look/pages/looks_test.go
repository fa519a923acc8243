// Package pages looks at every kind of page in a real browser.
package pages

import (
	"context"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/css"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/chromedp"

	"gongshi/generator/look"
	"gongshi/generator/sitetest"
)

func TestMain(m *testing.M) { look.Main(m) }

// Every kind of page of the sample, in a real browser, as it opens and then with all its folds open.
func TestEveryKindOfPage(t *testing.T) {
	axe := look.NPM(t, "axe-core/axe.min.js")
	pool := look.TwoTabs(t)
	files, pages := sitetest.Sample(t), look.SampleKinds(t)
	dir, kinds := look.SampleFolder(t)
	pool.Visit(t, "looks", pages, func(t *testing.T, tab context.Context, page string) {
		one := kinds[look.KindIn(t, files[page])] == page
		look.Window(t, tab, 360, 640, "light")
		look.Open(t, tab, filepath.Join(dir, page))
		checkOpening(t, tab)
		look.Window(t, tab, 320, 256, "light") // as a window of 1280 × 1024 at 400 %
		look.SomeRows(t, tab, 12)
		look.OpenFolds(t, tab)
		look.Report(t, "at 320 px", look.Found(t, tab, "layout.js", look.Layout))
		checkSizes(t, tab, one)
		checkColours(t, tab, "light", "dark", "print")
		look.LoadAxe(t, tab, axe)
		look.CheckAxe(t, tab, 360, "light", one)
		if !one {
			return // its kind has another page for the other looks
		}
		look.CheckAxe(t, tab, 1280, "dark", true)
		checkColours(t, tab, "more", "forced")
		holdAll(t, tab)
		checkColours(t, tab, "light", "dark", "more")
	})
}

// checkOpening sees that no page is wider than a phone as it opens, in letters of any size; and in the largest that no
// state, code or chosen column is cut at the edge of a table that scrolls.
func checkOpening(t *testing.T, tab context.Context) {
	t.Helper()
	look.Report(t, "as it opens", look.Found(t, tab, "layout.js", "sideways()"))
	for _, size := range []string{"larger", "large", "standard"} { // the last is left on
		if !look.Wear(t, tab, size) {
			return
		}
		look.Settle(t, tab)
		rules := "sideways()"
		if size == "larger" {
			rules += ".concat(split())"
		}
		look.Report(t, size+" as it opens", look.Found(t, tab, "layout.js", rules))
	}
}

// sizes are those of letters on windows of a width, the last of which is left on. One page of a kind is looked at in
// all of them; of the others it is enough where there is least room, and where letters are as usual.
func sizes(width int64, all bool) []string {
	if all {
		return []string{"larger", "large", "standard"}
	}
	return map[int64][]string{320: {"larger", "standard"}, 360: {"large", "standard"}, 1280: {"larger", "standard"}}[width]
}

// checkSizes looks at a page on narrow and wide windows, in the sizes of letters that sizes gives.
func checkSizes(t *testing.T, tab context.Context, all bool) {
	t.Helper()
	for _, width := range []int64{320, 360, 1280} {
		look.Window(t, tab, width, 640, "light")
		for _, size := range sizes(width, all) { // the last is left on
			rules := look.Layout
			if size != "standard" {
				rules = strings.Replace(look.Layout, "48", "60", 1)
				if !look.Wear(t, tab, size) {
					continue
				}
			} else {
				look.Wear(t, tab, size)
			}
			look.Settle(t, tab)
			look.Report(t, size+" at "+strconv.FormatInt(width, 10)+" px", look.Found(t, tab, "layout.js", rules))
		}
		if width == 360 {
			look.Report(t, "at 360 px", look.Found(t, tab, "layout.js", "titles()"))
		}
	}
}

// checkColours looks at the contrast of all texts on a phone; in a reader's own colours they need only be seen.
func checkColours(t *testing.T, tab context.Context, looks ...string) {
	t.Helper()
	for _, as := range looks {
		look.Window(t, tab, 360, 640, as)
		look.Settle(t, tab)
		least := "7"
		if as == "forced" {
			least = "4.5"
		}
		look.Report(t, as, look.Found(t, tab, "contrast.js", "contrast("+least+", false)"))
		if as == "print" {
			look.Report(t, "on paper", look.Found(t, tab, "contrast.js", "contrast(7, true)"))
		}
	}
}

// holdAll holds one element of each place on the page as if it had the focus and the pointer over it.
func holdAll(t *testing.T, tab context.Context) {
	t.Helper()
	look.Found(t, tab, "contrast.js", "hold(), []")
	sitetest.Must(t, chromedp.Do(tab, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		document, err := cdp.Call(ctx, target, dom.GetDocument, dom.GetDocumentParams{})
		if err != nil {
			return err
		}
		held, err := cdp.Call(ctx, target, dom.QuerySelectorAll, dom.QuerySelectorAllParams{NodeID: document.Root.NodeID, Selector: "[data-held]"})
		if err != nil {
			return err
		}
		if _, err := cdp.Call(ctx, target, css.Enable, cdp.Empty{}); err != nil {
			return err
		}
		for _, id := range held.NodeIDs {
			states := css.ForcePseudoStateParams{NodeID: id, ForcedPseudoClasses: []string{"hover", "focus", "focus-visible"}}
			if _, err := cdp.Call(ctx, target, css.ForcePseudoState, states); err != nil {
				return err
			}
		}
		return nil
	})))
}
