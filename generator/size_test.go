package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"golang.org/x/net/html"
)

// show opens a file in a tab, as from a USB stick.
func show(t *testing.T, tab context.Context, file string) {
	t.Helper()
	must(t, chromedp.Do(tab, chromedp.Navigate("file://"+filepath.ToSlash(file))))
}

// eval is what an expression gives in the page.
func eval[T any](t *testing.T, tab context.Context, expression string) T {
	t.Helper()
	got, err := chromedp.Run(tab, chromedp.Evaluate[T](expression))
	if err != nil {
		t.Fatalf("%s: %v", expression, err)
	}
	return got
}

// windowOf sets the size of the window.
func windowOf(t *testing.T, tab context.Context, width, height int64) {
	t.Helper()
	must(t, chromedp.Do(tab, chromedp.EmulateViewport(width, height)))
}

// scripts switches the scripts of the pages that are opened from now on.
func scripts(t *testing.T, tab context.Context, on bool) {
	t.Helper()
	must(t, chromedp.Do(tab, chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !on})
		return err
	})))
}

// prelude runs a script before those of every page that is opened from now on.
func prelude(t *testing.T, tab context.Context, source string) {
	t.Helper()
	must(t, chromedp.Do(tab, chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, cdppage.AddScriptToEvaluateOnNewDocument, cdppage.AddScriptToEvaluateOnNewDocumentParams{Source: source})
		return err
	})))
}

// written writes the sample into a folder, and gives it with one page of each kind: that
// with the most bytes, which has most on it.
func written(t *testing.T) (dir string, kinds map[string]string) {
	t.Helper()
	dir, kinds = t.TempDir(), make(map[string]string)
	files := sample(t)
	for name, content := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		must(t, os.MkdirAll(filepath.Dir(file), 0o755))
		must(t, os.WriteFile(file, content, 0o644))
	}
	files.pages(t, func(name string, doc *html.Node) {
		for n := range doc.Descendants() {
			kind, ok := attr(n, "class")
			if n.Data != "body" || !ok || kind == "screen" { // which has sizes and tests of its own
				continue
			}
			if had, there := kinds[kind]; !there || len(files[name]) > len(files[had]) || len(files[name]) == len(files[had]) && name < had {
				kinds[kind] = name
			}
		}
	})
	if len(kinds) < 15 {
		t.Fatalf("kinds of pages: %v", kinds)
	}
	return dir, kinds
}

const (
	letters = `getComputedStyle(document.documentElement).fontSize`
	tapped  = `[...document.querySelectorAll(".sizes button")].find(b => b.value === "%s").click()`
)

// 标准 / 大字 / 超大 is remembered from page to page, opened from files, also where the browser
// refuses to keep anything; without scripts there is no switch, and nothing else is missing.
func TestSizeIsRemembered(t *testing.T) {
	for _, refuses := range []bool{false, true} {
		tab := browser(t)
		dir, kinds := written(t)
		if refuses {
			prelude(t, tab, `Object.defineProperty(window, "localStorage", {get: function () { throw new Error("refused"); }})`)
		}
		show(t, tab, filepath.Join(dir, kinds["home"]))
		if got := eval[string](t, tab, letters); got != "20px" {
			t.Errorf("first visit: %s", got)
		}
		for _, step := range []struct{ size, want, next string }{
			{"large", "28px", kinds["household"]}, {"larger", "36px", kinds["period"]}, {"standard", "20px", kinds["notice"]},
		} {
			eval[any](t, tab, fmt.Sprintf(tapped, step.size))
			for range 2 { // on the page itself, and on the next
				if got := eval[string](t, tab, letters); got != step.want {
					t.Errorf("storage refused: %v, %s: letters of %s, want %s", refuses, step.size, got, step.want)
				}
				if got := eval[string](t, tab, `document.querySelector(".sizes [aria-pressed=true]").value`); got != step.size {
					t.Errorf("storage refused: %v, %s is pressed, want %s", refuses, got, step.size)
				}
				show(t, tab, filepath.Join(dir, step.next))
			}
		}
	}
}

