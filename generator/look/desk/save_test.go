package desk

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"gongshi/generator/look"
	"gongshi/generator/sitetest"
)

// save saves as a clerk does who agrees to what is shown.
func save(t *testing.T, tab context.Context) {
	t.Helper()
	press(t, tab, "Ctrl+S")
	look.Await(t, tab, "what will be written", `ask.open`)
	press(t, tab, "Enter")
}

// A save shows in words what it will write, writes just the changed cells, and marks nothing afterwards.
func TestSave(t *testing.T) {
	s := sheet(4, 3)
	s.Rows[3].Cells = []string{"10", "9", "8"}
	d, tab := serve(t, s)
	enter(t, tab, "Tab", "15", "9.5")
	press(t, tab, "Ctrl+Home", "Down", "Down", "Down", "1", "2", "Ctrl+S") // amid a text
	wants(t, "the words", text(t, tab, "#title"), "修改2023年12月评分 2 户")
	wants(t, "the difference", look.Ask[string](t, tab, `asked.innerText`), "001 张三　庭院 空 → 15　客厅 空 → 9.5\n\n004 赵六　庭院 10 → 12")
	press(t, tab, "Enter")
	look.Await(t, tab, "saved", `say.textContent.indexOf("已保存") === 0`)
	wants(t, "what was sent", fmt.Sprint(d.saves, " ", d.words), "[{001 i00 15} {001 i01 9.5} {004 i00 12}] 修改2023年12月评分 2 户")
	wants(t, "marked against the file", look.Ask[string](t, tab, `String(document.querySelectorAll(".changed").length)`), "0")
	press(t, tab, "Ctrl+S")
	contains(t, "nothing to save", text(t, tab, "#say"), "没有要保存的")
	press(t, tab, "Ctrl+Z")
	wants(t, "an undo after a save is a change against the file", row(t, tab, "004"), "10|9|8|27.0|-61.5")
	wants(t, "and marked", look.Ask[string](t, tab, `document.querySelector(".changed").textContent`), "10")
	contains(t, "and told", text(t, tab, "#why"), "文件里是“12”")
	save(t, tab)
	look.Await(t, tab, "saved again", `say.textContent.indexOf("已保存") === 0`)
	look.Ask[int](t, tab, `takeback.click(), 0`)
	look.Await(t, tab, "the page as before the last save", `document.readyState === "complete" && [...document.querySelectorAll("tbody tr")].some(tr => tr.cells[2] && tr.cells[2].textContent === "12")`)
}

// The first figures of a period are entered, not mended.
func TestFirstSave(t *testing.T) {
	_, tab := serve(t, sheet(4, 3))
	enter(t, tab, "Enter", "15")
	press(t, tab, "Ctrl+S")
	wants(t, "the words", text(t, tab, "#title"), "录入2023年12月评分 1 户")
	press(t, tab, "Esc")
	look.Await(t, tab, "the sheet after Esc", `!ask.open && document.activeElement.id === "pen"`)
}

// traps 2: a failed save keeps what was typed, says so in words that stay, and works once the trouble is over.
func TestFailedSave(t *testing.T) {
	d, tab := serve(t, sheet(4, 3))
	enter(t, tab, "Enter", "15")
	d.set(func() { d.answer = http.StatusBadRequest })
	save(t, tab)
	look.Await(t, tab, "the words", `!told.hidden`)
	contains(t, "the words", text(t, tab, "#told"), "没有保存", "Excel", "还在这一页")
	press(t, tab, "1", "2", "Enter")
	look.Ask[int](t, tab, `new Promise(done => setTimeout(done, 600, 0))`)
	contains(t, "they stay", look.Ask[string](t, tab, "told.innerText"), "没有保存")
	wants(t, "and what was typed", row(t, tab, "001")+" "+row(t, tab, "002"), "15|||15.0| 12|||12.0|")
	d.set(func() { d.answer = 0 })
	save(t, tab)
	look.Await(t, tab, "saved", `say.textContent.indexOf("已保存") === 0 && told.hidden`)
	wants(t, "what was sent", fmt.Sprint(d.saves), "[{001 i00 15} {002 i00 12}]")

	enter(t, tab, "Enter", "14")
	look.Ask[int](t, tab, `XMLHttpRequest.prototype.send = function () { this.onloadend(); }, 0`) // nobody answers
	save(t, tab)
	look.Await(t, tab, "the words", `!told.hidden`)
	contains(t, "nobody answers", text(t, tab, "#told"), "没有保存", "连不上")
}

