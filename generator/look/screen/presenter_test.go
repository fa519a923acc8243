package screen

import (
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"gongshi/generator/look"
)

// P opens the presenter's window, and tells it what shows, what comes next, and what to do.
func TestScreenPresenter(t *testing.T) {
	tab := look.Browser(t)
	address := "file://" + filepath.ToSlash(filepath.Join(sample(t).Folder(t), "zhongping", "screen.html"))
	visit(t, tab, address)
	const catch = `(window.told = [], window.open = function (a) { window.opened = a; return { postMessage: function (m) { window.told.push(m); } }; }, true)`
	holds(t, tab, "a window that is caught", catch)
	look.Press(t, tab, "p")
	holds(t, tab, "P opens it", `/screen\.html#presenter$/.test(window.opened)`)
	look.Press(t, tab, kb.ArrowRight+kb.ArrowRight)
	const last = `window.told[window.told.length - 1]`
	holds(t, tab, "what shows", `new RegExp("^" + document.querySelector(".slide.on h2").textContent).test(`+last+`.now[0])`)
	holds(t, tab, "its rows", last+`.now.length > 5 && `+last+`.next.length > 1`)
	holds(t, tab, "where it is", `/^3 \/ \d+$/.test(`+last+`.number)`)
	holds(t, tab, "what to do", last+`.note.length > 4`)

	visit(t, tab, "about:blank")
	visit(t, tab, address+"#presenter")
	holds(t, tab, "the presenter's screen", `document.querySelector(".presenter").getClientRects().length > 0 && !document.querySelector("main").getClientRects().length`)
	holds(t, tab, "the time", `/^\d\d:\d\d$/.test(document.querySelector(".presenter .hour").textContent)`)
}
