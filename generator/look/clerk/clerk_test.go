// Package clerk does a village's month through the desk alone, in a real browser, and looks at the files.
package clerk

import (
	"context"
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"gongshi/generator/desk"
	"gongshi/generator/look"
	"gongshi/generator/site"
	"gongshi/generator/sitetest"
)

// program is gongshi itself.
var program string

// running runs the tests beside it.
type running struct{ *testing.M }

func (r running) Run() int { return sitetest.Program(r.M, &program) }

func TestMain(m *testing.M) { look.Main(running{m}) }

// A clerk has one tab on the desk of a village.
type clerk struct {
	t            *testing.T
	tab          context.Context
	dir, address string
	place        string
}

const rules = `title = "办法"
effective = 2026-01-01
[[event]]
id = "deed"
name = "好人好事"
points = 2
[[category]]
id = "c"
name = "卫生"
[[category.item]]
id = "yard"
name = "庭院"
points = 15
[[category.item]]
id = "hall"
name = "客厅"
points = 10
`

func begin(t *testing.T) *clerk {
	t.Helper()
	dir := t.TempDir()
	var list strings.Builder
	list.WriteString("户号,户主,组\n")
	for h := 1; h <= 30; h++ {
		fmt.Fprintf(&list, "%03d,示例%d,%d\n", h, h, 1+h%3)
	}
	for name, text := range map[string]string{
		"config.toml":           "title = \"公示\"\ndate = 2026-05-06\n",
		"data/v/place.toml":     "name = \"示例村\"\nkind = \"village\"\njoined = 2026-04-01\n[contact]\nsupervisor = \"村务监督委员会\"\n[[group]]\nid = \"1\"\n[[group]]\nid = \"2\"\n[[group]]\nid = \"3\"\n",
		"data/v/scheme/a.toml":  rules,
		"data/v/households.csv": list.String(),
	} {
		sitetest.WriteFile(t, dir, name, text)
	}
	server := httptest.NewServer(desk.New(desk.Options{Site: site.Options{Source: dir}, Token: "letmein"}))
	t.Cleanup(server.Close)
	tab, cancel := context.WithTimeout(look.Browser(t), time.Minute)
	t.Cleanup(cancel)
	look.Window(t, tab, 1280, 720, "light")
	return &clerk{t, tab, dir, server.URL, "v"}
}

// goes opens a page of the desk.
func (c *clerk) goes(path string) {
	c.t.Helper()
	sitetest.Must(c.t, chromedp.Do(c.tab, chromedp.Navigate(c.address+path)))
}

// reads is the text of what is there.
func (c *clerk) reads(selector string) string {
	c.t.Helper()
	return look.Ask[string](c.t, c.tab, fmt.Sprintf(`(document.querySelector(%q)||{textContent:"nothing"}).textContent`, selector))
}

func (c *clerk) clicks(selector string) {
	c.t.Helper()
	look.Ask[bool](c.t, c.tab, fmt.Sprintf(`(document.querySelector(%q).click(), true)`, selector))
}

func (c *clerk) awaits(what, expression string) {
	c.t.Helper()
	look.Await(c.t, c.tab, what, expression)
}

// fills fills in a form, field by field, sees what would be written, and writes it.
func (c *clerk) fills(path string, would string, fields ...string) {
	c.t.Helper()
	c.goes(path)
	c.enters(fields...)
	c.awaits("what would be written by "+path+": "+would, fmt.Sprintf(`document.getElementById("changes").textContent.indexOf(%q) >= 0 && !document.getElementById("write").disabled`, would))
	c.clicks("#write")
	c.awaits("written", `document.getElementById("done").textContent === document.getElementById("write").getAttribute("data-did")`)
}

// enters fills in fields of the form that is open.
func (c *clerk) enters(fields ...string) {
	c.t.Helper()
	for i := 0; i < len(fields); i += 2 {
		look.Ask[bool](c.t, c.tab, fmt.Sprintf(`(function () {
			var f = form.querySelector("[name=%s]"), value = %q;
			if (f.type === "radio") { f = form.querySelector("[name=%[1]s][value=" + JSON.stringify(value) + "]"); f.checked = true; } else f.value = value;
			f.dispatchEvent(new Event("input", { bubbles: true }));
			return true;
		})()`, fields[i], fields[i+1]))
	}
}

func (c *clerk) file(name string) string {
	c.t.Helper()
	b, err := os.ReadFile(filepath.Join(c.dir, "data", c.place, filepath.FromSlash(name)))
	sitetest.Must(c.t, err)
	return string(b)
}

func (c *clerk) has(name string, parts ...string) {
	c.t.Helper()
	for _, part := range parts {
		if text := c.file(name); !strings.Contains(text, part) {
			c.t.Errorf("%s has no %q:\n%s", name, part, text)
		}
	}
}
