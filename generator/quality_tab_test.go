package main

import (
	"context"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// tabs are two tabs of one browser, for tests that look at many pages.
type tabs chan context.Context

func twoTabs(t *testing.T) tabs {
	first := browserFor(t, 8*time.Minute)
	pool := make(tabs, 2)
	for range min(2, runtime.GOMAXPROCS(0)) {
		tab, shut := chromedp.NewContext(first)
		t.Cleanup(shut)
		must(t, chromedp.Do(tab, call(emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})))
		pool <- tab
	}
	return pool
}

// visit runs a subtest on each page, each in a tab of its own.
func (pool tabs) visit(t *testing.T, check string, pages []string, look func(t *testing.T, tab context.Context, page string)) {
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

// call is a command of the browser's protocol whose answer does not matter.
func call[P, R any](command cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, command, params)
		return err
	})
}

// window sets the size of the window, and the look: light, dark, print, more (contrast) or forced (colours).
func window(t *testing.T, tab context.Context, width, height int64, look string) {
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
	must(t, chromedp.Do(tab, chromedp.EmulateViewport(width, height), call(emulation.SetEmulatedMedia, media)))
}

// scripting switches the scripts of the pages that are opened from now on.
func scripting(t *testing.T, tab context.Context, on bool) {
	t.Helper()
	must(t, chromedp.Do(tab, call(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !on})))
}

// prelude runs a script before those of every page that is opened from now on.
func prelude(t *testing.T, tab context.Context, source string) {
	t.Helper()
	must(t, chromedp.Do(tab, call(page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: source})))
}

// open opens a file, and waits until its deferred scripts have run.
func open(t *testing.T, tab context.Context, file string) {
	t.Helper()
	address := url.URL{Scheme: "file", Path: filepath.ToSlash(file)}
	must(t, chromedp.Do(tab, chromedp.Navigate(address.String())))
}

// ask evaluates an expression in the page.
func ask[T any](t *testing.T, tab context.Context, expression string) T {
	t.Helper()
	v, err := chromedp.Run(tab, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("%s: %v", expression, err)
	}
	return v
}

// found runs a script of testdata/browser and an expression of it, which lists what is wrong.
func found(t *testing.T, tab context.Context, script, expression string) []string {
	t.Helper()
	return ask[[]string](t, tab, "(function () {"+javascript(t, script)+"\nreturn "+expression+"})()")
}

// javascript is a script of testdata/browser, after what all of them share.
func javascript(t *testing.T, name string) string {
	t.Helper()
	shared, err := os.ReadFile("testdata/browser/page.js")
	must(t, err)
	source, err := os.ReadFile(filepath.Join("testdata/browser", name))
	must(t, err)
	return string(shared) + string(source)
}
