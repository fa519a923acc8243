// Package look is what tests in a real browser share: tabs of Debian's chromium, and what is
// asked of the pages in them. The tests are in the rooms below. Without a browser, or whatever
// else they need, they are skipped, unless GONGSHI_REQUIRE=browser asks for it.
package look

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"gongshi/generator/sitetest"
)

// Browser opens a tab in a browser of its own.
func Browser(t *testing.T) context.Context { return browserFor(t, 2*time.Minute) }

// browserFor is such a tab for a test that may take so long.
func browserFor(t *testing.T, most time.Duration) context.Context {
	t.Helper()
	program, err := exec.LookPath("chromium")
	if err != nil {
		sitetest.Need(t, "no chromium: apt-get install -y chromium fonts-noto-cjk")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(program), chromedp.NoSandbox,
		chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true),
	)
	allocator, stop := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(stop)
	tab, shut := chromedp.NewContext(allocator)
	t.Cleanup(shut)
	limited, cancel := context.WithTimeout(tab, most)
	t.Cleanup(cancel)
	return limited
}

// Await waits until an expression is true in the page, across its reloads.
func Await(t *testing.T, tab context.Context, what, expression string) {
	t.Helper()
	for tab.Err() == nil {
		if ok, err := chromedp.Run(tab, chromedp.Evaluate[bool](expression)); err == nil && ok {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	shown, _ := chromedp.Run(context.WithoutCancel(tab), chromedp.Evaluate[string]("document.body.innerText"))
	t.Fatalf("%s: still not so: %s\nthe page shows:\n%s", what, expression, shown)
}

// NPM is a file among what npm brings for tests.
func NPM(t *testing.T, name string) string {
	t.Helper()
	file := filepath.Join(sitetest.Root(), "themes/node_modules", filepath.FromSlash(name))
	if _, err := os.Stat(file); err != nil {
		sitetest.Need(t, "no "+name+": npm ci --prefix themes")
	}
	return file
}
