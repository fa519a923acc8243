package desk

import (
	"strings"
	"testing"

	"gongshi/generator/look"
)

// What is typed takes a cell's place; F2 mends it, Esc leaves it as it was, Delete empties it.
func TestTyping(t *testing.T) {
	_, tab := serve(t, sheet(5, 3))
	enter(t, tab, "Tab", "15", "9.5", "10")
	wants(t, "typed by Tab", row(t, tab, "001"), "15|9.5|10|34.5|-54.0")
	wants(t, "Tab at the end of a row", spot(t, tab), "002 庭院")
	enter(t, tab, "Enter", "12", "11")
	wants(t, "typed by Enter", row(t, tab, "002")+" "+row(t, tab, "003"), "12|||12.0| 11|||11.0|")
	press(t, tab, "Ctrl+Home")
	enter(t, tab, "Tab", "15", "9.5")
	press(t, tab, "1", "0", "Enter")
	wants(t, "Enter after Tab goes below where Tab began", spot(t, tab), "002 庭院")
	press(t, tab, "Ctrl+Home", "1")
	wants(t, "a digit takes the place of what was there", look.Ask[string](t, tab, "pen.value"), "1")
	press(t, tab, "Esc")
	wants(t, "Esc abandons", row(t, tab, "001"), "15|9.5|10|34.5|-54.0")
	press(t, tab, "Right", "F2", "Left", "Left", "Backspace", "8", "Enter")
	wants(t, "F2 mends within the text", row(t, tab, "001"), "15|8.5|10|33.5|-55.0")
	press(t, tab, "Up", "F2", "Home", "1", "Down")
	wants(t, "Home under F2 goes in the text, Down leaves it", row(t, tab, "001")+spot(t, tab), "15|18.5|10|43.5|-45.0002 客厅")
	press(t, tab, "Ctrl+Home", "Delete")
	wants(t, "Delete", row(t, tab, "001"), "|18.5|10|28.5|")
	press(t, tab, "Ctrl+Z", "Right", "Backspace")
	wants(t, "Backspace", row(t, tab, "001"), "15||10|25.0|")
	press(t, tab, "8")
	look.Ask[int](t, tab, `document.querySelector("#find").focus(), 0`)
	wants(t, "what is typed counts once one goes elsewhere", row(t, tab, "001"), "15|8|10|33.0|-55.5")
}

// Figures as an input method leaves them, and the words for what does not apply; numbers stay as typed.
// (traps 1: leading zeros and long numbers stay text.)
func TestTextsOfCells(t *testing.T) {
	_, tab := serve(t, sheet(12, 3))
	for _, c := range []struct{ typed, want string }{
		{"１２．５", "12.5"}, {"4。5", "4.5"}, {" 7 ", "7"}, {"n/a", "不适用"}, {"N/A", "不适用"},
		{"007", "007"}, {"4.50", "4.50"}, {"123456789012345678901234567890", "123456789012345678901234567890"}, {"1e5", "1e5"},
	} {
		paste(t, tab, c.typed)
		cell, _, _ := strings.Cut(row(t, tab, spot(t, tab)[:3]), "|")
		wants(t, c.typed, cell, c.want)
		press(t, tab, "Down")
	}
}

// traps 1: Ctrl+A and a figure change one cell, and nothing is wiped.
func TestAllChosenThenTyped(t *testing.T) {
	_, tab := serve(t, sheet(3, 3))
	paste(t, tab, "1\t2\t3\n4\t5\t6\n7\t8\t9")
	press(t, tab, "Ctrl+Home", "Ctrl+A")
	wants(t, "chosen", look.Ask[string](t, tab, `String(document.querySelectorAll("[aria-selected=true]").length)`), "9")
	enter(t, tab, "Enter", "15")
	wants(t, "typed over all", row(t, tab, "001")+" "+row(t, tab, "002")+" "+row(t, tab, "003"), "15|2|3|20.0|-68.5 4|5|6|15.0|-73.5 7|8|9|24.0|-64.5")
	press(t, tab, "Ctrl+A", "Delete")
	wants(t, "emptied on purpose", row(t, tab, "003"), "||||")
	contains(t, "the words", text(t, tab, "#say"), "清空", "9 格")
	press(t, tab, "Ctrl+Z")
	wants(t, "and back", row(t, tab, "003"), "7|8|9|24.0|-64.5")
}

