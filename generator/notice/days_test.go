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
