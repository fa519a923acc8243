package desk

import (
	"context"
	"fmt"
	"net/http"
	"testing"

	"gongshi/generator/look"
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
	contains(t, "and told", text(t, tab, "#why"), "存的是“12”")
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
	stop(t, tab)
	press(t, tab, "1", "2", "Enter")
	pass(t, tab)
	look.Await(t, tab, "the check's answer", `answered`)
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

	look.Ask[int](t, tab, `XMLHttpRequest.prototype.send = function () { if (!this.timeout) throw "waits for ever"; }, 0`)
	save(t, tab)
	press(t, tab, "Ctrl+S")
	contains(t, "while it is saved", text(t, tab, "#say"), "正在保存")
	if look.Ask[bool](t, tab, `ask.open`) {
		t.Error("a second save is asked for while the first is on its way")
	}
}

// The button beside the one that saves leads back, by the mouse too.
func TestNotYet(t *testing.T) {
	d, tab := serve(t, sheet(4, 3))
	enter(t, tab, "Tab", "51")
	look.Ask[int](t, tab, `document.querySelector("#save").click(), 0`)
	look.Await(t, tab, "what will be written", `ask.open`)
	contains(t, "what is wrong is told", text(t, tab, "#asked"), "还有 1 处要看")
	look.Ask[int](t, tab, `document.querySelector("#ask button:not(#yes)").click(), 0`)
	look.Await(t, tab, "the sheet", `!ask.open && document.activeElement.id === "pen"`)
	wants(t, "nothing is written", fmt.Sprint(d.rows()[0], row(t, tab, "001")), "[  ]51|||51.0|")
}

// Who types on while a save is on its way loses nothing of it.
func TestTypingWhileSaving(t *testing.T) {
	d, tab := serve(t, sheet(4, 3))
	enter(t, tab, "Enter", "15")
	hold := make(chan bool)
	d.set(func() { d.hold = map[string]chan bool{"/desk/api/save": hold} })
	save(t, tab)
	<-hold
	press(t, tab, "1", "2", "Enter", "1")
	hold <- true
	look.Await(t, tab, "saved", `say.textContent.indexOf("已保存") === 0`)
	press(t, tab, "1", "Enter")
	wants(t, "the page", row(t, tab, "001")+" "+row(t, tab, "002")+" "+row(t, tab, "003"), "15|||15.0| 12|||12.0| 11|||11.0|")
	wants(t, "marked against the file", look.Ask[string](t, tab, `[...document.querySelectorAll(".changed")].map(td => td.textContent).join(" ")`), "12 11")
	contains(t, "told", text(t, tab, "#state"), "2 格还没有保存")
}

// Of many figures only those that are not full marks are listed before they are saved; all are sent.
func TestSaveOfMany(t *testing.T) {
	d, tab := serve(t, sheet(10, 3))
	enter(t, tab, "Tab", "12")
	look.Ask[int](t, tab, `full.click(), 0`)
	press(t, tab, "Ctrl+S")
	wants(t, "the words", text(t, tab, "#title"), "录入2023年12月评分 10 户：29 格空着的填了满分，下面只列别的")
	wants(t, "what is listed", look.Ask[string](t, tab, `asked.innerText`), "001 张三　庭院 空 → 12")
	press(t, tab, "Enter")
	look.Await(t, tab, "saved", `say.textContent.indexOf("已保存：录入2023年12月评分 10 户") === 0 && say.textContent.indexOf("满分") < 0`)
	if len(d.saves) != 30 {
		t.Errorf("%d cells were sent", len(d.saves))
	}
}
