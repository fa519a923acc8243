package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// Every layout of the theme has a page among those that the tests in a browser look at. With
// GONGSHI_PICTURES=<folder>, if relative below the folder that the site stands in, each of them is pictured there
// at 360 and 1280 px, the screen at 1920 px; also of a village of 3,000 households.
func TestPictures(t *testing.T) {
	files := sample(t)
	pages := sampleKinds(t)
	seen := make(map[string]bool)
	for _, name := range pages {
		seen[kindIn(t, files[name])] = true
	}
	layouts, err := filepath.Glob("../themes/default/layouts/*.html")
	must(t, err)
	for _, layout := range layouts {
		if kind := strings.TrimSuffix(filepath.Base(layout), ".html"); kind != "base" && !seen[kind] {
			t.Errorf("no page of the sample is made with the layout %s", kind)
		}
	}
	folder := os.Getenv("GONGSHI_PICTURES")
	if folder == "" {
		return
	}
	if !filepath.IsAbs(folder) {
		folder = filepath.Join("..", folder) // tests run in the folder generator
	}
	pool := twoTabs(t)
	picture(t, pool, files, pages, folder)
	large := builtLarge(t)
	picture(t, pool, large, eachKind(t, large), filepath.Join(folder, "large"))
}

func picture(t *testing.T, pool tabs, files tree, pages []string, folder string) {
	t.Helper()
	must(t, os.MkdirAll(folder, 0o755))
	dir := files.folder(t)
	pool.visit(t, folder, pages, func(t *testing.T, tab context.Context, name string) {
		kind := kindIn(t, files[name])
		save := func(size string) {
			file := fmt.Sprintf("%s-%s-%s.png", kind, strings.ReplaceAll(strings.TrimSuffix(name, ".html"), "/", "_"), size)
			must(t, os.WriteFile(filepath.Join(folder, file), shot(t, tab), 0o644))
		}
		for _, size := range []struct{ width, height int64 }{{360, 640}, {1280, 800}, {1920, 1080}} {
			if size.width == 1920 && kind != "screen" {
				continue
			}
			window(t, tab, size.width, size.height, "light")
			open(t, tab, filepath.Join(dir, name))
			if kind != "screen" {
				save(fmt.Sprint(size.width))
				continue
			}
			for slide := range ask[int](t, tab, `document.querySelectorAll(".slide").length`) {
				ask[bool](t, tab, fmt.Sprintf(`location.hash = "#%d", true`, slide+1))
				save(fmt.Sprintf("%d-%02d", size.width, slide+1))
			}
		}
	})
}

// shot is a picture of the whole page, as far as a browser can make one.
func shot(t *testing.T, tab context.Context) []byte {
	t.Helper()
	size, err := chromedp.Run(tab, chromedp.Evaluate[[]float64](
		`[document.documentElement.clientWidth, Math.min(16000, Math.max(innerHeight, document.documentElement.scrollHeight))]`))
	must(t, err)
	var content []byte
	must(t, chromedp.Do(tab, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		beyond := true
		result, err := cdp.Call(ctx, target, page.CaptureScreenshot, page.CaptureScreenshotParams{
			CaptureBeyondViewport: &beyond, Clip: &page.Viewport{Width: size[0], Height: size[1], Scale: 1},
		})
		content = result.Data
		return err
	})))
	return content
}
