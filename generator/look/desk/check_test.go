package desk

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"gongshi/generator/desk/grid"
	"gongshi/generator/look"
)

// The check's words come while one types, beside the page's own limits at once; both lead to their cell.
func TestProblems(t *testing.T) {
	d, tab := serve(t, sheet(30, 3))
	for _, c := range []struct{ typed, words string }{
		{"16", "“16”应在 0 到 15 之间"}, {"-1", "“-1”应在 0 到 15 之间"}, {"1.234", "小数太长"}, {"abc", "不是数字"}, {"1e1", "不是数字"}, {"1.25", "只显示 1 位小数"},
		{"15", ""}, {"15.00", ""}, {"不适用", ""},
	} {
		press(t, tab, "Ctrl+Home")
		insert(t, tab, c.typed)
		if why := text(t, tab, "#why"); !strings.Contains(why, c.words) || (c.words == "") != look.Ask[bool](t, tab, `why.className === ""`) {
			t.Errorf("while typing %s: %q, want %q", c.typed, why, c.words)
		}
		wants(t, "invalid while typing "+c.typed, look.Ask[string](t, tab, `pen.getAttribute("aria-invalid")`), fmt.Sprint(c.words != "" && c.typed != "1.25"))
		press(t, tab, "Enter")
		contains(t, "after "+c.typed, text(t, tab, "#say"), c.words)
	}
	enter(t, tab, "Enter", "13", "99")
	look.Await(t, tab, "the check's words", `first.textContent.indexOf("与上期相同") > 0`)
	contains(t, "how many", text(t, tab, "#first"), "有 2 处要看", "户号“002”的“13”")
	press(t, tab, "Ctrl+Home", "F8")
	wants(t, "the first", spot(t, tab), "002 庭院")
	contains(t, "in the check's words", text(t, tab, "#why"), "与上期相同")
	press(t, tab, "F8")
	wants(t, "the second", spot(t, tab), "003 庭院")
	press(t, tab, "F8")
	wants(t, "round again", spot(t, tab), "002 庭院")
	enter(t, tab, "Enter", "12", "12")
	look.Await(t, tab, "mended", `first.textContent === "没有发现问题" && next.disabled`)
	if d.checks > 30 {
		t.Errorf("asked %d times", d.checks)
	}
}

// What is said of a cell comes before what is said of the sheet; where nothing is said of any cell, the next one to look at is
// the first that is empty.
func TestProblemOfTheSheet(t *testing.T) {
	d, tab := serve(t, sheet(4, 3))
	d.set(func() { d.general = []grid.Problem{{Severity: "note", Text: "评分表还没填完"}} })
	enter(t, tab, "Enter", "12", "99")
	look.Await(t, tab, "both", `first.textContent.indexOf("有 2 处要看：002 庭院") === 0`)
	press(t, tab, "Ctrl+Z")
	look.Await(t, tab, "the sheet's alone", `first.textContent === "有 1 处要看：评分表还没填完" && !next.disabled`)
	press(t, tab, "Ctrl+End", "F8")
	wants(t, "the first empty cell", spot(t, tab), "001 客厅")
}

// An answer of the check that comes after a further change says nothing of what stands there by now.
func TestLateCheck(t *testing.T) {
	d, tab := serve(t, sheet(4, 3))
	look.Await(t, tab, "the first check", `performance.getEntriesByType("resource").some(e => e.name.endsWith("/api/check"))`)
	hold := make(chan bool)
	d.set(func() { d.hold = map[string]chan bool{"/desk/api/check": hold} })
	stop(t, tab)
	enter(t, tab, "Enter", "13")
	pass(t, tab)
	<-hold
	d.set(func() { d.hold = nil })
	press(t, tab, "Ctrl+Home", "1", "2", "Enter")
	hold <- true
	look.Await(t, tab, "the late answer", `answered`)
	if look.Ask[bool](t, tab, `document.querySelector(".warning") !== null`) {
		t.Error("12 is marked with what was said of 13")
	}
}

// stop stops the clock of a page: what it would do after a pause it does when pass is called.
func stop(t *testing.T, tab context.Context) {
	t.Helper()
	look.Ask[int](t, tab, `window.setTimeout = f => { window.due = f; }, 0`)
}

// pass lets the pause pass, after which the page asks for the check's words; answered is true once it has done with them.
func pass(t *testing.T, tab context.Context) {
	t.Helper()
	look.Ask[int](t, tab, `(function (send) {
		window.answered = false;
		XMLHttpRequest.prototype.send = function (body) {
			XMLHttpRequest.prototype.send = send;
			this.addEventListener("loadend", () => { answered = true; });
			this.send(body);
		};
		due();
		return 0;
	})(XMLHttpRequest.prototype.send)`)
}
