package main

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Starts paused; A lets it advance by itself, a bar shows it, and any key takes over.
func TestScreenAdvancesByItself(t *testing.T) {
	t.Parallel()
	tab := browser(t)
	address, _ := screenOf(t, hall(t, true), "v/screen.html")
	file := strings.TrimPrefix(address, "file://")
	content, err := os.ReadFile(file)
	must(t, err)
	if !bytes.Contains(content, []byte(`data-seconds="15"`)) {
		t.Error("not 15 seconds")
	}
	must(t, os.WriteFile(file, bytes.Replace(content, []byte(`data-seconds="15"`), []byte(`data-seconds="2"`), 1), 0o644))
	must(t, chromedp.Do(tab, chromedp.EmulateViewport(1024, 768)))
	visit(t, tab, address)
	time.Sleep(2500 * time.Millisecond)
	shows(t, tab, "paused", 1)
	holds(t, tab, "paused", `document.querySelector("progress").hidden`)
	press(t, tab, "a")
	holds(t, tab, "A", `!document.querySelector("progress").hidden && document.querySelector("progress").max === 2 && document.querySelector("[data-do=auto]").getAttribute("aria-pressed") === "true"`)
	await(t, tab, "the bar", `document.querySelector("progress").value === 1`)
	await(t, tab, "the next slide", showing+` === 2`)
	press(t, tab, kb.ArrowLeft)
	shows(t, tab, "a key takes over", 1)
	holds(t, tab, "a key takes over", `document.querySelector("progress").hidden`)
	time.Sleep(2500 * time.Millisecond)
	shows(t, tab, "after a key took over", 1)
	press(t, tab, kb.End+"a")
	await(t, tab, "from the last slide to the first", showing+` === 1`)
	press(t, tab, "a")
	holds(t, tab, "A again", `document.querySelector("progress").hidden`)
	shows(t, tab, "A again", 1)
}

// The mouse has small controls, a finger the halves of the screen.
func TestScreenByMouseAndTouch(t *testing.T) {
	tab := browser(t)
	address, _ := screenOf(t, hall(t, true), "v/screen.html")
	must(t, chromedp.Do(tab, chromedp.EmulateViewport(1024, 768, chromedp.EmulateTouch)))
	visit(t, tab, address)
	click := func(selector string) {
		t.Helper()
		nodes, err := chromedp.Run(tab, chromedp.Nodes(selector))
		must(t, err)
		must(t, chromedp.Do(tab, chromedp.MouseClickNode(nodes[0])))
	}
	click(".controls [data-do=next]")
	shows(t, tab, "the control →", 2)
	press(t, tab, " ")
	shows(t, tab, "space after a click", 3)
	click(".controls [data-do=back]")
	shows(t, tab, "the control ←", 2)
	click(".controls [data-do=help]")
	holds(t, tab, "the control ?", `!document.querySelector(".help").hidden`)
	click(".help [data-do=last]")
	holds(t, tab, "a line of the help", `document.querySelector(".help").hidden && location.hash !== "#2"`)
	holds(t, tab, "controls are large enough", `[].every.call(document.querySelectorAll(".controls button"), function (e) { var r = e.getBoundingClientRect(); return r.width >= 48 && r.height >= 48 })`)
	press(t, tab, kb.Home)
	for _, tap := range []struct{ x, want int }{{900, 2}, {600, 3}, {100, 2}, {400, 1}} {
		must(t, chromedp.Do(tab, chromedp.TapXY(float64(tap.x), 400)))
		await(t, tab, fmt.Sprintf("a tap at %d", tap.x), fmt.Sprintf("%s === %d", showing, tap.want))
	}
}
