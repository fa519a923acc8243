// Package pictures makes pictures of every kind of page, and looks at those of a large village.
package pictures

import (
	"bytes"
	"context"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"gongshi/generator/look"
	"gongshi/generator/sitetest"
)

func TestMain(m *testing.M) { look.Main(m) }

// Pictures of every kind of page at 360 and 1280 px, of the screen's slides also at 1920 px: with
// GONGSHI_PICTURES=<folder>, if relative below the folder that the site stands in, they are left there, of
// the sample and of a village of 3,000 households; three pages of the latter are pictured in any case.
func TestPictures(t *testing.T) {
	pool, large := look.TwoTabs(t), builtLarge(t)
	folder := os.Getenv("GONGSHI_PICTURES")
	if folder == "" {
		picture(t, pool, large, []string{"big/index.html", "big/2023-12.html", "big/screen.html"}, t.TempDir())
		return
	}
	if !filepath.IsAbs(folder) {
		folder = filepath.Join(sitetest.Root(), folder) // tests run in a folder of their own
	}
	picture(t, pool, sitetest.Sample(t), look.SampleKinds(t), folder)
	picture(t, pool, large, look.Kinds(t, large), filepath.Join(folder, "large"))
}

func picture(t *testing.T, pool look.Tabs, files sitetest.Tree, pages []string, folder string) {
	t.Helper()
	sitetest.Must(t, os.MkdirAll(folder, 0o755))
	dir := files.Folder(t)
	pool.Visit(t, folder, pages, func(t *testing.T, tab context.Context, name string) {
		kind := look.KindIn(t, files[name])
		save := func(size string) {
			file := fmt.Sprintf("%s-%s-%s.png", kind, strings.ReplaceAll(strings.TrimSuffix(name, ".html"), "/", "_"), size)
			content := shot(t, tab)
			sitetest.Must(t, os.WriteFile(filepath.Join(folder, file), content, 0o644))
			got, err := png.DecodeConfig(bytes.NewReader(content))
			sitetest.Must(t, err)
			if want := look.Ask[[]int](t, tab, "[innerWidth, innerHeight]"); got.Width != want[0] || got.Height < want[1] {
				t.Errorf("%s: %d × %d", file, got.Width, got.Height)
			}
		}
		for _, size := range []struct{ width, height int64 }{{360, 640}, {1280, 800}, {1920, 1080}} {
			if size.width == 1920 && kind != "screen" {
				continue
			}
			look.Window(t, tab, size.width, size.height, "light")
			look.Open(t, tab, filepath.Join(dir, name))
			if kind != "screen" || size.width == 360 { // there the slides are one long page
				save(fmt.Sprint(size.width))
				continue
			}
			for slide := range look.Ask[int](t, tab, `document.querySelectorAll(".slide").length`) {
				look.Ask[bool](t, tab, fmt.Sprintf(`location.hash = "#%d", true`, slide+1))
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
	sitetest.Must(t, err)
	var content []byte
	sitetest.Must(t, chromedp.Do(tab, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		beyond := true
		result, err := cdp.Call(ctx, target, page.CaptureScreenshot, page.CaptureScreenshotParams{
			CaptureBeyondViewport: &beyond, Clip: &page.Viewport{Width: size[0], Height: size[1], Scale: 1},
		})
		content = result.Data
		return err
	})))
	return content
}
