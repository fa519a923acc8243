package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// showing is the number of the slide that shows, which the address names too.
const showing = `(function () { var on = document.querySelectorAll(".slide.on"); return on.length === 1 && "#" + on[0].id === location.hash ? +on[0].id : -1; })()`

// shows fails unless the slide with that number shows.
func shows(t *testing.T, tab context.Context, what string, want int) {
	t.Helper()
	if got := ask[int](t, tab, showing); got != want {
		t.Errorf("%s: slide %d, want %d (%s)", what, got, want, ask[string](t, tab, "location.hash"))
	}
}

// holds fails unless an expression is true in the page.
func holds(t *testing.T, tab context.Context, what, expression string) {
	t.Helper()
	if !ask[bool](t, tab, expression) {
		t.Errorf("%s: not so: %s", what, expression)
	}
}

// The keys that move do what the help says; it lists all of them, and no other.
func TestScreenKeys(t *testing.T) {
	tab := browser(t)
	address, _ := screenOf(t, hall(t, true), "v/screen.html")
	must(t, chromedp.Do(tab, chromedp.EmulateViewport(1024, 768)))
	visit(t, tab, address)
	shows(t, tab, "at first", 1)
	last := ask[int](t, tab, `document.querySelectorAll(".slide").length`)
	for _, step := range []struct {
		name, keys string
		want       int
	}{
		{"→", kb.ArrowRight, 2}, {"PageDown", kb.PageDown, 3}, {"space", " ", 4},
		{"←", kb.ArrowLeft, 3}, {"PageUp", kb.PageUp, 2}, {"← twice", kb.ArrowLeft + kb.ArrowLeft, 1},
		{"End", kb.End, last}, {"→ at the end", kb.ArrowRight, last}, {"Home", kb.Home, 1},
	} {
		press(t, tab, step.keys)
		shows(t, tab, step.name, step.want)
	}
	press(t, tab, "?")
	holds(t, tab, "?", `!document.querySelector(".help").hidden && document.activeElement === document.querySelector(".help")`)
	const listed = `[].map.call(document.querySelectorAll(".help li"), function (li) { return li.getClientRects().length ? li.querySelector("kbd").textContent : "" }).join("|")`
	if got, want := ask[string](t, tab, listed), "→ PageDown 空格|← PageUp|Home|End|F|A|R|G|+|−|B|L|? Esc"; got != want {
		t.Errorf("the help lists %s, want %s", got, want)
	}
	holds(t, tab, "the help fits", `(function (e) { return e.scrollHeight <= e.clientHeight && e.scrollWidth <= e.clientWidth })(document.querySelector(".help"))`)
	press(t, tab, kb.Escape)
	holds(t, tab, "Esc", `document.querySelector(".help").hidden`)
	press(t, tab, "??")
	holds(t, tab, "? again", `document.querySelector(".help").hidden`)

	press(t, tab, "f")
	await(t, tab, "F", `document.fullscreenElement === document.documentElement`)
	press(t, tab, "F")
	await(t, tab, "F again", `!document.fullscreenElement`)
}

// It starts at the slide that the address names.
func TestScreenStartsAtTheAddress(t *testing.T) {
	tab := browser(t)
	address, _ := screenOf(t, hall(t, true), "v/screen.html")
	must(t, chromedp.Do(tab, chromedp.EmulateViewport(1024, 768)))
	visit(t, tab, address+"#5")
	shows(t, tab, "the address", 5)
	must(t, chromedp.Do(tab, chromedp.Evaluate[chromedp.Void](`location.hash = "#3"`)))
	await(t, tab, "a changed address", showing+" === 3")
	visit(t, tab, address+"#999")
	shows(t, tab, "an address beyond the end", ask[int](t, tab, `document.querySelectorAll(".slide").length`))
}

