package oracle

import (
	"testing"

	"gongshi/generator/ledger"
)

// stars are L's rules: two categories of 40 assessed each quarter, which the year takes
// the mean of, and one of 60 assessed each year.
func stars() *ledger.Scheme {
	return rules("2021-01-01", ledger.Quarter,
		category("e", "环境整治", ledger.Quarter, ledger.Mean, "40"),
		category("w", "文明新风", ledger.Quarter, ledger.Mean, "40"),
		category("y", "年度", ledger.Year, ledger.Sum, "60"))
}

func starVillage(s *ledger.Scheme) *kit {
	k := newKit(s)
	k.household("001", "", "")
	k.household("002", "2021-04-01", "")
	k.sheet("2021-Q1", "001 30 40")
	k.sheet("2021-Q2", "001 33 38", "002 20 20")
	k.sheet("2021-Q3", "001 40 40", "002 25 40")
	k.sheet("2021", "001 50", "002 60")
	k.post("2021-Q1", "2021-04-05")
	k.post("2021-Q2", "2021-07-05")
	k.post("2021-Q3", "2021-10-05")
	k.post("2021", "2022-01-10")
	return k
}

// L1, L2: at the year, three quarters count. 001: mean of 30, 33, 40 = 34.33, mean of
// 40, 38, 40 = 39.33, and 50: 123.67. 002 from the second quarter: 22.5 + 30 + 60 = 112.5.
// It joined within the year, so it stands by its row alone.
func TestL1L2YearOfQuarters(t *testing.T) {
	s := stars()
	s.Decimals = 2
	k := starVillage(s)
	k.want(t, "2022-02-01", "2021", "001", "环境整治=34.33 文明新风=39.33 年度=50.00 合计=123.67 名次=1 累计=123.67")
	k.want(t, "2022-02-01", "2021", "002", "环境整治=22.50 文明新风=30.00 年度=60.00 合计=112.50 名次=2")
	// At the second quarter: (30+33)/2 + (40+38)/2 = 31.5 + 39; the year's own is not in it.
	k.want(t, "2022-02-01", "2021-Q2", "001", "合计=71.00 累计=70.50")
	k.want(t, "2022-02-01", "2021-Q2", "002", "合计=40.00 累计=40.00 累计名次=2")
	delete(k.Sheets, period("2021"))
	k.sheet("2021", "001 50")
	k.want(t, "2022-02-01", "2021", "002", "") // where the year has categories of its own, in them
}

// Everywhere but in its own file a period must count: on 5 October 2021 the second
// quarter is disputed, so the third is added to the first alone.
func TestOnlyCountingPeriodsAreSummed(t *testing.T) {
	k := starVillage(stars())
	k.Notices[period("2021-Q2")].Objections = []*ledger.Objection{objection("2021-07-06", "2021-10-20")}
	k.want(t, "2021-10-05", "2021-Q2", "001", "合计=71 累计=71 状态=异议核查中") // itself: (30+33)/2 + (40+38)/2
	k.want(t, "2021-10-05", "2021-Q3", "001", "合计=80 累计=75")          // 35 + 40
	k.want(t, "2021-10-20", "2021-Q3", "001", "累计=74 状态=已生效")         // 34.33 + 39.33
}

// F5: assessed monthly, summed month by month; a version of July renames 环境, drops 孝
// and combines by the last. At the year 环境新 is 9 by the latest version, 孝 is 4 + 5.
func TestF5VersionsWithinAYear(t *testing.T) {
	first := rules("2023-01-01", ledger.Month,
		category("c", "环境", ledger.Month, ledger.Sum, "10"), category("x", "孝", ledger.Month, ledger.Sum, "5"))
	second := rules("2023-07-01", ledger.Month, category("c", "环境新", ledger.Month, ledger.Last, "20"))
	second.Decimals = 1
	k := newKit(first, second)
	k.household("001", "", "")
	k.sheet("2023-05", "001 6 4")
	k.sheet("2023-06", "001 7 5")
	k.sheet("2023-07", "001 9")
	k.post("2023-05", "2023-06-02")
	k.post("2023-06", "2023-07-02")
	k.post("2023-07", "2023-08-02")
	k.post("2023", "2024-01-05")
	k.want(t, "2024-02-01", "2023-06", "001", "环境=7 孝=5 合计=12 累计=22")
	k.want(t, "2024-02-01", "2023-07", "001", "环境新=9.0 合计=9.0 累计=18.0")
	k.want(t, "2024-02-01", "2023", "001", "环境新=9 孝=9 合计=18 累计=18") // shown by the version of 1 January
}

