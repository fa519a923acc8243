// Package scripts uses in a real browser what the scripts of pages do: charts, the clock, sizes of
// letters, search, sorting, and the page that serve keeps up to date.
package scripts

import (
	"context"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"gongshi/generator/diag"
	"gongshi/generator/look"
	"gongshi/generator/serve"
	"gongshi/generator/site"
	"gongshi/generator/sitetest"
)

func TestMain(m *testing.M) { look.Main(m) }

// A changed table shows its new figure in the open page; a mistake shows over it, with
// the file, the line and how to mend it, while the last good page stays underneath.
func TestServeShowsChangesAndProblems(t *testing.T) {
	t.Parallel()
	tab := look.Browser(t)
	source := sitetest.CopySample(t, sitetest.Same)
	sitetest.Only(t, source, "zhongping")
	sitetest.Unseal(t, source)
	address := serveSite(t, source)
	if err := chromedp.Do(tab, chromedp.Navigate("http://"+address+"/zhongping/h/001.html")); err != nil {
		t.Fatal(err)
	}
	const total = `document.querySelector('[data-figure="2023-12/001/合计"]').textContent`
	look.Await(t, tab, "the first page", total+` === "96.0"`)

	sheet := filepath.Join(source, "data/zhongping/scores/2023-12.csv")
	good, err := os.ReadFile(sheet)
	sitetest.Must(t, err)
	row := "\n001,13,10,"
	if strings.Count(string(good), row) != 1 {
		t.Fatalf("the sample's row of 001 does not begin with %q", row)
	}
	save := func(cells string) {
		t.Helper()
		content := strings.Replace(string(good), row, "\n001,"+cells+",", 1)
		sitetest.Must(t, os.WriteFile(sheet+".tmp", []byte(content), 0o644))
		sitetest.Must(t, os.Rename(sheet+".tmp", sheet)) // as Excel and editors save
	}
	save("15,10")
	look.Await(t, tab, "the new figure", total+` === "98.0"`)

	save("51,10")
	look.Await(t, tab, "the problem", `(document.querySelector("#gongshi-problems .gongshi-problem") || {}).innerText !== undefined`)
	overlay, err := chromedp.Run(tab, chromedp.Evaluate[string](`document.querySelector("#gongshi-problems").innerText`))
	sitetest.Must(t, err)
	for _, part := range []string{"data/zhongping/scores/2023-12.csv", "第2行", "庭院", "51", "15"} {
		if !strings.Contains(overlay, part) {
			t.Errorf("the overlay does not name %q:\n%s", part, overlay)
		}
	}
	look.Await(t, tab, "the last good page underneath", total+` === "98.0"`)

	save("14,10")
	look.Await(t, tab, "the mended figure", total+` === "97.0" && !document.querySelector("#gongshi-problems")`)
}

// serveSite serves a site's folder on a free port until the test ends.
func serveSite(t *testing.T, source string) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	sitetest.Must(t, err)
	ctx, stop := context.WithCancel(t.Context())
	output := filepath.Join(t.TempDir(), "public")
	ended := make(chan error, 1)
	go func() {
		ended <- serve.Run(ctx, serve.Options{
			Source: source, Output: output, Listen: []net.Listener{listener}, Log: t.Output(),
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
