package source

import (
	"fmt"
	"strings"
	"testing"

	"gongshi/generator/ledger"
)

func TestScheme(t *testing.T) {
	p, diags := readOne(t, "data/v/scheme/2023.toml", `title = "办法"
effective = 2023-01-01
carry = "lifetime"
rank_by = "average"
decimals = 1
base = 100.5
missing = "full"
not_applicable = "scale"
benefits = ["贷款"]
adopted = { date = 2022-12-20, meeting = "会", for = 31, against = 2, filed = 2022-12-28 }
[zone]
max_households = 100
cross = true
[[category]]
id = "a"
name = "甲"
cycle = "quarter"
combine = "mean"
item = [
  { id = "a1", name = "一", points = 2.5, sensitive = true },
  { id = "a2", name = "二", points = 10.10 },
]
[[category]]
id = "b"
name = "乙"
cycle = "year"
[[event]]
id = "e"
name = "好事"
points = -0.1
max_per_month = 4
veto = true
[[event]]
id = "f"
name = "坏事"
range = [-5, -0.5]
approval = true
[honours]
rounding = "up"
ties = "out"
[[honours.level]]
name = "五星"
top = 12.5
floor = "base"
[[honours.level]]
name = "四星"
count = 3
floor = 90
[[honours.level]]
name = "三星"
min = 80
`)
	wantDiags(t, diags)
	s := p.Schemes[0]
	if s.Cycle != ledger.Quarter || s.Carry != ledger.Lifetime || s.RankBy != ledger.ByAverage || s.Decimals != 1 || !s.HasBase || s.Base != 10050 ||
		s.Missing != "full" || s.NotApplicable != "scale" || len(s.Benefits) != 1 || s.Name != "2023" || s.Place != p {
		t.Errorf("%+v", s)
	}
	if a := s.Adopted; a.For != 31 || a.Filed.String() != "2022-12-28" || s.Keys["adopted.for"].Column != 47 || s.Zone.MaxHouseholds != 100 || !s.Zone.Cross || s.Zone.MinPanel != 0 {
		t.Errorf("%+v %v", a, s.Keys["adopted.for"])
	}
	c := s.Categories[0]
	if c.Combine != ledger.Mean || c.HasBase || len(c.Items) != 2 || c.Items[0].Points != 250 || !c.Items[0].Sensitive || c.Items[1].Points != 1010 ||
		c.Items[1].Line != 21 || c.Items[1].Column != 3 || c.Items[1].Keys["points"].Column != 28 || c.Items[0].Category != c {
		t.Errorf("%+v %+v", c, c.Items[1])
	}
	e, f := s.Events[0], s.Events[1]
	if e.Points != -10 || e.Ranged || !e.HasMaxMonth || e.HasMaxYear || !e.Veto || e.Line != 27 {
		t.Errorf("%+v", e)
	}
	if !f.Ranged || f.From != -500 || f.To != -50 || !f.Approval {
		t.Errorf("%+v", f)
	}
	h := s.Honours
	if h == nil || h.Cycle != ledger.Year || h.Rounding != ledger.RoundUp || h.Ties != ledger.TiesOut || len(h.Levels) != 3 || h.Keys["ties"].Line == 0 {
		t.Fatalf("%+v", h)
	}
	if l := h.Levels; !l[0].HasTop || l[0].Top != 1250 || !l[0].FloorBase || !l[1].HasCount || l[1].Count != 3 || !l[1].HasFloor || l[1].Floor != 9000 || !l[2].HasMin || l[2].HasFloor {
		t.Errorf("%+v %+v %+v", l[0], l[1], l[2])
	}
}

func TestSchemeDefaults(t *testing.T) {
	p, diags := readOne(t, "data/v/scheme/2023.toml", "effective = 2023-01-01\n")
	wantDiags(t, diags)
	s := p.Schemes[0]
	if s.Cycle != ledger.Month || s.Carry == ledger.Lifetime || s.RankBy == ledger.ByAverage || s.HasBase || s.Missing != "error" || s.NotApplicable != "full" || s.Honours != nil {
		t.Errorf("%+v", s)
	}
	p, _ = readOne(t, "data/v/scheme/2023.toml", testScheme)
	if c := p.Schemes[0].Categories[0]; c.Cycle != ledger.Month || c.Combine != ledger.Sum {
		t.Errorf("%+v", c)
	}
}

