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

func TestMain(m *testing.M) { look.Main(m) }

// A clerk has one tab on the desk of a village.
type clerk struct {
	t            *testing.T
	tab          context.Context
	dir, address string
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
	return &clerk{t, tab, dir, server.URL}
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
	for i := 0; i < len(fields); i += 2 {
		look.Ask[bool](c.t, c.tab, fmt.Sprintf(`(function () {
			var f = form.querySelector("[name=%s]"), value = %q;
			if (f.type === "radio") { f = form.querySelector("[name=%[1]s][value=" + JSON.stringify(value) + "]"); f.checked = true; } else f.value = value;
			f.dispatchEvent(new Event("input", { bubbles: true }));
			return true;
		})()`, fields[i], fields[i+1]))
	}
	c.awaits("what would be written by "+path+": "+would, fmt.Sprintf(`document.getElementById("changes").textContent.indexOf(%q) >= 0 && !document.getElementById("write").disabled`, would))
	c.clicks("#write")
	c.awaits("written", `document.getElementById("done").textContent === "写好了。"`)
}

func (c *clerk) file(name string) string {
	c.t.Helper()
	b, err := os.ReadFile(filepath.Join(c.dir, "data", "v", filepath.FromSlash(name)))
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

// From the first figure to what a household takes home: scores, a meeting of thirty households, the notice, the
// seal, an objection, its answer, a correction and a redemption.
func TestMonth(t *testing.T) {
	c := begin(t)
	c.goes("/desk/")
	if got := c.reads(".next p"); !strings.Contains(got, "2026年4月还没有评分") {
		t.Fatal(got)
	}
	c.clicks(".next .go")
	c.awaits("the grid", `!!document.getElementById("full") && document.activeElement.id === "pen"`)
	look.Press(t, c.tab, "12\r")
	c.clicks("#full")
	c.awaits("all cells", `document.getElementById("state").textContent.indexOf("30 户") >= 0`)
	c.clicks("#save")
	c.awaits("the difference", `document.getElementById("ask").open`)
	c.clicks("#yes")
	c.awaits("saved", `document.getElementById("say").textContent.indexOf("已保存") >= 0`)
	c.has("scores/2026-04.csv", "003,示例3,12,10,", "030,示例30,15,10,")

	c.goes("/desk/event?place=v&period=2026-04")
	c.clicks("#all")
	c.fillsOn("30 户", "date", "2026-04-18", "grounds", "村民大会")
	c.has("events/2026.csv", "202604-01,2026-04-18,001,", "202604-30,2026-04-18,030,")

	c.goes("/desk/")
	if got := c.reads(".next p"); !strings.Contains(got, "写公示") {
		t.Error(got)
	}
	c.fills("/desk/notice?place=v&period=2026-04", "张榜：空 → 2026-05-06", "met", "2026-05-05", "present", "21", "posted", "2026-05-06")
	c.has("notices/2026-04.toml", "posted  = 2026-05-06", "date    = 2026-05-05", "present = 21")
	c.fills("/desk/seal?place=v", "封存 2026年4月：30 户")
	c.has("seals.csv", "2026-04")
	c.fills("/desk/objection?place=v&period=2026-04", "新增异议", "household", "003", "about", "庭院", "received", "2026-05-06")
	c.fills("/desk/answer?place=v&period=2026-04", "采纳", "outcome", "采纳", "answer", "量过，是 14 分", "decided", "2026-05-06")
	c.has("notices/2026-04.toml", `household = "003"`, `answer = "量过，是 14 分"`)
	c.fills("/desk/correction?place=v&period=2026-04", "原分 12，现分 14", "household", "003", "target", "庭院", "to", "14", "reason", "量错", "objection", "1")
	c.has("corrections.csv", "2026-05-06,2026-04,003,庭院,12,14,量错,1")

	sitetest.WriteFile(t, c.dir, "config.toml", "title = \"公示\"\ndate = 2026-05-20\n")
	c.fills("/desk/reward?place=v", "新增 盐", "name", "盐", "points", "5", "stock", "9", "unit", "袋")
	c.fills("/desk/redemption?place=v", "数量 2", "household", "003", "reward", "盐", "count", "2")
	c.has("redemptions.csv", "2026-05-20,003,盐,2,10")
	if told := c.reads("#told"); !strings.Contains(told, "003 还有 26 分") { // 14 + 10 + 2
		t.Error(told)
	}
	c.fills("/desk/seal?place=v", "封存 2026年4月")
	_, list, err := site.Read(site.Options{Source: c.dir, NoHistory: true})
	if err != nil || list.HasErrors() {
		t.Error(err, list)
	}
}

// fillsOn fills in more of the form that is open.
func (c *clerk) fillsOn(would string, fields ...string) {
	c.t.Helper()
	for i := 0; i < len(fields); i += 2 {
		look.Ask[bool](c.t, c.tab, fmt.Sprintf(`(function () { var f = form.querySelector("[name=%s]"); f.value = %q; f.dispatchEvent(new Event("input", { bubbles: true })); return true; })()`, fields[i], fields[i+1]))
	}
	c.awaits("what would be written: "+would, fmt.Sprintf(`document.getElementById("told").textContent.indexOf(%q) >= 0 && !document.getElementById("write").disabled`, would))
	c.clicks("#write")
	c.awaits("written", `document.getElementById("done").textContent === "写好了。"`)
}
