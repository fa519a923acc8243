package desk

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"gongshi/generator/desk/grid"
	"gongshi/generator/look"
	"gongshi/generator/sitetest"
)

// busy is a sheet in all its states: a wrong figure, a locked row, 不适用, changes, a household chosen.
func busy(t *testing.T) (*desk, context.Context) {
	t.Helper()
	s := sheet(24, 14)
	for r := range s.Rows[:12] {
		for c := range s.Items {
			s.Rows[r].Cells[c] = s.Items[c].Max
		}
		s.Rows[r].Cells[r] = "3.5"
	}
	s.Rows[5].Locked = "这一户 2023-11-30 已退出"
	s.Rows[2].Cells[8] = "不适用"
	s.Problems = []grid.Problem{{Household: "003", Item: "i01", Severity: "warning", Text: "户号“003”的“客厅”与上期相同"}}
	d, tab := serve(t, s)
	press(t, tab, "Down", "Down", "Down")
	enter(t, tab, "Tab", "51", "12")
	press(t, tab, "Right", "Shift+Down", "Shift+Right")
	look.Await(t, tab, "checked", `first.textContent !== ""`)
	return d, tab
}

// axe finds nothing wrong with the sheet, with what is asked before a save, with a conflict and a draft.
func TestAxe(t *testing.T) {
	file := look.NPM(t, "axe-core/axe.min.js")
	d, tab := busy(t)
	state := func(name string) {
		t.Run(name, func(t *testing.T) {
			look.LoadAxe(t, tab, file)
			look.CheckAxe(t, tab, 1280, "light", true)
			look.Report(t, "contrast", look.Found(t, tab, "contrast.js", "contrast(4.5)"))
			look.Report(t, "targets", look.Ask[[]string](t, tab, `[...document.querySelectorAll("button, input, summary, a, label")].filter(e => e.checkVisibility()).
				map(e => [e, e.getBoundingClientRect()]).filter(([e, r]) => Math.min(r.width, r.height) < 24 && !e.closest("label")).map(([e, r]) => e.outerHTML + " " + r.width + " x " + r.height)`))
		})
	}
	state("sheet")
	look.Ask[int](t, tab, `document.querySelector("details.keys").open = true, 0`)
	state("keys")
	d.outside("004", "i00", "11")
	press(t, tab, "Ctrl+S")
	state("save")
	press(t, tab, "Enter")
	look.Await(t, tab, "both versions", `ask.open && !two.hidden`)
	state("conflict")
	press(t, tab, "Esc")
	look.Await(t, tab, "a draft", `Object.keys(localStorage).length === 1`)
	leave(t, tab, d)
	look.Ask[int](t, tab, `document.querySelector("#draft details").open = true, 0`)
	state("draft")
	d.set(func() { d.sheet.Sealed = "2024-01-05 已封存" })
	leave(t, tab, d)
	state("sealed")
}

// traps 1: counts and numbers of rows and columns, headings, and the text area named cell by cell.
func TestNamedForScreenReaders(t *testing.T) {
	_, tab := serve(t, sheet(300, 18))
	press(t, tab, "Ctrl+End")
	look.Await(t, tab, "the last row", `[...document.querySelectorAll("tbody tr")].some(tr => tr.cells[0].textContent === "300")`)
	for expression, want := range map[string]string{
		`document.querySelector("table").getAttribute("role")`:                                                                   "grid",
		`document.querySelector("table").getAttribute("aria-rowcount")`:                                                          "302",
		`document.querySelector("table").getAttribute("aria-colcount")`:                                                          "22",
		`String(document.querySelectorAll("#top th[scope]").length)`:                                                             fmt.Sprint(4 + 4 + 18),
		`[...document.querySelectorAll("tbody tr")].find(tr => tr.cells[0].textContent === "300").getAttribute("aria-rowindex")`: "302",
		`[...document.querySelectorAll("tbody tr[aria-rowindex] th")].every(th => th.scope === "row") + ""`:                      "true",
		`document.querySelector("[aria-selected=true]").cellIndex + ""`:                                                          "19",
		`pen.getAttribute("aria-label")`:                                                                                         "300 户，义务劳动，第 20 列，满分 5",
		`document.activeElement.id`:                                                                                              "pen",
	} {
		wants(t, expression, look.Ask[string](t, tab, expression), want)
	}
	press(t, tab, "Home", "9", "9")
	wants(t, "a problem is said with its cell", look.Ask[string](t, tab, `pen.getAttribute("aria-label")`), "300 户，庭院，第 3 列，满分 15，“99”应在 0 到 15 之间")
	press(t, tab, "Enter")
	wants(t, "and told once it is left", look.Ask[string](t, tab, `say.getAttribute("role") + say.textContent`), "status300 庭院：“99”应在 0 到 15 之间")
}

