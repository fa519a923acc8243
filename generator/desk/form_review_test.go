package desk

import (
	"strings"
	"testing"
)

// What is reviewed on the day misses a posting of that day. So the form asks for the day of what is over, says it, and
// lets what was reviewed today be mended until it is posted.
func TestReviewOfWhatIsOver(t *testing.T) {
	const (
		head    = "编号,日期,户号,项目,分值,审核,审核日期\n"
		waiting = head + "1,2026-04-02,002,乱倒,-1,待审,\n"
		today   = head + "1,2026-04-02,002,乱倒,-1,通过,2026-05-06\n"
		running = head + "1,2026-05-02,002,乱倒,-1,待审,\n"
	)
	for name, c := range map[string]struct {
		files         map[string]string
		fields        map[string][]string
		warns         bool
		changes, page string
	}{
		"by today":               {map[string]string{deeds: waiting}, fields("event", "1", "decision", "通过", "reviewed", "2026-05-06"), true, "空 → 2026-05-06", `type="date"><small>`},
		"by the day of meeting":  {map[string]string{deeds: waiting}, fields("event", "1", "decision", "通过", "reviewed", "2026-05-04"), false, "空 → 2026-05-04", `type="date"><small>`},
		"refused":                {map[string]string{deeds: waiting}, fields("event", "1", "decision", "未通过", "reviewed", "2026-05-06"), false, "空 → 2026-05-06", `type="date"><small>`},
		"of a month that runs":   {map[string]string{deeds: running}, fields("event", "1", "decision", "通过", "reviewed", "2026-05-06"), false, "空 → 2026-05-06", `type="date" value="2026-05-06">`},
		"of what is posted":      {map[string]string{deeds: waiting, notice04: "posted = 2026-05-04\n"}, fields("event", "1", "decision", "通过", "reviewed", "2026-05-06"), false, "空 → 2026-05-06", `value="2026-05-06">`},
		"mended on the same day": {map[string]string{deeds: today}, fields("event", "1", "decision", "通过", "reviewed", "2026-05-04"), false, "2026-05-06 → 2026-05-04", "审核过、还没有张榜的"},
	} {
		d, _ := open(t, c.files)
		body := get(d, "/desk/review?place=v").Body.String()
		if !strings.Contains(body, c.page) || !strings.Contains(body, `name="event" value="1"`) {
			t.Errorf("%s: %s", name, body)
		}
		var got preview
		post(t, d, "/desk/api/review", filled{Place: "v", Fields: c.fields}, &got)
		warned := len(got.Problems) == 1 && strings.Contains(got.Problems[0].Text, "赶不上那一榜")
		if !got.Ready || warned != c.warns || !strings.Contains(strings.Join(got.Changes, "|"), c.changes) {
			t.Errorf("%s: %+v", name, got)
		}
	}
	d, _ := open(t, map[string]string{sheet: full, deeds: today})
	if home := get(d, "/desk/?place=v").Body.String(); !strings.Contains(home, `<a href="review?place=v">改审核</a>`) || !strings.Contains(home, "1 件，有的今天张榜赶不上") {
		t.Errorf("no door: %s", home)
	}
	late := map[string]string{deeds: today, notice04: "posted = 2026-05-06\n"}
	t.Run("into what is posted", refused{"review", "", late, fields("event", "1", "decision", "通过", "reviewed", "2026-05-04"), "2026年4月已经在 2026年5月6日 张榜，贴出去的分数不能变"}.test)
	t.Run("a waiting one", refused{"review", "", map[string]string{deeds: waiting, notice04: "posted = 2026-05-04\n"}, fields("event", "1", "decision", "未通过", "reviewed", "2026-05-03"), "张榜那天或者以后"}.test)
}