// + and − change the rows, G the group, L the light, and B makes it black.
func TestScreenChoices(t *testing.T) {
	tab := browser(t)
	address, _ := screenOf(t, hall(t, true), "v/screen.html")
	must(t, chromedp.Do(tab, chromedp.EmulateViewport(1024, 768)))
	visit(t, tab, address+"#5")
	const typeSize = `parseFloat(getComputedStyle(document.querySelector(".slide.on tbody td")).fontSize)`
	usual := ask[float64](t, tab, typeSize)
	press(t, tab, "+")
	holds(t, tab, "+", fmt.Sprintf("%s > %v", typeSize, usual*1.15))
	press(t, tab, "-")
	holds(t, tab, "−", fmt.Sprintf("%s === %v", typeSize, usual))
	press(t, tab, "-")
	holds(t, tab, "− at the usual size", fmt.Sprintf("%s === %v", typeSize, usual))

	for _, group := range []string{" 东组", " 西组", ""} {
		press(t, tab, "g")
		holds(t, tab, "G", fmt.Sprintf(`document.querySelector(".chosen").textContent === %q`, group))
		holds(t, tab, "G", fmt.Sprintf(`[].every.call(document.querySelectorAll(".slide.on tbody tr"), function (row) { return %q === "" || row.getAttribute("data-group") === %q })`, group, strings.TrimSpace(group)))
	}

	paper := ask[string](t, tab, `getComputedStyle(document.body).backgroundColor`)
	press(t, tab, "l")
	holds(t, tab, "L", fmt.Sprintf(`getComputedStyle(document.body).backgroundColor !== %q`, paper))
	press(t, tab, "l")
	holds(t, tab, "L again", fmt.Sprintf(`getComputedStyle(document.body).backgroundColor === %q`, paper))

	at := ask[int](t, tab, showing)
	for _, key := range []string{"b", "."} {
		press(t, tab, key)
		holds(t, tab, "B", `[].every.call(document.body.children, function (e) { return getComputedStyle(e).visibility === "hidden" }) && getComputedStyle(document.body).backgroundColor === "rgb(0, 0, 0)"`)
		press(t, tab, kb.ArrowRight)
		holds(t, tab, "any key after B", `getComputedStyle(document.querySelector(".slide.on")).visibility === "visible"`)
		shows(t, tab, "any key after B", at)
	}
}

