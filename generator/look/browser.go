// Package look is for tests in a real browser: tabs of Debian's Chromium, and checks of the pages
// in them. The tests are in the rooms below. Without a browser, or whatever else they need, they
// are skipped, unless GONGSHI_REQUIRE=browser asks for it.
package look

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"gongshi/generator/sitetest"
)

// Main runs the tests of a room, which share one browser.
func Main(m interface{ Run() int }) {
	code := m.Run()
	closeBrowser()
	_ = os.RemoveAll(shared)
	os.Exit(code)
}

// shared is the folder that SampleFolder made, if any.
var shared string

var (
	browser      context.Context
	closeBrowser = func() {}
)

// program is Chromium without windows around its pages, or with them, which takes twice as long.
func program() (file string, err error) {
	if file, err = exec.LookPath("chromium-headless-shell"); err != nil {
		file, err = exec.LookPath("chromium")
	}
	return file, err
}

// unused are features that the tests do without: those of the defaults that chromedp leaves out,
// and what Chromium's own windows load beside each page.
const unused = "Translate,BlinkGenPropertyTrees,WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,SpareRendererForSitePerProcess"

// start starts the browser of a room's tests.
var start = sync.OnceValue(func() error {
	file, err := program()
	if err != nil {
		return err
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(file), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-features", unused),
		chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true),
		chromedp.Flag("js-flags", "--no-maglev --no-opt"), // a page is gone before what is compiled for speed has run
	)
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	browser, closeBrowser = chromedp.NewContext(allocator)
	if err := chromedp.Do(browser); err != nil {
		stop()
		return err
	}
	return nil
})

// Browser opens a tab that shares nothing with those of other tests, and has the focus.
func Browser(t *testing.T) context.Context {
	t.Helper()
	if _, err := program(); err != nil {
		sitetest.Need(t, "no Chromium: apt-get install -y chromium-headless-shell fonts-noto-cjk")
	}
	sitetest.Must(t, start())
	tab, shut := chromedp.NewContext(browser, chromedp.WithNewBrowserContext())
	t.Cleanup(shut)
	tab, cancel := context.WithTimeout(tab, 8*time.Minute)
	t.Cleanup(cancel)
	focus(t, tab)
	return tab
}

// focus gives a page the focus, whichever window has it.
func focus(t *testing.T, tab context.Context) {
	t.Helper()
	sitetest.Must(t, chromedp.Do(tab, Call(emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})))
}

// Await waits until an expression is true in the page, across its reloads; after a minute it will not be.
func Await(t *testing.T, tab context.Context, what, expression string) {
	t.Helper()
	for began := time.Now(); tab.Err() == nil && time.Since(began) < time.Minute; {
		if ok, err := chromedp.Run(tab, chromedp.Evaluate[bool](expression)); err == nil && ok {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	last, cancel := context.WithTimeout(context.WithoutCancel(tab), 10*time.Second)
	defer cancel()
	shown, _ := chromedp.Run(last, chromedp.Evaluate[string]("document.body.innerText"))
	t.Fatalf("%s: still not so: %s\nthe page shows:\n%s", what, expression, shown)
}

// NPM returns a file that npm installs for tests.
func NPM(t *testing.T, name string) string {
	t.Helper()
	file := filepath.Join(sitetest.Root(), "themes/node_modules", filepath.FromSlash(name))
	if _, err := os.Stat(file); err != nil {
		sitetest.Need(t, "no "+name+": npm ci --prefix themes")
	}
	return file
}
