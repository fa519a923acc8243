package notice

import (
	"time"

	"gongshi/generator/ledger"
)

// Calendars are the announced rest days and make-up working days, by year.
type Calendars map[int]*ledger.Calendar

// Working reports whether d is a working day: announced as one, or neither announced as a rest
// day nor a Saturday or Sunday.
func (c Calendars) Working(d ledger.Date) bool {
	cal := c[d.Year()]
	switch {
	case cal != nil && cal.Work[d]:
		return true
	case cal != nil && cal.Rest[d]:
		return false
	}
	w := d.Weekday()
	return w != time.Saturday && w != time.Sunday
}

// span counts the days of publicity from start. It returns the first day counted, the last day,
// and, if the last day was moved off a rest day, the day it was moved from.
func span(p ledger.Publicity, start ledger.Date, cals Calendars) (first, last, moved ledger.Date) {
	first = start
	if !p.SameDay {
		first++ // Civil Code, article 201: counting begins on the following day
	}
	last = first - 1
	if days := counted(p, first, cals); len(days) > 0 {
		last = days[len(days)-1]
	}
	last = max(last, start)
	if moves(p.RestDayEnd, last, cals) { // article 203
		moved = last
		for !cals.Working(last) {
			last++
		}
	}
	return first, last, moved
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

func moves(rule ledger.RestDayEnd, last ledger.Date, cals Calendars) bool {
	switch rule {
	case ledger.Extend:
		return !cals.Working(last)
	case ledger.Holidays:
		cal := cals[last.Year()]
		return cal != nil && cal.Rest[last] && !cals.Working(last)
	}
	return false
}

// LastDay returns the last day for objections to a notice that is posted on a day.
func LastDay(q ledger.Publicity, posted ledger.Date, cals Calendars) ledger.Date {
	_, last, _ := span(q.On(posted), posted, cals)
	return last
}
