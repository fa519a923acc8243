package desk

import (
	"context"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"

	"gongshi/generator/look"
	"gongshi/generator/sitetest"
)

// compose types letters of pinyin, as an input method shows them before a word is chosen; with none it gives up.
func compose(t *testing.T, tab context.Context, letters string) {
	t.Helper()
	n := int64(len(letters))
	sitetest.Must(t, chromedp.Do(tab, key229(), look.Call(input.ImeSetComposition, input.ImeSetCompositionParams{Text: letters, SelectionStart: n, SelectionEnd: n})))
}

// key229 is the key that an input method has taken.
func key229() chromedp.Action[chromedp.Void] {
	return look.Call(input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeRawKeyDown, Key: "Process", WindowsVirtualKeyCode: 229})
}

// hold presses a key down without a text of its own.
func hold(t *testing.T, tab context.Context, key string, code int64) {
	t.Helper()
	sitetest.Must(t, chromedp.Do(tab, look.Call(input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeRawKeyDown, Key: key, WindowsVirtualKeyCode: code})))
}

// insert is the text that an input method chooses.
func insert(t *testing.T, tab context.Context, text string) {
	t.Helper()
	sitetest.Must(t, chromedp.Do(tab, key229(), look.Call(input.InsertText, input.InsertTextParams{Text: text})))
}

// traps 1: one text area keeps the focus, none is made on a key; an input method composes in it, and the keys
// that it has taken do nothing else.
func TestComposition(t *testing.T) {
	_, tab := serve(t, sheet(5, 3))
	look.Ask[int](t, tab, `window.first = document.querySelector("textarea"), 0`)
	for _, letters := range []string{"b", "bu", "bu s", "bu sh", "bu shi", "bu shi y"} {
		compose(t, tab, letters)
	}
	wants(t, "while composing", look.Ask[string](t, tab, "pen.value")+spot(t, tab), "bu shi y001 庭院")
	for key, code := range keys {
		if key != "Tab" { // which a browser acts on by itself
			hold(t, tab, key, code)
		}
		if hold(t, tab, key, 229); spot(t, tab) != "001 庭院" || look.Ask[string](t, tab, "pen.className") != "typing" {
			t.Fatalf("%s acts while an input method composes", key)
		}
		compose(t, tab, "bu shi y")
	}
	insert(t, tab, "不适用")
	wants(t, "the word alone", look.Ask[string](t, tab, "pen.value"), "不适用")
	press(t, tab, "Enter")
	wants(t, "committed", row(t, tab, "001")+spot(t, tab), "不适用|||15.0|002 庭院")
	if !look.Ask[bool](t, tab, `document.querySelector("textarea") === first && document.activeElement === first && document.querySelectorAll("textarea").length === 1`) {
		t.Error("the text area is not the one that was there")
	}
}

// traps 1: a digit under a Chinese input method stands once.
func TestDigitsUnderAnInputMethod(t *testing.T) {
	_, tab := serve(t, sheet(5, 3))
	insert(t, tab, "1")
	insert(t, tab, "5")
	press(t, tab, "Enter")
	insert(t, tab, "１")
	insert(t, tab, "２")
	press(t, tab, "Enter")
	compose(t, tab, "9")
	insert(t, tab, "9")
	press(t, tab, "Tab")
	wants(t, "digits", row(t, tab, "001")+row(t, tab, "002")+row(t, tab, "003"), "15|||15.0|12|||12.0|9|||9.0|")
}

// A composition that is given up leaves the cell as it was, whatever key follows.
func TestCompositionGivenUp(t *testing.T) {
	_, tab := serve(t, sheet(5, 3))
	enter(t, tab, "Enter", "15")
	press(t, tab, "Up")
	compose(t, tab, "bu")
	compose(t, tab, "")
	press(t, tab, "Enter")
	wants(t, "given up", row(t, tab, "001"), "15|||15.0|")
}

// A click elsewhere ends a composition with what it has.
func TestCompositionLeftByAClick(t *testing.T) {
	_, tab := serve(t, sheet(5, 3))
	compose(t, tab, "12")
	click(t, tab, "003", 1)
	wants(t, "the cell left", row(t, tab, "001")+spot(t, tab), "12|||12.0|003 客厅")
}

// traps 1: the search ignores what an input method has taken, too.
func TestFindComposes(t *testing.T) {
	_, tab := serve(t, sheet(40, 3))
	press(t, tab, "Ctrl+F")
	compose(t, tab, "chu")
	press(t, tab, "Enter")
	if !look.Ask[bool](t, tab, `document.activeElement.id === "find"`) {
		t.Fatal("Enter that chooses a word leaves the search")
	}
	if said := text(t, tab, "#say"); strings.Contains(said, "找到") {
		t.Errorf("letters of a word that is being composed are searched for: %s", said)
	}
	compose(t, tab, "chu")
	insert(t, tab, "褚月")
	wants(t, "found by name", spot(t, tab), "012 庭院")
	press(t, tab, "Down")
	wants(t, "the next of that name", spot(t, tab), "027 庭院")
	press(t, tab, "Enter", "7", "Enter")
	wants(t, "typed where it was found", row(t, tab, "027"), "7|||7.0|")
	press(t, tab, "Ctrl+F")
	look.Ask[int](t, tab, `document.querySelector("#find").value = "", 0`)
	press(t, tab, "3")
	wants(t, "found by number, without its zeros", spot(t, tab), "003 庭院")
	press(t, tab, "Esc")
	if !look.Ask[bool](t, tab, `document.activeElement.id === "pen"`) {
		t.Error("Esc stays in the search")
	}
}

// A line break that comes without its key, as from keyboards on a screen, empties no cell.
func TestLineBreakIsNoFigure(t *testing.T) {
	_, tab := serve(t, sheet(6, 4))
	click(t, tab, "006", 2)
	press(t, tab, "9", "Enter")
	sitetest.Must(t, chromedp.Do(tab, look.Call(input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeChar, Text: "\r"})))
	click(t, tab, "001", 1)
	wants(t, "the row", row(t, tab, "006"), "||9||9.0|")
}
