package ledger

// PeriodOfEvent returns the period of an event, and the version of the rules by which it is
// judged (formats.md, "events/*.csv"). It is the period, of the scheme's cycle, that includes the
// event's date; if that was posted on or before the day on which the event became known, it is
// the first later one that was not, so that late events count too. The scheme is nil if none was
// in force on the event's date.
func (p *Place) PeriodOfEvent(e *Event) (Period, *Scheme) {
	s, period := p.EventScheme(e.Date)
	if s == nil {
		return Period{}, nil
	}
	return p.notPosted(period, e.Entered()), s
}

// KindOfEvent returns the kind of an event by the version that judges it; nil where no rule has it.
func (p *Place) KindOfEvent(e *Event) *EventKind {
	if e.Date == 0 {
		return nil
	}
	s, _ := p.EventScheme(e.Date)
	if s == nil {
		return nil
	}
	return s.EventKind(e.Kind)
}

// notPosted returns the first period from the given one on that was not posted by day. A later
// version of the rules may count events in another cycle: from there on, it tries that cycle's
// periods.
func (p *Place) notPosted(period Period, day Date) Period {
	for {
		n := p.Notices[period]
		if n == nil || n.Posted == 0 || n.Posted > day {
			return period
		}
		next := period.Next()
		if s, at := p.EventScheme(next.First()); s != nil {
			next = at
		}
		period = next
	}
}
