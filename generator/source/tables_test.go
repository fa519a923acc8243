package source

import (
	"fmt"
	"strings"
	"testing"

	"gongshi/generator/ledger"
	"gongshi/generator/scan"
)

func TestHeadings(t *testing.T) {
	for name, text := range map[string]string{
		"chinese":   "户号,户主,参与\n001,张三,否\n",
		"english":   "id,Head,TAKES_PART\n001,张三,no\n",
		"brackets":  "户号(id),户主（姓名）,参与(takes_part)\n001,张三,0\n",
		"blanks":    "户 号,户\u3000主,参与\n001,张三,FALSE\n",
		"title":     "甲村2023年户籍表,,\n\n制表：李四,,\n户号,户主,参与\n001,张三,否\n",
		"any order": "参与,户主,户号\n否,张三,001\n",
	} {
		p, diags := readOne(t, "data/v/households.csv", text)
		if diags.HasErrors() || len(p.Households) != 1 {
			t.Errorf("%s: %s", name, briefs(diags))
			continue
		}
		if s := p.Household("001").Spans[0]; s.Head != "张三" || s.TakesPart || s.Kind != "农户" {
			t.Errorf("%s: %+v", name, s)
		}
		if name == "title" {
			wantDiags(t, diags, "note data/v/households.csv:1:1: title-row: 表头上面的标题行“甲村2023年户籍表”已跳过【不必改；也可以删去，让表头成为第一行】")
		}
	}
}

func TestHeaderFaults(t *testing.T) {
	const where = "data/v/households.csv"
	_, diags := readOne(t, where, "户号,户主,组别,参与,户号,,备注,,\n001,张三,1,对,,x,y,z\n002,李四\n")
	wantDiags(t, diags,
		where+":1:7: misspelt-label: 不认识列名“组别”，像是“组”【如果是，就照改；如果是别的内容，换一个不相像的列名，或删去这一列】",
		where+":1:13: duplicate-label: 列名“户号”和前面的“户号”是同一列【只留一列，或改成别的列名】",
		where+":1:16: blank-header: 这一列没有列名，下面却有内容，例如“x”【在表头补上列名，或删去这一列】",
		"note "+where+":1:17: unknown-label: 不认识列名“备注”，这一列已忽略【不必改；这一列不读，也不公布】",
		where+":2:17: extra-cell: 这一行有 8 格，表头只有 7 列，多出“z”【多半是前面哪一格的文字里有英文逗号，从那里起都右移了一格：把逗号改成中文的“，”，或用英文双引号把整格括起来；如果真是多出的一格，删去它，或在表头补上列名】",
	)
	_, diags = readOne(t, where, "户号码,户主\n001,张三\n")
	wantDiags(t, diags,
		where+":1:1: misspelt-label: 不认识列名“户号码”，像是“户号”【如果是，就照改；如果是别的内容，换一个不相像的列名，或删去这一列】",
	)
	_, diags = readOne(t, where, "\n \n,,\n")
	wantDiags(t, diags, where+": missing-label: 文件是空的，连表头也没有【第一行写表头：户号,户主,组,类别,参与,同意,加入,退出,参与人数,股份,并入】")
}

func TestHouseholdSpans(t *testing.T) {
	p, diags := readOne(t, "data/v/households.csv", `户号,户主,加入,退出,参与人数,股份,并入,同意
b2,乙,2023-03-01,,2,,,
A1,甲,2023-02-01,,3,1.25,,2023-01-05
a1,甲,,2023-01-31,4,,,
C3,丙,2022-01-01,2023-05-31,0,,Ｂ２,
`)
	wantDiags(t, diags)
	var ids []string
	for _, h := range p.Households {
		ids = append(ids, h.ID)
	}
	if fmt.Sprint(ids) != "[A1 C3 b2]" || !p.HasConsent {
		t.Errorf("households %v, consent %v", ids, p.HasConsent)
	}
	a := p.Household("a1")
	if len(a.Spans) != 2 || a.Spans[0].Left.String() != "2023-01-31" || a.Spans[1].Shares != 125 || a.Spans[1].Consent.String() != "2023-01-05" {
		t.Errorf("spans of A1: %+v %+v", a.Spans[0], a.Spans[1])
	}
	if p.Household("c3").Spans[0].Into != "b2" {
		t.Errorf("并入: %+v", p.Household("c3").Spans[0])
	}
}

func TestAllFaultsOfARow(t *testing.T) {
	_, diags := readOne(t, "data/v/households.csv", "户号,类别,加入,退出,参与人数,股份\n1.0,农民,1/9,2023-02-30,四,-1\n")
	if len(diags) != 6 {
		t.Errorf("want a problem in each cell:\n%s", briefs(diags))
	}
}

