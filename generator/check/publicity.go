package check

import (
	"fmt"
	"time"

	"gongshi/generator/ledger"
)

// publicity: where working days are counted, the calendar of each year through which
// a notice's days run is there. A year that is missing is said once, at the first
// notice that needs it.
func (f *findings) publicity(b *ledger.Book) {
	said := make(map[int]bool)
	for _, p := range b.Places {
		if !p.Publicity.Working {
			continue
		}
		starts := daysOfStart(p)
		for _, period := range inOrder(starts) {
			n := p.Notices[period]
			for _, year := range yearsOf(p, starts[period], b.Calendars) {
				if b.Calendars[year] != nil || said[year] {
					continue
				}
				said[year] = true
				f.wrong(n.Keys.At("posted", n.Position), missingCalendar, "posted",
					fmt.Sprintf("%s按工作日计算公示期，%s 的公示期用到 %d 年，而没有 data/calendar/%d.toml", p.Name, period, year, year),
					fmt.Sprintf("照国务院办公厅 %d 年的放假通知建立这个文件：rest 写放假的日子，work 写调休上班的日子", year))
			}
		}
	}
}

// daysOfStart are the days from which the publicity of each posted period runs: that
// of posting and, where a correction starts the days anew, those of its corrections.
func daysOfStart(p *ledger.Place) map[ledger.Period][]ledger.Date {
	starts := make(map[ledger.Period][]ledger.Date)
	for period, n := range p.Notices {
		if n.Posted != 0 {
			starts[period] = []ledger.Date{n.Posted}
		}
	}
	for _, c := range p.Corrections {
		if s := starts[c.Period]; p.Publicity.Restart && len(s) > 0 && c.Date > s[0] {
			starts[c.Period] = append(s, c.Date)
		}
	}
	return starts
}

// yearsOf are the years of the days that are counted from the given ones.
func yearsOf(p *ledger.Place, starts []ledger.Date, cals map[int]*ledger.Calendar) []int {
	var years []int
	for _, d := range starts {
		if p.Publicity.SameDay {
			d--
		}
		for left := min(p.Publicity.Days, 366); left > 0; {
			d++
			if n := len(years); n == 0 || years[n-1] != d.Year() {
				years = append(years, d.Year())
			}
			if works(d, cals[d.Year()]) {
				left--
			}
		}
	}
	return years
}

func works(d ledger.Date, c *ledger.Calendar) bool {
	switch {
	case c != nil && c.Work[d]:
		return true
	case c != nil && c.Rest[d]:
		return false
	}
	return d.Weekday() != time.Saturday && d.Weekday() != time.Sunday
}