// traps 2: what both changed stands side by side, and the clerk chooses cell by cell; what the file alone changed
// is taken over; nothing is overwritten in silence.
func TestConflict(t *testing.T) {
	d, tab := serve(t, sheet(4, 3))
	enter(t, tab, "Tab", "15", "9", "8")
	d.outside("001", "i00", "11")
	d.outside("001", "i01", "10")
	d.outside("001", "i02", "8")  // the same as was typed here
	d.outside("003", "i02", "10") // by the file alone
	save(t, tab)
	look.Await(t, tab, "both versions", `ask.open && !two.hidden`)
	wants(t, "side by side", look.Ask[string](t, tab, `[...theirs.rows].map(tr => [...tr.cells].map(td => td.textContent).join("|")).join(" ")`),
		"001 庭院|空|15|11 001 客厅|空|9|10")
	press(t, tab, "Enter")
	contains(t, "it asks for every choice", text(t, tab, "#title"), "还有 2 格没有选")
	look.Ask[int](t, tab, `theirs.rows[0].querySelectorAll("input")[0].click(), theirs.rows[1].querySelectorAll("input")[1].click(), 0`)
	wants(t, "nothing is written before", *d.cell("001", "i00"), "11")
	look.Ask[int](t, tab, `yes.click(), 0`)
	look.Await(t, tab, "saved", `say.textContent.indexOf("已保存") === 0`)
	wants(t, "the file", fmt.Sprint(d.rows()), "[[15 10 8] [  ] [  10] [  ]]")
	wants(t, "the page", row(t, tab, "001")+" "+row(t, tab, "003"), "15|10|8|33.0|-55.5 ||10|10.0|")
	press(t, tab, "Ctrl+Z")
	wants(t, "the choice can be undone, what was mine is there", row(t, tab, "001"), "15|9|8|32.0|-56.5")
}

// traps 2: a file in which others changed other cells raises no question: both are kept. Nor does one that somebody
// saved with the same content.
func TestNoConflict(t *testing.T) {
	d, tab := serve(t, sheet(4, 3))
	enter(t, tab, "Tab", "15")
	d.outside("004", "i02", "10")
	save(t, tab)
	look.Await(t, tab, "saved", `say.textContent.indexOf("已保存") === 0`)
	wants(t, "the file", fmt.Sprint(d.rows()), "[[15  ] [  ] [  ] [  10]]")
	wants(t, "the page", row(t, tab, "004"), "||10|10.0|")
}

// Two pages of the same sheet, one after the other: none loses what the other wrote.
func TestTwoTabs(t *testing.T) {
	d, tab := serve(t, sheet(4, 3))
	other, shut := chromedp.NewContext(tab)
	t.Cleanup(shut)
	d.open(t, other)
	enter(t, tab, "Tab", "15")
	enter(t, other, "Tab", "12", "9")
	save(t, tab)
	look.Await(t, tab, "saved", `say.textContent.indexOf("已保存") === 0`)
	save(t, other)
	look.Await(t, other, "both versions", `ask.open && !two.hidden`)
	look.Ask[int](t, other, `theirs.rows[0].querySelectorAll("input")[1].click(), yes.click(), 0`)
	look.Await(t, other, "saved", `say.textContent.indexOf("已保存") === 0`)
	wants(t, "the file", fmt.Sprint(d.rows()[0]), "[15 9 ]")
}

