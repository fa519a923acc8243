package oracle

import (
	"testing"
	"time"

	"gongshi/generator/ledger"
)

// The National Day of 2023: rest from Friday 29 September to Friday 6 October; Saturday
// 7 and Sunday 8 October are working days. Posted on Wednesday 27 September, 3 days.
func TestLastDay(t *testing.T) {
	rest := map[ledger.Date]bool{}
	for d := day("2023-09-29"); d <= day("2023-10-06"); d++ {
		rest[d] = true
	}
	work := map[ledger.Date]bool{day("2023-10-07"): true, day("2023-10-08"): true}
	for _, c := range []struct {
		name   string
		posted string
		rules  ledger.Publicity
		want   string
	}{
		// 28, 29, 30: the 30th rests, so the first working day after: Saturday 7 October.
		{"extend", "2023-09-27", ledger.Publicity{RestDayEnd: ledger.Extend}, "2023-10-07"},
		{"holidays, listed", "2023-09-27", ledger.Publicity{RestDayEnd: ledger.Holidays}, "2023-10-07"},
		{"keep", "2023-09-27", ledger.Publicity{RestDayEnd: ledger.Keep}, "2023-09-30"},
		// 27, 28, 29: the 29th rests.
		{"same, extend", "2023-09-27", ledger.Publicity{SameDay: true, RestDayEnd: ledger.Extend}, "2023-10-07"},
		{"same, keep", "2023-09-27", ledger.Publicity{SameDay: true, RestDayEnd: ledger.Keep}, "2023-09-29"},
		// working: 28 September, 7 and 8 October; with the day of posting 27, 28, 7.
		{"working", "2023-09-27", ledger.Publicity{Working: true, RestDayEnd: ledger.Extend}, "2023-10-08"},
		{"working, same", "2023-09-27", ledger.Publicity{Working: true, SameDay: true, RestDayEnd: ledger.Keep}, "2023-10-07"},
		// Wednesday 13: 14, 15, Saturday 16. An ordinary weekend moves under extend alone.
		{"weekend, extend", "2023-09-13", ledger.Publicity{RestDayEnd: ledger.Extend}, "2023-09-18"},
		{"weekend, holidays", "2023-09-13", ledger.Publicity{RestDayEnd: ledger.Holidays}, "2023-09-16"},
	} {
		t.Run(c.name, func(t *testing.T) {
			k := newKit()
			c.rules.Days = 3
			k.Publicity = c.rules
			k.book.Calendars[2023] = &ledger.Calendar{Year: 2023, Rest: rest, Work: work}
			v := newVillage(k.book, k.Place, day("2024-01-01"))
			if got := v.countFrom(day(c.posted)); got != day(c.want) {
				t.Errorf("last day %s, want %s", got, c.want)
			}
		})
	}
	if day("2023-09-13").Weekday() != time.Wednesday {
		t.Fatal("the cases stand on the wrong weekdays")
	}
}

// L5: a notice of 3 days, posted on the 1st: open on the 2nd, 3rd and 4th.
// An objection of the 4th is timely, one of the 5th is late. A correction on the 10th
// starts anew: open to the 13th, so an objection of the 13th is timely again.
func TestL5States(t *testing.T) {
	k := newKit(rules("2023-01-01", ledger.Month, category("c", "环境", ledger.Month, ledger.Sum, "10")))
	k.household("001", "", "")
	k.sheet("2023-01", "001 8")
	k.post("2023-01", "2023-02-01",
		objection("2023-02-04", "2023-02-07"), objection("2023-02-05", ""), objection("2023-02-13", ""))
	k.correct("2023-02-10", "2023-01", "001", "c1", "9")
	v := func(on string) *village { return newVillage(k.book, k.Place, day(on)) }
	p := period("2023-01")
	for _, c := range []struct {
		on, state string
		counts    bool
	}{
		{"2023-01-31", draft, false},
		{"2023-02-01", open, false},
		{"2023-02-04", open, false},
		{"2023-02-05", disputed, false},
		{"2023-02-06", disputed, false},
		{"2023-02-07", final, true},
		{"2023-02-09", final, true},
		{"2023-02-10", open, true}, // reopened: provisional, but it counts
		{"2023-02-13", open, true},
		{"2023-02-14", disputed, true},
	} {
		if got := v(c.on).state(p, day(c.on)); got != c.state {
			t.Errorf("%s: state %q, want %q", c.on, got, c.state)
		}
		if got := v(c.on).counts(p); got != c.counts {
			t.Errorf("%s: counts %v, want %v", c.on, got, c.counts)
		}
	}
	k.want(t, "2023-02-09", "2023-01", "001", "合计=8 状态=已生效")
	k.want(t, "2023-02-10", "2023-01", "001", "合计=9 状态=公示中")
	k.Publicity.Restart = false
	if got := v("2023-02-10").state(p, day("2023-02-10")); got != final {
		t.Errorf("without restart: state %q", got)
	}
}
