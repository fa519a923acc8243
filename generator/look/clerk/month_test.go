package clerk

import (
	"context"
	"fmt"
	"net/http/httptest"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"gongshi/generator/desk"
	"gongshi/generator/ledger"
	"gongshi/generator/look"
	"gongshi/generator/site"
)

// begins is a clerk whose village was made by the program's init a moment ago.
func begins(t *testing.T) *clerk {
	t.Helper()
	dir := t.TempDir()
	out, err := exec.Command(program, "init", dir, "--name", "示例村", "--groups", "3", "--like", "z", "--first", "2026-04", "--date", "2026-04-05", "--yes").CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	tab, cancel := context.WithTimeout(look.Browser(t), 4*time.Minute)
	t.Cleanup(cancel)
	look.Window(t, tab, 1280, 720, "light")
	return &clerk{t: t, tab: tab, dir: dir, place: "cun"}
}

// onDay shows the desk as on a day.
func (c *clerk) onDay(day string) {
	c.t.Helper()
	d, ok := ledger.ParseDate(day)
	if !ok {
		c.t.Fatal(day)
	}
	server := httptest.NewServer(desk.New(desk.Options{Site: site.Options{Source: c.dir, Date: d}, Token: "letmein"}))
	c.t.Cleanup(server.Close)
	c.address = server.URL
}

// next reads what the home of the desk says is next, and goes where its button leads.
func (c *clerk) next(says string) {
	c.t.Helper()
	c.goes("/desk/")
	if got := c.reads(".next p"); !strings.Contains(got, says) {
		c.t.Fatalf("next is %q, want %q", got, says)
	}
	c.follows(".next .go")
}

// follows a link of the page that is open.
func (c *clerk) follows(selector string) {
	c.t.Helper()
	c.goes(c.leads(selector))
}

// leads returns where a link leads to.
func (c *clerk) leads(selector string) string {
	c.t.Helper()
	return look.Ask[string](c.t, c.tab, fmt.Sprintf(`(function (a) { return a.pathname + a.search; })(document.querySelector(%q))`, selector))
}

// from follows a link from the home of the desk.
func (c *clerk) from(form string) string {
	c.t.Helper()
	c.goes("/desk/")
	return c.leads(fmt.Sprintf("a[href^='%s?']", form))
}

// pastes pastes what a spreadsheet put into the clipboard.
func (c *clerk) pastes(text string) {
	c.t.Helper()
	look.Ask[int](c.t, c.tab, fmt.Sprintf(`(data => {
		data.setData("text/plain", %q);
		document.activeElement.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
		return 0;
	})(new DataTransfer())`, text))
}

func (c *clerk) says(text string) {
	c.t.Helper()
	c.awaits(text, fmt.Sprintf(`document.getElementById("say").textContent.indexOf(%q) >= 0`, text))
}

// From an empty folder to a notice that is posted and sealed, by init and the desk alone: the register, marks that are
// typed and pasted, a mistake that is mended, a meeting of thirty households, the notice and its seal, an objection, its
// answer, a correction that was mistyped, and what a household takes home for its points.
func TestMonth(t *testing.T) {
	c := begins(t)
	c.onDay("2026-05-06")
	c.registers()
	c.marks()
	c.meets()
	c.posts()
	c.corrects()
	c.onDay("2026-05-20")
	c.redeems()
	c.finds()
}

// registers enters thirty households, one after the other, on one page.
func (c *clerk) registers() {
	c.next("名册里还没有一户")
	for n := 1; n <= 30; n++ {
		id := fmt.Sprintf("%03d", n)
		c.enters("household", id, "head", "示例"+string('甲'+rune(n)), "group", fmt.Sprint(1+n%3))
		c.awaits("household "+id, fmt.Sprintf(`document.getElementById("changes").textContent.indexOf("新增 %s") >= 0 && !document.getElementById("write").disabled`, id))
		c.clicks("#write")
		c.awaits("written", `document.getElementById("done").textContent === document.getElementById("write").getAttribute("data-did")`)
	}
	c.has("households.csv", "001,", "030,")
}

