// Package use goes through every kind of page by keys, without scripts, and as its policy allows.
package use

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"golang.org/x/net/html"

	"gongshi/generator/look"
	"gongshi/generator/sitetest"
)

func TestMain(m *testing.M) { look.Main(m) }

// Every kind of page can be used by keys alone and read without scripts; its policy holds, and it
// asks for nothing from elsewhere, opened as a file and from a server.
func TestEveryKindOfPageIsUsable(t *testing.T) {
	pool := look.TwoTabs(t)
	files, pages := sitetest.Sample(t), look.SampleKinds(t)
	dir, kinds := look.SampleFolder(t)
	server := httptest.NewServer(http.FileServer(http.Dir(dir)))
	t.Cleanup(server.Close)

	pool.Visit(t, "as a file", pages, func(t *testing.T, tab context.Context, page string) {
		look.Window(t, tab, 360, 640, "light")
		checkPolicy(t, tab, "file://"+filepath.ToSlash(dir)+"/", page, func() { checkKeys(t, tab) })
	})
	one := slices.Sorted(maps.Values(kinds)) // a policy is of a kind of page
	pool.Visit(t, "from a server", one, func(t *testing.T, tab context.Context, page string) {
		checkPolicy(t, tab, server.URL+"/", page, func() {})
	})
	pool.Visit(t, "no scripts", pages, func(t *testing.T, tab context.Context, page string) {
		look.Scripting(t, tab, false)
		defer look.Scripting(t, tab, true)
		look.Open(t, tab, filepath.Join(dir, page))
		checkFigures(t, tab, files[page])
		if n := look.Ask[int](t, tab, `[...document.querySelectorAll("button, input:not(.widen), select")].filter(e => e.offsetWidth).length`); n > 0 {
			t.Errorf("%d controls that do nothing", n)
		}
	})
}

// checkKeys goes through a page by the Tab key and back, with the first 12 rows of its tables and lists and
// one of each further kind, presses what stands there, and empties the search.
func checkKeys(t *testing.T, tab context.Context) {
	t.Helper()
	look.SomeRows(t, tab, 12)
	look.Ask[int](t, tab, look.Script(t, "keys.js")+";0")
	stops := look.Ask[int](t, tab, "watchKeys()")
	for _, way := range []struct {
		shift int64
		back  bool
	}{{0, false}, {8, true}} {
		tabKey := look.Call(input.DispatchKeyEvent, input.DispatchKeyEventParams{
			Type: input.DispatchKeyEventTypeRawKeyDown, Key: "Tab", Code: "Tab", WindowsVirtualKeyCode: 9, Modifiers: way.shift,
		})
		for range stops + 1 { // the last goes beyond the page, to see that nothing follows
			sitetest.Must(t, chromedp.Do(tab, tabKey))
		}
		look.Report(t, "by Tab", look.Ask[[]string](t, tab, fmt.Sprintf("strays(%v)", way.back)))
	}
	for i := range look.Ask[int](t, tab, `document.querySelectorAll("summary").length`) {
		checkPress(t, tab, fmt.Sprintf(`document.querySelectorAll("summary")[%d]`, i), "\r", "parentNode.open")
	}
	for _, key := range []string{"\r", " "} {
		checkPress(t, tab, `document.querySelector("thead button")`, key, "parentNode.ariaSort")
		checkPress(t, tab, `document.querySelector(".sizes [aria-pressed=false]")`, key, "ariaPressed")
	}
	look.Wear(t, tab, "standard")
	const field = `document.querySelector(".search input")`
	if look.Ask[bool](t, tab, field+` !== null`) {
		look.Ask[int](t, tab, field+".focus(), 0")
		look.Press(t, tab, "1")
		if typed := look.Ask[string](t, tab, field+".value"); typed != "1" {
			t.Errorf("%q stands in the search after 1 was typed", typed)
		}
		look.Press(t, tab, kb.Escape)
		if typed := look.Ask[string](t, tab, field+".value"); typed != "" {
			t.Errorf("Escape leaves %q in the search", typed)
		}
	}
}

