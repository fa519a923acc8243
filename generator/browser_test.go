package main

import (
	"context"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"gongshi/generator/diag"
	"gongshi/generator/serve"
	"gongshi/generator/site"
)

// browser opens a tab in Debian's chromium. Without one the test is skipped, unless
// GONGSHI_REQUIRE=browser says that there must be one.
func browser(t *testing.T) context.Context { return browserFor(t, 2*time.Minute) }

// browserFor is such a tab for a test that may take so long.
func browserFor(t *testing.T, most time.Duration) context.Context {
	t.Helper()
	program, err := exec.LookPath("chromium")
	if err != nil {
		if os.Getenv("GONGSHI_REQUIRE") == "browser" {
			t.Fatal("no chromium: apt-get install -y chromium fonts-noto-cjk")
		}
		t.Skip("no chromium: apt-get install -y chromium fonts-noto-cjk")
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

// await waits until an expression is true in the page, across its reloads.
func await(t *testing.T, tab context.Context, what, expression string) {
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

// A changed table shows its new figure in the open page; a mistake shows over it, with
// the file, the line and how to mend it, while the last good page stays underneath.
func TestServeShowsChangesAndProblems(t *testing.T) {
	t.Parallel()
	tab := browser(t)
	source := copySite(t, func(_ string, b []byte) []byte { return b })
	unseal(t, source)
	address := serveSite(t, source)
	if err := chromedp.Do(tab, chromedp.Navigate("http://"+address+"/zhongping/h/001.html")); err != nil {
		t.Fatal(err)
	}
	const total = `document.querySelector('[data-figure="2023-12/001/合计"]').textContent`
	await(t, tab, "the first page", total+` === "96"`)

	sheet := filepath.Join(source, "data/zhongping/scores/2023-12.csv")
	good, err := os.ReadFile(sheet)
	must(t, err)
	row := "\n001,13,10,"
	if strings.Count(string(good), row) != 1 {
		t.Fatalf("the sample's row of 001 does not begin with %q", row)
	}
	save := func(cells string) {
		t.Helper()
		content := strings.Replace(string(good), row, "\n001,"+cells+",", 1)
		must(t, os.WriteFile(sheet+".tmp", []byte(content), 0o644))
		must(t, os.Rename(sheet+".tmp", sheet)) // as Excel and editors save
	}
	save("15,10")
	await(t, tab, "the new figure", total+` === "98"`)

	save("51,10")
	await(t, tab, "the problem", `(document.querySelector("#gongshi-problems .gongshi-problem") || {}).innerText !== undefined`)
	overlay, err := chromedp.Run(tab, chromedp.Evaluate[string](`document.querySelector("#gongshi-problems").innerText`))
	must(t, err)
	for _, part := range []string{"data/zhongping/scores/2023-12.csv", "第 2 行", "庭院", "51", "15"} {
		if !strings.Contains(overlay, part) {
			t.Errorf("the overlay does not name %q:\n%s", part, overlay)
		}
	}
	await(t, tab, "the last good page underneath", total+` === "98"`)

	save("14,10")
	await(t, tab, "the mended figure", total+` === "97" && !document.querySelector("#gongshi-problems")`)
}

// serveSite serves a site's folder on a free port until the test ends.
func serveSite(t *testing.T, source string) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	ctx, stop := context.WithCancel(t.Context())
	output := filepath.Join(t.TempDir(), "public")
	ended := make(chan error, 1)
	go func() {
		ended <- serve.Run(ctx, serve.Options{
			Source: source, Output: output, Listen: listener, Log: t.Output(),
			Build: func() (diag.List, error) {
				_, list, err := site.Build(site.Options{Source: source, Output: output})
				return list, err
			},
		})
	}()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	return listener.Addr().String()
}

// No file of the built site holds anything of serve's.
func TestServeLeavesNoTraceInTheSite(t *testing.T) {
	for name, content := range sample(t) {
		if strings.Contains(string(content), "_gongshi") || strings.Contains(string(content), "connect-src") {
			t.Errorf("%s holds serve's script or policy", name)
		}
	}
}
