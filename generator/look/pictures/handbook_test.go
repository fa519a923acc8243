package pictures

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"gongshi/generator/look"
	"gongshi/generator/sitetest"
)

// handbook are the pictures that the handbook and the README show, each of a window of so many pixels
// on a page of the sample, larger or smaller by a scale, after a script has made an expression true.
var handbook = []struct {
	name, page     string
	width, height  int64
	scale          float64
	media          string
	script, awaits string
}{
	{"household", "zhongping/h/034.html", 360, 1034, 1.4, "light", "0", "true"},
	{"search", "zhongping/h/index.html", 360, 560, 1.4, "light", `(e => {
		e.focus(); e.value = "34"; e.dispatchEvent(new Event("input", {bubbles: true})); return 0;
	})(document.querySelector("[type=search]"))`, `!!document.querySelector(".search a[href='034.html']")`},
	{"village", "zhongping/index.html", 1100, 700, 0.8, "light", "0", "true"},
	{"ranking", "zhongping/2023-06.html", 1100, 760, 0.8, "light", "0", "true"},
	{"notice", "zhongping/notices/2023-06.html", 874, 1123, 0.9, "print", `document.body.style.padding = "40px", 0`, "true"},
	{"screen", "zhongping/screen.html#2", 1100, 620, 0.8, "light", "0", "true"},
}

const (
	// together is a page that shows some of the pictures side by side, as the README does.
	together = `<!doctype html><style>
		body { margin: 0; padding: 20px; background: #b9b4a9; display: grid; grid-template-columns: 330px 740px; gap: 20px; width: 1090px; align-items: start }
		img { display: block; width: 100% } img:first-child { grid-row: span 2 }
		</style><img src="household.webp"><img src="screen.webp"><img src="ranking.webp">`
	mostOfPicture = 100_000 // bytes, for phones
)

// TestHandbookPictures: every picture of the handbook is one of these and small, and all are there. With
// GONGSHI_PICTURES=handbook they are made anew: look at them, and at the sample's pages beside them.
func TestHandbookPictures(t *testing.T) {
	home := filepath.Join(sitetest.Root(), "content/help")
	if os.Getenv("GONGSHI_PICTURES") == "handbook" {
		makeHandbookPictures(t, home)
	}
	known := map[string]bool{"pages.webp": true, "workbook.webp": true}
	for _, p := range handbook {
		known[p.name+".webp"] = true
	}
	entries, err := os.ReadDir(home)
	sitetest.Must(t, err)
	for _, e := range entries {
		if e.IsDir() || filepath.Ext(e.Name()) == ".md" {
			continue
		}
		info, err := e.Info()
		sitetest.Must(t, err)
		if !known[e.Name()] || info.Size() > mostOfPicture {
			t.Errorf("content/help/%s: %d bytes; in the list of pictures: %v", e.Name(), info.Size(), known[e.Name()])
		}
		delete(known, e.Name())
	}
	for name := range known {
		t.Errorf("content/help/%s is not there: GONGSHI_PICTURES=handbook makes it", name)
	}
}

func makeHandbookPictures(t *testing.T, home string) {
	t.Helper()
	tab, dir := look.Browser(t), sitetest.Sample(t).Folder(t)
	for _, p := range handbook {
		look.Window(t, tab, p.width, p.height, p.media)
		sitetest.Must(t, chromedp.Do(tab, chromedp.Navigate("file://"+dir+"/"+p.page)))
		look.Ask[int](t, tab, p.script)
		look.Await(t, tab, p.name, p.awaits)
		savePicture(t, tab, home, p.name, p.width, p.height, p.scale)
	}
	workbookPicture(t, tab, home)
	sitetest.WriteFile(t, home, "together.html", together)
	defer os.Remove(filepath.Join(home, "together.html"))
	home, err := filepath.Abs(home)
	sitetest.Must(t, err)
	look.Window(t, tab, 1130, 988, "light")
	look.Open(t, tab, filepath.Join(home, "together.html"))
	savePicture(t, tab, home, "pages", 1130, look.Ask[int64](t, tab, "document.documentElement.offsetHeight"), 1)
}

func savePicture(t *testing.T, tab context.Context, home, name string, width, height int64, scale float64) {
	t.Helper()
	quality := int64(70)
	sitetest.Must(t, chromedp.Do(tab, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		result, err := cdp.Call(ctx, target, page.CaptureScreenshot, page.CaptureScreenshotParams{
			Format: page.CaptureScreenshotFormatWebp, Quality: &quality,
			Clip: &page.Viewport{Width: float64(width), Height: float64(height), Scale: scale},
		})
		if err == nil {
			err = os.WriteFile(filepath.Join(home, name+".webp"), result.Data, 0o644)
		}
		return err
	})))
}