func TestMembers(t *testing.T) {
	p, diags := readOne(t, "data/v/members.csv", "户号,成员号,姓名,参与,加入\n001,1,张?,,2023-01-01\n００１,2,张小,否,\n009,1,王五,,\n,3,x,,\n")
	wantDiags(t, diags,
		"data/v/members.csv:2:7: encoding-error: 姓名“张?”里有“?”：多半是另存时丢了生僻字【补上这个字；"+scan.SaveAs(".csv")+"】",
		"data/v/members.csv:5:1: missing-cell: 户号空着，这里必须填【填上；如果整行多余，删去整行】",
	)
	if len(p.Unowned) != 1 || p.Unowned[0].ID != "009" || p.Unowned[0].Line != 4 || p.Unowned[0].Column != 1 {
		t.Errorf("without a household: %+v", p.Unowned)
	}
	if m := p.Household("001").Members; !p.HasMembers || len(m) != 2 || m[1].TakesPart || m[0].Joined == 0 {
		t.Errorf("%+v", m)
	}
}

func TestSheet(t *testing.T) {
	const where = "data/v/scores/2023-01.csv"
	p, diags := readOne(t, where, "户号,户主,庭院(15分),厨 房,组织生活,读数\n００1,张三,3.125,不适用,5,4\n,李四,3,4\n003,x,12分,2.5\n")
	wantDiags(t, diags,
		"note "+where+":1:19: unknown-label: “组织生活”每年评一次，不在这张表里评，这一列已忽略【把它移到年度（如 2023.csv）的表里】",
		where+":1:24: misspelt-label: 不认识列名“读数”，像是“读书”【如果是，就照改；如果是别的内容，换一个不相像的列名，或删去这一列】",
		where+":2:8: constraint-error: 庭院“3.125”有三位小数，最多两位【改成 3.12 或 3.13，由村里决定】",
		where+":3:1: missing-cell: 户号空着，这里必须填【填上；如果整行多余，删去整行】",
		where+":4:7: type-error: 庭院“12分”后面有“分”字，应只有数字【只填数字 12】",
	)
	period, _ := ledger.ParsePeriod("2023-01")
	s := p.Sheets[period]
	if fmt.Sprint(s.Columns) != "[7 15 24]" || s.Line != 1 || len(s.Rows) != 2 {
		t.Fatalf("%+v", s)
	}
	r := s.Row("001")
	if r == nil || r.ID != "001" || r.Line != 2 {
		t.Fatalf("%+v", r)
	}
	want := []ledger.Cell{{Kind: ledger.Entered, Column: 8}, {Kind: ledger.NA, Column: 14}, {Kind: ledger.Entered, Column: 20, Points: 400}}
	if fmt.Sprint(r.Cells) != fmt.Sprint(want) {
		t.Errorf("cells %v, want %v: a bad cell counts as entered", r.Cells, want)
	}
	if c := s.Row("003").Cells[1]; c.Points != 250 || c.Column != 11 {
		t.Errorf("%+v", c)
	}
}

func TestSheetWithoutScheme(t *testing.T) {
	book, diags := readTest(t, map[string]string{"data/v/scheme/2023.toml": "", "data/v/scores/2023-01.csv": "户号,庭院\n001,3\n"})
	wantDiags(t, diags)
	for _, s := range book.Place("v").Sheets {
		if s.Scheme != nil || s.Items != nil || len(s.Rows) != 1 {
			t.Errorf("%+v", s)
		}
	}
}

func TestNameThatStandsTwice(t *testing.T) {
	twice := testScheme + "[[category]]\nid = \"more\"\nname = \"其他\"\n[[category.item]]\nid = \"yard2\"\nname = \"庭院\"\npoints = 5\n"
	const where = "data/v/scores/2023-01.csv"
	site := map[string]string{"data/v/scheme/2023.toml": twice, where: "户号,庭院,厨房,读书\n001,1,2,3\n"}
	_, diags := readTest(t, site)
	wantDiags(t, diags, where+":1:4: duplicate-label: 列名“庭院”指几个项目，分不清是哪一个【写成“分类/项目”，例如“人居环境/庭院”】")
	site[where] = "户号,人居环境/庭院,kitchen,读书,其他／庭院,yard2\n001,1,2,3,4,5\n"
	_, diags = readTest(t, site)
	wantDiags(t, diags, where+":1:29: duplicate-label: 列名“yard2”和前面的“其他／庭院”是同一列【只留一列，或改成别的列名】")
}

