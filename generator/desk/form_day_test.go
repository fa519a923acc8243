package desk

import (
	"strings"
	"testing"
)

// A day that is still to come is of nothing that was done.
func TestDaysToCome(t *testing.T) {
	salt := map[string]string{notice03: posted, "data/v/rewards.csv": "编号,名称,积分\n1,盐,5\n"}
	for name, c := range map[string]refused{
		"an event":      {"event", "", nil, fields("kind", "好人好事", "date", "2026-05-07", "household", "001"), "日期写的是 2026年5月7日，还没有到：今天是 2026年5月6日"},
		"its review":    {"event", "", nil, fields("kind", "好人好事", "date", "2026-05-06", "household", "001", "reviewed", "2026-05-07"), "审核日期写的是 2026年5月7日，还没有到"},
		"a review":      {"review", "", map[string]string{deeds: "编号,日期,户号,项目,分值,审核\n2,2026-04-02,002,乱倒,-1,待审\n"}, fields("event", "2", "decision", "通过", "reviewed", "2026-05-07"), "还没有到"},
		"a redemption":  {"redemption", "", salt, fields("household", "002", "reward", "盐", "count", "1", "date", "2026-05-07"), "还没有到"},
		"a correction":  {"correction", "2026-03", map[string]string{notice03: posted}, fields("household", "001", "target", "庭院", "to", "12", "reason", "又量", "date", "2026-05-07"), "还没有到"},
		"an objection":  {"objection", "2026-03", map[string]string{notice03: posted}, fields("household", "001", "about", "庭院", "received", "2026-05-07"), "还没有到"},
		"an answer":     {"answer", "2026-03", map[string]string{notice03: posted + waits}, fields("no", "1", "outcome", "成立", "answer", "是", "decided", "2026-05-07"), "还没有到"},
		"what is spent": {"redemption", "", salt, fields("household", "002", "reward", "盐", "count", "9", "date", "2026-05-06"), "余额不够不能兑换"},
	} {
		t.Run(name, c.test)
	}
}

// The form of a month that is over offers no day of another, and says where a day counts that is not in it.
func TestEventOfAnotherMonth(t *testing.T) {
	d, _ := open(t, map[string]string{notice03: posted})
	const box, today = `id="date" name="date" type="date" required`, ` value="2026-05-06"`
	for period, offered := range map[string]bool{"2026-04": false, "2026-05": true, "": true} {
		if page := get(d, "/desk/event?place=v&period="+period).Body.String(); !strings.Contains(page, box) || strings.Contains(page, box+today) != offered {
			t.Errorf("%q: today is offered: %v", period, !offered)
		}
	}
	for _, c := range [][4]string{
		{"2026-04", "2026-05-01", "", "2026年5月1日不在2026年4月：这一件算到2026年5月。"},
		{"2026-04", "2026-04-30", "", ""},
		{"", "2026-05-01", "", ""},
		{"2026-03", "2026-03-30", "2026-04-03", "2026年3月的榜 2026年4月2日 已经贴出去了：这一件算到2026年4月。"},
		{"", "2026-03-30", "2026-04-02", "2026年3月的榜 2026年4月2日 已经贴出去了：这一件算到2026年4月。"},
	} {
		var got preview
		post(t, d, "/desk/api/event", filled{Place: "v", Period: c[0], Fields: fields("kind", "好人好事", "date", c[1], "reviewed", c[2], "review", "通过", "household", "001")}, &got)
		said := ""
		for _, p := range got.Problems {
			if strings.Contains(p.Text, "这一件算到") {
				said = p.Text
			}
		}
		if said != c[3] || c[3] != "" && c[2] == "" && !got.Ready {
			t.Errorf("%v: %+v", c, got)
		}
	}
}

// What is entered late does not change what was posted.
func TestEventOfAPostedMonth(t *testing.T) {
	march := map[string]string{notice03: posted}
	for _, period := range []string{"2026-03", ""} {
		t.Run("approved "+period, refused{"event", period, march, fields("kind", "好人好事", "date", "2026-03-20", "household", "001"),
			"2026年3月已经在 2026年4月2日 张榜，这一件算进去，贴出去的分数就变了。现在才登记的，审核写“通过”，审核日期写今天（2026-05-06），就算到2026年4月。"}.test)
		t.Run("backdated "+period, refused{"event", period, march, fields("kind", "好人好事", "date", "2026-03-20", "household", "001", "review", "通过", "reviewed", "2026-03-21"), "贴出去的分数就变了"}.test)
	}
	d, _ := open(t, march)
	var got preview
	post(t, d, "/desk/api/event", filled{Place: "v", Fields: fields("kind", "乱倒", "date", "2026-03-20", "household", "001", "points", "-1")}, &got)
	if !got.Ready || len(got.Problems) == 0 || !strings.Contains(got.Problems[0].Text, "审核通过以后，算到那以后的一期") {
		t.Errorf("one that waits: %+v", got)
	}
}
