package screen

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"gongshi/generator/look"
	"gongshi/generator/sitetest"
)

// showing is the number of the slide that shows, which the address names too.
const showing = `(function () { var on = document.querySelectorAll(".slide.on"); return on.length === 1 && "#" + on[0].id === location.hash ? +on[0].id : -1; })()`

// shows fails unless the slide with that number shows.
func shows(t *testing.T, tab context.Context, what string, want int) {
	t.Helper()
	if got := look.Ask[int](t, tab, showing); got != want {
		t.Errorf("%s: slide %d, want %d (%s)", what, got, want, look.Ask[string](t, tab, "location.hash"))
	}
}

// holds fails unless an expression is true in the page.
func holds(t *testing.T, tab context.Context, what, expression string) {
	t.Helper()
	if !look.Ask[bool](t, tab, expression) {
		t.Errorf("%s: not so: %s", what, expression)
	}
}

// The keys that move do what the help says; it lists all of them, and no other.
func TestScreenKeys(t *testing.T) {
	tab := look.Browser(t)
	address, _ := screenOf(t, hall(t, true), "v/screen.html", false)
	sitetest.Must(t, chromedp.Do(tab, chromedp.EmulateViewport(1024, 768)))
	visit(t, tab, address)
	shows(t, tab, "at first", 1)
	last := look.Ask[int](t, tab, `document.querySelectorAll(".slide").length`)
	for _, step := range []struct {
		name, keys string
		want       int
	}{
		{"→", kb.ArrowRight, 2}, {"PageDown", kb.PageDown, 3}, {"space", " ", 4},
		{"↓", kb.ArrowDown, 5}, {"Enter", kb.Enter, 6}, {"↑", kb.ArrowUp, 5}, {"Backspace", kb.Backspace, 4},
		{"←", kb.ArrowLeft, 3}, {"PageUp", kb.PageUp, 2}, {"← twice", kb.ArrowLeft + kb.ArrowLeft, 1},
		{"End", kb.End, last}, {"→ at the end", kb.ArrowRight, last}, {"Home", kb.Home, 1},
	} {
		look.Press(t, tab, step.keys)
		shows(t, tab, step.name, step.want)
	}
	look.Press(t, tab, "?")
	holds(t, tab, "?", `!document.querySelector(".help").hidden && document.activeElement === document.querySelector(".help")`)
	const listed = `[].map.call(document.querySelectorAll(".help li"), function (li) { return li.getClientRects().length ? li.querySelector("kbd").textContent : "" }).join("|")`
	if got, want := look.Ask[string](t, tab, listed), "→ ↓ PageDown 空格 Enter|← ↑ PageUp Backspace|Home|End|F F5|A|R|G|P|+|−|B .|L|?|Esc"; got != want {
		t.Errorf("the help lists %s, want %s", got, want)
	}
	holds(t, tab, "the help fits", `(function (e) { return e.scrollHeight <= e.clientHeight && e.scrollWidth <= e.clientWidth })(document.querySelector(".help"))`)
	look.Press(t, tab, kb.Escape)
	holds(t, tab, "Esc", `document.querySelector(".help").hidden`)
	look.Press(t, tab, "??")
	holds(t, tab, "? again", `document.querySelector(".help").hidden`)
}

// F goes to full screen and back. So does the first key of a presenter remote, F5, once: the page
// is not loaded anew, and stays as it is.
func TestScreenFull(t *testing.T) {
	tab := look.Browser(t)
	address, _ := screenOf(t, hall(t, true), "v/screen.html", false)
	visit(t, tab, address+"#5")
	const full, not = `document.fullscreenElement === document.documentElement`, `!document.fullscreenElement`
	look.Press(t, tab, "f")
	look.Await(t, tab, "F", full)
	look.Press(t, tab, "F")
	look.Await(t, tab, "F again", not)
	look.Press(t, tab, "+g")
	holds(t, tab, "a listener", `window.stays = true, addEventListener("keydown", function (e) { window.prevented = e.defaultPrevented }), true`)
	look.Press(t, tab, kb.F5)
	look.Await(t, tab, "F5", full+` && window.stays && window.prevented`)
	look.Press(t, tab, kb.F5)
	holds(t, tab, "F5 again", full+` && document.documentElement.classList.contains("size1") && document.querySelector(".chosen").textContent === " 东组"`)
}

