package oracle

import (
	"testing"

	"gongshi/generator/ledger"
)

// town is a village with a sheet of 10 points a month and three kinds of events.
func town() (*kit, *ledger.Scheme) {
	s := rules("2023-01-01", ledger.Month, category("c", "环境", ledger.Month, ledger.Sum, "10"))
	s.Missing = ledger.MissingFull
	s.Events = []*ledger.EventKind{
		{ID: "deed", Name: "好人好事", Points: points("2"), HasMaxMonth: true, MaxPerMonth: points("5"), HasMaxYear: true, MaxPerYear: points("8")},
		{ID: "praise", Name: "表彰", Ranged: true, From: points("1"), To: points("5"), Approval: true},
		{ID: "litter", Name: "乱倒垃圾", Points: points("-1.5")},
	}
	k := newKit(s)
	k.household("001", "", "")
	k.post("2023-01", "2023-02-05")
	k.post("2023-02", "2023-03-05")
	k.post("2023-03", "2023-04-05")
	return k, s
}

func times(n int) func(*ledger.Event) { return func(e *ledger.Event) { e.Times = n } }

func worth(p string) func(*ledger.Event) {
	return func(e *ledger.Event) { e.HasPoints, e.Points = true, points(p) }
}

// F3, F4: 2 × 2 of deeds and one deduction of 1.5: 10 + 4 − 1.5 = 12.5, shown as 13.
func TestF3F4AdditionsAndDeductions(t *testing.T) {
	k, _ := town()
	k.event("1", "2023-01-10", "001", "好人好事", times(2))
	k.event("2", "2023-01-10", "001", "litter")
	k.want(t, "2023-02-05", "2023-01", "001", "环境=10 加分=4 扣分=-2 合计=13")
	k.want(t, "2023-03-05", "2023-02", "001", "加分=0 扣分=0 合计=10 累计=23") // 12.5 + 10 = 22.5
}

// F3: what needs approval counts once approved. Approved on the day of posting it is
// too late for January: it belongs to February, the first later period not posted then.
func TestF3LateApproval(t *testing.T) {
	k, _ := town()
	k.event("1", "2023-01-10", "001", "praise", worth("3"), approvedOn("2023-02-04"))
	k.event("2", "2023-01-11", "001", "praise", worth("4"), approvedOn("2023-02-05"))
	k.event("3", "2023-01-12", "001", "praise", worth("5")) // waits
	k.event("4", "2023-01-12", "001", "praise", worth("5"), func(e *ledger.Event) { e.Review = ledger.Refused })
	k.event("5", "2023-01-12", "001", "praise", worth("1"), approvedOn("2023-03-20"))
	k.want(t, "2023-04-05", "2023-01", "001", "加分=3")
	k.want(t, "2023-04-05", "2023-02", "001", "加分=4")
	k.want(t, "2023-04-05", "2023-03", "001", "加分=1")
}

// Caps of 5 a month and 8 a year. Within a period by date, then 编号 as text: "10" comes
// before "9".
//
//	5 January, no 10: 2        5 January, no 9: 2      20 January: 1 of 2 (month: 5)
//	1 February: 2 (year: 7)    2 February: 1 of 2 (year: 8)    3 February: 0
//
// The one of 20 January was approved late and belongs to February, and yet it uses
// up January's cap.
func TestF3Caps(t *testing.T) {
	k, _ := town()
	k.event("9", "2023-01-05", "001", "deed")
	k.event("10", "2023-01-05", "001", "deed")
	k.event("3", "2023-01-20", "001", "deed", approvedOn("2023-02-10"))
	k.event("4", "2023-02-01", "001", "deed")
	k.event("5", "2023-02-02", "001", "deed")
	k.event("6", "2023-02-03", "001", "deed")
	v := newVillage(k.book, k.Place, day("2023-12-31"))
	want := []struct{ no, counts, of string }{
		{"10", "2", "2023-01"}, {"9", "2", "2023-01"}, {"3", "1", "2023-02"},
		{"4", "2", "2023-02"}, {"5", "1", "2023-02"}, {"6", "0", "2023-02"},
	}
	for i, w := range want {
		d := v.deeds[i]
		if d.event.No != w.no || d.counts != points(w.counts) || d.period != period(w.of) {
			t.Errorf("event %s counts %s in %s, want %v", d.event.No, d.counts, d.period, w)
		}
	}
	k.want(t, "2023-12-31", "2023-02", "001", "加分=4 合计=14 累计=28")
}

