// Package villagetest is a village for tests, with every kind of event in as few rows as
// possible.
package villagetest

import (
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// Day is the day of the village: January is final, February open.
var Day = ledger.Day(2023, 3, 10)

// The months of the village.
var (
	January  = ledger.Period{Cycle: ledger.Month, Year: 2023, Part: 1}
	February = ledger.Period{Cycle: ledger.Month, Year: 2023, Part: 2}
)

// Book returns a village of five subjects and two months: 001 has consented, 002 has not, 003
// consents after the day, -4 tries a formula, s1 is a shop.
func Book() *ledger.Book {
	s := Scheme()
	p := &ledger.Place{
		Path: "zhen/cun", Name: "中坪村", Schemes: []*ledger.Scheme{s}, HasConsent: true,
		Publicity: ledger.Publicity{Days: 3, AnswerDays: 3, RestDayEnd: ledger.Keep, Restart: true},
		Sheets:    make(map[ledger.Period]*ledger.Sheet), Notices: make(map[ledger.Period]*ledger.Notice),
	}
	s.Place = p
	p.SetHouseholds([]*ledger.Household{
		Household("-4", ledger.Span{Head: "=1+1", Group: "@2", Kind: "老年户", Consent: 1}),
		Household("001", ledger.Span{Head: "张晓明", Group: "1", Kind: "农户", Consent: 1}),
		Household("002", ledger.Span{Head: "李四", Group: "1", Kind: "农户"}),
		Household("003", ledger.Span{Head: "王五", Group: "2", Kind: "农户", Consent: Day + 1}),
		Household("s1", ledger.Span{Head: "供销社", Group: "2", Kind: ledger.Organisation}),
	})
	Sheet(p, January, "-4 15 10 5 5 5 5", "001 14 - 0 4 1 4", "002 10 9 4 4 5 5", "003 9 9 1 1 1 1", "s1 15 9.5 5 5 5 5")
	Sheet(p, February, "-4 15 10 5 5 5 5", "001 14 n 3 4 0 2", "002 10 9 4 4 5 5", "003 9 9 1 1 1 1", "s1 15 9.5 5 5 5 5")
	p.Events = events()
	p.Corrections = corrections()
	p.Notices[January] = noticeOfJanuary()
	p.Notices[February] = &ledger.Notice{Period: February, Posted: ledger.Day(2023, 3, 9), Reported: Day + 1}
	p.Notices[February.Next()] = &ledger.Notice{Period: February.Next()} // a draft
	return &ledger.Book{Places: []*ledger.Place{p}}
}

// Scheme returns the version of the rules that governs it.
func Scheme() *ledger.Scheme {
	s := &ledger.Scheme{
		Section: ledger.SectionAt(diag.At("data/zhen/scheme/2023.toml", 1, 1)), Title: "积分办法", Effective: ledger.Day(2023, 1, 1),
		Cycle: ledger.Month, Missing: ledger.MissingFull, NotApplicable: ledger.NotApplicableScale,
		Honours: &ledger.Honours{Cycle: ledger.Month, Rounding: ledger.RoundDown, Levels: []*ledger.Level{
			{Name: "文明户", HasCount: true, Count: 4, FloorBase: true},
		}},
	}
	for _, c := range []struct{ id, name, items string }{
		{"habitat", "人居环境", "庭院 15 open, 客厅 10 open"},
		{"school", "学生就学", "督促 5 open, 读书 5 sensitive"},
		{"unity", "团结友爱", "孝老爱亲 5 sensitive, 邻里和睦 5 sensitive"},
	} {
		category := &ledger.Category{ID: c.id, Name: c.name, Cycle: ledger.Month, Combine: ledger.Sum}
		for item := range strings.SplitSeq(c.items, ", ") {
			f := strings.Fields(item)
			category.Items = append(category.Items, &ledger.Item{
				Category: category, ID: f[0], Name: f[0], Points: Cell(f[1]).Points, Sensitive: f[2] == "sensitive",
			})
		}
		s.Categories = append(s.Categories, category)
	}
	s.Events = []*ledger.EventKind{
		{ID: "deed", Name: "好人好事", Category: "habitat", Points: 2 * ledger.Point, HasMaxMonth: true, MaxPerMonth: 3 * ledger.Point},
		{ID: "litter", Name: "乱扔垃圾", Ranged: true, From: -2 * ledger.Point},
		{ID: "report", Name: "被举报", Points: -3 * ledger.Point, Sensitive: true},
	}
	return s
}

func events() []*ledger.Event {
	list := []*ledger.Event{
		{No: "e1", Household: "001", Kind: "deed", Times: 2, Grounds: "=扶老人", Date: ledger.Day(2023, 1, 5)},
		{No: "e2", Household: "001", Kind: "report", Times: 1, Grounds: "邻居王五举报", Date: ledger.Day(2023, 1, 4)},
		{No: "e3", Household: "001", Kind: "litter", Times: 1, HasPoints: true, Points: -ledger.Point, Grounds: "门前", Date: ledger.Day(2023, 1, 6)},
		{No: "e4", Household: "001", Kind: "litter", Times: 1, HasPoints: true, Grounds: "零分", Date: ledger.Day(2023, 1, 7)},
		{No: "e5", Household: "002", Kind: "deed", Times: 1, Date: ledger.Day(2023, 1, 8), Review: ledger.Pending},
		{No: "e6", Household: "002", Kind: "deed", Times: 1, Date: ledger.Day(2023, 1, 9), Reviewed: ledger.Day(2023, 2, 20)},
	}
	for i, e := range list {
		e.ID, e.Position = e.Household, diag.At("data/zhen/cun/events/2023.csv", i+2, 1)
	}
	return list
}

func corrections() []*ledger.Correction {
	fix := func(day int, period ledger.Period, household, target, from, to, reason string) *ledger.Correction {
		return &ledger.Correction{
			Date: ledger.Day(2023, 2, day), Period: period, Household: household, ID: household, Target: target,
			From: Cell(from), To: Cell(to), Reason: reason, Objection: "1",
		}
	}
	list := []*ledger.Correction{
		fix(12, January, "002", "客厅", "9", "10", "漏记"),
		fix(12, January, "001", "庭院", "14", "15", "看错"),
		fix(12, January, "001", "邻里和睦", "4", "5", "吵架不实"),
		fix(12, January, "001", "督促", "0", "1", "家长"),
		fix(12, January, "001", "e2", "-3", "0", "举报不实"),
		fix(12, January, "001", "e1", "4", "2", "重复"),
		fix(99, January, "001", "庭院", "15", "1", "将来"),
		fix(12, February.Next(), "001", "庭院", "15", "1", "未张贴"),
	}
	for i, c := range list {
		c.Position = diag.At("data/zhen/cun/corrections.csv", i+2, 1)
	}
	return list
}

func noticeOfJanuary() *ledger.Notice {
	objection := func(no, household, about string, day int, decided ledger.Date) *ledger.Objection {
		return &ledger.Objection{
			No: no, Household: household, ID: household, About: about, Received: ledger.Day(2023, 2, day),
			Decided: decided, Outcome: "upheld", Answer: "答复" + no,
		}
	}
	return &ledger.Notice{
		Period: January, Posted: ledger.Day(2023, 2, 10), Visited: ledger.Day(2023, 2, 1), Title: "一月公示",
		Meeting: ledger.Meeting{Date: ledger.Day(2023, 2, 2), Present: 23, SupervisedBy: "村监委会"},
		Objections: []*ledger.Objection{
			objection("2", "001", "庭院", 11, ledger.Day(2023, 2, 12)),
			objection("1", "002", "客厅", 11, ledger.Day(2023, 2, 20)),
			objection("3", "001", "孝老爱亲一项", 12, ledger.Day(2023, 2, 13)),
			objection("4", "001", "被举报", 12, ledger.Day(2023, 2, 13)),
			objection("5", "001", "客厅", 27, Day+1),
		},
	}
}

// Household returns a household with one row that takes part.
func Household(id string, s ledger.Span) *ledger.Household {
	s.TakesPart, s.Position = true, diag.At("data/zhen/cun/households.csv", 2, 1)
	return &ledger.Household{ID: id, Key: strings.ToLower(id), Spans: []*ledger.Span{&s}}
}

// Sheet enters a sheet: a row is a 户号 and its cells, - for empty, n for 不适用, in the order of the
// scheme's items.
func Sheet(p *ledger.Place, period ledger.Period, rows ...string) {
	items := p.Schemes[0].ItemsOf(period.Cycle)
	s := &ledger.Sheet{Position: diag.At("data/zhen/cun/scores/"+period.String()+".csv", 1, 1), Period: period, Items: items}
	for i, row := range rows {
		f := strings.Fields(row)
		r := &ledger.SheetRow{Record: diag.Record{Position: s.Position}, Household: f[0], ID: f[0]}
		r.Line = int32(i + 2)
		for _, c := range f[1:] {
			r.Cells = append(r.Cells, Cell(c))
		}
		s.Rows = append(s.Rows, r)
	}
	s.Index()
	p.Sheets[period] = s
}

// Cell returns a cell of a sheet as in Sheet.
func Cell(text string) ledger.Cell {
	switch text {
	case "-":
		return ledger.Cell{}
	case "n":
		return ledger.Cell{Kind: ledger.NA}
	}
	points, ok := ledger.ParsePoints(text)
	if !ok {
		panic("villagetest: " + text)
	}
	return ledger.Cell{Kind: ledger.Entered, Points: points}
}
