package oracle

import (
	"cmp"
	"time"

	"gongshi/generator/ledger"
)

// The states of a period, as published.
const (
	draft    = ""
	open     = "公示中"
	disputed = "异议核查中"
	final    = "已生效"
)

// state is a period's state on a day (formats.md, "notices/<period>.toml").
func (v *village) state(p ledger.Period, day ledger.Date) string {
	n := v.place.Notices[p]
	switch {
	case n == nil || n.Posted == 0 || day < n.Posted:
		return draft
	case day <= v.lastDay(p, day):
		return open
	}
	for _, o := range n.Objections {
		known := o.Received <= day
		decided := o.Decided != 0 && o.Decided <= day
		if known && !decided && v.timely(p, o) {
			return disputed
		}
	}
	return final
}

// timely: the period was open on the day on which the objection was received.
func (v *village) timely(p ledger.Period, o *ledger.Objection) bool {
	return v.place.Notices[p].Posted <= o.Received && o.Received <= v.lastDay(p, o.Received)
}

// counts: the period was final on some day up to the day of the build.
func (v *village) counts(p ledger.Period) bool {
	if known, ok := v.final[p]; ok {
		return known
	}
	n := v.place.Notices[p]
	v.final[p] = false
	if n != nil && n.Posted != 0 {
		for d := n.Posted; d <= v.day && !v.final[p]; d++ {
			v.final[p] = v.state(p, d) == final
		}
	}
	return v.final[p]
}

// lastDay is E of a posted period as known on a day, counted from S: the latest of
// the posting and, if the place restarts, of the corrections up to the day.
func (v *village) lastDay(p ledger.Period, day ledger.Date) ledger.Date {
	start := v.place.Notices[p].Posted
	if v.place.Publicity.Restart {
		for _, c := range v.place.Corrections {
			if c.Period == p && c.Date <= day && c.Date > start {
				start = c.Date
			}
		}
	}
	return v.countFrom(start)
}

// countFrom is the last of the place's days of publicity: the day of posting is not
// counted (Civil Code, article 201) unless the place counts it, and a last day on which people rest moves to the
// next working day (article 203) as far as the place has it so.
//
// Reading 1: under "holidays" a last day that is listed moves to the next working day,
// across a weekend too, though a weekend alone would not move it.
func (v *village) countFrom(start ledger.Date) ledger.Date {
	rules := v.place.Publicity
	d := start
	if rules.SameDay {
		d--
	}
	for n := 0; n < rules.Days; {
		d++
		if !rules.Working || !v.rests(d) {
			n++
		}
	}
	moves := rules.RestDayEnd == ledger.Extend && v.rests(d) ||
		rules.RestDayEnd == ledger.Holidays && v.listed(d)
	for moves && v.rests(d) {
		d++
	}
	return d
}

// rests: Saturdays, Sundays and the listed rest days, but for the make-up working days.
func (v *village) rests(d ledger.Date) bool {
	weekend := d.Weekday() == time.Saturday || d.Weekday() == time.Sunday
	return (v.listed(d) || weekend) && !v.calendar(d).Work[d]
}

func (v *village) listed(d ledger.Date) bool { return v.calendar(d).Rest[d] }

// calendar is that of a day's year, an empty one if nobody has it.
func (v *village) calendar(d ledger.Date) *ledger.Calendar {
	return cmp.Or(v.book.Calendars[d.Year()], &ledger.Calendar{})
}
