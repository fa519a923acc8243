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
