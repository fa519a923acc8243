package scripts

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"gongshi/generator/ledger"
	"gongshi/generator/look"
	"gongshi/generator/site"
	"gongshi/generator/sitetest"
)

// threeVillages is a site of three villages that posted October on Thursday 2 November 2023
// and count their three days in three ways. By a wall calendar:
//
//	a: calendar days 3, 4, 5; the 5th, a Sunday, moves to Monday the 6th
//	b: working days: Friday the 3rd, Monday the 6th, Tuesday the 7th
//	c: calendar days 3, 4, 5; nothing moves
func threeVillages(t *testing.T, config string) string {
	t.Helper()
	dir := t.TempDir()
	write := func(name, content string) { sitetest.WriteFile(t, dir, name, content) }
	write("config.toml", "title = \"三村\"\n"+config)
	write("data/calendar/2023.toml", "rest = []\nwork = []\n")
	for village, publicity := range map[string]string{"a": "", "b": `count = "working"`, "c": `rest_day_end = "keep"`} {
		in := "data/" + village + "/"
		write(in+"place.toml", "name = \"村"+village+"\"\nkind = \"village\"\n[publicity]\n"+publicity+"\n[[group]]\nid = \"1\"\nname = \"一组\"\npanel = [\"甲\"]\n")
		write(in+"scheme/a.toml", "effective = 2023-01-01\n[[category]]\nid = \"c\"\nname = \"环境\"\n[[category.item]]\nid = \"i\"\nname = \"庭院\"\npoints = 10\n")
		write(in+"households.csv", "户号,户主,组\n1,张三,1\n2,李四,1\n")
		write(in+"scores/2023-10.csv", "户号,庭院\n1,8\n2,9\n")
		write(in+"notices/2023-10.toml", "posted = 2023-11-02\n")
	}
	return dir
}

var (
	shanghai = time.FixedZone("", 8*60*60)
	posting  = time.Date(2023, 11, 2, 12, 0, 0, 0, shanghai) // the day of posting, at noon
)

// The clock of a reader moves on the words of a page that was built on the day of posting,
// opened as a file, on a machine of another time zone.
func TestStateMovesOnWithTheDays(t *testing.T) {
	tab := look.Browser(t)
	files := sitetest.Build(t, site.Options{Source: threeVillages(t, ""), Clock: posting})
	output := files.Folder(t)

	moved, until, kept := "遇休息日顺延到11月6日（星期一）晚上12点", "到11月7日（星期二）晚上12点", "共 3 天，到11月5日（星期日）晚上12点"
	over := func(day int) string {
		return fmt.Sprintf("公示期满 公示期已于2023年11月%d日届满，结果以下次更新为准", day)
	}
	built := [3]string{
		"公示中 自11月3日（星期五）起算，" + moved,
		"公示中 自11月3日（星期五）起算，共 3 个工作日，" + until,
		"公示中 自11月3日（星期五）起算，" + kept,
	}
	for _, c := range []struct {
		clock string
		want  [3]string
	}{
		{"2023-11-02 23:59:59", built},
		{"2023-11-03 00:00:00", [3]string{"公示中 第 1 天，" + moved, "公示中 第 1 个工作日，共 3 个，" + until, "公示中 第 1 天，" + kept}},
		{"2023-11-05 23:59:59", [3]string{"公示中 第 3 天，" + moved, "公示中 休息日不计，已有 1 个工作日，共 3 个，" + until, "公示中 第 3 天，" + kept}},
		{"2023-11-06 00:00:00", [3]string{"公示中 " + moved, "公示中 第 2 个工作日，共 3 个，" + until, over(5)}},
		{"2023-11-06 23:59:59", [3]string{"公示中 " + moved, "公示中 第 2 个工作日，共 3 个，" + until, over(5)}},
		{"2023-11-07 00:00:00", [3]string{over(6), "公示中 第 3 个工作日，共 3 个，" + until, over(5)}},
		{"2023-11-08 00:00:00", [3]string{over(6), over(7), over(5)}},
		{"2023-12-20 08:00:00", [3]string{over(6), over(7), over(5)}},
		{"2015-01-01 00:00:00", built}, // a telephone that has lost its clock
	} {
		tab := tabAt(t, tab, c.clock)
		for i, village := range []string{"a", "b", "c"} {
			look.Open(t, tab, filepath.Join(output, village, "2023-10.html"))
			if got := look.Ask[string](t, tab, `document.querySelector(".lead").innerText.replace(/\s+/g, " ").trim()`); got != c.want[i] {
				t.Errorf("%s, %s: %q, want %q", c.clock, village, got, c.want[i])
			}
			if got := look.Ask[string](t, tab, `[...document.querySelectorAll("[data-figure$='/合计']")].map(n => n.textContent).join()`); got != "9,8" {
				t.Errorf("%s, %s: the figures are %s", c.clock, village, got)
			}
		}
	}
	checkAllOver(t, tabAt(t, tab, "2023-12-20 08:00:00"), output, files)
}

