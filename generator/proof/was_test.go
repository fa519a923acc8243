package proof

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"testing"
	"testing/fstest"

	"gongshi/generator/ledger"
	"gongshi/generator/villagetest"
)

// builtSite is what a site published of the seals when they agreed: 户号, 盐, 行, 摘要.
func builtSite(t *testing.T, c *Chain) fstest.MapFS {
	t.Helper()
	site := make(fstest.MapFS)
	for _, s := range c.Seals {
		var file bytes.Buffer
		w := csv.NewWriter(&file)
		rows := [][]string{{"户号", "盐", "行", "摘要"}}
		for l, salt := range c.Lines(s) {
			rows = append(rows, []string{salt.Of, salt.Salt, l.Text(salt), salt.Digest})
		}
		if err := w.WriteAll(rows); err != nil {
			t.Fatal(err)
		}
		site[fmt.Sprintf("zhen/cun/data/seal-%d.csv", s.No)] = &fstest.MapFile{Data: file.Bytes()}
	}
	return site
}

// With the site as it was built a finding says what it was, and of a household's part that is the
// same in all its months one finding at households.csv is enough.
func TestWhatItWas(t *testing.T) {
	jan := villagetest.January
	const of001, of003 = "scores/2023-01.csv:3 户号 seal-changed: ", "households.csv:5 户号 seal-changed: 户号“003”的资料变了，却没有更正："
	const rules = "../scheme/2023.toml:1 seal-changed: 此后它所依据的积分办法变了："
	for _, c := range []changeOf{
		{"a mark", func(p *ledger.Place) { mark(p, jan, 3, 0).Points = 0 }, []string{"scores/2023-01.csv:5 户号 seal-changed: ：“庭院”的 原始 当时是“9”，现在是“0”"}},
		{"a corrected mark", func(p *ledger.Place) { p.Corrections[1].To = villagetest.Cell("13") }, []string{of001 + "：“庭院”的 更正 当时是“15”，现在是“13”"}},
		{"a reason", func(p *ledger.Place) { p.Corrections[1].Reason = "" }, []string{of001 + "：“庭院”的 原因 当时是“看错”，现在是“”"}},
		{"a sensitive mark", func(p *ledger.Place) { mark(p, jan, 3, 4).Points = 0; mark(p, jan, 3, 5).Points *= 2 },
			[]string{"scores/2023-01.csv:5 户号 seal-changed: ：变的是不公布的内容"}},
		{"grounds", func(p *ledger.Place) { p.Events[0].Grounds = "" }, []string{of001 + "：“e1”的 事由 当时是“=扶老人”，现在是“”"}},
		{"an event less", func(p *ledger.Place) { p.Events = slices.Delete(p.Events, 3, 4) }, []string{of001 + "：当时有“e4”，现在没有"}},
		{"an event and grounds", func(p *ledger.Place) {
			addEvents(p, "e7")
			p.Events[6].Household, p.Events[0].Grounds = "001", ""
		}, []string{of001 + "：“e1”的 事由 当时是“=扶老人”"}},
		{"an event in place of another", func(p *ledger.Place) { p.Events[3].No = "e0" }, []string{of001 + "：当时有“e4”，现在没有"}},
		{"an event more, and points", func(p *ledger.Place) {
			addEvents(p, "e7")
			p.Events[6].Household, p.Events[6].Date, p.Events[3].Points = "001", ledger.Day(2023, 1, 1), -1
		}, []string{of001 + "：当时没有“e7”"}},
		{"kind", func(p *ledger.Place) { p.Household("003").Spans[0].Kind = "老年户" }, []string{of003 + "类别 当时是“农户”，现在是“老年户”；还有 1 次封存也写着它"}},
		{"shares", func(p *ledger.Place) { p.Household("003").Spans[0].Shares = 0 },
			[]string{"scores/2023-01.csv:5 户号 seal-changed: ：变的是不公布的内容", "scores/2023-02.csv:5 户号 seal-changed: ：变的是不公布的内容"}},
		{"points in the rules", func(p *ledger.Place) { p.Schemes[0].Categories[0].Items[0].Points++ }, []string{rules + "“庭院”的 points 当时是“15”，现在是“15.01”；还有 1 次"}},
		{"title of the rules", func(p *ledger.Place) { p.Schemes[0].Title = "" }, []string{rules + "title 当时是“积分办法”，现在是“”"}},
		{"a level of the rules", func(p *ledger.Place) { p.Schemes[0].Honours.Levels[0].Count = 5 }, []string{rules + "“文明户”的 count 当时是“4”，现在是“5”"}},
		{"no honours", func(p *ledger.Place) { p.Schemes[0].Honours = nil }, []string{rules + "当时有“month”，现在没有"}},
		{"a benefit", func(p *ledger.Place) { p.Schemes[0].Benefits = []string{"优先"} }, []string{rules + "当时没有“优先”"}},
		{"a day", func(p *ledger.Place) { january(p).Visited++ }, []string{"notices/2023-01.toml:3 visited seal-changed: 此后变了：当时是“2023-02-01”，现在是“2023-02-02”"}},
		{"an objection", func(p *ledger.Place) { january(p).Objections[0].About = "客厅" }, []string{"notices/2023-01.toml:11 objection seal-changed: 此后变了：about 当时是“庭院”，现在是“客厅”"}},
		{"a secret answer", func(p *ledger.Place) { january(p).Objections[2].Answer = "" }, []string{"notices/2023-01.toml:31 objection seal-changed: 此后变了：变的是不公布的内容"}},
		{"a distribution", func(p *ledger.Place) { p.Distributions[2023].Amount++ }, []string{"distributions/2023.toml:1 amount seal-changed: 此后变了：amount 当时是“1000.00”，现在是“1000.01”"}},
	} {
		book, p := sealedBook(t)
		proofs, _ := Of(book, Options{Day: today})
		built := builtSite(t, proofs.Of(p))
		c.change(p)
		_, list := Of(book, Options{Day: today, Built: built})
		t.Run(c.name, func(t *testing.T) { wantFindings(t, list, c.want) })
	}
}

// A site that cannot be read, or is another's, says nothing of what was.
func TestWhatItWasIsNotKnown(t *testing.T) {
	other := "户号,盐,行,摘要\r\n003,t9,户|003|2|农户|,00\r\n"
	for name, data := range map[string]string{"no rows": "", "no table": `"`, "ragged": "a,b\r\na\r\n", "another": other} {
		book, p := sealedBook(t)
		mark(p, villagetest.January, 3, 0).Points = 0
		_, list := Of(book, Options{Day: today, Built: fstest.MapFS{"zhen/cun/data/seal-1.csv": {Data: []byte(data)}}})
		t.Run(name, func(t *testing.T) {
			wantFindings(t, list, []string{"scores/2023-01.csv:5 户号 seal-changed: （还要看 data/zhen/cun/households.csv 第5行）"})
			if got := list[0].Message; got != "2023-01 已于 2023-03-10 封存（第 1 号），此后户号“003”的资料变了，却没有更正（还要看 data/zhen/cun/households.csv 第5行）" {
				t.Error(got)
			}
		})
	}
}
