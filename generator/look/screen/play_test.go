package screen

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"gongshi/generator/look"
	"gongshi/generator/sitetest"
)

// ownTime gives a page a clock that goes on when pass is called, by so many seconds.
const ownTime = `(function () {
	var beat = null;
	window.setInterval = function (f, ms) { beat = { f: f, each: ms / 1000, left: ms / 1000 }; return 1; };
	window.clearInterval = function () { beat = null; };
	window.pass = function (seconds) {
		for (; seconds > 0 && beat; seconds--) if (--beat.left === 0) { beat.left = beat.each; beat.f(); }
	};
})()`

// Starts paused; A lets it advance by itself, a bar shows it, and any key takes over.
func TestScreenAdvancesByItself(t *testing.T) {
	tab := look.Browser(t)
	look.Prelude(t, tab, ownTime)
	address, _ := screenOf(t, hall(t, true), "v/screen.html", false)
	sitetest.Must(t, chromedp.Do(tab, chromedp.EmulateViewport(1024, 768)))
	visit(t, tab, address)
	pass := func(seconds int) { look.Ask[any](t, tab, fmt.Sprintf("pass(%d)", seconds)) }
	pass(60)
	shows(t, tab, "paused", 1)
	holds(t, tab, "paused", `document.querySelector("progress").hidden`)
	look.Press(t, tab, "a")
	holds(t, tab, "A", `!document.querySelector("progress").hidden && document.querySelector("progress").max === 15 && document.querySelector("[data-do=auto]").getAttribute("aria-pressed") === "true"`)
	pass(14)
	holds(t, tab, "the bar", `document.querySelector("progress").value === 14`)
	shows(t, tab, "before its time", 1)
	pass(1)
	shows(t, tab, "the next slide", 2)
	holds(t, tab, "the bar anew", `document.querySelector("progress").value === 0`)
	look.Press(t, tab, kb.ArrowLeft)
	shows(t, tab, "a key takes over", 1)
	holds(t, tab, "a key takes over", `document.querySelector("progress").hidden`)
	pass(60)
	shows(t, tab, "after a key took over", 1)
	look.Press(t, tab, kb.End+"a")
	pass(15)
	shows(t, tab, "from the last slide to the first", 1)
	look.Press(t, tab, "a")
	holds(t, tab, "A again", `document.querySelector("progress").hidden`)
	pass(60)
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
