package notice

import (
	"cmp"
	"time"

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

// term is as State's FirstDay, LastDay, MovedFrom.
type term struct{ first, last, before ledger.Date }

// termOf counts the days of publicity from start.
func termOf(p ledger.Publicity, start ledger.Date, cals Calendars) term {
	t := term{first: start, last: start}
	if !p.SameDay {
		t.first++ // Civil Code, article 201: counting begins on the following day
	}
	if days := counted(p, t.first, cals); len(days) > 0 {
		t.last = days[len(days)-1]
	}
	if moves(p.RestDayEnd, t.last, cals) { // article 203
		t.before = t.last
		for !cals.Working(t.last) {
			t.last++
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

func moves(rule ledger.RestDayEnd, last ledger.Date, cals Calendars) bool {
	bound := rule == ledger.Extend || rule == ledger.Holidays && cals.of(last).Rest[last]
	return bound && !cals.Working(last)
}

// LastDay returns the last day for objections to a notice that is posted on a day.
func LastDay(q ledger.Publicity, posted ledger.Date, cals Calendars) ledger.Date {
	return termOf(q.On(posted), posted, cals).last
}
