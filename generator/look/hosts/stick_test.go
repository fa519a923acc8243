package hosts

import (
	"context"
	"path/filepath"
	"testing"

	"gongshi/generator/look"
	"gongshi/generator/sitetest"
)

// A site copied to a stick, whose name and folder have blanks, Chinese and signs that addresses know,
// is gone through from its first page by a reader's own steps: the village, its households, one found by
// its number, that one's page, and the screen.
func TestStick(t *testing.T) {
	tab := look.Browser(t)
	dir := filepath.Join(t.TempDir(), "优盘 (E)", "公示#2024 50%")
	for name, content := range village(t) {
		sitetest.WriteFile(t, dir, name, string(content))
	}
	look.Window(t, tab, 360, 640, "light")
	look.Open(t, tab, filepath.Join(dir, "index.html"))
	follow(t, tab, "zhongping/index.html", `document.querySelector(".sizes button").offsetWidth > 0`)
	follow(t, tab, "h/index.html", `!!document.querySelector(".search.ready")`) // its script has run
	look.Await(t, tab, "the field has the keys", `(f => { f.focus(); return document.activeElement === f; })(document.querySelector("[type=search]"))`)
	look.Press(t, tab, "34")
	const found = `document.querySelector(".search a[href='034.html']")`
	look.Await(t, tab, "household 034", "!!"+found)
	look.Ask[int](t, tab, found+".click(), 0")
	look.Await(t, tab, "its page", `document.querySelector("h1").textContent.includes("034")`)
	look.Open(t, tab, filepath.Join(dir, "zhongping/screen.html"))
	look.Await(t, tab, "the screen", `document.querySelectorAll(".slide").length > 1`)
}

// follow clicks the link to an address, as it is written, and waits for what the page there has.
func follow(t *testing.T, tab context.Context, href, has string) {
	t.Helper()
	look.Ask[int](t, tab, `document.querySelector("a[href='`+href+`']").click(), 0`)
	look.Await(t, tab, href, `decodeURI(location.pathname).endsWith("`+href+`") && `+has)
}
