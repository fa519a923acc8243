package screen

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"gongshi/generator/look"
	"gongshi/generator/sitetest"
)

// seen are the households of honours that can be seen, on any slide of lists.
const seen = `[].filter.call(document.querySelectorAll(".slide[data-list] tbody tr"), function (row) {
	return row.getClientRects().length && getComputedStyle(row).visibility === "visible";
}).map(function (row) { return row.querySelector("th").textContent.slice(0, 3) }).join(" ")`

// A reveal goes from the last place of the honours up to the first, a household a key; each
// band is announced before its households; nobody else is seen.
func TestScreenReveals(t *testing.T) {
	tab := look.Browser(t)
	address, _ := screenOf(t, hall(t, false), "v/screen.html", true)
	sitetest.Must(t, chromedp.Do(tab, chromedp.EmulateViewport(1024, 768)))
	visit(t, tab, address)
	const on = `document.querySelector(".slide.on")`
	holds(t, tab, "honours still to be awarded: it opens covered", on+`.classList.contains("opening") && location.hash === "#reveal-1"`)

	// By hand: 14 at rank 1, then 015 and 014, so that 金牌户 (3 places, ties in) are 000 to 013
	// and 银牌户 (16 places) 015 and 014.
	var uncovered []string
	var announced []string
	for range 18 {
		look.Press(t, tab, kb.ArrowRight)
		if look.Ask[bool](t, tab, `document.documentElement.classList.contains("announce")`) {
			announced = append(announced, fmt.Sprint(len(uncovered), look.Ask[string](t, tab, on+`.querySelector("h2").textContent`)))
			holds(t, tab, "announced", seen+` === ""`)
			continue
		}
		list := strings.Fields(look.Ask[string](t, tab, seen))
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
	if got := fmt.Sprint(announced); got != "[0银牌户 2金牌户]" {
		t.Errorf("announced: %s", got)
	}
	look.Press(t, tab, kb.ArrowRight)
	holds(t, tab, "then the distribution", on+`.classList.contains("distribution")`)
	look.Press(t, tab, kb.ArrowRight+kb.ArrowRight+kb.ArrowRight)
	holds(t, tab, "and the end", on+`.classList.contains("close")`)
	look.Press(t, tab, kb.ArrowLeft+kb.ArrowLeft+kb.ArrowLeft)
	holds(t, tab, "back covers again", on+`.querySelector(".latest th").textContent.slice(0, 3) === "001"`)

	visit(t, tab, address+"#reveal-3")
	holds(t, tab, "it goes on after a reload", seen+` === "014"`)
	look.Press(t, tab, "+")
	holds(t, tab, "larger rows uncover nothing", seen+` === "014"`)

	public, _ := screenOf(t, hall(t, true), "v/screen.html", false)
	visit(t, tab, public)
	look.Press(t, tab, "r")
	holds(t, tab, "R", `document.documentElement.classList.contains("announce") && location.hash === "#reveal-1"`)
	look.Press(t, tab, "r")
	holds(t, tab, "R again", seen+` === "014"`)
	look.Press(t, tab, kb.Escape)
	shows(t, tab, "Esc", 2)
}

func lastOf(list []string, n int) []string {
	last := slices.Clone(list[max(len(list)-n, 0):])
	slices.Reverse(last)
	return last
}

// awardedInEast is a village of twelve households whose honours all go to one of its two groups:
// 金牌户 to 000 and 002, 银牌户 to 004 and 006.
func awardedInEast(t *testing.T) string {
	a := assembled(12)
	a.counts, a.posted = [2]int{2, 4}, false
	for i := range a.households {
		if i%2 == 1 {
			a.households[i].second = 10 - i/2
		}
	}
	return a.source(t)
}

// While honours are to be awarded nothing is uncovered by accident: not by a change of group,
// nor by the keys of a remote that starts and stops, nor by an address or a narrow window.
func TestScreenKeepsHonoursCovered(t *testing.T) {
	tab := look.Browser(t)
	address, _ := screenOf(t, awardedInEast(t), "v/screen.html", true)
	sitetest.Must(t, chromedp.Do(tab, chromedp.EmulateViewport(1024, 768)))
	const right = kb.ArrowRight
	for _, test := range []struct{ name, at, keys, hash, seen string }{
		{"at first", "", "", "#reveal-1", ""},
		{"an announcement and two households", "", right + right + right, "#reveal-4", "004 006"},
		{"a group without honours", "", right + right + right + "gg", "#reveal-1", ""},
		{"… and on", "", right + right + right + "gg" + right, "#reveal-2", ""},
		{"… and back to all", "", right + right + right + "gg" + right + right + "g", "#reveal-4", "004 006"},
		{"a group starts by itself", "", right + right + right + "g", "#reveal-1", ""},
		{"Esc in the middle", "", right + right + right + kb.Escape, "#reveal-1", ""},
		{"Esc, and on", "", right + right + right + kb.Escape + right, "#reveal-2", ""},
		{"a slide's number", "#5", "", "#reveal-1", ""},
		{"a step's number", "#reveal-3", "", "#reveal-3", "006"},
		{"the end of one group", "", "g" + kb.End + kb.Escape + right, "#reveal-2", ""},
	} {
		visit(t, tab, address+test.at)
		look.Press(t, tab, test.keys)
		if hash, list := look.Ask[string](t, tab, "location.hash"), look.Ask[string](t, tab, seen); hash != test.hash || list != test.seen {
			t.Errorf("%s: %s shows %q, want %s and %q", test.name, hash, list, test.hash, test.seen)
		}
	}
	visit(t, tab, address)
	for range 3 { // of a remote: its stop leaves the full screen, or goes to the start where there is none
		look.Press(t, tab, right+right+kb.F5+kb.Escape+kb.F5+kb.Escape)
		holds(t, tab, "start and stop", `/reveal-[1357]$/.test(location.hash) && document.querySelectorAll(".slide.honours.on tbody tr:not(.covered)").length <= 2`)
	}
	sitetest.Must(t, chromedp.Do(tab, chromedp.EmulateViewport(400, 700)))
	visit(t, tab, address)
	holds(t, tab, "a narrow window", seen+` === "" && location.hash === "#reveal-1"`)
	sitetest.Must(t, chromedp.Do(tab, chromedp.EmulateViewport(1024, 768)))

	visit(t, tab, address)
	look.Press(t, tab, kb.End+kb.Escape)
	shows(t, tab, "Esc after the last step", 1)
	look.Press(t, tab, right)
	holds(t, tab, "… opens the slides", seen+` === "000 002"`)
	sitetest.Must(t, chromedp.Do(tab, chromedp.Reload()))
	look.Await(t, tab, "covered again when loaded anew", `location.hash === "#reveal-1" && `+seen+` === ""`)
}
