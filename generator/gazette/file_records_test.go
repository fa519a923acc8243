package gazette

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/proof"
	"gongshi/generator/score"
	"gongshi/generator/villagetest"
)

func TestRecords(t *testing.T) {
	pages := published(t, villagetest.Book(), ledger.Privacy{}, villagetest.Day)
	of := func(name, household string) []string {
		var rows []string
		for _, l := range lines(t, pages[name]) {
			if rest, ok := strings.CutPrefix(l, household+"|"); ok {
				rows = append(rows, strings.ReplaceAll(rest, "data/zhen/cun/", ""))
			}
		}
		return rows
	}
	header := "户号|类型|编号|日期|分类|项目|次数|满分|原始|更正|计入|审核|事由|说明|来源文件|行"
	if got := lines(t, pages["records-2023-01.csv"])[0]; got != header {
		t.Errorf("header %q, want %q", got, header)
	}
	for _, test := range []struct {
		about, file, household string
		want                   []string
	}{
		{"corrections, filled cells, sensitive items and events, caps, deductions", "records-2023-01.csv", "001", []string{
			"评分|||人居环境|庭院||15|14|15|15||||scores/2023-01.csv|3",
			"评分|||人居环境|客厅||10|||10|||缺项按满分计|scores/2023-01.csv|3",
			"评分|||学生就学|合并项目（2项）||10|4|5|5|||合并公布|scores/2023-01.csv|3",
			"评分|||团结友爱|合并项目（2项）||10|5|6|6|||合并公布|scores/2023-01.csv|3",
			"扣分|e2|2023-01-04|其他|其他|1||-3|0|0|通过|||events/2023.csv|3",
			"加分|e1|2023-01-05|人居环境|好人好事|2||4|2|2|通过|=扶老人||events/2023.csv|2",
			"扣分|e3|2023-01-06||乱扔垃圾|1||-1||-1|通过|||events/2023.csv|4",
			"扣分|e4|2023-01-07||乱扔垃圾|1||0||0|通过|||events/2023.csv|5",
		}},
		{"pending", "records-2023-01.csv", "002", []string{
			"评分|||人居环境|庭院||15|10||10||||scores/2023-01.csv|4",
			"评分|||人居环境|客厅||10|9|10|10||||scores/2023-01.csv|4",
			"评分|||学生就学|合并项目（2项）||10|8||8|||合并公布|scores/2023-01.csv|4",
			"评分|||团结友爱|合并项目（2项）||10|10||10|||合并公布|scores/2023-01.csv|4",
			"加分|e5|2023-01-08|人居环境|好人好事|1||2||0|待审|||events/2023.csv|6",
		}},
		{"late", "records-2023-02.csv", "002", []string{
			"评分|||人居环境|庭院||15|10||10||||scores/2023-02.csv|4",
			"评分|||人居环境|客厅||10|9||9||||scores/2023-02.csv|4",
			"评分|||学生就学|合并项目（2项）||10|8||8|||合并公布|scores/2023-02.csv|4",
			"评分|||团结友爱|合并项目（2项）||10|10||10|||合并公布|scores/2023-02.csv|4",
			"加分|e6|2023-01-09|人居环境|好人好事|1||2||2|通过||顺延自 2023-01|events/2023.csv|7",
		}},
		{"scaled", "records-2023-02.csv", "001", []string{
			"评分|||人居环境|庭院||15|14||18|||按其余项目折算 ×45÷35|scores/2023-02.csv|3",
			"评分|||人居环境|客厅||10|不适用||0|||不适用不计入基数|scores/2023-02.csv|3",
			"评分|||学生就学|合并项目（2项）||10|7||9|||合并公布；按其余项目折算 ×45÷35|scores/2023-02.csv|3",
			"评分|||团结友爱|合并项目（2项）||10|2||2.57|||合并公布；按其余项目折算 ×45÷35|scores/2023-02.csv|3",
		}},
	} {
		if got := of(test.file, test.household); !slices.Equal(got, test.want) {
			t.Errorf("%s:\n%s\nwant\n%s", test.about, strings.Join(got, "\n"), strings.Join(test.want, "\n"))
		}
	}
}

// What each event tells under each choice of deductions, and what the caps cut.
func TestGrounds(t *testing.T) {
	book := villagetest.Book()
	book.Places[0].Corrections = nil
	for deductions, want := range map[ledger.Deductions]string{
		ledger.DeductionsPoints:  "e2:|e1:=扶老人:超出上限 1 分未计|e3:|e4:",
		ledger.DeductionsGrounds: "e2:|e1:=扶老人:超出上限 1 分未计|e3:门前|e4:零分",
		"":                       "e2:|e1:=扶老人:超出上限 1 分未计|e3:|e4:",
	} {
		pages := published(t, book, ledger.Privacy{Deductions: deductions}, villagetest.Day)
		var got []string
		for row := range pages["records-2023-01.csv"].Rows {
			if row[0] == "001" && row[2] != "" {
				got = append(got, strings.TrimSuffix(row[2]+":"+row[12]+":"+row[13], ":"))
			}
		}
		if g := strings.Join(got, "|"); g != want {
			t.Errorf("deductions = %q: %s, want %s", deductions, g, want)
		}
	}
}