func TestEvents(t *testing.T) {
	const where = "data/v/events/a.csv"
	p, diags := readOne(t, where, `编号,日期,户号,成员号,项目,次数,分值,事由,审核,审核日期
E1,2023-01-02,001,1,好人好事,,-2.5,"扶老人
过马路",待审,2023-01-05
Ｅ2,2023/1/3,００２,,good,3,,,,
,1/9,001,,好人好事,0,2.5,,已通过,
E4,2023-01-02,1E+05,,,1.5,abc,,通过,
`)
	wantDiags(t, diags,
		where+":5:1: missing-cell: 编号空着，这里必须填【填上；如果整行多余，删去整行】",
		where+":5:2: type-error: 日期“1/9”可以读成 1 月 9 日，也可以读成 9 月 1 日，而且没有年份【连年份一起写全，像 2023-03-01 这样】",
		where+":5:16: constraint-error: 次数“0”太小，至少是 1【填 1 或更大的整数】",
		where+":5:23: constraint-error: 审核“已通过”应是其中之一：通过、待审、未通过【是不是“通过”？】",
		where+":6:15: type-error: 户号“1E+05”被表格软件改成了科学计数，原来的号码已看不出来【"+asText+"】",
		where+":6:22: missing-cell: 项目空着，这里必须填【填上；如果整行多余，删去整行】",
		where+":6:23: constraint-error: 次数“1.5”不是整数【填整数】",
		where+":6:27: type-error: 分值“abc”不是数字【"+unnumbered+"】",
	)
	if len(p.Events) != 2 {
		t.Fatalf("%d events", len(p.Events))
	}
	e, f := p.Events[0], p.Events[1]
	if e.Times != 1 || !e.HasPoints || e.Points != -250 || e.Grounds != "扶老人\n过马路" || e.Review != ledger.Pending || e.Member != "1" || e.Line != 2 {
		t.Errorf("%+v", e)
	}
	if f.No != "E2" || f.Times != 3 || f.HasPoints || f.ID != "002" || f.Review != "" || f.Line != 4 {
		t.Errorf("%+v", f)
	}
}

func TestEventsInOrderOfFiles(t *testing.T) {
	book, diags := readTest(t, map[string]string{
		"data/v/events/b.csv": "编号,日期,户号,项目\n1,2023-01-01,001,x\n",
		"data/v/events/a.csv": "编号,日期,户号,项目\n3,2023-01-01,001,x\n2,2023-01-01,001,x\n",
	})
	wantDiags(t, diags)
	var nos []string
	for _, e := range book.Place("v").Events {
		nos = append(nos, e.No)
	}
	if strings.Join(nos, " ") != "3 2 1" {
		t.Errorf("events in order %v", nos)
	}
}

func TestCorrections(t *testing.T) {
	const where = "data/v/corrections.csv"
	p, diags := readOne(t, where, `日期,周期,户号,对象,原分,现分,原因,异议
2023-02-03,2023-01,001,庭院,,12,量错了,1
2023-02-03,2023-Q1,001,庭院,不适用,N/A,,
2023-02-03,Jan-23,001,庭院,3,x,,
2023-02-03,2023-01,001,,3,,,
`)
	wantDiags(t, diags,
		where+":4:12: type-error: 周期“Jan-23”不是周期的写法【如果是它，写成 2023-01；"+asText+"】",
		where+":4:28: type-error: 现分“x”不是数字【填阿拉伯数字，例如 3 或 2.5；没有评就留空，不用评就填“不适用”】",
		where+":5:24: missing-cell: 对象空着，这里必须填【填上；如果整行多余，删去整行】",
		where+":5:27: missing-cell: 现分空着，这里必须填【填上；如果整行多余，删去整行】",
	)
	if len(p.Corrections) != 2 {
		t.Fatalf("%+v", p.Corrections)
	}
	c, d := p.Corrections[0], p.Corrections[1]
	if c.From.Kind != ledger.Empty || c.From.Column != 27 || c.To.Points != 1200 || c.To.Column != 28 || c.Reason != "量错了" || c.Objection != "1" {
		t.Errorf("%+v", c)
	}
	if d.From.Kind != ledger.NA || d.To.Kind != ledger.NA || d.Period.Cycle != ledger.Quarter {
		t.Errorf("%+v", d)
	}
}

func TestHeaderWithoutKnownHeadings(t *testing.T) {
	const where = "data/v/households.csv"
	_, diags := readOne(t, where, "编码,名字\n1,2\n3,4\n")
	wantDiags(t, diags,
		where+":1: missing-label: 缺少“户号”这一列【在表头加上“户号”这一列】",
		"note "+where+":1:1: unknown-label: 不认识列名“编码”，这一列已忽略【不必改；这一列不读，也不公布】",
		"note "+where+":1:4: unknown-label: 不认识列名“名字”，这一列已忽略【不必改；这一列不读，也不公布】",
	)
}

func TestBlankHeaderIsToldOnce(t *testing.T) {
	const where = "data/v/households.csv"
	_, diags := readOne(t, where, "户号,,户主\n001,x,张三\n002,y,李四\n")
	wantDiags(t, diags, where+":1:4: blank-header: 这一列没有列名，下面却有内容，例如“x”【在表头补上列名，或删去这一列】")
}
