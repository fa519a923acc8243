package notice

import (
	"cmp"
	"slices"

	"gongshi/generator/ledger"
)

// run is the days from one start to the day before the next start.
type run struct {
	start, until ledger.Date
	Term
}

// stateOf returns the state of one posted period on day. corrected are the days of its
// corrections up to day, in order.
func stateOf(p *ledger.Place, n *ledger.Notice, corrected []ledger.Date, cals Calendars, day ledger.Date) *State {
	q := p.Publicity.On(n.Posted)
	runs := runsOf(q, n.Posted, corrected, cals, day)
	now := runs[len(runs)-1]
	st := &State{
		Days: Days{
			Period: n.Period, Posted: n.Posted, Start: now.start, Term: now.Term,
			Counted: counted(q, now.FirstDay, cals), Working: q.Working,
			Corrected: len(corrected) > 0,
		},
		Notice:     n,
		Objections: objectionsOn(p, n, runs, day),
		runs:       runs, corrected: corrected,
	}
	switch {
	case day <= now.LastDay:
		st.Status = Open
	case pendingOn(st.Objections, day):
		st.Status = Disputed
	default:
		st.Status = Final
	}
	st.Counts = len(finals(runs, st.Objections)) > 0
	return st
}

// runsOf returns the runs from posting to day, in order. A correction dated before the posting
// moves nothing: S is the latest of the dates.
func runsOf(p ledger.Publicity, posted ledger.Date, corrected []ledger.Date, cals Calendars, day ledger.Date) []run {
	starts := []ledger.Date{posted}
	if p.Restart {
		for _, d := range corrected {
			if d > starts[len(starts)-1] {
				starts = append(starts, d)
			}
		}
	}
	runs := make([]run, len(starts))
	for i, s := range starts {
		runs[i] = run{start: s, until: day}
		if i+1 < len(starts) {
			runs[i].until = starts[i+1] - 1
		}
		runs[i].Term = termOf(p, s, cals)
	}
	return runs
}

// Span returns the days of publicity of a notice after corrections of its period on the given
// days, which are in order. It is not sure if it is not known yet which of the days are rest
// days.
func Span(q ledger.Publicity, posted ledger.Date, corrected []ledger.Date, cals Calendars) (first, last ledger.Date, sure bool) {
	q = q.On(posted)
	runs := runsOf(q, posted, corrected, cals, posted)
	now := runs[len(runs)-1]
	return now.FirstDay, now.LastDay, cals.unknown(q, now) == 0
}

// objectionsOn returns the objections that exist on day, with their state on it.
func objectionsOn(p *ledger.Place, n *ledger.Notice, runs []run, day ledger.Date) []Objection {
	var list []Objection
	for _, o := range n.Objections {
		if o.Received > day {
			continue
		}
		seen := Objection{
			Objection: o, Timely: openOn(runs, o.Received),
			Due: o.Received + ledger.Date(p.Publicity.On(n.Posted).AnswerDays),
		}
		until := day
		if o.Decided != 0 && o.Decided <= day {
			seen.Decided, until = true, o.Decided
		}
		seen.Days = int(until - o.Received)
		seen.Late = until > seen.Due
		list = append(list, seen)
	}
	slices.SortStableFunc(list, func(a, b Objection) int {
		return cmp.Or(cmp.Compare(a.Received, b.Received), cmp.Compare(a.No, b.No))
	})
	return list
}

// openOn reports whether the period was open on d.
func openOn(runs []run, d ledger.Date) bool {
	return slices.ContainsFunc(runs, func(r run) bool { return r.start <= d && d <= min(r.until, r.LastDay) })
}

// pendingOn reports whether a timely objection is undecided on d.
func pendingOn(list []Objection, d ledger.Date) bool {
	return slices.ContainsFunc(list, func(o Objection) bool {
		return o.Timely && o.Received <= d && (o.Objection.Decided == 0 || o.Objection.Decided > d)
	})
}

// finals returns the days on which the period became final, in order, at most one in a run.
// Within a run it can become final only on the day after its last day or on a day of decision.
func finals(runs []run, list []Objection) []ledger.Date {
	var became []ledger.Date
	for _, r := range runs {
		days := []ledger.Date{r.LastDay + 1}
		for _, o := range list {
			days = append(days, o.Objection.Decided)
		}
		slices.Sort(days)
		i := slices.IndexFunc(days, func(d ledger.Date) bool {
			return r.LastDay < d && d <= r.until && !pendingOn(list, d)
		})
		if i >= 0 {
			became = append(became, days[i])
		}
	}
	return became
}