// Caps of 8 a year, and none for praise before March. What was approved late comes after
// what counts in earlier periods, though its date lies before theirs.
//
//	deed:   January 4 and February 4 make 8; 2 of 20 January, approved on 10 March: 0
//	praise: March 3 of at most 4 a year; 5 of 20 February, approved on 10 April, count in
//	        full, since its own version has no cap; then April's own 1 finds 8 of 4 used: 0
func TestF3LateApprovalTakesWhatIsLeft(t *testing.T) {
	k, s := town()
	next := *s
	next.Effective = day("2023-03-01")
	capped := *s.Events[1]
	capped.HasMaxYear, capped.MaxPerYear = true, points("4")
	next.Events = []*ledger.EventKind{s.Events[0], &capped}
	k.Schemes = append(k.Schemes, &next)
	k.event("1", "2023-01-10", "001", "deed", times(2))
	k.event("2", "2023-02-10", "001", "deed", times(2))
	k.event("3", "2023-01-20", "001", "deed", approvedOn("2023-03-10"))
	k.event("4", "2023-03-02", "001", "praise", worth("3"), approvedOn("2023-03-03"))
	k.event("5", "2023-02-20", "001", "praise", worth("5"), approvedOn("2023-04-10"))
	k.event("6", "2023-04-11", "001", "praise", worth("1"), approvedOn("2023-04-12"))
	k.post("2023-04", "2023-05-05")
	k.want(t, "2023-03-05", "2023-02", "001", "加分=4")
	k.want(t, "2023-12-31", "2023-01", "001", "加分=4")
	k.want(t, "2023-12-31", "2023-02", "001", "加分=4")
	k.want(t, "2023-12-31", "2023-03", "001", "加分=3")
	k.want(t, "2023-12-31", "2023-04", "001", "加分=5")
}

// A correction of an event is applied before the caps: voiding the first deed of
// 2 × 2 makes room for the second, which was cut to 1.
func TestCorrectionsComeBeforeCaps(t *testing.T) {
	k, _ := town()
	k.event("1", "2023-01-05", "001", "deed", times(2))
	k.event("2", "2023-01-06", "001", "deed")
	k.correct("2023-02-07", "2023-01", "001", "1", "0")
	k.want(t, "2023-02-06", "2023-01", "001", "加分=5")
	k.want(t, "2023-02-07", "2023-01", "001", "加分=2 状态=公示中")
}

// The rules of March give 3 for a deed. A deed of February is worth February's 2, even
// though it was approved so late that it belongs to March; and the months share the year's cap.
func TestEventIsJudgedByTheRulesOfItsDay(t *testing.T) {
	k, s := town()
	next := *s
	next.Effective = day("2023-03-01")
	next.Events = []*ledger.EventKind{
		{ID: "deed", Name: "好事", Points: points("3"), HasMaxYear: true, MaxPerYear: points("4")},
	}
	k.Schemes = append(k.Schemes, &next)
	k.event("1", "2023-02-10", "001", "好人好事", approvedOn("2023-03-10"))
	k.event("2", "2023-03-10", "001", "好事")
	k.want(t, "2023-04-05", "2023-02", "001", "加分=0")
	k.want(t, "2023-04-05", "2023-03", "001", "加分=4") // 2, and 2 of 3: the year's cap is 4 by now
}