// traps 1: undo covers paste, fill, clear and typing, each as one step; in a text field it is the field's own.
func TestUndo(t *testing.T) {
	_, tab := serve(t, sheet(60, 3))
	states := []string{row(t, tab, "001")}
	note := func(steps ...string) {
		press(t, tab, steps...)
		states = append(states, row(t, tab, "001"))
	}
	note("1", "Enter")
	paste(t, tab, "2\n3\n4")
	press(t, tab, "Ctrl+Home", "Down", "Shift+Down")
	note("Ctrl+Home", "Shift+Right", "Delete")
	note("Ctrl+Home", "9", "Tab", "8", "Tab", "7", "Enter")
	press(t, tab, "Ctrl+End") // far from what is undone next
	press(t, tab, "Ctrl+Z")
	wants(t, "undo goes to what it undoes", spot(t, tab), "001 厨房")
	if !look.Ask[bool](t, tab, `box.scrollTop === 0`) {
		t.Error("undone out of sight") // traps 1: never undo something off-screen
	}
	contains(t, "the words", text(t, tab, "#say"), "撤销", "001 厨房")
	press(t, tab, "Ctrl+Z", "Ctrl+Z")
	wants(t, "three figures undone", row(t, tab, "001"), states[2])
	press(t, tab, "Ctrl+Z")
	wants(t, "the clearing undone", row(t, tab, "001"), states[1])
	press(t, tab, "Ctrl+Z")
	wants(t, "the paste undone", row(t, tab, "003"), "||||")
	press(t, tab, "Ctrl+Z")
	wants(t, "the first figure undone", row(t, tab, "001"), states[0])
	press(t, tab, "Ctrl+Z")
	contains(t, "nothing is left", text(t, tab, "#say"), "没有可以撤销的")
	press(t, tab, "Ctrl+Y", "Ctrl+Y")
	wants(t, "done again", row(t, tab, "003"), "3|||3.0|")
	press(t, tab, "Ctrl+Shift+Z", "Ctrl+Y", "Ctrl+Y", "Ctrl+Y", "Ctrl+Y")
	wants(t, "all done again", row(t, tab, "001"), states[3])
	press(t, tab, "Ctrl+Home", "5", "Ctrl+Z")
	wants(t, "in a text being typed Ctrl+Z is the text's", row(t, tab, "001")+look.Ask[string](t, tab, "pen.className"), states[3]+"typing")
	press(t, tab, "Esc", "Ctrl+F", "1", "Ctrl+Z")
	wants(t, "in the search it is the search's", row(t, tab, "001"), states[3])
	wants(t, "and undoes there", look.Ask[string](t, tab, `document.querySelector("#find").value`), "")
}

// Filling down, full marks for what is empty, 不适用: each in one step.
func TestFilling(t *testing.T) {
	s := sheet(5, 3)
	s.Rows[3].Locked = "这一户已退出"
	s.Rows[1].Cells[1] = "3"
	_, tab := serve(t, s)
	enter(t, tab, "Enter", "12")
	press(t, tab, "Ctrl+Home", "Shift+Down", "Shift+Down", "Shift+Down", "Shift+Down", "Ctrl+D")
	wants(t, "filled down", row(t, tab, "002")+" "+row(t, tab, "004")+" "+row(t, tab, "005"), "12|3||15.0| |||| 12|||12.0|")
	contains(t, "the locked row is told", text(t, tab, "#say"), "3 格", "1 格不能填", "已退出")
	press(t, tab, "Ctrl+Z", "Ctrl+Home", "Down", "Ctrl+D")
	wants(t, "one cell is filled from above", row(t, tab, "002"), "12|3||15.0|")
	look.Ask[int](t, tab, `document.querySelector("#na").click(), 0`)
	wants(t, "不适用", row(t, tab, "002"), "不适用|3||18.0|")
	look.Ask[int](t, tab, `document.querySelector("#full").click(), 0`)
	wants(t, "full marks where it was empty", row(t, tab, "001")+" "+row(t, tab, "002"), "12|10|10|32.0|-56.5 不适用|3|10|28.0|-60.5")
	wants(t, "and not where it is locked", row(t, tab, "004"), "||||")
	if !look.Ask[bool](t, tab, `document.activeElement.id === "pen"`) {
		t.Error("a button keeps the focus")
	}
	press(t, tab, "Ctrl+Z")
	wants(t, "undone at once", row(t, tab, "001")+" "+row(t, tab, "005"), "12|||12.0| ||||")
}

// A locked row and a closed sheet can be read and copied, and say why they are not typed in.
func TestLocked(t *testing.T) {
	s := sheet(3, 2)
	s.Rows[1].Locked = "这一户 2023-11-30 已退出"
	_, tab := serve(t, s)
	press(t, tab, "Down", "5", "Enter")
	wants(t, "typed on a locked row", row(t, tab, "002"), "|||")
	press(t, tab, "Up", "F2", "5", "Delete")
	wants(t, "F2 and Delete on a locked row", row(t, tab, "002"), "|||")
	contains(t, "it says why", text(t, tab, "#why"), "不能填", "已退出")
	contains(t, "to a screen reader too", look.Ask[string](t, tab, `pen.getAttribute("aria-label")`), "已退出")
	press(t, tab, "Ctrl+Home")
	paste(t, tab, "1\n2\n3")
	wants(t, "pasted over a locked row", row(t, tab, "001")+row(t, tab, "002")+row(t, tab, "003"), "1||1.0||||3||3.0|")
	contains(t, "the paste tells it", text(t, tab, "#say"), "2 格", "1 格不能填", "已退出")

	s = sheet(3, 2)
	s.Sealed = "2024-01-05 已封存"
	_, tab = serve(t, s)
	press(t, tab, "5", "Enter", "Ctrl+S")
	wants(t, "typed on a closed sheet", row(t, tab, "001"), "|||")
	contains(t, "the page says so", text(t, tab, "body"), "只能看", "已封存")
}
