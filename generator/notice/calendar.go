package notice

import (
	"cmp"
	"fmt"
	"time"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// Calendars are the announced rest days and make-up working days, by year.
type Calendars map[int]*ledger.Calendar

var noCalendar ledger.Calendar

// of returns the calendar of a day's year, an empty one if nobody has it.
func (c Calendars) of(d ledger.Date) *ledger.Calendar {
	return cmp.Or(c[d.Year()], &noCalendar)
}

// Working reports whether d is a working day: announced as one, or neither announced as a rest
// day nor a Saturday or Sunday.
func (c Calendars) Working(d ledger.Date) bool {
	cal, w := c.of(d), d.Weekday()
	return cal.Work[d] || !cal.Rest[d] && w != time.Saturday && w != time.Sunday
}

// Term is the days of publicity that begin with a posting or a correction.
type Term struct {
	FirstDay  ledger.Date `json:"first_day,omitzero"`  // the first day that is counted
	LastDay   ledger.Date `json:"last_day,omitzero"`   // the last day for an objection, 24:00
	MovedFrom ledger.Date `json:"moved_from,omitzero"` // the day from which LastDay was moved (顺延), or 0
}

// termOf counts the days of publicity from start.
func termOf(p ledger.Publicity, start ledger.Date, cals Calendars) Term {
	t := Term{FirstDay: start, LastDay: start}
	if !p.SameDay {
		t.FirstDay++ // Civil Code, article 201: counting begins on the following day
	}
	if days := counted(p, t.FirstDay, cals); len(days) > 0 {
		t.LastDay = days[len(days)-1]
	}
	bound := p.RestDayEnd == ledger.Extend || p.RestDayEnd == ledger.Holidays && cals.of(t.LastDay).Rest[t.LastDay]
	if bound && !cals.Working(t.LastDay) { // article 203
		t.MovedFrom = t.LastDay
		for !cals.Working(t.LastDay) {
			t.LastDay++
		}
	}
	return t
}

// counted returns the days from first on that are counted, in order: all, or the working days.
func counted(p ledger.Publicity, first ledger.Date, cals Calendars) []ledger.Date {
	days := make([]ledger.Date, 0, p.Days)
	for d := first; len(days) < p.Days; d++ {
		if !p.Working || cals.Working(d) {
			days = append(days, d)
		}
	}
	return days
}

// LastDay returns the last day for objections to a notice that is posted on a day.
func LastDay(q ledger.Publicity, posted ledger.Date, cals Calendars) ledger.Date {
	return termOf(q.On(posted), posted, cals).LastDay
}

// unknownYears returns notes of years in which days of publicity fall, but whose rest days are
// neither in the program nor in data/calendar: one for each year, at the first notice that needs
// it, with the last day that is assumed.
func (s *States) unknownYears(book *ledger.Book) (list diag.List) {
	first, count := make(map[int]int), make(map[int]int)
	for _, p := range book.Places {
		for _, st := range s.Periods(p) {
			for _, r := range st.runs {
				year := s.Cals.unknown(p.Publicity.On(st.Posted), r)
				if year == 0 {
					continue
				}
				if count[year]++; count[year] == 1 {
					first[year] = len(list)
					noteYear(&list, p, st, r, year)
				}
			}
		}
	}
	for year, i := range first {
		if count[year] > 1 {
			list[i].Message += fmt.Sprintf("；这样算的公示期共 %d 段", count[year])
		}
	}
	return list
}

func noteYear(list *diag.List, p *ledger.Place, st *State, r run, year int) {
	list.Note(st.Notice.At("posted"), "missing-calendar",
		fmt.Sprintf("%s %s 的公示期用到 %d 年，而程序不知道那一年怎样放假，只按周六、周日休息，算到 %s 为止",
			p.Name, st.Period, year, r.LastDay),
		fmt.Sprintf("运行 gongshi new calendar %d，照国务院办公厅的放假通知写上放假和调休上班的日子", year))
}

// unknown returns the first year without a calendar that a run's last day depends on, or 0. In
// calendar days only the last day depends on rest days, in working days each does.
func (c Calendars) unknown(p ledger.Publicity, r run) int {
	from := r.LastDay
	switch {
	case p.Working:
		from = r.FirstDay
	case p.RestDayEnd == ledger.Keep:
		return 0
	case r.MovedFrom != 0: // it was moved from there
		from = r.MovedFrom
	}
	for year := from.Year(); year <= r.LastDay.Year(); year++ {
		if c[year] == nil {
			return year
		}
	}
	return 0
}
