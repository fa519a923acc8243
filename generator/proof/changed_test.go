package proof

import (
	"slices"
	"testing"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/villagetest"
)

// A mark, or who is in the table: the finding is at the row of the sheet.
func TestChangedMarks(t *testing.T) {
	jan, feb := villagetest.January, villagetest.February
	changes(t, today, []changeOf{
		{"nothing", func(*ledger.Place) {}, nil},
		{"a mark", func(p *ledger.Place) { mark(p, jan, 4, 0).Points -= ledger.Point / 2 },
			[]string{"scores/2023-01.csv:6 户号 seal-changed: 2023-01 已于 2023-03-10 封存（第 1 号），此后户号“s1”的资料变了"}},
		{"a mark of each month", func(p *ledger.Place) { mark(p, jan, 3, 0).Points = 0; mark(p, feb, 2, 1).Points = 0 },
			[]string{"scores/2023-01.csv:5 户号 seal-changed: （第 1 号），此后户号“003”", "scores/2023-02.csv:4 户号 seal-changed: （第 2 号），此后户号“002”"}},
		{"sensitive marks of the same sum", func(p *ledger.Place) {
			mark(p, jan, 2, 2).Points -= ledger.Point
			mark(p, jan, 2, 3).Points += ledger.Point
		},
			[]string{"scores/2023-01.csv:4 户号 seal-changed: “002”"}},
		{"full marks for an empty cell, which gives them too", func(p *ledger.Place) { *mark(p, jan, 1, 1) = villagetest.Cell("10") },
			[]string{"scores/2023-01.csv:3 户号 seal-changed: “001”"}},
		{"不适用 for 0", func(p *ledger.Place) { *mark(p, feb, 1, 1) = villagetest.Cell("0") },
			[]string{"scores/2023-02.csv:3 户号 seal-changed: “001”"}},
		{"rows in another order", func(p *ledger.Place) { slices.Reverse(p.Sheets[jan].Rows) }, nil},
		{"a row that is gone gives full marks", func(p *ledger.Place) { delete(p.Sheets, feb) }, []string{
			// -4 had full marks, but in cells; nobody has a row, so the place is households.csv
			"households.csv:2 户号 seal-changed: “-4”", "households.csv:3 户号 seal-changed: “001”", "events/2023.csv:7 户号 seal-changed: “002”",
			"households.csv:5 户号 seal-changed: “003”", "households.csv:6 户号 seal-changed: “s1”"}},
		{"a sheet of a month that is not posted", func(p *ledger.Place) { villagetest.Sheet(p, feb.Next(), "001 1 1 1 1 1 1") }, nil},
	})
}

// What stands in households.csv touches every month, unless nothing follows from it.
func TestChangedHouseholds(t *testing.T) {
	both := []string{"scores/2023-01.csv:5 户号 seal-changed: “003”", "scores/2023-02.csv:5 户号 seal-changed: “003”"}
	span := func(p *ledger.Place) *ledger.Span { return p.Household("003").Spans[0] }
	changes(t, today, []changeOf{
		{"group", func(p *ledger.Place) { span(p).Group = "1" }, both},
		{"kind", func(p *ledger.Place) { span(p).Kind = "老年户" }, both},
		{"shares of a distribution", func(p *ledger.Place) { span(p).Shares++ }, both},
		{"name and consent", func(p *ledger.Place) { span(p).Head, span(p).Consent = "", 1 }, nil},
		{"joined on the first of a month", func(p *ledger.Place) { span(p).Joined = ledger.Day(2023, 1, 1) }, nil},
		{"joined within a month", func(p *ledger.Place) { span(p).Joined = ledger.Day(2023, 1, 2) }, both[:1]},
		{"left on the last of a month", func(p *ledger.Place) { span(p).Left = ledger.Day(2023, 2, 28) }, nil},
		{"left within a month", func(p *ledger.Place) { span(p).Left = ledger.Day(2023, 2, 27) }, both[1:]},
		{"left before a month", func(p *ledger.Place) { span(p).Left = ledger.Day(2023, 1, 31) },
			[]string{"seals.csv:3 周期 seal-changed: （第 2 号），当时表里的户号“003”现在不在了"}},
		{"no member counts where nothing is ranked by average", func(p *ledger.Place) { span(p).Members = 7 }, nil},
		{"takes no part", func(p *ledger.Place) { p.Household("s1").Spans[0].TakesPart = false },
			[]string{"seals.csv:2 周期 seal-changed: “s1”现在不在了", "seals.csv:3 周期 seal-changed: “s1”现在不在了"}},
		{"one more", addHousehold,
			[]string{"households.csv:7 户号 seal-changed: （第 1 号），当时表里没有户号“004”", "households.csv:7 户号 seal-changed: （第 2 号），当时表里没有户号“004”"}},
		{"merged into another on the last of a month", func(p *ledger.Place) { span(p).Left, span(p).Into = ledger.Day(2023, 2, 28), "002" }, nil},
		{"merged into another before", func(p *ledger.Place) { span(p).Left, span(p).Into = ledger.Day(2023, 2, 27), "002" },
			[]string{"scores/2023-02.csv:4 户号 seal-changed: “002”", both[1]}},
	})
}