// marks fills in the sheet of the month.
func (c *clerk) marks() {
	c.next("2026年4月还没有评分")
	c.awaits("the grid", `document.activeElement.id === "pen"`)
	look.Press(c.t, c.tab, "155\r12\r") // a slip of the finger
	c.awaits("the mistake", `document.getElementById("first").textContent.indexOf("155") >= 0`)
	c.clicks("#next")
	look.Press(c.t, c.tab, "15\r\x1b") // the browser's test keys leave a line break, which a hand's do not
	c.awaits("it is mended", `document.getElementById("first").textContent.indexOf("155") < 0`)
	block := "户号\t户主\t客厅\t厨房\r\n"
	for n := 30; n >= 1; n-- { // in another order than the sheet has
		block += fmt.Sprintf("%03d\t示例%c\t%d\t9\r\n", n, '甲'+rune(n), n%11)
	}
	c.pastes(block)
	c.says("按户号和项目名贴入 30 户 × 2 项：改了 60 格")
	c.clicks("#full")
	c.awaits("all cells", `document.getElementById("state").textContent.indexOf("填好 30 户") >= 0`)
	c.saves()
	c.says("已保存")
	c.has("scores/2026-04.csv", "003,示例电,15,3,9,10,", "006,示例甸,12,6,9,10,", "017,示例畃,15,6,9,10,", "030,示例畐,15,8,9,10,")
}

// meets enters a meeting of all households at once.
func (c *clerk) meets() {
	c.goes(c.from("event"))
	c.clicks("#all")
	kind := look.Ask[string](c.t, c.tab, `form.querySelector("[name=kind]").options[0].value`)
	c.enters("kind", kind, "date", "2026-04-18", "grounds", "清理水渠")
	c.awaits("thirty households", `document.getElementById("told").textContent.indexOf("30 户") >= 0 && !document.getElementById("write").disabled`)
	c.clicks("#write")
	c.awaits("written", `document.getElementById("done").textContent === document.getElementById("write").getAttribute("data-did")`)
	c.has("events/2026.csv", "202604-01,2026-04-18,001,"+kind, "202604-30,2026-04-18,030,"+kind)
}

// posts writes the notice, and seals it.
func (c *clerk) posts() {
	c.next("写公示")
	c.fills(c.from("notice"), "张榜：空 → 2026-05-06", "visited", "2026-04-28", "met", "2026-05-05", "present", "21", "posted", "2026-05-06")
	c.has("notices/2026-04.toml", "posted  = 2026-05-06", "date    = 2026-05-05", "present = 21")
	c.next("没有封存")
	c.fills(c.from("seal"), "封存 2026年4月：30 户")
	c.has("seals.csv", "2026-04")
}

// corrects enters an objection, its answer, and a correction that is mistyped and mended.
func (c *clerk) corrects() {
	c.fills(c.from("objection"), "新增异议", "household", "003", "about", "客厅", "received", "2026-05-06")
	c.next("异议没有答复")
	c.fills(c.from("answer"), "成立", "outcome", "成立", "answer", "量过，是 9 分", "decided", "2026-05-06")
	c.has("notices/2026-04.toml", `household = "003"`, `answer = "量过，是 9 分"`)
	c.fills(c.from("correction"), "原分 3，现分 6", "household", "003", "target", "客厅", "to", "6", "reason", "量错", "objection", "1")
	c.fills(c.from("correction"), "现分：6 → 9", "household", "003", "target", "客厅", "to", "9", "reason", "量错", "objection", "1", "same", "amend")
	c.has("corrections.csv", "2026-05-06,2026-04,003,客厅,3,9,量错,1")
	c.next("没有封存")
	c.fills(c.from("seal"), "封存 2026年4月")
}

// redeems lets a household take something home, once the month counts.
func (c *clerk) redeems() {
	c.fills(c.from("reward"), "新增 盐", "name", "盐", "points", "5", "stock", "9", "unit", "袋")
	c.fills(c.from("redemption"), "数量 2", "household", "003", "reward", "盐", "count", "2")
	c.has("redemptions.csv", "2026-05-20,003,盐,2,10")
}

// finds what was published as the clerk meant it, and as anybody can work it out.
func (c *clerk) finds() {
	c.t.Helper()
	for _, run := range []struct{ words, told string }{
		{"check", "错误 0 处"}, {"build", "新写"}, {"explain cun 003 2026-04", "9  客厅（更正前 3）"},
	} {
		out, err := exec.Command(program, append(strings.Fields(run.words), "--source", c.dir, "--date", "2026-05-20")...).CombinedOutput()
		if err != nil || !strings.Contains(string(out), run.told) {
			c.t.Errorf("%s: %v\n%s", run.words, err, out)
		}
	}
	if out, err := exec.Command(program, "verify", filepath.Join(c.dir, "public")).CombinedOutput(); err != nil {
		c.t.Errorf("verify: %v\n%s", err, out)
	}
}