// traps 2: a draft never hides the file: the page shows the file, and beside it what the draft differs by, without
// blocking; it is put in only when asked, as a step that can be undone.
func TestDraft(t *testing.T) {
	d, tab := serve(t, sheet(4, 3))
	enter(t, tab, "Tab", "15", "9")
	look.Await(t, tab, "a draft", `Object.keys(localStorage).length === 1`)
	d.outside("001", "i00", "11")
	leave(t, tab, d)
	wants(t, "the page shows the file", row(t, tab, "001"), "11|||11.0|")
	if !look.Ask[bool](t, tab, `!draft.hidden && document.activeElement.id === "pen"`) {
		t.Fatal("no draft is offered, or it blocks the page")
	}
	wants(t, "how it differs", look.Ask[string](t, tab, `[...drafted.children].map(li => li.textContent).join(" ")`),
		"001 庭院：文件里 11，草稿 15（打草稿时文件里是 空） 001 客厅：文件里 空，草稿 9")
	press(t, tab, "Down", "7", "Enter")
	look.Ask[int](t, tab, `new Promise(done => setTimeout(done, 600, 0))`)
	leave(t, tab, d)
	contains(t, "both drafts are there", text(t, tab, "#drafted"), "001 庭院", "001 客厅", "002 庭院")
	look.Ask[int](t, tab, `restore.click(), 0`)
	wants(t, "put in", row(t, tab, "001")+" "+row(t, tab, "002"), "15|9||24.0| 7|||7.0|")
	press(t, tab, "Ctrl+Z")
	wants(t, "and taken back", row(t, tab, "001")+" "+row(t, tab, "002"), "11|||11.0| ||||")
	press(t, tab, "Ctrl+Y")
	save(t, tab)
	look.Await(t, tab, "saved", `say.textContent.indexOf("已保存") === 0 && Object.keys(localStorage).length === 0`)
	leave(t, tab, d)
	if !look.Ask[bool](t, tab, `draft.hidden`) {
		t.Error("a draft is offered after a save")
	}
}

// A draft that is not wanted goes; one that the file has meanwhile is not offered; a broken one stops nothing.
func TestDraftDiscarded(t *testing.T) {
	d, tab := serve(t, sheet(4, 3))
	enter(t, tab, "Tab", "15")
	look.Await(t, tab, "a draft", `Object.keys(localStorage).length === 1`)
	leave(t, tab, d)
	look.Ask[int](t, tab, `discard.click(), 0`)
	if !look.Ask[bool](t, tab, `draft.hidden && Object.keys(localStorage).length === 0`) {
		t.Error("the draft is still there")
	}
	enter(t, tab, "Tab", "14")
	look.Await(t, tab, "a draft", `Object.keys(localStorage).length === 1`)
	d.outside("001", "i00", "14")
	leave(t, tab, d)
	if !look.Ask[bool](t, tab, `draft.hidden`) {
		t.Error("a draft is offered that says what the file says")
	}
	look.Ask[int](t, tab, `localStorage.setItem("data/zhongping/scores/2023-12.csv 1", "{"), 0`)
	leave(t, tab, d)
	wants(t, "the page", row(t, tab, "001"), "14|||14.0|")
}

// leave opens the page anew, whatever it asks.
func leave(t *testing.T, tab context.Context, d *desk) {
	t.Helper()
	look.Ask[int](t, tab, `window.onbeforeunload = null, 0`)
	d.open(t, tab)
}

// Who leaves with something unsaved is asked; who has nothing is not.
func TestLeaving(t *testing.T) {
	_, tab := serve(t, sheet(4, 3))
	unloads := `(e => { window.onbeforeunload(e); return e.returnValue !== null; })({returnValue: null})`
	if look.Ask[bool](t, tab, unloads) {
		t.Error("asked without need")
	}
	press(t, tab, "1")
	if !look.Ask[bool](t, tab, unloads) {
		t.Error("not asked amid a text")
	}
	if !look.Ask[bool](t, tab, `Object.keys(localStorage).length === 1`) {
		t.Error("no draft at the last moment")
	}
	asked := make(chan string, 1)
	sitetest.Must(t, chromedp.Listen(tab, func(event any) {
		if e, ok := event.(*page.EventJavascriptDialogOpening); ok {
			asked <- string(e.Type)
		}
	}))
	look.Ask[int](t, tab, `setTimeout(() => location.reload()), 0`)
	wants(t, "the browser asks", <-asked, "beforeunload")
	sitetest.Must(t, chromedp.Do(tab, look.Call(page.HandleJavaScriptDialog, page.HandleJavaScriptDialogParams{Accept: true})))
}

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