// TestExactTOML: numbers are read from their text; every hundredth that a float may
// write comes out as it was written.
func TestExactTOML(t *testing.T) {
	for n := ledger.Points(-20000); n <= 20000; n += 7 {
		text := "x = " + n.Text(2)
		var got ledger.Points
		f := &file{path: "x", text: text, diags: nil}
		if s := parseTOML(f, nil); s != nil {
			got, _ = s.points("x")
		}
		if got != n {
			t.Fatalf("%s is read as %s", text, got)
		}
	}
	for text, want := range map[string]ledger.Points{"999999.99": 99999999, "-999999.99": -99999999, "1_000.5": 100050, "1e2": 10000, "2.500": 250, "+3": 300} {
		v := parseTOML(&file{path: "x", text: "x = " + text}, nil)
		if got, ok := v.points("x"); !ok || got != want {
			t.Errorf("%s is read as %s", text, got)
		}
	}
}

func TestTOMLFaults(t *testing.T) {
	const where = "data/v/scheme/2023.toml"
	_, diags := readOne(t, where, `title=1
missing = "eror"
base = 1.005
decimals = 3
[[category]]
id="a"
[[category.item]]
id="b"
name="c"
points="2.5"
[[event]]
id="x"
name="y"
[[event]]
id="x"
name=""
points=1
range=[5,1]
max_per_month=-3
[honours]
cycle="yearly"
[[honours.level]]
top=10
min=inf
floor="bas"
[zone]
cross=1
[adopted]
for=-1
date="2023-02-30"
`)
	wantDiags(t, diags,
		where+": missing-key: 缺少 effective【加上一行，例如 effective = 2023-01-01】",
		where+":1:1: type-error: title“1”应是文字，两边加英文双引号【写成 title = \"1\"】",
		where+":2:1: constraint-error: missing“eror”应是其中之一：error（报错）、full（算满分）、zero（算 0 分）【是不是“error”？】",
		where+":3:1: constraint-error: base“1.005”有三位小数，最多两位【改成 1 或 1.01，由村里决定】",
		where+":4:1: constraint-error: decimals“3”应在 0 到 2 之间【写 0 到 2 的整数】",
		where+":5:1: missing-key: 缺少 name【加上一行，例如 name = \"…\"】",
		where+":10:1: type-error: points“2.5”应是数字，不带引号和单位【写成 points = 2.5，不加引号】",
		where+":11:1: missing-key: 缺少 points、range 中的一个【加上其中一个，例如 points = 10】",
		where+":14:1: constraint-error: points、range 只能有一个【只留一个，删去其他的】",
		where+":16:1: missing-key: name 空着，这里必须填",
		where+":18:1: constraint-error: range“[5,1]”前一个数大于后一个【写成 [1, 5]】",
		where+":19:1: constraint-error: max_per_month“-3”是负数；扣分的上限也写正数【写成 3】",
		where+":21:1: constraint-error: cycle“yearly”应是其中之一：year（年）、quarter（季）、month（月）【是不是“year”？】",
		where+":22:1: constraint-error: top、count、min 只能有一个【只留一个，删去其他的】",
		where+":22:1: missing-key: 缺少 name【加上一行，例如 name = \"…\"】",
		where+":24:1: type-error: min“inf”不是数字【填阿拉伯数字，例如 3 或 2.5；没有就留空】",
		where+":25:1: type-error: floor“bas”应是 \"base\" 或一个数字【写成 floor = \"base\"（不低于满分），或像 floor = 90 这样的数字】",
		where+":27:1: type-error: cross“1”应是 true（是）或 false（否）【写成 cross = true，不加引号】",
		where+":29:1: constraint-error: for“-1”太小，至少是 0【写 0 或更大的整数】",
		where+":30:1: constraint-error: date“2023-02-30”这一天不存在：2023 年 2 月没有 30 日【查一查是哪一天】",
	)
}

