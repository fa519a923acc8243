package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// Every kind of page of the sample, in a real browser.
func TestEveryKindOfPage(t *testing.T) {
	axe := npm(t, "axe-core/axe.min.js")
	pool := twoTabs(t)
	files := sample(t)
	dir, pages := files.folder(t), eachKind(t, files)
	at := func(page string) string { return filepath.Join(dir, filepath.FromSlash(page)) }

	pool.visit(t, "layout", pages, func(t *testing.T, tab context.Context, page string) {
		window(t, tab, 320, 256, "light") // as a window of 1280 × 1024 at 400 %
		open(t, tab, at(page))
		report(t, "at 320 px", found(t, tab, "layout.js", "cut().concat(targets(48))"))
		for _, look := range []string{"light", "dark", "print"} {
			window(t, tab, 360, 640, look)
			open(t, tab, at(page)) // anew, since charts.js takes its time to follow
			report(t, look, found(t, tab, "contrast.js", "contrast(7, false)"))
		}
		report(t, "on paper", found(t, tab, "contrast.js", "contrast(7, true)"))
		window(t, tab, 1280, 800, "light")
		open(t, tab, at(page))
		report(t, "at 1280 px", found(t, tab, "layout.js", "cut().concat(targets(48))"))
	})
	kinds := oneOfEach(t, files, pages)
	pool.visit(t, "axe", pages, func(t *testing.T, tab context.Context, page string) {
		window(t, tab, 360, 800, "light")
		open(t, tab, at(page))
		loadAxe(t, tab, axe)
		report(t, "light, 360 px", axeFinds(t, tab, "document", axeRules))
		if !kinds[page] {
			return // its kind has another page for the other looks
		}
		window(t, tab, 360, 800, "dark")
		report(t, "dark, 360 px", axeFinds(t, tab, "document", axeColours))
		window(t, tab, 1280, 800, "dark")
		report(t, "dark, 1280 px", axeFinds(t, tab, "document", axeColours))
		window(t, tab, 1280, 800, "light")
		report(t, "light, 1280 px", axeFinds(t, tab, "document", axeRules))
	})
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

func axeFinds(t *testing.T, tab context.Context, context, rules string) []string {
	t.Helper()
	list, err := chromedp.Run(tab, chromedp.Evaluate[[]string](`axe.run(`+context+`, {
		runOnly: `+rules+`, resultTypes: ["violations"], preload: false
	}).then(function (r) {
		return r.violations.map(function (v) {
			return v.id + ": " + v.help + "\n    " + v.nodes.slice(0, 5).map(function (n) { return n.html.slice(0, 200) + "\n    " + n.failureSummary; }).join("\n    ");
		});
	})`, chromedp.EvalAwaitPromise))
	must(t, err)
	return list
}
