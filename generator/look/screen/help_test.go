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

// tabThrough presses Tab so often, and returns what had the focus.
func tabThrough(t *testing.T, tab context.Context, times int) []string {
	t.Helper()
	var list []string
	for range times {
		look.Press(t, tab, kb.Tab)
		list = append(list, look.Ask[string](t, tab, `(function (e) {
			var box = e.getBoundingClientRect(), top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
			if (e === document.body) return "";
			return (e.closest(".help, .controls") || e).className + (e.contains(top) ? "" : " behind " + top.className);
		})(document.activeElement)`))
	}
	return list
}

// The Tab key goes through the controls of the deck; while the help is open, through it alone,
// and then back to where it was.
func TestScreenByTab(t *testing.T) {
	tab := look.Browser(t)
	address, _ := screenOf(t, hall(t, true), "v/screen.html", false)
	sitetest.Must(t, chromedp.Do(tab, chromedp.EmulateViewport(1024, 768)))
	visit(t, tab, address+"#5")
	if got := strings.Join(tabThrough(t, tab, 6), "|"); got != "controls|controls|controls|controls|controls|controls" {
		t.Errorf("on the deck: %s", got)
	}
	shows(t, tab, "Tab moves no slide", 5)
	holds(t, tab, "to a control", `(document.querySelector(".controls [data-do=help]").focus(), document.activeElement.getAttribute("data-do") === "help")`)
	look.Press(t, tab, "?")
	for i, at := range tabThrough(t, tab, 40) { // 14 keys; past the last it leaves the page and comes back
		if at != "help" && at != "" {
			t.Errorf("Tab %d in the help: %s", i+1, at)
		}
	}
	look.Press(t, tab, kb.Escape)
	holds(t, tab, "where it was", `document.activeElement === document.querySelector(".controls [data-do=help]")`)
}

// The help of a village of many groups names some; where it is higher than the window, arrows
// scroll it.
func TestScreenHelpOfManyGroups(t *testing.T) {
	a := assembled(80)
	a.groups = nil
	for i := range 39 {
		a.groups = append(a.groups, fmt.Sprintf("南岸片区第%d村民小组", i+1))
	}
	tab := look.Browser(t)
	address, _ := screenOf(t, a.source(t), "v/screen.html", false)
	const spare = `(function (e) { return e.scrollHeight - e.clientHeight })(document.querySelector(".help"))`
	sitetest.Must(t, chromedp.Do(tab, chromedp.EmulateViewport(1024, 768)))
	visit(t, tab, address)
	look.Press(t, tab, "?")
	holds(t, tab, "it fits", spare+` <= 0`)
	holds(t, tab, "some groups", `[].filter.call(document.querySelectorAll(".help .name"), function (e) { return e.getClientRects().length }).length === 3`)
	look.Press(t, tab, kb.Escape+"gggggg")
	holds(t, tab, "the sixth group", `document.querySelector(".chosen").textContent === " 南岸片区第6村民小组"`)

	sitetest.Must(t, chromedp.Do(tab, chromedp.EmulateViewport(740, 360)))
	visit(t, tab, address)
	look.Press(t, tab, "?")
	holds(t, tab, "it is higher", spare+` > 0`)
	for range 30 {
		look.Press(t, tab, kb.ArrowDown)
	}
	look.Await(t, tab, "↓ scrolls it to its end", `document.querySelector(".help").scrollTop >= `+spare+` - 1`)
	look.Press(t, tab, kb.ArrowUp)
	look.Await(t, tab, "↑ scrolls back", `document.querySelector(".help").scrollTop < `+spare+` - 1`)
	shows(t, tab, "they move no slide", 1)
}
