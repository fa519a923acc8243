package desk

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"

	"gongshi/generator/look"
)

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
	wants(t, "only what is mine was written", fmt.Sprint(d.saves), "[{001 i00 15}]")
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
