package look

import (
	"context"
	"embed"
	"fmt"
	"net/url"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"gongshi/generator/sitetest"
)

// Tabs are two tabs of one browser, for tests that look at many pages.
type Tabs chan context.Context

// TwoTabs opens them.
func TwoTabs(t *testing.T) Tabs {
	first := Browser(t)
	pool := make(Tabs, 2)
	for range min(2, runtime.GOMAXPROCS(0)) {
		tab, shut := chromedp.NewContext(first)
		t.Cleanup(shut)
		focus(t, tab)
		pool <- tab
	}
	return pool
}

// Visit runs a subtest on each page, each in a tab of its own.
func (pool Tabs) Visit(t *testing.T, check string, pages []string, look func(t *testing.T, tab context.Context, page string)) {
	t.Run(check, func(t *testing.T) {
		for _, page := range pages {
			t.Run(page, func(t *testing.T) {
				t.Parallel()
				tab := <-pool
				defer func() { pool <- tab }()
				look(t, tab, page)
			})
		}
	})
}

// Call is a command of the browser's protocol whose answer does not matter.
func Call[P, R any](command cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, command, params)
		return err
	})
}

// Window sets the size of the window, and the look: light, dark, print, more (contrast) or forced (colours).
func Window(t *testing.T, tab context.Context, width, height int64, look string) {
	t.Helper()
	media := emulation.SetEmulatedMediaParams{Media: "screen"}
	feature := func(name, value string) {
		media.Features = append(media.Features, &emulation.MediaFeature{Name: name, Value: value})
	}
	switch look {
	case "print":
		media.Media = "print"
	case "dark":
		feature("prefers-color-scheme", "dark")
	case "more":
		feature("prefers-contrast", "more")
	case "forced":
		feature("forced-colors", "active")
	}
	if look != "dark" {
		feature("prefers-color-scheme", "light")
	}
	sitetest.Must(t, chromedp.Do(tab, chromedp.EmulateViewport(width, height), Call(emulation.SetEmulatedMedia, media)))
}

// Scripting switches scripts on or off for the pages opened from now on.
func Scripting(t *testing.T, tab context.Context, on bool) {
	t.Helper()
	sitetest.Must(t, chromedp.Do(tab, Call(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !on})))
}

// Prelude runs a script before those of every page that is opened from now on.
func Prelude(t *testing.T, tab context.Context, source string) {
	t.Helper()
	sitetest.Must(t, chromedp.Do(tab, Call(page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: source})))
}

// Open opens a file, and waits until its deferred scripts have run.
func Open(t *testing.T, tab context.Context, file string) {
	t.Helper()
	address := url.URL{Scheme: "file", Path: filepath.ToSlash(file)}
	sitetest.Must(t, chromedp.Do(tab, chromedp.Navigate(address.String())))
}

// Ask evaluates an expression in the page.
func Ask[T any](t *testing.T, tab context.Context, expression string) T {
	t.Helper()
	v, err := chromedp.Run(tab, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("%s: %v", expression, err)
	}
	return v
}

// Found runs a script of this room and an expression of it, which lists what is wrong.
func Found(t *testing.T, tab context.Context, script, expression string) []string {
	t.Helper()
	return Ask[[]string](t, tab, "(function () {"+Script(t, script)+"\nreturn "+expression+"})()")
}

//go:embed js/*.js
var scripts embed.FS

// Script returns a script of this room, after the part that all of them share.
func Script(t *testing.T, name string) string {
	t.Helper()
	shared, err := scripts.ReadFile("js/page.js")
	sitetest.Must(t, err)
	source, err := scripts.ReadFile("js/" + name)
	sitetest.Must(t, err)
	return string(shared) + string(source)
}

// Press sends keys to the page.
func Press(t *testing.T, tab context.Context, keys string) {
	t.Helper()
	sitetest.Must(t, chromedp.Do(tab, chromedp.KeyEvent(keys)))
}

// Report reports what is wrong with a page in one look.
func Report(t *testing.T, look string, lines []string) {
	t.Helper()
	if len(lines) > 0 {
		t.Errorf("%s:\n  %s", look, strings.Join(lines, "\n  "))
	}
}

// Wear chooses a size of letters by its button: standard, large or larger. It returns false if
// the page has none.
func Wear(t *testing.T, tab context.Context, size string) bool {
	t.Helper()
	return Ask[bool](t, tab, fmt.Sprintf(`(b => b ? (b.click(), true) : false)(document.querySelector(".sizes [value=%s]"))`, size))
}

// Layout lists what is wrong with the places and sizes of things.
const Layout = "cut().concat(targets(48), broken())"

// SomeRows keeps the first rows of each table and list, up to a number, and each further one with
// an element, a class or an attribute that none before has, or with a longer text at its place.
func SomeRows(t *testing.T, tab context.Context, first int) {
	t.Helper()
	Ask[int](t, tab, fmt.Sprintf(`document.querySelectorAll("tbody, ul, ol").forEach(list => {
		const had = new Set(), longest = [];
		[...list.children].forEach((row, i) => {
			const traits = [row, ...row.querySelectorAll("*")].flatMap(e => [e.localName, ...e.classList, ...e.getAttributeNames()]);
			const longer = [...row.children].filter((e, at) => e.textContent.length > (longest[at] || 0) && (longest[at] = e.textContent.length));
			if (i >= %d && !longer.length && traits.every(trait => had.has(trait))) row.remove();
			traits.forEach(trait => had.add(trait));
		});
	}), 0`, first))
}

// OpenFolds opens all folded parts, and shows the columns that a tap shows.
func OpenFolds(t *testing.T, tab context.Context) {
	t.Helper()
	Ask[int](t, tab, `document.querySelectorAll("details").forEach(d => { d.open = true; }), document.querySelectorAll(".widen").forEach(b => { b.checked = true; }), 0`)
}
