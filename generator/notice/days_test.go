package notice

import (
	"strconv"
	"strings"
	"testing"

	"gongshi/generator/ledger"
)

// Counted on a wall calendar, day by day from the posting to the last day: the number of
// counted days that have come, with "-" after it where the day itself is not counted.
func TestCountedDays(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*ledger.Publicity)
		posted string
		want   string // from the day of posting to the last day
	}{
		{"calendar days", nil, "2024-01-08", "0- 1 2 3"},
		{"calendar days, Sunday moved to Monday", nil, "2023-11-02", "0- 1 2 3 3-"},
		{"calendar days over a festival", nil, "2024-02-08", "0- 1 2 3 3- 3- 3- 3- 3- 3- 3-"},
		{"the day of posting counted", func(p *ledger.Publicity) { p.SameDay = true }, "2024-01-08", "1 2 3"},
		{"the same, Saturday moved", func(p *ledger.Publicity) { p.SameDay = true }, "2024-01-11", "1 2 3 3- 3-"},
		{"working days over a weekend", func(p *ledger.Publicity) { p.Working = true }, "2023-11-02", "0- 1 1- 1- 2 3"},
		{"working days from a Friday", func(p *ledger.Publicity) { p.Working = true }, "2023-11-03", "0- 0- 0- 1 2 3"},
		{"working days from a Saturday that counts as the first", func(p *ledger.Publicity) { p.Working, p.SameDay = true, true }, "2023-11-04", "0- 0- 1 2 3"},
		{"a make-up Sunday is a working day", func(p *ledger.Publicity) { p.Working = true }, "2024-02-02", "0- 0- 1 2 3"},
	} {
		p := january(t, nil)
		if c.change != nil {
			c.change(&p.Publicity)
		}
		jan, _ := ledger.ParsePeriod("2024-01")
		posted := day(t, c.posted)
		p.Notices[jan].Posted = posted
		st := AsOf(&ledger.Book{Places: []*ledger.Place{p}, Calendars: calendars(t)}, posted, false).Of(p, jan)
		var got []string
		for d := posted; d <= st.LastDay; d++ {
			n, counts := st.Ran(d)
			word := strconv.Itoa(n)
			if !counts {
				word += "-"
			}
			got = append(got, word)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: from %s: %s, want %s", c.name, c.posted, s, c.want)
		}
	}
}

// The last day for objections, three days, by the calendars that the program knows: worked out on a
// wall calendar with the State Council's announcement beside it.
func TestLastDayByPublishedCalendars(t *testing.T) {
	for _, c := range []struct{ posted, last, why string }{
		{"2026-04-01", "2026-04-07", "Sat 4 to Mon 6 April rest (清明)"},
		{"2026-04-03", "2026-04-07", "Mon 6 April rests (清明)"},
		{"2026-04-04", "2026-04-07", "Tue 7 April is worked"},
		{"2023-04-02", "2023-04-06", "Wed 5 April rests (清明), one day alone"},
		{"2024-04-01", "2024-04-07", "Thu 4 to Sat 6 rest, Sun 7 April is worked in exchange"},
		{"2022-04-01", "2022-04-06", "Mon 4 and Tue 5 rest (清明)"},
		{"2026-04-29", "2026-05-06", "Fri 1 to Tue 5 May rest (五一)"},
		{"2024-04-28", "2024-05-06", "Wed 1 to Sun 5 May rest (五一)"},
		{"2023-04-26", "2023-05-04", "Sat 29 April to Wed 3 May rest (五一)"},
		{"2026-05-06", "2026-05-09", "Sat 9 May is worked in exchange"},
		{"2026-02-11", "2026-02-14", "Sat 14 February is worked in exchange"},
		{"2026-02-12", "2026-02-24", "Sun 15 to Mon 23 February rest (春节)"},
		{"2025-01-26", "2025-02-05", "Tue 28 January to Tue 4 February rest (春节)"},
		{"2024-02-09", "2024-02-18", "Sat 10 to Sat 17 February rest, Sun 18 is worked (春节)"},
		{"2020-01-25", "2020-02-03", "rests to Sun 2 February (春节, extended)"},
		{"2026-09-30", "2026-10-08", "Thu 1 to Wed 7 October rest (国庆)"},
		{"2025-09-30", "2025-10-09", "Wed 1 to Wed 8 October rest (国庆, 中秋)"},
		{"2023-09-28", "2023-10-07", "Fri 29 September to Fri 6 October rest, Sat 7 is worked"},
		{"2021-09-29", "2021-10-08", "Fri 1 to Thu 7 October rest"},
		{"2025-12-29", "2026-01-04", "Thu 1 to Sat 3 January rest, Sun 4 is worked (元旦)"},
		{"2022-12-28", "2023-01-03", "Sat 31 December to Mon 2 January rest (元旦)"},
		{"2026-11-25", "2026-11-30", "a plain Saturday moves to Monday"},
		{"2026-11-23", "2026-11-26", "a plain Thursday stays"},
	} {
		last := termOf(usual, day(t, c.posted), ledger.PublishedCalendars()).LastDay
		if last.String() != c.last {
			t.Errorf("posted %s: last day %s, want %s: %s", c.posted, last, c.last, c.why)
		}
	}
}
