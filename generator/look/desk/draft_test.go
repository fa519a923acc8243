package desk

import (
	"context"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"gongshi/generator/look"
	"gongshi/generator/sitetest"
)

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
		"001 庭院：存的是 11，草稿 15（打草稿时存的是 空） 001 客厅：存的是 空，草稿 9")
	stop(t, tab)
	press(t, tab, "Down", "7", "Enter")
	pass(t, tab)
	look.Await(t, tab, "the check's answer", `answered`)
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
