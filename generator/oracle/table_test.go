package oracle

import (
	"testing"

	"gongshi/generator/ledger"
)

// Z2, Z4: 庭院 15, 客厅 10, and 学生就学 10. The household without students has 不适用.
//
//	001: 12 + 9 + 8 = 29
//	002: 15 + 6, 10 not applicable: full 31; zero 21; scale 21 × 35 ÷ 25 = 29.4
//	003: nothing applies: full 35, zero 0, scale: the sheet counts in full, 35
func TestZ4NotApplicable(t *testing.T) {
	for _, c := range []struct {
		rule                   ledger.NotApplicable
		second, habitat, third string
	}{
		{ledger.NotApplicableFull, "合计=31.0 名次=2", "人居环境=21.0 就学=10.0", "合计=35.0 名次=1"},
		{ledger.NotApplicableZero, "合计=21.0 名次=2", "人居环境=21.0 就学=0.0", "合计=0.0 名次=3"},
		{ledger.NotApplicableScale, "合计=29.4 名次=2", "人居环境=29.4 就学=0.0", "合计=35.0 名次=1"},
	} {
		s := rules("2023-01-01", ledger.Month,
			category("h", "人居环境", ledger.Month, ledger.Sum, "15", "10"),
			category("s", "就学", ledger.Month, ledger.Sum, "10"))
		s.NotApplicable, s.Decimals = c.rule, 1
		k := newKit(s)
		k.household("001", "", "")
		k.household("002", "", "")
		k.household("003", "", "")
		k.sheet("2023-01", "001 12 9 8", "002 15 6 不适用", "003 不适用 不适用 不适用")
		k.post("2023-01", "2023-02-01")
		k.want(t, "2023-02-02", "2023-01", "001", "人居环境=21.0 就学=8.0 合计=29.0")
		k.want(t, "2023-02-02", "2023-01", "002", c.second)
		k.want(t, "2023-02-02", "2023-01", "002", c.habitat)
		k.want(t, "2023-02-02", "2023-01", "003", c.third)
	}
}

// Corrections are applied to cells before scale: of 15 + 6, 6 becomes 不适用, so that
// 15 of the 15 that apply count: 15 × 35 ÷ 15 = 35. Then the first becomes 12: 28.
func TestCorrectionsComeBeforeScale(t *testing.T) {
	s := rules("2023-01-01", ledger.Month, category("h", "人居环境", ledger.Month, ledger.Sum, "15", "10", "10"))
	s.NotApplicable = ledger.NotApplicableScale
	k := newKit(s)
	k.household("002", "", "")
	k.sheet("2023-01", "002 15 6 不适用")
	k.post("2023-01", "2023-02-01")
	k.correct("2023-02-05", "2023-01", "002", "人居环境1", "12") // stands first in the file, is applied last
	k.correct("2023-02-03", "2023-01", "002", "h2", "不适用")
	k.correct("2023-02-03", "2023-01", "002", "h1", "14")
	k.want(t, "2023-02-02", "2023-01", "002", "合计=29") // 21 × 35 ÷ 25 = 29.4
	k.want(t, "2023-02-03", "2023-01", "002", "合计=33") // 14 × 35 ÷ 15 = 32.67
	k.want(t, "2023-02-05", "2023-01", "002", "合计=28") // 12 × 35 ÷ 15
}

// Who stands in January's table, with missing = "full" and one item of 10.
func TestStanding(t *testing.T) {
	s := rules("2023-01-01", ledger.Month, category("c", "环境", ledger.Month, ledger.Sum, "10"))
	s.Missing = ledger.MissingFull
	k := newKit(s)
	k.household("whole", "", "")
	k.household("edges", "2023-01-01", "2023-01-31")
	k.household("joined", "2023-01-02", "")
	k.household("left", "", "2023-01-30")
	k.household("row", "2023-01-02", "")
	k.household("gap", "", "2023-01-10")
	k.household("gap", "2023-01-12", "")
	k.household("change", "", "2023-01-10")
	k.household("change", "2023-01-11", "")
	k.household("gone", "", "2022-12-31")
	k.household("not", "", "", func(s *ledger.Span) { s.TakesPart = false })
	k.household("stops", "", "2023-01-30")
	k.household("stops", "2023-01-31", "", func(s *ledger.Span) { s.TakesPart = false })
	k.sheet("2023-01", "row -", "edges 7")
	k.post("2023-01", "2023-02-01")
	for id, want := range map[string]string{
		"whole": "合计=10", "edges": "合计=7", "joined": "", "left": "", "row": "合计=10",
		"gap": "", "change": "合计=10", "gone": "", "not": "", "stops": "",
	} {
		k.want(t, "2023-02-01", "2023-01", id, want)
	}
}