func TestWithoutScriptsThereAreNoControls(t *testing.T) {
	tab := browser(t)
	dir, kinds := written(t)
	scripts(t, tab, false)
	for kind, name := range kinds {
		show(t, tab, filepath.Join(dir, name))
		if n := eval[int](t, tab, `[...document.querySelectorAll("button, input, select")].filter(e => e.offsetWidth).length`); n > 0 {
			t.Errorf("%s (%s): %d controls that do nothing", name, kind, n)
		}
	}
}

// Nothing is lost at 320 px, which is 1280 px at 400 %, in any size of letters: tables scroll
// inside themselves, the page does not.
func TestNoPageScrollsSideways(t *testing.T) {
	tab := browser(t)
	dir, kinds := written(t)
	windowOf(t, tab, 320, 640)
	for kind, name := range kinds {
		for _, size := range []string{"standard", "large", "larger"} {
			show(t, tab, filepath.Join(dir, name))
			eval[any](t, tab, fmt.Sprintf(tapped, size))
			if wide := eval[string](t, tab, sideways); wide != "" {
				t.Errorf("%s (%s, %s) is wider than the window: %s", name, kind, size, wide)
			}
		}
	}
}

// sideways names what sticks out of a window to the right, outside of what scrolls by itself.
const sideways = `document.documentElement.scrollWidth <= innerWidth ? "" : [...document.querySelectorAll("main *, body > *")].filter(e => {
	for (let up = e.parentElement; up; up = up.parentElement) if (getComputedStyle(up).overflowX === "auto") return false;
	return e.getBoundingClientRect().right > innerWidth + 1;
}).map(e => e.tagName + "." + e.className + " " + e.textContent.slice(0, 30)).slice(-3).join(" | ") || "?"`

// What is tapped is 48 px high, and 60 px in 大字; links within a sentence are text.
func TestTargetsAreLargeEnough(t *testing.T) {
	tab := browser(t)
	dir, kinds := written(t)
	for _, width := range []int64{360, 1280} {
		windowOf(t, tab, width, 800)
		for kind, name := range kinds {
			for size, least := range map[string]int{"standard": 48, "large": 60} {
				show(t, tab, filepath.Join(dir, name))
				eval[any](t, tab, fmt.Sprintf(tapped, size))
				if small := eval[string](t, tab, fmt.Sprintf(smaller, least)); small != "" {
					t.Errorf("%s (%s, %d px, %s): less than %d px high: %s", name, kind, width, size, least, small)
				}
			}
		}
	}
}

const smaller = `[...document.querySelectorAll("button, input, select, summary, nav a, .links a, .tiles a, .doors a, .tree a, tbody th a")].filter(e => {
	const r = e.getBoundingClientRect();
	return r.height > 0 && r.height < %d - .6;
}).map(e => e.tagName + "." + e.className + " " + e.textContent.slice(0, 20) + " " + e.getBoundingClientRect().height).slice(0, 5).join(" | ")`

var scriptSource = regexp.MustCompile(`<script[^>]* src="([^"]+)"`)

// All scripts of the site together, but for ECharts and the lists, are 12 KB compressed at
// most, and a household's page with its style sheet 14 KB.
func TestWeights(t *testing.T) {
	files := sample(t)
	all, heaviest := make(map[string]bool), 0
	for name, content := range files {
		for _, m := range scriptSource.FindAllSubmatch(content, -1) {
			all[path.Join(path.Dir(name), string(m[1]))] = true
		}
		if path.Base(path.Dir(name)) == "h" && path.Ext(name) == ".html" && path.Base(name) != "index.html" {
			heaviest = max(heaviest, compressed(t, content))
		}
	}
	sum := 0
	for name := range all {
		if !strings.HasPrefix(path.Base(name), "echarts") {
			sum += compressed(t, files[name])
		}
	}
	if len(all) < 3 || sum > 12<<10 {
		t.Errorf("%d scripts of %d bytes", len(all), sum)
	}
	for name, content := range files {
		if strings.HasPrefix(name, "style.") {
			heaviest += compressed(t, content)
		}
	}
	if heaviest > 14<<10 || heaviest == 0 {
		t.Errorf("a household's page and its style sheet: %d bytes", heaviest)
	}
}

func compressed(t *testing.T, content []byte) int {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, err := w.Write(content)
	must(t, err)
	must(t, w.Close())
	return b.Len()
}