// Starts paused; A lets it advance by itself, a bar shows it, and any key takes over.
func TestScreenAdvancesByItself(t *testing.T) {
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

// seen are the households of honours that can be seen, on any slide of lists.
const seen = `[].filter.call(document.querySelectorAll(".slide[data-list] tbody tr"), function (row) {
	return row.getClientRects().length && getComputedStyle(row).visibility === "visible";
}).map(function (row) { return row.querySelector("th").textContent.slice(0, 3) }).join(" ")`

// A reveal goes from the last place of the honours up to the first, a household a key; each
// band is announced before its households; nobody else is seen.
func TestScreenReveals(t *testing.T) {
	tab := browser(t)
	address, _ := screenOf(t, hall(t, false), "v/screen.html", "--drafts")
	must(t, chromedp.Do(tab, chromedp.EmulateViewport(1024, 768)))
	visit(t, tab, address)
	const on = `document.querySelector(".slide.on")`
	holds(t, tab, "honours still to be awarded: it opens covered", on+`.classList.contains("opening") && location.hash === "#reveal-1"`)

	// By hand: 14 at rank 1, then 015 and 014, so that 金牌户 (3 places, ties in) are 000 to 013
	// and 银牌户 (16 places) 015 and 014.
	var uncovered []string
	var announced []string
	for range 18 {
		press(t, tab, kb.ArrowRight)
		if ask[bool](t, tab, `document.documentElement.classList.contains("announce")`) {
			announced = append(announced, fmt.Sprint(len(uncovered), ask[string](t, tab, on+`.querySelector("h2").textContent`)))
			holds(t, tab, "announced", seen+` === ""`)
			continue
		}
		list := strings.Fields(ask[string](t, tab, seen))
		if len(list) == 0 || !slices.Equal(list[1:], lastOf(uncovered, len(list)-1)) {
			t.Fatalf("after %v: %v", uncovered, list)
		}
		uncovered = append(uncovered, list[0])
		holds(t, tab, "the latest is marked", on+`.querySelector(".latest th").textContent.slice(0, 3) === "`+list[0]+`"`)
	}
	var want []string
	for _, i := range []int{14, 15, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0} {
		want = append(want, fmt.Sprintf("%03d", i))
	}
	if !slices.Equal(uncovered, want) {
		t.Errorf("uncovered %v, want %v", uncovered, want)
	}
	if got := fmt.Sprint(announced); got != "[0银牌户 2金牌户（续）]" && got != "[0银牌户 2金牌户]" {
		t.Errorf("announced: %s", got)
	}
	press(t, tab, kb.ArrowRight)
	holds(t, tab, "then the distribution", on+`.classList.contains("distribution")`)
	press(t, tab, kb.ArrowRight+kb.ArrowRight+kb.ArrowRight)
	holds(t, tab, "and the end", on+`.classList.contains("close")`)
	press(t, tab, kb.ArrowLeft+kb.ArrowLeft+kb.ArrowLeft)
	holds(t, tab, "back covers again", on+`.querySelector(".latest th").textContent.slice(0, 3) === "001"`)

	visit(t, tab, address+"#reveal-3")
	holds(t, tab, "it goes on after a reload", seen+` === "014"`)
	press(t, tab, "+")
	holds(t, tab, "larger rows uncover nothing", seen+` === "014"`)
	press(t, tab, kb.Escape)
	holds(t, tab, "Esc leaves it", `location.hash === "#1"`)

	public, _ := screenOf(t, hall(t, true), "v/screen.html")
	visit(t, tab, public)
	press(t, tab, "r")
	holds(t, tab, "R", `document.documentElement.classList.contains("announce") && location.hash === "#reveal-1"`)
	press(t, tab, "r")
	holds(t, tab, "R again", seen+` === "014"`)
	press(t, tab, kb.Escape)
	shows(t, tab, "Esc", 2)
}

func lastOf(list []string, n int) []string {
	last := slices.Clone(list[max(len(list)-n, 0):])
	slices.Reverse(last)
	return last
}

// Without scripts the screen is one long page in large type with all that is on the slides.
func TestScreenWithoutScripts(t *testing.T) {
	tab := browser(t)
	address, _ := screenOf(t, hall(t, true), "v/screen.html")
	scripting(t, tab, false)
	must(t, chromedp.Do(tab, chromedp.EmulateViewport(320, 640)))
	visit(t, tab, address)
	holds(t, tab, "no deck", `document.documentElement.className === ""`)
	holds(t, tab, "every slide shows", `[].every.call(document.querySelectorAll(".slide"), function (e) { return e.getBoundingClientRect().height > 40 })`)
	holds(t, tab, "every row shows in large type", `document.querySelectorAll("tbody tr").length > 60 && [].every.call(document.querySelectorAll(".slide[data-list] tbody tr *"), function (e) { return e.getClientRects().length && parseFloat(getComputedStyle(e).fontSize) >= 26 })`)
	holds(t, tab, "nothing scrolls sideways at 320 px", `document.documentElement.scrollWidth <= 320`)
	holds(t, tab, "no controls", `!document.querySelector(".controls").getClientRects().length && !document.querySelector(".help").getClientRects().length`)
	holds(t, tab, "the code", `document.querySelector("svg.qr").getBoundingClientRect().width > 100`)
}

// A village of 3,000 households has no more slides than another; where it asks for all of
// them, each stands on one slide.
func TestScreenOfALargeVillage(t *testing.T) {
	built := builtLarge(t)
	some := "file://" + filepath.ToSlash(filepath.Join(built.folder(t), "big/screen.html"))
	dir := t.TempDir()
	twoMonths(t, dir)
	config, err := os.ReadFile(filepath.Join(dir, "config.toml"))
	must(t, err)
	must(t, os.WriteFile(filepath.Join(dir, "config.toml"), append(config, "screen_top = 0\n"...), 0o644))
	whole, _ := screenOf(t, dir, "big/screen.html")

	if size := len(built["big/screen.html"]); size > 100_000 {
		t.Errorf("%d bytes", size)
	}
	t.Run("thirty ranks", func(t *testing.T) {
		tab := browser(t)
		must(t, chromedp.Do(tab, chromedp.EmulateViewport(1024, 768)))
		visit(t, tab, some)
		if w := walkScreen(t, tab, "slides"); len(w.Kinds) > 40 {
			t.Errorf("%d slides: %v", len(w.Kinds), w.Kinds)
		}
	})
	t.Run("all ranks", func(t *testing.T) {
		tab := browser(t)
		must(t, chromedp.Do(tab, chromedp.EmulateViewport(1024, 768)))
		visit(t, tab, whole)
		if w := walkScreen(t, tab, "slides"); len(w.Rows["ranks"]) != 3000 {
			t.Errorf("%d households", len(w.Rows["ranks"]))
		}
	})
}