// ninghe are N's rules by events alone, ranked by the lifetime sum of averages.
func ninghe() *kit {
	s := rules("2022-01-01", ledger.Month)
	s.RankBy, s.Carry = true, true
	s.Events = []*ledger.EventKind{{ID: "e", Name: "好事", Ranged: true, From: points("1"), To: points("20")}}
	return newKit(s)
}

// N2, N5, N6: 7 points of 3 members are 2.33, 5 of 2 are 2.50. Over the years nothing
// is cleared: 7/3 + 4/3 + 10/4 = 6.1667. A month in which a period has no notice is not in it.
func TestN2N5N6Averages(t *testing.T) {
	k := ninghe()
	with := func(n int) func(*ledger.Span) { return func(s *ledger.Span) { s.Members = n } }
	k.household("001", "", "2022-12-31", with(3))
	k.household("001", "2023-01-01", "", with(4))
	k.household("002", "", "", with(2))
	k.event("1", "2022-03-05", "001", "e", worth("7"))
	k.event("2", "2022-03-05", "002", "e", worth("5"))
	k.event("3", "2022-12-05", "001", "e", worth("4"))
	k.event("4", "2022-11-05", "001", "e", worth("20")) // November is never posted
	k.event("5", "2023-02-05", "001", "e", worth("10"))
	k.post("2022-03", "2022-04-01")
	k.post("2022-12", "2023-01-01")
	k.post("2023-02", "2023-03-01")
	k.post("2022", "2023-01-20")
	k.want(t, "2023-03-01", "2022-03", "001", "合计=7 平均=2.33 人数=3 名次=2 累计=2.33")
	k.want(t, "2023-03-01", "2022-03", "002", "合计=5 平均=2.50 人数=2 名次=1")
	k.want(t, "2023-03-01", "2022", "001", "合计=11 平均=3.67 人数=3 名次=1 累计=3.67")
	k.want(t, "2023-03-01", "2023-02", "001", "合计=10 平均=2.50 人数=4 累计=6.17 累计名次=1")
	k.want(t, "2023-03-01", "2023-02", "002", "合计=0 平均=0.00 累计=2.50 累计名次=2")
}

// N6, 并入: 002 goes on in 001 from 16 May. In May it still has a row, so its 5 points
// stand with itself; in June they stand with 001. 003 went on in 002 before.
func TestN6GoesOnInAnother(t *testing.T) {
	s := rules("2022-01-01", ledger.Month, category("c", "环境", ledger.Month, ledger.Sum, "10"))
	s.Carry = true
	k := newKit(s)
	into := func(id string) func(*ledger.Span) { return func(s *ledger.Span) { s.Into = id } }
	k.household("001", "", "")
	k.household("002", "", "2022-05-15", into("001"))
	k.household("003", "", "2022-04-30", into("002"))
	k.sheet("2022-04", "001 1", "002 2", "003 3")
	k.sheet("2022-05", "001 1", "002 3")
	k.sheet("2022-06", "001 1")
	k.post("2022-04", "2022-05-02")
	k.post("2022-05", "2022-06-02")
	k.post("2022-06", "2022-07-02")
	k.want(t, "2022-08-01", "2022-04", "002", "累计=2") // April ends on 003's last day, not after it
	k.want(t, "2022-08-01", "2022-05", "002", "累计=8") // 2 + 3, and 003's 3
	k.want(t, "2022-08-01", "2022-05", "001", "累计=2")
	k.want(t, "2022-08-01", "2022-06", "001", "累计=11") // 3, and 8
	k.want(t, "2022-08-01", "2022-06", "002", "")
}