// Tab is no trap: at the last cell, or after Esc, it leaves the sheet.
func TestTabLeaves(t *testing.T) {
	_, tab := serve(t, sheet(3, 3))
	press(t, tab, "Ctrl+End", "Tab")
	if look.Ask[bool](t, tab, `document.activeElement.id === "pen"`) {
		t.Error("Tab stays at the last cell")
	}
	look.Ask[int](t, tab, `pen.focus(), 0`)
	press(t, tab, "Ctrl+Home", "Esc", "Tab")
	if look.Ask[bool](t, tab, `document.activeElement.id === "pen"`) {
		t.Error("Tab stays after Esc")
	}
}

// The active cell is never behind what is frozen, at 1280 x 720 and enlarged by a quarter, and the text area lies on it.
func TestActiveCellIsSeen(t *testing.T) {
	_, tab := serve(t, sheet(60, 18))
	for _, scale := range []float64{1, 1.25} {
		sitetest.Must(t, chromedp.Do(tab, look.Call(emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
			Width: int64(1280 / scale), Height: int64(720 / scale), DeviceScaleFactor: scale,
		})))
		if n := look.Ask[float64](t, tab, `(box.clientHeight - document.querySelector("#top").offsetHeight) / 36`); n < 8 {
			t.Errorf("at %v only %.1f rows can be seen", scale, n)
		}
		for _, keys := range []string{"Ctrl+Home", "End", "PageDown", "Home", "Ctrl+End", "PageUp", "Up Left Left Left", "Home Right Right", "Ctrl+Home"} {
			press(t, tab, strings.Fields(keys)...)
			look.Ask[int](t, tab, `new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))`)
			look.Report(t, fmt.Sprintf("%s at %v", keys, scale), look.Ask[[]string](t, tab, `(() => {
				const td = document.querySelector("td[aria-selected=true]"), c = td.getBoundingClientRect(), p = pen.getBoundingClientRect(), wrong = [];
				if (document.elementFromPoint(c.x + c.width / 2, c.y + c.height / 2) !== td) wrong.push("the cell is covered");
				if (document.elementFromPoint(c.x + 4, c.y + c.height / 2) !== td || document.elementFromPoint(c.right - 4, c.y + c.height / 2) !== td) wrong.push("a side of the cell is covered");
				if (Math.abs(c.x - p.x) + Math.abs(c.y - p.y) + Math.abs(c.width - p.width) + Math.abs(c.height - p.height) > 3) wrong.push("the text area is elsewhere: " + JSON.stringify([c, p]));
				return wrong;
			})()`))
		}
	}
}

// The mouse: a click chooses a cell, a drag or Shift a block, a click on a name the row, a double click mends.
func TestMouse(t *testing.T) {
	_, tab := serve(t, sheet(5, 3))
	click(t, tab, "002", 1)
	wants(t, "a click", spot(t, tab), "002 客厅")
	press(t, tab, "7")
	click(t, tab, "003", 0)
	wants(t, "a click after typing", row(t, tab, "002")+spot(t, tab), "|7||7.0|003 庭院")
	click(t, tab, "004", -1)
	wants(t, "a name", look.Ask[string](t, tab, `String(document.querySelectorAll("[aria-selected=true]").length)`), "3")
	drag(t, tab, "001", 0, "003", 1)
	wants(t, "a drag", look.Ask[string](t, tab, `String(document.querySelectorAll("[aria-selected=true]").length)`)+spot(t, tab), "6001 庭院")
	click(t, tab, "002", 1, chromedp.ClickCount(2))
	press(t, tab, ".", "5", "Enter")
	wants(t, "a double click", row(t, tab, "002"), "|7.5||7.5|")
	look.Ask[int](t, tab, `document.querySelector("#undo").click(), 0`)
	wants(t, "the button", row(t, tab, "002"), "|7||7.0|")
}
