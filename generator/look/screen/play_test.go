package screen

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"gongshi/generator/look"
	"gongshi/generator/sitetest"
)

// Starts paused; A lets it advance by itself, a bar shows it, and any key takes over.
func TestScreenAdvancesByItself(t *testing.T) {
	t.Parallel()
	tab := look.Browser(t)
	address, _ := screenOf(t, hall(t, true), "v/screen.html", false)
	file := strings.TrimPrefix(address, "file://")
	content, err := os.ReadFile(file)
	sitetest.Must(t, err)
	if !bytes.Contains(content, []byte(`data-seconds="15"`)) {
		t.Error("not 15 seconds")
	}
	sitetest.Must(t, os.WriteFile(file, bytes.Replace(content, []byte(`data-seconds="15"`), []byte(`data-seconds="2"`), 1), 0o644))
	sitetest.Must(t, chromedp.Do(tab, chromedp.EmulateViewport(1024, 768)))
	visit(t, tab, address)
	time.Sleep(2500 * time.Millisecond)
	shows(t, tab, "paused", 1)
	holds(t, tab, "paused", `document.querySelector("progress").hidden`)
	look.Press(t, tab, "a")
	holds(t, tab, "A", `!document.querySelector("progress").hidden && document.querySelector("progress").max === 2 && document.querySelector("[data-do=auto]").getAttribute("aria-pressed") === "true"`)
	look.Await(t, tab, "the bar", `document.querySelector("progress").value === 1`)
	look.Await(t, tab, "the next slide", showing+` === 2`)
	look.Press(t, tab, kb.ArrowLeft)
	shows(t, tab, "a key takes over", 1)
	holds(t, tab, "a key takes over", `document.querySelector("progress").hidden`)
	time.Sleep(2500 * time.Millisecond)
	shows(t, tab, "after a key took over", 1)
	look.Press(t, tab, kb.End+"a")
	look.Await(t, tab, "from the last slide to the first", showing+` === 1`)
	look.Press(t, tab, "a")
	holds(t, tab, "A again", `document.querySelector("progress").hidden`)
	shows(t, tab, "A again", 1)
}

// The mouse has small controls, a finger the halves of the screen.
func TestScreenByMouseAndTouch(t *testing.T) {
	tab := look.Browser(t)
	address, _ := screenOf(t, hall(t, true), "v/screen.html", false)
	sitetest.Must(t, chromedp.Do(tab, chromedp.EmulateViewport(1024, 768, chromedp.EmulateTouch)))
	visit(t, tab, address)
	click := func(selector string) {
		t.Helper()
		nodes, err := chromedp.Run(tab, chromedp.Nodes(selector))
		sitetest.Must(t, err)
		sitetest.Must(t, chromedp.Do(tab, chromedp.MouseClickNode(nodes[0])))
	}
	click(".controls [data-do=next]")
	shows(t, tab, "the control →", 2)
	look.Press(t, tab, " ")
	shows(t, tab, "space after a click", 3)
	click(".controls [data-do=back]")
	shows(t, tab, "the control ←", 2)
	click(".controls [data-do=help]")
	holds(t, tab, "the control ?", `!document.querySelector(".help").hidden`)
	click(".help [data-do=last]")
	holds(t, tab, "a line of the help", `document.querySelector(".help").hidden && location.hash !== "#2"`)
	holds(t, tab, "controls are large enough", `[].every.call(document.querySelectorAll(".controls button"), function (e) { var r = e.getBoundingClientRect(); return r.width >= 48 && r.height >= 48 })`)
	look.Press(t, tab, kb.Home)
	for _, tap := range []struct{ x, want int }{{900, 2}, {600, 3}, {100, 2}, {400, 1}} {
		sitetest.Must(t, chromedp.Do(tab, chromedp.TapXY(float64(tap.x), 400)))
		look.Await(t, tab, fmt.Sprintf("a tap at %d", tap.x), fmt.Sprintf("%s === %d", showing, tap.want))
	}
}
