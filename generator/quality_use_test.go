package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"golang.org/x/net/html"
)

// Every kind of page can be used by keys alone and read without scripts; its policy holds, and it
// asks for nothing from elsewhere, opened as a file and from a server.
func TestEveryKindOfPageIsUsable(t *testing.T) {
	pool := twoTabs(t)
	files := sample(t)
	dir, pages := files.folder(t), eachKind(t, files)
	server := httptest.NewServer(http.FileServer(http.Dir(dir)))
	t.Cleanup(server.Close)
	at := func(page string) string { return filepath.Join(dir, filepath.FromSlash(page)) }

	pool.visit(t, "keys", pages, func(t *testing.T, tab context.Context, page string) {
		window(t, tab, 360, 640, "light")
		open(t, tab, at(page))
		checkKeys(t, tab)
	})
	pool.visit(t, "no scripts", pages, func(t *testing.T, tab context.Context, page string) {
		scripting(t, tab, false)
		defer scripting(t, tab, true)
		open(t, tab, at(page))
		checkFigures(t, tab, files[page])
	})
	for way, base := range map[string]string{"file": "file://" + filepath.ToSlash(dir) + "/", "server": server.URL + "/"} {
		pool.visit(t, "policy, "+way, pages, func(t *testing.T, tab context.Context, page string) {
			checkPolicy(t, tab, base, page)
		})
	}
}

// checkKeys goes through a page by the Tab key, and opens and closes what Enter opens.
func checkKeys(t *testing.T, tab context.Context) {
	t.Helper()
	source := javascript(t, "keys.js")
	stops, err := chromedp.Run(tab, chromedp.Evaluate[int](source+";watchKeys()"))
	must(t, err)
	press := call(input.DispatchKeyEvent, input.DispatchKeyEventParams{
		Type: input.DispatchKeyEventTypeRawKeyDown, Key: "Tab", Code: "Tab", WindowsVirtualKeyCode: 9,
	})
	for range stops + 1 { // the last goes beyond the page, to see that nothing follows
		must(t, chromedp.Do(tab, press))
	}
	strays, err := chromedp.Run(tab, chromedp.Evaluate[[]string]("strays()"))
	must(t, err)
	report(t, "by Tab", strays)
	folds, err := chromedp.Run(tab, chromedp.Evaluate[int](`document.querySelectorAll("summary").length`))
	must(t, err)
	for i := range folds {
		fold := fmt.Sprintf(`document.querySelectorAll("summary")[%d]`, i)
		was, err := chromedp.Run(tab, chromedp.Evaluate[bool](fold+".focus(), "+fold+".parentNode.open"))
		must(t, err)
		must(t, chromedp.Do(tab, chromedp.KeyEvent("\r")))
		is, err := chromedp.Run(tab, chromedp.Evaluate[bool](fold+".parentNode.open"))
		must(t, err)
		if is == was {
			t.Errorf("Enter does not open or close fold %d", i)
		}
	}
}

func scripting(t *testing.T, tab context.Context, on bool) {
	t.Helper()
	must(t, chromedp.Do(tab, call(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !on})))
}

// checkFigures holds what a reader without scripts sees, once every fold is open, against the file.
func checkFigures(t *testing.T, tab context.Context, content []byte) {
	t.Helper()
	shown, err := chromedp.Run(tab, chromedp.Evaluate[[][2]string](`(function () {
		document.querySelectorAll("details").forEach(function (d) { d.open = true; });
		return Array.from(document.querySelectorAll("[data-figure]"), function (e) {
			return [e.dataset.figure, e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && e.getClientRects().length ? e.innerText.trim() : ""];
		});
	})()`))
	must(t, err)
	doc, err := html.Parse(bytes.NewReader(content))
	must(t, err)
	i := 0
	for n := range doc.Descendants() {
		if key, ok := attr(n, "data-figure"); ok {
			if i >= len(shown) || shown[i] != [2]string{key, text(n)} {
				t.Fatalf("figure %d, %s %q, is not shown so: %q", i, key, text(n), shown[min(i, len(shown)-1)])
			}
			i++
		}
	}
}

// checkPolicy opens a page, presses its buttons and folds and moves over its charts, and reports
// what the browser refused or complained about and what was asked for outside the site.
func checkPolicy(t *testing.T, tab context.Context, base, page string) {
	t.Helper()
	var lock sync.Mutex
	var complaints []string
	heard, stop := context.WithCancel(tab)
	defer stop()
	must(t, chromedp.Listen(heard, func(event any) {
		lock.Lock()
		defer lock.Unlock()
		switch e := event.(type) {
		case *network.EventRequestWillBeSent:
			if u := e.Request.URL; !strings.HasPrefix(u, base) && !strings.HasPrefix(u, "data:") {
				complaints = append(complaints, "asks for "+u)
			}
		case *log.EventEntryAdded:
			if !strings.HasSuffix(e.Entry.URL, "/favicon.ico") { // a browser's own wish
				complaints = append(complaints, string(e.Entry.Level)+": "+e.Entry.Text)
			}
		case *runtime.EventExceptionThrown:
			complaints = append(complaints, "exception: "+e.ExceptionDetails.Text)
		}
	}))
	must(t, chromedp.Do(tab, call(network.Enable, network.EnableParams{}), chromedp.Navigate(base+page)))
	_, err := chromedp.Run(tab, chromedp.Evaluate[json.RawMessage](`(function () {
		document.querySelectorAll("button, summary, th[tabindex]").forEach(function (e) { if (e.checkVisibility()) e.click(); });
		document.querySelectorAll("svg, canvas, figure").forEach(function (e) {
			e.dispatchEvent(new MouseEvent("mousemove", { bubbles: true, clientX: e.getBoundingClientRect().left + 90, clientY: e.getBoundingClientRect().top + 90 }));
		});
		document.querySelectorAll("input").forEach(function (e) { e.value = "1"; e.dispatchEvent(new Event("input", { bubbles: true })); });
		return new Promise(function (done) { setTimeout(function () { done(0); }, 50); });
	})()`, chromedp.EvalAwaitPromise))
	must(t, err)
	lock.Lock()
	defer lock.Unlock()
	report(t, "in use", complaints)
}
