package main

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/css"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/chromedp"
)

// Every kind of page of the sample, in a real browser, with all its folds open.
func TestEveryKindOfPage(t *testing.T) {
	axe := npm(t, "axe-core/axe.min.js")
	pool := twoTabs(t)
	files, pages := sample(t), sampleKinds(t)
	dir, kinds := files.folder(t), oneOfEach(t, files, pages)
	pool.visit(t, "looks", pages, func(t *testing.T, tab context.Context, page string) {
		window(t, tab, 320, 256, "light") // as a window of 1280 × 1024 at 400 %
		open(t, tab, filepath.Join(dir, page))
		openFolds(t, tab)
		report(t, "at 320 px", found(t, tab, "layout.js", layout))
		checkSizes(t, tab)
		checkColours(t, tab, "light", "dark", "print")
		loadAxe(t, tab, axe)
		checkAxe(t, tab, 360, "light", axeRules)
		if kinds[kindIn(t, files[page])] != page {
			return // its kind has another page for the other looks
		}
		checkAxe(t, tab, 360, "dark", axeColours)
		checkAxe(t, tab, 1280, "dark", axeColours)
		checkAxe(t, tab, 1280, "light", axeRules)
		checkColours(t, tab, "more", "forced")
		holdAll(t, tab)
		checkColours(t, tab, "light", "dark", "more")
	})
}

// layout lists what is wrong with the places and sizes of things.
const layout = "cut().concat(targets(48), broken())"

// checkSizes looks at a page in each size of letters on narrow and wide windows.
func checkSizes(t *testing.T, tab context.Context) {
	t.Helper()
	for _, width := range []int64{320, 360, 1280} {
		window(t, tab, width, 640, "light")
		for _, size := range []string{"larger", "large", "standard"} { // the last is left on
			rules := layout
			if size != "standard" {
				rules = strings.Replace(layout, "48", "60", 1)
				if !wear(t, tab, size) {
					continue
				}
			} else {
				wear(t, tab, size)
			}
			settle(t, tab)
			report(t, size+" at "+strconv.FormatInt(width, 10)+" px", found(t, tab, "layout.js", rules))
		}
		if width == 360 {
			report(t, "at 360 px", found(t, tab, "layout.js", "titles()"))
		}
	}
}

// checkColours looks at the contrast of all texts on a phone; in a reader's own colours they need only be seen.
func checkColours(t *testing.T, tab context.Context, looks ...string) {
	t.Helper()
	for _, look := range looks {
		window(t, tab, 360, 640, look)
		settle(t, tab)
		least := "7"
		if look == "forced" {
			least = "4.5"
		}
		report(t, look, found(t, tab, "contrast.js", "contrast("+least+", false)"))
		if look == "print" {
			report(t, "on paper", found(t, tab, "contrast.js", "contrast(7, true)"))
		}
	}
}

// holdAll holds one element of each place on the page as if it had the focus and the pointer over it.
func holdAll(t *testing.T, tab context.Context) {
	t.Helper()
	found(t, tab, "contrast.js", "hold(), []")
	must(t, chromedp.Do(tab, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
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

func openFolds(t *testing.T, tab context.Context) {
	t.Helper()
	ask[int](t, tab, `document.querySelectorAll("details").forEach(d => { d.open = true; }), 0`)
}

// settle waits until the drawings that follow the window and its colours have done so.
func settle(t *testing.T, tab context.Context) {
	t.Helper()
	ask[int](t, tab, `(function () {
		const text = document.querySelector(".drawn .echarts text"), probe = document.createElement("i"), began = Date.now();
		return text ? new Promise(function look(done) {
			document.body.appendChild(probe);
			probe.style.color = "var(--ink)";
			const ink = getComputedStyle(probe).color;
			probe.remove();
			const all = [...document.querySelectorAll(".drawn .echarts text")];
			const late = !all.some(e => getComputedStyle(e).fill === ink) && !matchMedia("print").matches && Date.now() < began + 1000;
			setTimeout(late ? look : done, 60, late ? done : 0);
		}) : 0;
	})()`)
}

func report(t *testing.T, look string, lines []string) {
	t.Helper()
	if len(lines) > 0 {
		t.Errorf("%s:\n  %s", look, strings.Join(lines, "\n  "))
	}
}

func loadAxe(t *testing.T, tab context.Context, file string) {
	t.Helper()
	source, err := os.ReadFile(file)
	must(t, err)
	_, err = chromedp.Run(tab, chromedp.Evaluate[int](string(source)+";0"))
	must(t, err)
}

// Of axe-core's rules those for WCAG 2.2 A and AA, and those among them that look at colours,
// which are all that the dark scheme changes.
const (
	axeRules   = `["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]`
	axeColours = `["color-contrast", "link-in-text-block"]`
)

func checkAxe(t *testing.T, tab context.Context, width int64, look, rules string) {
	t.Helper()
	window(t, tab, width, 800, look)
	settle(t, tab)
	report(t, "axe, "+look, ask[[]string](t, tab, `axe.run(document, {
		runOnly: `+rules+`, resultTypes: ["violations"], preload: false
	}).then(function (r) {
		return r.violations.map(function (v) {
			return v.id + ": " + v.help + "\n    " + v.nodes.slice(0, 5).map(function (n) { return n.html.slice(0, 200) + "\n    " + n.failureSummary; }).join("\n    ");
		});
	})`))
}