// N1: January of rules by events alone, for those who were there for a part of it. A row of
// a sheet lets nobody in; an approved event does, also one of which nothing is left.
func TestN1StandingByAnEvent(t *testing.T) {
	s := rules("2023-01-01", ledger.Month)
	s.Events = []*ledger.EventKind{{ID: "help", Name: "助人", Points: points("2"), Approval: true, HasMaxYear: true}}
	k := newKit(s)
	k.household("whole", "", "")
	k.household("none", "2023-01-02", "")
	k.household("capped", "2023-01-02", "") // at most 0 a year
	k.household("left", "", "2023-01-30")
	k.household("waits", "2023-01-02", "")
	k.household("late", "2023-01-02", "")
	k.sheet("2023-01", "none")
	k.event("1", "2023-01-10", "capped", "help", approvedOn("2023-01-11"))
	k.event("2", "2023-01-10", "left", "help", approvedOn("2023-01-11"))
	k.event("3", "2023-01-10", "waits", "help")
	k.event("4", "2023-01-10", "late", "help", approvedOn("2023-02-02"))
	k.post("2023-01", "2023-02-01")
	k.post("2023-02", "2023-03-01")
	for id, want := range map[string]string{
		"whole": "合计=0", "none": "", "capped": "合计=0", "left": "合计=0", "waits": "", "late": "",
	} {
		k.want(t, "2023-03-01", "2023-01", id, want)
	}
	k.want(t, "2023-03-01", "2023-02", "late", "合计=0")
	k.want(t, "2023-03-01", "2023-02", "left", "")
}

// F1: a village begins on 15 January: only who has a row stands in January's table.
func TestF1PlaceJoinsWithinThePeriod(t *testing.T) {
	s := rules("2023-01-01", ledger.Month, category("c", "环境", ledger.Month, ledger.Sum, "10"))
	s.Missing = ledger.MissingZero
	k := newKit(s)
	k.Joined = day("2023-01-15")
	k.household("001", "", "")
	k.household("002", "", "")
	k.sheet("2023-01", "001 9")
	k.post("2023-01", "2023-02-01")
	k.post("2023-02", "2023-03-01")
	k.want(t, "2023-03-01", "2023-01", "001", "合计=9")
	k.want(t, "2023-03-01", "2023-01", "002", "")
	k.want(t, "2023-03-01", "2023-02", "002", "合计=0 名次=1") // whole, no sheet: zero
}

// F1: the town's rules are inherited; the village's own govern once one is in force.
func TestF1Inheritance(t *testing.T) {
	town := rules("2023-01-01", ledger.Month, category("c", "镇", ledger.Month, ledger.Sum, "10"))
	own := rules("2023-02-10", ledger.Month, category("c", "村", ledger.Month, ledger.Sum, "10"))
	k := newKit(own)
	k.Parent = &ledger.Place{Path: "t", Schemes: []*ledger.Scheme{town}}
	for of, want := range map[string]*ledger.Scheme{
		"2023-01": town, "2023-02": town, "2023-03": own, "2023": town,
		"2022": nil, "2022-12": nil,
	} {
		if got := newVillage(k.book, k.Place, 0).scheme(period(of)); got != want {
			t.Errorf("%s is governed by %v", of, got)
		}
	}
}

// Z1: organisations are ranked among themselves. Ranks are 1, 2, 2, 4.
func TestZ1BoardsAndTies(t *testing.T) {
	k := newKit(rules("2023-01-01", ledger.Month, category("c", "环境", ledger.Month, ledger.Sum, "100")))
	for _, id := range []string{"a", "b", "c", "d"} {
		k.household(id, "", "")
	}
	shop := func(s *ledger.Span) { s.Kind = ledger.Organisation }
	k.household("x", "", "", shop)
	k.household("y", "", "", shop)
	// Shown figures rank: 79.5 and 80.4 both show 80.
	k.sheet("2023-01", "a 90", "b 79.5", "c 80.4", "d 10", "x 95", "y 99")
	k.post("2023-01", "2023-02-01")
	for id, want := range map[string]string{
		"a": "名次=1", "b": "名次=2 合计=80", "c": "名次=2 合计=80", "d": "名次=4", "x": "名次=2", "y": "名次=1",
	} {
		k.want(t, "2023-02-01", "2023-01", id, want)
	}
}

func TestShown(t *testing.T) {
	for _, c := range []struct {
		x        string
		decimals int
		want     string
	}{
		{"0.5", 0, "1"}, {"-0.5", 0, "-1"}, {"-0.4", 0, "0"}, {"2.45", 1, "2.5"}, {"-2.45", 1, "-2.5"},
		{"85", 0, "85"}, {"85", 1, "85.0"}, {"0", 2, "0.00"}, {"1/3", 2, "0.33"}, {"-0.004", 2, "0.00"}, {"250/3", 0, "83"},
	} {
		if got := shown(number(c.x), c.decimals); got != c.want {
			t.Errorf("%s with %d digits: %s, want %s", c.x, c.decimals, got, c.want)
		}
	}
}
