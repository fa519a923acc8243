package desk

import (
	"regexp"
	"strings"
	"testing"
)

// bare are rules without events.
const bare = "title = \"办法\"\neffective = 2026-01-01\n[[category]]\nid = \"c\"\nname = \"卫生\"\n[[category.item]]\nid = \"yard\"\nname = \"庭院\"\npoints = 15\n"

// nextOn is the next step of the home as of a day, and where its button leads.
func nextOn(t *testing.T, day string, more map[string]string) (says, button string) {
	t.Helper()
	files := map[string]string{"config.toml": "title = \"公示\"\ndate = " + day + "\n"}
	for name, text := range more {
		files[name] = text
	}
	d, _ := open(t, files)
	var got preview
	post(t, d, "/desk/api/seal", filled{Place: "v"}, &got) // where something is posted
	post(t, d, "/desk/api/seal", filled{Place: "v", Write: true, Seen: got.Seen}, &got)
	found := regexp.MustCompile(`下一步</h2><p>(.*?)</p>(?:<a class="go" href="(.*?)">(.*?)</a>)?`).FindStringSubmatch(get(d, "/desk/").Body.String())
	if found == nil {
		t.Fatal("no next step")
	}
	return found[1], found[3] + " " + found[2]
}

// There always is one thing to do next, with a button: also while the month runs, while a notice hangs, and before all.
func TestNext(t *testing.T) {
	const (
		april = "2026-04-20"
		rules = "data/v/scheme/a.toml"

		upheld = posted + "[[objection]]\nno = \"1\"\nreceived = 2026-04-03\nhousehold = \"001\"\nabout = \"庭院\"\ndecided = 2026-04-05\noutcome = \"成立\"\nanswer = \"属实\"\n"
	)
	march := map[string]string{notice03: posted + "[report]\ndate = 2026-04-12\n"}
	with := func(more map[string]string, name, text string) map[string]string {
		list := map[string]string{name: text}
		for name, text := range more {
			list[name] = text
		}
		return list
	}
	for name, c := range map[string]struct {
		day          string
		more         map[string]string
		says, button string
	}{
		"the month runs":         {april, march, "2026年4月还没过完：先把加分、扣分登记下来", "登记加分、扣分 event?place=v"},
		"it runs without events": {april, with(march, rules, bare), "2026年4月还没有评分：填评分表", "填2026年4月的评分 scores?"},
		"it is over":             {"2026-05-06", march, "2026年4月还没有评分：填评分表", "填2026年4月的评分 scores?"},
		"it runs and is begun":   {april, with(march, sheet, "户号,庭院,客厅\n001,1,\n"), "接着填", "接着填2026年4月的评分 scores?"},
		"it runs and is filled":  {april, with(march, sheet, full), "2026年4月的评分填好了，没有错误，这一期还没过完：有加分、扣分，就登记下来；2026年5月1日 起可以张榜。", "登记加分、扣分 event?place=v"},
		"filled, and one waits":  {"2026-05-06", with(with(march, sheet, full), deeds, "编号,日期,户号,项目,分值\n1,2026-04-03,001,乱倒,-2\n"), "2026年4月有 1 件加减分待审：先审核，再写公示，最迟", "审核 review?place=v"},
		"overdue, and one waits": {"2026-05-20", with(with(march, sheet, full), deeds, "编号,日期,户号,项目,分值\n1,2026-04-03,001,乱倒,-2\n"), "2026年4月有 1 件加减分待审：先审核，再写公示，最迟", "审核 review?place=v"},
		"a notice is open":       {"2026-04-03", with(march, sheet, full), "公示到", "登记异议 objection?period=2026-03"},
		"upheld, not corrected":  {"2026-04-05", map[string]string{notice03: upheld}, "2026年3月有 1 件异议成立，还没有更正", "更正分数 correction?period=2026-03"},
		"errors elsewhere":       {april, with(march, "data/v/events/2026.csv", "编号,日期,户号,项目\n1,2026-04-03,099,好人好事\n"), "资料里有 1 处错误", "看是哪几处 #problems"},
		"a task that is overdue": {april, with(with(march, sheet, full), "data/v/tasks.csv", "编号,名称,现值,截止,状态\n1,修渠,0,2026-04-01,进行中\n"), "有 1 项任务过了截止日", "看是哪几项 /v/tasks.html"},
	} {
		says, button := nextOn(t, c.day, c.more)
		if button == " " || !strings.HasPrefix(button, c.button) || !strings.Contains(says, c.says) {
			t.Errorf("%s: %q, %q", name, says, button)
		}
	}
}

// A clerk reads what a file is called, and its name is in a fold.
func TestFileWords(t *testing.T) {
	for name, want := range map[string]string{
		sheet: "2026年4月的评分", notice03: "2026年3月的公示", deeds: "2026年的加减分", "data/v/households.csv": "名册", "data/v/x.csv": "data/v/x.csv",
	} {
		if got := fileWords(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	for text, want := range map[string]string{
		"改正分数；奖励和扣分记在 events/ 里": "改正分数；奖励和扣分记在“加减分”里", "在 households.csv 里写明": "在“名册”里写明", "households.csv 里是“乙某”": "“名册”里是“乙某”", "data/v/events/2026.csv 第2行": "data/v/events/2026.csv 第2行",
		"写在 events/*.csv": "写在 events/*.csv",
	} {
		if got := spoken(text); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
	d, _ := open(t, map[string]string{sheet: "户号,庭院,客厅\n001,16,1\n002,2,1\n003,3,3\n"})
	if body := get(d, "/desk/").Body.String(); !strings.Contains(body, "<b>2026年4月的评分 ") || !strings.Contains(body, "<summary>在哪个文件</summary>"+sheet) {
		t.Error(body)
	}
}
