package screen

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"gongshi/generator/look"
	"gongshi/generator/sitetest"
)

// Without scripts the screen is one long page in large type with all that is on the slides.
func TestScreenWithoutScripts(t *testing.T) {
	tab := look.Browser(t)
	address, _ := screenOf(t, hall(t, true), "v/screen.html", false)
	off := func(ctx context.Context, target *chromedp.Target) (chromedp.Void, error) {
		_, err := cdp.Call(ctx, target, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
		return chromedp.Void{}, err
	}
	const large = `document.querySelectorAll("tbody tr").length > 60 && [].every.call(document.querySelectorAll(".slide[data-list] tbody tr *"), function (e) { return e.getClientRects().length && parseFloat(getComputedStyle(e).fontSize) >= %d })`
	sitetest.Must(t, chromedp.Do(tab, off, chromedp.EmulateViewport(1024, 768)))
	visit(t, tab, address)
	holds(t, tab, "every row shows in large type", fmt.Sprintf(large, 26))
	sitetest.Must(t, chromedp.Do(tab, chromedp.EmulateViewport(320, 640)))
	holds(t, tab, "larger than other pages on a phone", fmt.Sprintf(large, 22))
	holds(t, tab, "a way back", `document.querySelector(".leave a").getBoundingClientRect().top < 60`)
	holds(t, tab, "no deck", `document.documentElement.className === ""`)
	holds(t, tab, "every slide shows", `[].every.call(document.querySelectorAll(".slide"), function (e) { return e.getBoundingClientRect().height > 40 })`)
	holds(t, tab, "nothing scrolls sideways at 320 px", `document.documentElement.scrollWidth <= 320`)
	holds(t, tab, "no controls", `!document.querySelector(".controls").getClientRects().length && !document.querySelector(".help").getClientRects().length`)
	holds(t, tab, "the code", `document.querySelector("svg.qr").getBoundingClientRect().width > 100`)
}

// A village of 3,000 households has no more slides than another; where it asks for all of
// them, each stands on one slide.
func TestScreenOfALargeVillage(t *testing.T) {
	dir := t.TempDir()
	sitetest.LargeVillage(t, dir, 3000, 11) // two months will do
	some, built := screenOf(t, dir, "big/screen.html", false)
	if size := len(built["big/screen.html"]); size > 100_000 {
		t.Errorf("%d bytes", size)
	}
	tab := look.Browser(t)
	config, err := os.ReadFile(filepath.Join(dir, "config.toml"))
	sitetest.Must(t, err)
	sitetest.Must(t, os.WriteFile(filepath.Join(dir, "config.toml"), append(config, "screen_top = 0\n"...), 0o644))
	whole, _ := screenOf(t, dir, "big/screen.html", false)

	sitetest.Must(t, chromedp.Do(tab, chromedp.EmulateViewport(1024, 768)))
	t.Run("thirty ranks", func(t *testing.T) {
		visit(t, tab, some)
		if w := walkScreen(t, tab, "slides"); len(w.Kinds) > 40 {
			t.Errorf("%d slides: %v", len(w.Kinds), w.Kinds)
		}
	})
	t.Run("all ranks", func(t *testing.T) {
		visit(t, tab, whole)
		if w := walkScreen(t, tab, "slides"); len(w.Rows["ranks"]) != 3000 {
			t.Errorf("%d households", len(w.Rows["ranks"]))
		}
	})
}

// The script is a few kilobytes.
func TestScreenScriptIsSmall(t *testing.T) {
	content, err := os.ReadFile(filepath.Join(sitetest.Root(), "themes", "default", "static", "screen.js"))
	sitetest.Must(t, err)
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	_, err = w.Write(content)
	sitetest.Must(t, err)
	sitetest.Must(t, w.Close())
	if packed.Len() > 5<<10 {
		t.Errorf("%d bytes", packed.Len())
	}
}