func TestNotice(t *testing.T) {
	const where = "data/v/notices/2023-01.toml"
	p, diags := readOne(t, where, `posted = 2023-02-03
visited = 2023-01-28
title = "一月"
[meeting]
date = 2023-01-30
present = 23
supervised_by = "王"
[[panel]]
group = "1"
members = ["张", "李"]
[report]
date = 2023-02-08
[[objection]]
no = "1"
received = 2023-02-04
household = "Ａ1"
about = "庭院"
text = "不公布"
decided = 2023-02-05
outcome = "upheld"
answer = "改"
[[objection]]
no = "2"
received = 2023-02-04
`)
	wantDiags(t, diags)
	n := p.Notices[ledger.Period{Cycle: ledger.Month, Year: 2023, Part: 1}]
	if n == nil || n.Posted.String() != "2023-02-03" || n.Meeting.Present != 23 || n.Reported == 0 || len(n.Panels) != 1 || n.Panels[0].Members[1] != "李" || n.Panels[0].Line != 8 {
		t.Fatalf("%+v", n)
	}
	if o := n.Objections; len(o) != 2 || o[0].Household != "a1" || o[0].ID != "A1" || o[0].Outcome != "upheld" || o[0].Keys["about"].Line != 17 || o[1].Outcome != "" || o[1].Decided != 0 {
		t.Errorf("%+v", o[0])
	}
	_, diags = readOne(t, where, "posted = \"2023-2-3\"\n[[objection]]\nno=1\nreceived=2023-02-04\nhousehold=\"1.0\"\ndecided=2023-02-05\n[[objection]]\noutcome=\"ok\"\n[[panel]]\nmembers=\"张三\"\n")
	wantDiags(t, diags,
		where+":1:1: type-error: posted“2023-2-3”应是日期，不加引号【写成 posted = 2023-02-03，不加引号】",
		where+":3:1: type-error: no“1”应是文字，两边加英文双引号【写成 no = \"1\"】",
		where+":5:1: type-error: household“1.0”被表格软件改成了小数【"+asText+"，例如 1】",
		where+":6:1: missing-key: 这件异议有答复日期 decided，却没有写结果 outcome 和答复 answer【写上 outcome = \"upheld\"（成立）或 \"rejected\"（不成立），再写上 answer = \"…\"（写怎样核实的、为什么这样定，会公布）；还没有答复，就删去 decided】",
		where+":7:1: missing-key: 缺少 no【加上一行，例如 no = \"…\"】",
		where+":7:1: missing-key: 缺少 received【加上一行，例如 received = 2023-01-01】",
		where+":8:1: constraint-error: outcome“ok”应是其中之一：upheld（成立/采纳）、rejected（不成立/不采纳）【改成其中一个词】",
		where+":9:1: missing-key: 缺少 group【加上一行，例如 group = \"…\"】",
		where+":10:1: type-error: members“张三”应是几段文字的列表，外面加方括号【写成 members = [\"张三\"]】",
	)
}

func TestCalendar(t *testing.T) {
	book, diags := readTest(t, map[string]string{"data/calendar/2023.toml": "rest = [2023-01-01, 2022-12-31,\n \"2023-1-2\"]\nwork = [2023-01-28]\nx = 1\n"})
	wantDiags(t, diags,
		"data/calendar/2023.toml:1:21: constraint-error: rest“2022-12-31”不在 2023 年里【删去它；2022 年怎样放假，程序已经知道】",
		"data/calendar/2023.toml:2:2: type-error: rest“2023-1-2”应是日期，不加引号【写成 2023-01-02，不加引号】",
		"data/calendar/2023.toml:4:1: unknown-key: 不认识“x”这一项【这里可以写的是：rest、work；都不是，就删去它】",
	)
	if c := book.Calendars[2023]; c == nil || !c.Rest[ledger.Day(2023, 1, 1)] || !c.Work[ledger.Day(2023, 1, 28)] {
		t.Errorf("%+v", c)
	}
}

// TestSameTwice: reading is the same each time, whatever the order of goroutines.
func TestSameTwice(t *testing.T) {
	site := map[string]string{"data/calendar/2023.toml": "rest = [2022-12-31]\nwork=[2022-01-01]\ny=1\nx=2\n"}
	for i := range 12 {
		site[fmt.Sprintf("data/v%d/place.toml", i)] = strings.Repeat("坏", i)
		site[fmt.Sprintf("data/v%d/events/a.csv", i)] = "编号,日期\n1,1/9\n"
	}
	_, first := readTest(t, site)
	for range 20 {
		if _, again := readTest(t, site); briefs(again) != briefs(first) {
			t.Fatalf("%s\nthen\n%s", briefs(first), briefs(again))
		}
	}
}

func TestSchemesByEffectiveDate(t *testing.T) {
	book, diags := readTest(t, map[string]string{
		"data/v/scheme/2023.toml": "",
		"data/v/scheme/a.toml":    strings.Replace(testScheme, "2023-01-01", "2024-01-01", 1),
		"data/v/scheme/b.toml":    testScheme,
	})
	wantDiags(t, diags)
	if s := book.Place("v").Schemes; len(s) != 2 || s[0].Name != "b" || s[1].Name != "a" {
		t.Errorf("%+v", s)
	}
}