// No file of open data holds what is never published, whatever the choices are.
func TestNeverPublished(t *testing.T) {
	privacy := ledger.Privacy{Names: ledger.NamesFull, Consent: ledger.ConsentIgnore, Deductions: ledger.DeductionsGrounds}
	for name, f := range published(t, villagetest.Book(), privacy, villagetest.Day) {
		text := strings.Join(lines(t, f), "\n")
		for _, secret := range []string{"孝老爱亲", "邻里和睦", "督促", "读书", "被举报", "举报", "吵架", "家长", "答复3", "答复4", "将来", "未张贴"} {
			if strings.Contains(text, secret) {
				t.Errorf("%s tells %q", name, secret)
			}
		}
	}
}

func TestMarkNotes(t *testing.T) {
	item := &ledger.Item{Name: "庭院"}
	secret := &ledger.Item{Name: "孝老", Sensitive: true}
	plain := Sheet{Num: ledger.Point, Den: ledger.Point}
	for _, test := range []struct {
		sheet   Sheet
		items   []*ledger.Item
		reading score.Reading
		name    string
		note    string
	}{
		{plain, []*ledger.Item{item}, score.AsEntered, "庭院", ""},
		{plain, []*ledger.Item{item}, score.MissingFull, "庭院", "缺项按满分计"},
		{plain, []*ledger.Item{item}, score.MissingZero, "庭院", "缺项按零分计"},
		{plain, []*ledger.Item{item}, score.Unassessed, "庭院", "尚未评分"},
		{plain, []*ledger.Item{item}, score.NotAppliFull, "庭院", "不适用按满分计"},
		{plain, []*ledger.Item{item}, score.NotAppliZero, "庭院", "不适用按零分计"},
		{Sheet{Num: 100 * ledger.Point, Den: 90 * ledger.Point}, []*ledger.Item{item}, score.NotAppliOut, "庭院", "不适用不计入基数"},
		{Sheet{Num: 100 * ledger.Point, Den: 90 * ledger.Point}, []*ledger.Item{item}, score.AsEntered, "庭院", "按其余项目折算 ×100÷90"},
		{plain, []*ledger.Item{secret}, score.AsEntered, "合并项目（1项）", "合并公布"},
		{plain, []*ledger.Item{item, secret}, score.MissingFull, "合并项目（2项）", "合并公布；缺项按满分计"},
	} {
		m := new(Maker).mark(&score.Mark{Items: test.items, Reading: test.reading})
		if got := m.Name().String(); got != test.name {
			t.Errorf("Name = %q, want %q", got, test.name)
		}
		if got := test.sheet.Explain(&m).String(); got != test.note {
			t.Errorf("Explain = %q, want %q", got, test.note)
		}
	}
}

// BenchmarkRecords goes through the records of 3,000 households with 12 items.
func BenchmarkRecords(b *testing.B) {
	book := villagetest.Book()
	p := book.Places[0]
	p.Corrections, p.Events = nil, nil
	for _, c := range p.Schemes[0].Categories { // 12 items
		for _, i := range slices.Clone(c.Items) {
			twin := *i
			twin.ID += "二"
			c.Items = append(c.Items, &twin)
		}
	}
	var households []*ledger.Household
	var rows []string
	for i := range 3000 {
		id := fmt.Sprintf("%04d", i)
		households = append(households, villagetest.Household(id, ledger.Span{Head: "张晓明", Kind: "农户", Consent: 1}))
		rows = append(rows, id+" 15 10 14 9 5 5 4 4 5 5 3 3")
	}
	p.SetHouseholds(households)
	villagetest.Sheet(p, villagetest.January, rows...)
	for _, c := range p.Schemes[0].Categories {
		for _, i := range c.Items {
			i.Sensitive = false
		}
	}
	standings, _ := score.Of(book, notice.AsOf(book, villagetest.Day, false))
	proofs, _ := proof.Of(book, proof.Options{Day: villagetest.Day})
	place := Of(book, standings, proofs, Choices{Day: villagetest.Day}).Places[0]
	for b.Loop() {
		n := 0
		for range place.Table(villagetest.January).recordsFile().Rows {
			n++
		}
		if n != 36000 {
			b.Fatalf("%d rows", n)
		}
	}
}
