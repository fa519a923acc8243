package source

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// readCalendar reads data/calendar/<year>.toml, which replaces what is known of the year; known
// is nil if nothing is.
func readCalendar(f *file, year int, known map[int]*ledger.Calendar) *ledger.Calendar {
	c := &ledger.Calendar{Position: at(f.path), Year: year, Rest: map[ledger.Date]bool{}, Work: map[ledger.Date]bool{}}
	before := len(*f.diags)
	fits := readTOML(f, c, func(s *section, c *ledger.Calendar) { s.calendar(c, known) })
	if k := known[year]; k != nil && fits && len(*f.diags) == before {
		f.lacking(c, k)
	}
	return c
}

func (s *section) calendar(c *ledger.Calendar, known map[int]*ledger.Calendar) {
	read := func(key string, days map[ledger.Date]bool) {
		s.dates(key, func(d ledger.Date, n *node) {
			if d.Year() != c.Year {
				s.failAt(n, key, d, otherYear(c.Year, d, known[d.Year()]))
				return
			}
			if key == "work" && c.Rest[d] {
				s.report(s.place(n), diag.Error, key, constraintError("在 rest 和 work 中只留一处", "“%s”既是休息日又是上班日", d))
			}
			days[d] = true
		})
	}
	read("rest", c.Rest)
	read("work", c.Work)
	s.done()
}

// otherYear returns the trouble with a day of another year, whose own file would have to have all
// its days.
func otherYear(year int, d ledger.Date, known *ledger.Calendar) *trouble {
	if known != nil {
		return constraintError(fmt.Sprintf("删去它；%d 年怎样放假，程序已经知道", d.Year()), "不在 %d 年里", year)
	}
	return constraintError(fmt.Sprintf("移到 data/calendar/%d.toml", d.Year()), "不在 %d 年里", year)
}

// lacking notes announced days that are missing from a file that replaces them.
func (f *file) lacking(own, announced *ledger.Calendar) {
	var left []string
	for _, kind := range [...]struct {
		name           string
		announced, own map[ledger.Date]bool
	}{{"休息日 ", announced.Rest, own.Rest}, {"调休上班日 ", announced.Work, own.Work}} {
		days := slices.Sorted(maps.Keys(kind.announced))
		days = slices.DeleteFunc(days, func(d ledger.Date) bool { return kind.own[d] })
		if len(days) > 0 {
			left = append(left, kind.name+fewDays(days))
		}
	}
	if len(left) > 0 {
		f.report(at(f.path), diag.Note, "", &trouble{"calendar-lacks",
			"这个文件里没有国务院公布的" + strings.Join(left, "，也没有"),
			"它代替程序里的整年安排，要写全；当地确实不一样的，不用改"})
	}
}

func fewDays(days []ledger.Date) string {
	const few = 3
	var names []string
	for _, d := range days[:min(few, len(days))] {
		names = append(names, d.String())
	}
	text := strings.Join(names, "、")
	if len(days) > few {
		text += fmt.Sprintf(" 等 %d 天", len(days))
	}
	return text
}
