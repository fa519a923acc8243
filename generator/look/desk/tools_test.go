package desk

import (
	"cmp"
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"

	"gongshi/generator/look"
	"gongshi/generator/sitetest"
)

// keys are the codes of those that a clerk presses.
var keys = map[string]int64{
	"Enter": 13, "Tab": 9, "Esc": 27, "F2": 113, "F8": 119, "Delete": 46, "Backspace": 8,
	"Left": 37, "Up": 38, "Right": 39, "Down": 40, "Home": 36, "End": 35, "PageUp": 33, "PageDown": 34,
}

// domNames are the browser's names of keys that are called otherwise here.
var domNames = map[string]string{"Esc": "Escape", "Left": "ArrowLeft", "Up": "ArrowUp", "Right": "ArrowRight", "Down": "ArrowDown"}

// commands are what a browser does by itself on a key.
var commands = map[string]string{"Ctrl+C": "copy", "Ctrl+X": "cut", "Ctrl+V": "paste", "Ctrl+Z": "undo", "Ctrl+A": "selectAll"}

// press presses keys, one after the other: "Ctrl+Shift+End", "Enter", or a digit or letter that is typed.
func press(t *testing.T, tab context.Context, chords ...string) {
	t.Helper()
	for _, chord := range chords {
		p := input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeKeyDown}
		name := chord
		for {
			before, rest, ok := strings.Cut(name, "+")
			if !ok || rest == "" {
				break
			}
			p.Modifiers |= map[string]int64{"Alt": 1, "Ctrl": 2, "Meta": 4, "Shift": 8}[before]
			name = rest
		}
		p.Key, p.WindowsVirtualKeyCode = cmp.Or(domNames[name], name), keys[name]
		if p.WindowsVirtualKeyCode == 0 {
			p.WindowsVirtualKeyCode = int64(strings.ToUpper(name)[0])
			if p.Modifiers&^8 == 0 {
				p.Text = name
			}
		}
		if name == "." {
			p.WindowsVirtualKeyCode = 190
		}
		if name == "Enter" {
			p.Text = "\r"
		}
		if command := commands[chord]; command != "" {
			p.Commands = []string{command}
		}
		up := input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeKeyUp, Key: p.Key, Modifiers: p.Modifiers, WindowsVirtualKeyCode: p.WindowsVirtualKeyCode}
		sitetest.Must(t, chromedp.Do(tab, look.Call(input.DispatchKeyEvent, p), look.Call(input.DispatchKeyEvent, up)))
	}
}

// enter types texts, each with the key after it.
func enter(t *testing.T, tab context.Context, key string, texts ...string) {
	t.Helper()
	for _, text := range texts {
		press(t, tab, strings.Split(text, "")...)
		press(t, tab, key)
	}
}

// spot is where the text area is, as a screen reader says it: "001 庭院".
func spot(t *testing.T, tab context.Context) string {
	t.Helper()
	label := strings.Split(look.Ask[string](t, tab, `document.querySelector("#pen").getAttribute("aria-label")`), "，")
	return strings.TrimSuffix(label[0], " 户") + " " + label[1]
}

// row are the texts of a household's row, from its first item to its change.
func row(t *testing.T, tab context.Context, household string) string {
	t.Helper()
	return strings.Join(look.Ask[[]string](t, tab, fmt.Sprintf(`(tr => [...tr.cells].slice(2).map(td => td.textContent))(
		[...document.querySelectorAll("tbody tr")].find(tr => tr.cells[0].textContent === %q))`, household)), "|")
}

// text is what an element of the page says.
func text(t *testing.T, tab context.Context, selector string) string {
	t.Helper()
	return look.Ask[string](t, tab, fmt.Sprintf(`document.querySelector(%q).textContent`, selector))
}

// paste puts a text on the page's clipboard alone, and pastes it.
func paste(t *testing.T, tab context.Context, clipboard string) {
	t.Helper()
	look.Ask[int](t, tab, fmt.Sprintf(`(data => {
		if (!window.pastes) {
			window.pastes = {asked: 0, answered: 0};
			const open = XMLHttpRequest.prototype.open;
			XMLHttpRequest.prototype.open = function (method, address) {
				if (address.endsWith("/paste")) {
					pastes.asked++;
					this.addEventListener("loadend", () => pastes.answered++);
				}
				open.apply(this, arguments);
			};
		}
		data.setData("text/plain", %q);
		data.setData("text/html", "<table><tr><td>not this</td></tr></table>");
		document.activeElement.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
		return 0;
	})(new DataTransfer())`, clipboard))
	look.Await(t, tab, "the desk's answer to what was pasted", "pastes.asked === pastes.answered")
}

// wants compares what the page shows.
func wants(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s: %q, want %q", what, got, want)
	}
}

// contains wants a part of what the page says.
func contains(t *testing.T, what, got string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(got, part) {
			t.Errorf("%s: %q lacks %q", what, got, part)
		}
	}
}

// middle is where a household's cell is on the screen, counted from the first item; -1 is the name.
func middle(t *testing.T, tab context.Context, household string, column int) (x, y float64) {
	t.Helper()
	at := look.Ask[[]float64](t, tab, fmt.Sprintf(`(r => [r.x + r.width / 2, r.y + r.height / 2])(
		[...document.querySelectorAll("tbody tr")].find(tr => tr.cells[0].textContent === %q).cells[%d].getBoundingClientRect())`, household, column+2))
	return at[0], at[1]
}

// click presses the mouse on a cell.
func click(t *testing.T, tab context.Context, household string, column int, options ...chromedp.MouseOption) {
	t.Helper()
	x, y := middle(t, tab, household, column)
	sitetest.Must(t, chromedp.Do(tab, chromedp.MouseClickXY(x, y, options...)))
}

// drag moves the pressed mouse from one cell to another.
func drag(t *testing.T, tab context.Context, from string, column int, to string, last int) {
	t.Helper()
	x, y := middle(t, tab, from, column)
	x2, y2 := middle(t, tab, to, last)
	held := func(p *input.DispatchMouseEventParams) { p.Button, p.Buttons = input.MouseButtonLeft, 1 }
	sitetest.Must(t, chromedp.Do(tab,
		chromedp.MouseEvent(input.DispatchMouseEventTypeMousePressed, x, y, held, chromedp.ClickCount(1)),
		chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, x2, y2, held),
		chromedp.MouseEvent(input.DispatchMouseEventTypeMouseReleased, x2, y2, chromedp.ButtonLeft, chromedp.ClickCount(1))))
}