// checkAllOver opens every page weeks after the last day: none says any more that points are
// in publicity or counts days, and none that they are final.
func checkAllOver(t *testing.T, tab context.Context, output string, files sitetest.Tree) {
	live := 0
	for name, content := range files {
		if !strings.Contains(string(content), "data-turns") {
			continue
		}
		live++
		look.Open(t, tab, filepath.Join(output, filepath.FromSlash(name)))
		text := look.Ask[string](t, tab, "document.body.innerText")
		for _, word := range []string{"公示中", "正在公示", "还有", "起算", "已生效"} {
			if strings.Contains(text, word) {
				t.Errorf("%s still says %s:\n%s", name, word, text)
			}
		}
	}
	if live < 3*6 {
		t.Errorf("only %d pages move on", live)
	}
}

// A page that stays open moves on by itself.
func TestStateMovesOnInAnOpenPage(t *testing.T) {
	tab := look.Browser(t)
	output := sitetest.Build(t, site.Options{Source: threeVillages(t, ""), Clock: posting}).Folder(t)
	tab = tabAt(t, tab, "2023-11-03 12:00:00", `window.setInterval = function (f) { window.tick = f; };`)
	look.Open(t, tab, filepath.Join(output, "index.html"))
	left := `document.querySelector(".cards p").innerText`
	if got := look.Ask[string](t, tab, left); got != "现在可以提异议，到11月5日（星期日）晚上12点，还有 2 天。" {
		t.Errorf("on the 3rd: %q", got)
	}
	if got := look.Ask[string](t, tab, fmt.Sprintf("Date.now = function () { return %d; }, tick(), %s", epoch(t, "2023-11-05 00:00:00"), left)); got != "今天是最后一天：到11月5日（星期日）晚上12点为止可以提异议。" {
		t.Errorf("on the 5th: %q", got)
	}
}

// Where the day is pinned, in config.toml or by hand, and in drafts, no page moves on.
func TestPinnedPagesStandStill(t *testing.T) {
	for name, c := range map[string]struct {
		config string
		choice site.Options
	}{
		"config.toml": {"date = 2023-11-02\n", site.Options{}},
		"--date":      {"", site.Options{Date: ledger.Day(2023, 11, 2)}},
		"--drafts":    {"", site.Options{Drafts: true}},
	} {
		c.choice.Source, c.choice.Clock = threeVillages(t, c.config), posting
		files := sitetest.Build(t, c.choice)
		for file, content := range files {
			if strings.HasSuffix(file, ".html") && (strings.Contains(string(content), "state.") || strings.Contains(string(content), "data-turns")) {
				t.Errorf("%s: %s moves on", name, file)
			}
		}
		if page := string(files["a/2023-10.html"]); !strings.Contains(page, "自11月3日（星期五）起算") {
			t.Errorf("%s: the page does not say where the days stand:\n%s", name, page)
		}
	}
}

func epoch(t *testing.T, clock string) int64 {
	t.Helper()
	at, err := time.ParseInLocation(time.DateTime, clock, shanghai)
	sitetest.Must(t, err)
	return at.UnixMilli()
}

// tabAt is a tab in which it is a given time, for pages that are opened from now on, far from
// where that time was read.
func tabAt(t *testing.T, parent context.Context, clock string, scripts ...string) context.Context {
	t.Helper()
	tab, shut := chromedp.NewContext(parent)
	t.Cleanup(shut)
	script := fmt.Sprintf("Date.now = function () { return %d; };%s", epoch(t, clock), strings.Join(scripts, ""))
	sitetest.Must(t, chromedp.Do(tab, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		if _, err := cdp.Call(ctx, target, emulation.SetTimezoneOverride, emulation.SetTimezoneOverrideParams{TimezoneID: "America/New_York"}); err != nil {
			return err
		}
		_, err := cdp.Call(ctx, target, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
		return err
	})))
	return tab
}