// It starts at the slide that the address names.
func TestScreenStartsAtTheAddress(t *testing.T) {
	tab := look.Browser(t)
	address, _ := screenOf(t, hall(t, true), "v/screen.html", false)
	sitetest.Must(t, chromedp.Do(tab, chromedp.EmulateViewport(1024, 768)))
	visit(t, tab, address+"#5")
	shows(t, tab, "the address", 5)
	sitetest.Must(t, chromedp.Do(tab, chromedp.Evaluate[chromedp.Void](`location.hash = "#3"`)))
	look.Await(t, tab, "a changed address", showing+" === 3")
	visit(t, tab, address+"#999")
	shows(t, tab, "an address beyond the end", look.Ask[int](t, tab, `document.querySelectorAll(".slide").length`))
}

// + and − change the rows, G the group, L the light, and B makes it black.
func TestScreenChoices(t *testing.T) {
	tab := look.Browser(t)
	address, _ := screenOf(t, hall(t, true), "v/screen.html", false)
	sitetest.Must(t, chromedp.Do(tab, chromedp.EmulateViewport(1024, 768)))
	visit(t, tab, address+"#5")
	const typeSize = `parseFloat(getComputedStyle(document.querySelector(".slide.on tbody td")).fontSize)`
	usual := look.Ask[float64](t, tab, typeSize)
	look.Press(t, tab, "+")
	holds(t, tab, "+", fmt.Sprintf("%s > %v", typeSize, usual*1.15))
	look.Press(t, tab, "-")
	holds(t, tab, "−", fmt.Sprintf("%s === %v", typeSize, usual))
	look.Press(t, tab, "-")
	holds(t, tab, "− at the usual size", fmt.Sprintf("%s === %v", typeSize, usual))

	for _, group := range []string{" 东组", " 西组", ""} {
		look.Press(t, tab, "g")
		holds(t, tab, "G", fmt.Sprintf(`document.querySelector(".chosen").textContent === %q`, group))
		holds(t, tab, "G", fmt.Sprintf(`[].every.call(document.querySelectorAll(".slide.on tbody tr"), function (row) { return %q === "" || row.getAttribute("data-group") === %q })`, group, strings.TrimSpace(group)))
	}

	look.Press(t, tab, "g")
	holds(t, tab, "of one group no count and no range", `[].every.call(document.querySelectorAll(".count"), function (e) { return !e.getClientRects().length }) && document.querySelector(".slide.on h2").textContent === "东组"`)
	look.Press(t, tab, "gg")
	holds(t, tab, "of all again", `document.querySelector(".slide.on .count").textContent === "共 70 户" && document.querySelector(".slide.on h2").textContent === "并列第 1 名"`)
	shows(t, tab, "where it was", 5)
	sitetest.Must(t, chromedp.Do(tab, chromedp.EmulateViewport(500, 700)))
	look.Await(t, tab, "a narrow window", `!document.documentElement.classList.contains("deck")`)
	sitetest.Must(t, chromedp.Do(tab, chromedp.EmulateViewport(1024, 768)))
	look.Await(t, tab, "wide again", showing+` === 5`)

	paper := look.Ask[string](t, tab, `getComputedStyle(document.body).backgroundColor`)
	look.Press(t, tab, "l")
	holds(t, tab, "L", fmt.Sprintf(`getComputedStyle(document.body).backgroundColor !== %q`, paper))
	look.Press(t, tab, "l")
	holds(t, tab, "L again", fmt.Sprintf(`getComputedStyle(document.body).backgroundColor === %q`, paper))

	at := look.Ask[int](t, tab, showing)
	for _, key := range []string{"b", "."} {
		look.Press(t, tab, key)
		holds(t, tab, "B", `[].every.call(document.body.children, function (e) { return getComputedStyle(e).visibility === "hidden" }) && getComputedStyle(document.body).backgroundColor === "rgb(0, 0, 0)"`)
		look.Press(t, tab, kb.ArrowRight)
		holds(t, tab, "any key after B", `getComputedStyle(document.querySelector(".slide.on")).visibility === "visible"`)
		shows(t, tab, "any key after B", at)
	}
}
