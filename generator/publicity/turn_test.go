package publicity

import (
	"fmt"
	"strings"
	"testing"
	"time"
	_ "time/tzdata"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/villagetest"
)

// stateOn is the state of a period that was posted on a day, on another.
func stateOn(p ledger.Publicity, posted, day ledger.Date, zone *time.Location) State {
	n := &ledger.Notice{Period: villagetest.January, Posted: posted}
	place := &ledger.Place{Publicity: p, Notices: map[ledger.Period]*ledger.Notice{villagetest.January: n}}
	book := &ledger.Book{Places: []*ledger.Place{place}}
	return Of(gazette.StateOf(place, notice.AsOf(book, day, false).Of(place, villagetest.January)), &gazette.Site{Day: day, Zone: zone, Still: zone == nil})
}

// Worked out on a wall calendar from Thursday 2 November 2023, a day at a time from the
// posting: the word, which day of how many, and how many days follow.
func TestRunOfThePublicity(t *testing.T) {
	three := ledger.Publicity{Days: 3, RestDayEnd: ledger.Keep}
	change := func(f func(*ledger.Publicity)) ledger.Publicity {
		p := three
		f(&p)
		return p
	}
	for _, c := range []struct {
		name      string
		publicity ledger.Publicity
		want      string
	}{
		{"calendar days", three, "before 0/3 3, day 1/3 2, day 2/3 1, day 3/3 0"},
		{"a Sunday moves to Monday", change(func(p *ledger.Publicity) { p.RestDayEnd = ledger.Extend }),
			"before-moved 0/3 4, day-moved 1/3 3, day-moved 2/3 2, day-moved 3/3 1, extended 3/3 0"},
		{"the day of posting counted, Saturday moves", change(func(p *ledger.Publicity) { p.RestDayEnd, p.SameDay = ledger.Extend, true }),
			"day-moved 1/3 4, day-moved 2/3 3, day-moved 3/3 2, extended 3/3 1, extended 3/3 0"},
		{"the day of posting counted", change(func(p *ledger.Publicity) { p.SameDay = true }), "day 1/3 2, day 2/3 1, day 3/3 0"},
		{"working days", change(func(p *ledger.Publicity) { p.Working = true }),
			"before-working 0/3 5, day-working 1/3 4, rest-working 1/3 3, rest-working 1/3 2, day-working 2/3 1, day-working 3/3 0"},
	} {
		posted := ledger.Day(2023, 11, 2)
		var list []string
		for d := posted; ; d++ {
			st := stateOn(c.publicity, posted, d, nil)
			if st.Word != "open" {
				break
			}
			list = append(list, fmt.Sprintf("%s %d/%d %d", st.Run.Word, st.Run.N, st.Run.Of, st.Run.Left))
			if first := posted + 1; !c.publicity.SameDay && st.Run.From != first {
				t.Errorf("%s: counted from %s", c.name, st.Run.From)
			}
		}
		if got := strings.Join(list, ", "); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// What a page says later is what it would say if it were built on that day; after the last
// day it says that they are over, and nothing after.
func TestTurnsAreWhatALaterBuildSays(t *testing.T) {
	posted, zone := ledger.Day(2023, 11, 2), time.UTC
	for _, p := range []ledger.Publicity{
		{Days: 3, RestDayEnd: ledger.Keep}, {Days: 3, RestDayEnd: ledger.Extend}, {Days: 5, Working: true}, {Days: 1, SameDay: true},
	} {
		for day := posted; ; day++ {
			st := stateOn(p, posted, day, zone)
			if st.Word != "open" {
				break
			}
			for i, turn := range st.Turns {
				then := day + 1 + ledger.Date(i)
				later := stateOn(p, posted, then, zone)
				want := Turn{int64(then) * 86400, later.Run}
				if i == len(st.Turns)-1 {
					want.Run = Run{Word: "over", Last: st.LastDay}
					if later.Word != "final" || st.Ends != turn.At || then != st.LastDay+1 {
						t.Errorf("%+v: on %s over at %d, before %d", p, day, st.Ends, turn.At)
					}
				}
				if turn != want {
					t.Errorf("%+v: built on %s, from %s: %+v, want %+v", p, day, then, turn, want)
				}
			}
			if len(st.Turns) == 0 {
				t.Errorf("%+v: nothing moves on %s", p, day)
			}
		}
	}
}

// Of a disputed period a page knows no more once its day is over: an answer may have come.
// A final one stays as it is; and nothing moves where the day is pinned.
func TestTurnsOfADisputedPeriod(t *testing.T) {
	n := &ledger.Notice{Period: villagetest.January, Posted: ledger.Day(2023, 2, 10), Objections: []*ledger.Objection{
		{No: "1", Received: ledger.Day(2023, 2, 11)}, {No: "2", Received: ledger.Day(2023, 2, 20)},
	}}
	place := &ledger.Place{Publicity: ledger.Publicity{Days: 3}, Notices: map[ledger.Period]*ledger.Notice{villagetest.January: n}}
	book := &ledger.Book{Places: []*ledger.Place{place}}
	day := ledger.Day(2023, 2, 21)
	disputed := gazette.StateOf(place, notice.AsOf(book, day, false).Of(place, villagetest.January))
	site := &gazette.Site{Day: day, Zone: time.UTC}
	st := Of(disputed, site)
	if want := (Turn{int64(day+1) * 86400, Run{Word: "over", Last: ledger.Day(2023, 2, 13)}}); len(st.Turns) != 1 || st.Turns[0] != want {
		t.Errorf("turns: %+v", st.Turns)
	}
	if want := (Run{Word: "disputed", N: 1, Last: ledger.Day(2023, 2, 13), Behind: 10}); st.Run != want {
		t.Errorf("run: %+v (a late objection holds nothing up)", st.Run)
	}
	if pinned := Of(disputed, &gazette.Site{Day: day, Still: true}); pinned.Turns != nil || pinned.Ends != 0 || pinned.Run != st.Run {
		t.Errorf("pinned: %+v", pinned)
	}
	n.Objections[0].Decided = day
	if final := Of(gazette.StateOf(place, notice.AsOf(book, day, false).Of(place, villagetest.January)), site); final.Word != "final" || final.Turns != nil || final.Run.Word != "" {
		t.Errorf("final: %+v", final)
	}
}

// The first moment of a day by the clocks of a zone, also where they are changed at midnight.
func TestMidnight(t *testing.T) {
	for _, c := range []struct{ zone, day, want string }{
		{"Asia/Shanghai", "2023-11-06", "2023-11-05T16:00:00Z"},
		{"UTC", "2023-11-06", "2023-11-06T00:00:00Z"},
		{"Asia/Kathmandu", "2023-11-06", "2023-11-05T18:15:00Z"},    // +05:45
		{"America/New_York", "2023-11-06", "2023-11-06T05:00:00Z"},  // the clocks went back on the 5th
		{"America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z"}, // 0:00 became 1:00
		{"America/Havana", "2023-11-05", "2023-11-05T04:00:00Z"},    // 1:00 became 0:00: two midnights, the first
		{"America/Havana", "2023-03-12", "2023-03-12T05:00:00Z"},    // 0:00 became 1:00
		{"America/Sao_Paulo", "2018-02-18", "2018-02-18T03:00:00Z"}, // 24:00 of the 17th became 23:00: an hour later
		{"Asia/Amman", "2021-10-29", "2021-10-28T21:00:00Z"},        // 1:00 became 0:00, east of Greenwich
		{"Asia/Pyongyang", "2015-08-15", "2015-08-14T15:30:00Z"},    // 24:00 of the 14th became 23:30
	} {
		zone, err := time.LoadLocation(c.zone)
		if err != nil {
			t.Fatal(err)
		}
		d, err := time.Parse(time.DateOnly, c.day)
		if err != nil {
			t.Fatal(err)
		}
		if got := time.Unix(midnight(ledger.Day(d.Date()), zone), 0).UTC().Format(time.RFC3339); got != c.want {
			t.Errorf("%s, %s: %s, want %s", c.zone, c.day, got, c.want)
		}
	}
}
