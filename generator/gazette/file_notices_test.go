package gazette

import (
	"slices"
	"strings"
	"testing"

	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/score"
	"gongshi/generator/villagetest"
)

func TestNoticesFile(t *testing.T) {
	header := "周期|标题|张贴日期|起算日|截止日|顺延自|入户日期|会议日期|到会人数|监督|上报日期|状态|已更正|异议数|计入累计|提交"
	book := villagetest.Book()
	wantLines(t, published(t, book, ledger.Privacy{}, villagetest.Day)["notices.csv"], header,
		"2023-01|一月公示|2023-02-10|2023-02-13|2023-02-15||2023-02-01|2023-02-02|23|村监委会||已生效|是|5|是|",
		"2023-02||2023-03-09|2023-03-10|2023-03-12|||||||公示中|否|0|否|")
	// What is dated after the day does not exist yet; 2023-02-18 is a Saturday.
	book.Places[0].Publicity.RestDayEnd = ledger.Extend
	n := book.Places[0].Notices[villagetest.January]
	n.Posted, n.Visited, n.Meeting.Date, n.Reported = ledger.Day(2023, 2, 15), ledger.Day(2023, 2, 17), ledger.Day(2023, 2, 18), ledger.Day(2023, 2, 17)
	wantLines(t, published(t, book, ledger.Privacy{}, ledger.Day(2023, 2, 17))["notices.csv"], header,
		"2023-01|一月公示|2023-02-15|2023-02-16|2023-02-20|2023-02-18|2023-02-17||||2023-02-17|公示中|是|4|否|")
}

func TestObjectionsFile(t *testing.T) {
	wantLines(t, published(t, villagetest.Book(), ledger.Privacy{}, villagetest.Day)["objections.csv"],
		"周期|编号|收到日期|户号|事项|及时|办结日期|结果|答复|用时天数|逾期",
		"2023-01|2|2023-02-11|001|庭院|是|2023-02-12|成立|答复2|1|否",
		"2023-01|3|2023-02-12|001|团结友爱|是|2023-02-13|成立||1|否",
		"2023-01|4|2023-02-12|001|其他|是|2023-02-13|成立||1|否",
		"2023-01|5|2023-02-27|001|客厅|否||核查中||11|是",
		"2023-01|1|2023-02-11|002|客厅|是|2023-02-20|成立|答复1|9|是")
	book := villagetest.Book()
	book.Places[0].Notices[villagetest.January].Objections[0].Outcome = "rejected"
	got := lines(t, published(t, book, ledger.Privacy{}, ledger.Day(2023, 2, 12))["objections.csv"])
	want := []string{
		"2023-01|2|2023-02-11|001|庭院|是|2023-02-12|不成立|答复2|1|否",
		"2023-01|3|2023-02-12|001|团结友爱|是||核查中||0|否",
		"2023-01|4|2023-02-12|001|其他|是||核查中||0|否",
		"2023-01|1|2023-02-11|002|客厅|是||核查中||1|否",
	}
	if !slices.Equal(got[1:], want) {
		t.Errorf("on 2023-02-12:\n%s", strings.Join(got, "\n"))
	}
}

func TestCorrectionsFile(t *testing.T) {
	header := "日期|周期|户号|对象|原分|现分|原因|异议|决定"
	decided := villagetest.Book()
	for _, c := range decided.Places[0].Corrections {
		if c.Reason == "看错" {
			c.DecidedBy = "村民委员会"
		}
	}
	wantLines(t, published(t, decided, ledger.Privacy{}, villagetest.Day)["corrections.csv"], header,
		"2023-02-12|2023-01|001|庭院|14|15|看错|1|村民委员会",
		"2023-02-12|2023-01|001|团结友爱||||1|",
		"2023-02-12|2023-01|001|学生就学||||1|",
		"2023-02-12|2023-01|001|其他|-3|0||1|",
		"2023-02-12|2023-01|001|e1|4|2|重复|1|",
		"2023-02-12|2023-01|002|客厅|9|10|漏记|1|")
	wantLines(t, published(t, villagetest.Book(), ledger.Privacy{}, ledger.Day(2023, 2, 11))["corrections.csv"], header)
	book := villagetest.Book()
	book.Places[0].Corrections = []*ledger.Correction{{Period: villagetest.January, Household: "001", Target: "无此项", From: villagetest.Cell("1"), Reason: "秘密"}}
	wantLines(t, published(t, book, ledger.Privacy{}, villagetest.Day)["corrections.csv"], header, "|2023-01|001|其他|1||||")
}

func TestTargets(t *testing.T) {
	book := villagetest.Book()
	s := book.Places[0].Schemes[0]
	s.Categories[0].Items[0].ID = "yard"
	shop := &ledger.Category{ID: "shop", Name: "门店", Cycle: ledger.Month}
	shop.Items = []*ledger.Item{{Category: shop, ID: "yard2", Name: "庭院", Points: ledger.Point}}
	peace := &ledger.Category{ID: "peace", Name: "平安", Cycle: ledger.Month}
	peace.Items = []*ledger.Item{{Category: peace, ID: "quarrel", Name: "无家暴", Points: ledger.Point, Sensitive: true}}
	s.Categories = append(s.Categories, shop, peace)
	standings, _ := score.Of(book, notice.AsOf(book, villagetest.Day, false))
	table := standings.Of(book.Places[0]).Table(villagetest.January)
	for target, want := range map[string]Target{
		"yard":    {Name: "人居环境/庭院", Item: true}, // a name that stands twice
		"门店/庭院":   {Name: "门店/庭院", Item: true},
		"客厅":      {Name: "客厅", Item: true},
		"读书":      {Name: "学生就学", Hidden: true, Item: true},
		"督促":      {Name: "学生就学", Hidden: true, Item: true}, // could be told from 读书 otherwise
		"e3":      {Name: "e3"},
		"quarrel": {Name: "平安", Hidden: true, Item: true},
		"e2":      {Name: score.Other, Hidden: true},
		"e5":      {Name: score.Other, Hidden: true}, // another household's
	} {
		c := &ledger.Correction{Household: "001", Target: target}
		if got := correctionTarget(table, c); got != want {
			t.Errorf("a correction of %s is about %+v, want %+v", target, got, want)
		}
	}
	for about, want := range map[string]Target{
		"庭院不干净":     {Name: "庭院不干净"},
		"关于邻里和睦的评分": {Name: "团结友爱", Hidden: true, Item: true},
		"督促":        {Name: "学生就学", Hidden: true, Item: true},
		"report":    {Name: score.Other, Hidden: true},
		"事项 e2":     {Name: score.Other, Hidden: true},
		"e1":        {Name: "e1"},
		"quarrel":   {Name: "平安", Hidden: true, Item: true},
		"好人好事":      {Name: "好人好事"},
	} {
		o := &ledger.Objection{Household: "001", About: about}
		if got := objectionTarget(table, o); got != want {
			t.Errorf("an objection to %s is about %+v, want %+v", about, got, want)
		}
	}
}