func addHousehold(p *ledger.Place) {
	h := villagetest.Household("004", ledger.Span{Group: "1", Kind: "农户"})
	h.Spans[0].Position = diag.At(home+"households.csv", 7, 0)
	p.SetHouseholds(append(p.Households, h))
}

// Events: those that counted stay as they were, and none comes to them.
func TestChangedEvents(t *testing.T) {
	of001 := []string{"scores/2023-01.csv:3 户号 seal-changed: “001”"}
	changes(t, today, []changeOf{
		{"times", func(p *ledger.Place) { p.Events[0].Times = 3 }, of001},
		{"points", func(p *ledger.Place) { p.Events[2].Points -= ledger.Point }, of001},
		{"day", func(p *ledger.Place) { p.Events[0].Date++ }, of001},
		{"number", func(p *ledger.Place) { p.Events[3].No = "e44" }, of001},
		{"grounds that are shown", func(p *ledger.Place) { p.Events[0].Grounds = "扶老人过桥" }, of001},
		{"grounds of a deduction, which are not", func(p *ledger.Place) { p.Events[2].Grounds = "门后" }, of001},
		{"grounds of something sensitive", func(p *ledger.Place) { p.Events[1].Grounds = "李四举报" }, of001},
		{"one more line of grounds", func(p *ledger.Place) { p.Events[0].Grounds += "\n" }, of001},
		{"one that is gone", func(p *ledger.Place) { p.Events = slices.Delete(p.Events, 3, 4) }, of001},
		{"of another household", func(p *ledger.Place) { p.Events[3].Household, p.Events[3].ID = "002", "002" },
			[]string{of001[0], "events/2023.csv:5 审核日期 seal-changed: 此后又加了户号“002”的事件“e4”"}},
		{"one that is approved into a sealed month", func(p *ledger.Place) { p.Events[4].Review = ledger.Approved },
			[]string{"events/2023.csv:6 审核日期 seal-changed: 2023-01 已于 2023-03-10 封存（第 1 号），此后又加了户号“002”的事件“e5”"}},
		{"approved now, it counts in March", func(p *ledger.Place) { p.Events[4].Review, p.Events[4].Reviewed = ledger.Approved, today }, nil},
		{"grounds of one that waits", func(p *ledger.Place) { p.Events[4].Grounds = "待查" }, nil},
		{"two more at the end", func(p *ledger.Place) { addEvents(p, "e7", "e8") },
			[]string{"events/2023.csv:8 审核日期 seal-changed: 户号“s1”的事件“e7”、“e8”"}},
		{"one more between the others", func(p *ledger.Place) {
			p.Events[3].Line = 20
			addEvents(p, "e7")
			p.Events[6].Household, p.Events[6].ID = "001", "001"
		}, []string{"events/2023.csv:8 审核日期 seal-changed: 户号“001”的事件“e7”"}},
		{"one more and a mark: no event alone explains it", func(p *ledger.Place) { addEvents(p, "e7"); mark(p, villagetest.January, 4, 0).Points = 0 },
			[]string{"scores/2023-01.csv:6 户号 seal-changed: “s1”的资料变了"}},
	})
}

func addEvents(p *ledger.Place, numbers ...string) {
	for _, no := range numbers {
		e := &ledger.Event{No: no, Household: "s1", ID: "s1", Kind: "deed", Times: 1, Date: ledger.Day(2023, 1, 9)}
		e.Record = diag.RecordAt(home+"events/2023.csv", len(p.Events)+2)
		p.Events = append(p.Events, e)
	}
}
