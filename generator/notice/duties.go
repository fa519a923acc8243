package notice

import (
	"cmp"
	"slices"

	"gongshi/generator/ledger"
)

// Duties are what a place owes with its notices, and by when, as of the day.
type Duties struct {
	Overdue []Overdue // one for each cycle that is behind, shorter cycles first
	Next    []Due     // not overdue yet, by day, then period
	Hanging []Hanging // by period
	Answers []Answers // objections that wait for one, by day, then period
}

// Due is a period that ought to have a notice and has none.
type Due struct {
	Period ledger.Period
	Day    ledger.Date // the last on which it is in time
}

// Overdue are the periods of one cycle whose notices should have been posted by now.
type Overdue struct {
	Runs  []Run // in order
	Count int
	Since ledger.Date // the day by which the first was due
}

// Run are periods of one cycle that follow one another.
type Run struct {
	From, To ledger.Period
	Count    int
}

// Hanging is a notice that must stay on the board.
type Hanging struct {
	Period ledger.Period
	Until  ledger.Date // the last day on which it must hang
}

// Answers are a period's objections whose answer is due on one day.
type Answers struct {
	Period  ledger.Period
	Day     ledger.Date
	Count   int
	Overdue bool
}

// Duties tells what p owes. A place that has no households or no rules owes nothing.
func (s *States) Duties(p *ledger.Place) Duties {
	var d Duties
	for _, c := range []ledger.Cycle{ledger.Month, ledger.Quarter, ledger.Year} {
		var late []Due
		for _, due := range s.unposted(p, c) {
			if due.Day < s.Day {
				late = append(late, due)
			} else {
				d.Next = append(d.Next, due)
			}
		}
		if len(late) > 0 {
			d.Overdue = append(d.Overdue, overdue(late))
		}
	}
	slices.SortStableFunc(d.Next, func(a, b Due) int { return cmp.Compare(a.Day, b.Day) })
	for _, st := range s.Periods(p) {
		if until := st.HangsUntil(p.Publicity); st.Published() && p.Publicity.DisplayDays > 0 && s.Day <= until {
			d.Hanging = append(d.Hanging, Hanging{st.Period, until})
		}
		d.Answers = append(d.Answers, answers(p, st)...)
	}
	slices.SortStableFunc(d.Answers, func(a, b Answers) int { return cmp.Compare(a.Day, b.Day) })
	return d
}

// OverdueNotices is how many notices should have been posted by now.
func (d *Duties) OverdueNotices() int {
	n := 0
	for _, o := range d.Overdue {
		n += o.Count
	}
	return n
}

// OverdueAnswers is how many objections should have been answered by now.
func (d *Duties) OverdueAnswers() int {
	n := 0
	for _, a := range d.Answers {
		if a.Overdue {
			n += a.Count
		}
	}
	return n
}

// HangsUntil is the last day on which a posted notice must hang: display_days counted
// from the day on which publicity begins, as its own days are, but by the calendar
// alone; and never before the last day for objections.
func (s *State) HangsUntil(q ledger.Publicity) ledger.Date {
	return max(s.FirstDay+ledger.Date(q.DisplayDays)-1, s.LastDay)
}

// answers are the objections of a period that are not answered, by the day on which
// the answer is due: answer_days after the one of receipt.
func answers(p *ledger.Place, st *State) []Answers {
	var list []Answers
	for _, o := range st.Objections { // in order of receipt
		if o.Decided {
			continue
		}
		due := answerDue(p, o)
		if n := len(list); n > 0 && list[n-1].Day == due {
			list[n-1].Count++
			continue
		}
		list = append(list, Answers{st.Period, due, 1, o.Late})
	}
	return list
}

func answerDue(p *ledger.Place, o Objection) ledger.Date {
	return o.Received + ledger.Date(p.Publicity.AnswerDays)
}

// unposted are the periods of a cycle, up to the one in which the day lies, that ought
// to have a notice and have none, in order.
func (s *States) unposted(p *ledger.Place, c ledger.Cycle) []Due {
	from, rules := s.began(p), firstRules(p)
	if rules == 0 {
		return nil
	}
	var list []Due
	for period := ledger.PeriodOf(c, max(from, rules)); period.First() <= s.Day; period = period.Next() {
		st := s.Of(p, period)
		if period.First() >= from && owed(p, period) && (st == nil || !st.Published()) {
			list = append(list, Due{period, dueDay(p.Publicity, period)})
		}
	}
	return list
}

// began is the day from which p owes notices: `joined`; where that is left out, the
// first day of its first posted period, 0 if there is none.
func (s *States) began(p *ledger.Place) ledger.Date {
	if p.Joined != 0 {
		return p.Joined
	}
	var first ledger.Date
	for _, st := range s.byKey[p] {
		if d := st.Period.First(); st.Published() && (first == 0 || d < first) {
			first = d
		}
	}
	return first
}

// firstRules is the day on which the first rules of p, or of a place above it, took
// effect; 0 if there are none.
func firstRules(p *ledger.Place) ledger.Date {
	var first ledger.Date
	for at := p; at != nil; at = at.Parent {
		if len(at.Schemes) > 0 && (first == 0 || at.Schemes[0].Effective < first) {
			first = at.Schemes[0].Effective
		}
	}
	return first
}

// owed reports whether a period ought to have a notice: the rules in force assess
// something in its cycle, or count events in it, and some household takes part.
func owed(p *ledger.Place, period ledger.Period) bool {
	s := p.SchemeFor(period)
	if s == nil || len(s.ItemsOf(period.Cycle)) == 0 && (len(s.Events) == 0 || s.Cycle != period.Cycle) {
		return false
	}
	return slices.ContainsFunc(p.Households, func(h *ledger.Household) bool {
		span := h.SpanFor(period)
		return span != nil && span.TakesPart
	})
}

// dueDay is the day by which a period's notice is due: due_day of the month after its
// last one, or that month's last day where it has no such day.
func dueDay(q ledger.Publicity, period ledger.Period) ledger.Date {
	y, m, _ := period.Next().First().Civil()
	return min(ledger.Day(y, m, q.DueDay), ledger.Day(y, m+1, 0))
}

// overdue sums up periods of one cycle, in order, so that years of silence are one line.
func overdue(late []Due) Overdue {
	o := Overdue{Count: len(late), Since: late[0].Day}
	for _, due := range late {
		n := len(o.Runs)
		if n == 0 || o.Runs[n-1].To.Next() != due.Period {
			o.Runs = append(o.Runs, Run{From: due.Period})
			n++
		}
		o.Runs[n-1].To = due.Period
		o.Runs[n-1].Count++
	}
	return o
}