// checkPress presses a key on an element, if it is there, and wants that to change its state.
func checkPress(t *testing.T, tab context.Context, element, key, state string) {
	t.Helper()
	if !look.Ask[bool](t, tab, fmt.Sprintf("window.pressed = %s, !!pressed && pressed.checkVisibility()", element)) {
		return
	}
	state = "String(pressed." + state + ")"
	was := look.Ask[string](t, tab, "pressed.focus(), "+state)
	look.Press(t, tab, key)
	if is := look.Ask[string](t, tab, state); is == was {
		t.Errorf("%q on %s changes nothing: %s", key, element, is)
	}
}

// checkFigures holds what a reader without scripts sees, once every fold is open, every column is shown and each
// period of a year was chosen, against the file.
func checkFigures(t *testing.T, tab context.Context, content []byte) {
	t.Helper()
	look.OpenFolds(t, tab)
	shown := look.Ask[[][2]string](t, tab, `(function () {
		var figures = Array.from(document.querySelectorAll("[data-figure]")), shown = figures.map(function (e) { return [e.dataset.figure, ""]; });
		[""].concat(Array.from(document.querySelectorAll(".pick"), function (a) { return a.id; })).forEach(function (id) {
			if (id) location.hash = id;
			figures.forEach(function (e, i) {
				if (e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && e.getClientRects().length) shown[i][1] = e.innerText.trim();
			});
		});
		return shown;
	})()`)
	doc, err := html.Parse(bytes.NewReader(content))
	sitetest.Must(t, err)
	i := 0
	for n := range doc.Descendants() {
		if key, ok := sitetest.Attr(n, "data-figure"); ok {
			if i >= len(shown) || shown[i] != [2]string{key, sitetest.Text(n)} {
				t.Fatalf("figure %d, %s %q, is not shown so: %q", i, key, sitetest.Text(n), shown[min(i, len(shown)-1)])
			}
			i++
		}
	}
}

// checkPolicy opens a page, uses it, presses its buttons and folds and moves over its charts, does at once what the page would do
// after a pause, and reports what the browser refused or complained about and what was asked for outside the site.
func checkPolicy(t *testing.T, tab context.Context, base, page string, use func()) {
	t.Helper()
	var lock sync.Mutex
	var complaints []string
	heard, stop := context.WithCancel(tab)
	defer stop()
	sitetest.Must(t, chromedp.Listen(heard, func(event any) {
		lock.Lock()
		defer lock.Unlock()
		switch e := event.(type) {
		case *network.EventRequestWillBeSent:
			if u := e.Request.URL; !strings.HasPrefix(u, base) && !strings.HasPrefix(u, "data:") {
				complaints = append(complaints, "asks for "+u)
			}
		case *log.EventEntryAdded:
			complaints = append(complaints, string(e.Entry.Level)+": "+e.Entry.Text)
		case *runtime.EventExceptionThrown:
			complaints = append(complaints, "exception: "+e.ExceptionDetails.Text)
		}
	}))
	sitetest.Must(t, chromedp.Do(tab, look.Call(network.Enable, network.EnableParams{}), chromedp.Navigate(base+page)))
	use()
	look.Ask[int](t, tab, `(async function () {
		const paused = new Map(), clear = clearTimeout;
		let last = 0;
		window.setTimeout = f => (paused.set(--last, f), last);
		window.clearTimeout = id => paused.delete(id) || clear(id);
		document.querySelectorAll("button, summary, th[tabindex]").forEach(function (e) { if (e.checkVisibility()) e.click(); });
		document.querySelectorAll("svg, canvas, figure").forEach(function (e) {
			e.dispatchEvent(new MouseEvent("mousemove", { bubbles: true, clientX: e.getBoundingClientRect().left + 90, clientY: e.getBoundingClientRect().top + 90 }));
		});
		document.querySelectorAll("input").forEach(function (e) { e.value = "1"; e.dispatchEvent(new Event("input", { bubbles: true })); });
		await 0; // observers are told
		[...paused].forEach(([id, f]) => queueMicrotask(() => paused.delete(id) && f()));
		await new Promise(requestAnimationFrame);
		await new Promise(requestAnimationFrame); // all of the frame before is done
		return 0;
	})()`)
	lock.Lock()
	defer lock.Unlock()
	look.Report(t, "in use", complaints)
}
