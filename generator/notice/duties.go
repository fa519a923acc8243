package notice

import (
	"cmp"
	"slices"

	"gongshi/generator/ledger"
)

// Duties are a place's duties about its notices, with their days, as of the day.
type Duties struct {
	Overdue []Overdue `json:"overdue,omitzero"` // one for each cycle that is behind, shorter cycles first
	Next    []Due     `json:"next,omitzero"`    // not overdue yet, by day, then period
	Hanging []Hanging `json:"hanging,omitzero"` // by period
	Answers []Answers `json:"answers,omitzero"` // unanswered objections, by day, then period
}

// Due is a period that should have a notice and has none.
type Due struct {
	Period ledger.Period `json:"period,omitzero"`
	Day    ledger.Date   `json:"day,omitzero"` // the last day that is in time
}

// Overdue are the periods of one cycle whose notices should have been posted by now.
type Overdue struct {
	Periods []Due `json:"periods,omitzero"` // in order, at least one
	Runs    []Run `json:"runs,omitzero"`    // the same, summed up, so that years without notices are one line
}

// overdue sums up periods of one cycle, in order.
func overdue(late []Due) Overdue {
	var periods []ledger.Period
	for _, due := range late {
		periods = append(periods, due.Period)
	}
	return Overdue{late, Runs(periods)}
}

// Count returns their number.
func (o *Overdue) Count() int { return len(o.Periods) }

// Since returns the day by which the first was due.
func (o *Overdue) Since() ledger.Date { return o.Periods[0].Day }

// Run is a run of consecutive periods of one cycle.
type Run struct {
	From  ledger.Period `json:"from,omitzero"`
	To    ledger.Period `json:"to,omitzero"`
	Count int           `json:"count,omitzero"`
}

// String returns the run in words: 2023-01, 2023-01 至 2023-11.
func (r Run) String() string {
	if r.Count == 1 {
		return r.From.String()
	}
	return r.From.String() + " 至 " + r.To.String()
}

// Runs sums up periods, in order: consecutive ones of one cycle become one run.
func Runs(periods []ledger.Period) []Run {
	var runs []Run
	for _, p := range periods {
		n := len(runs)
		if n == 0 || runs[n-1].To.Next() != p {
			runs = append(runs, Run{From: p})
			n++
		}
		runs[n-1].To = p
		runs[n-1].Count++
	}
	return runs
}

// Hanging is a notice that must stay on the board.
type Hanging struct {
	Period ledger.Period `json:"period,omitzero"`
	Until  ledger.Date   `json:"until,omitzero"` // the last day on which it must hang
}

// Answers are a period's objections whose answer is due on one day.
type Answers struct {
	Period   ledger.Period `json:"period,omitzero"`
	Received ledger.Date   `json:"received,omitzero"`
	Day      ledger.Date   `json:"day,omitzero"` // the last one in time
	Count    int           `json:"count,omitzero"`
	Overdue  bool          `json:"overdue,omitzero"`
}

// Duties returns the duties of p. A place without households or rules has none.
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
		d.Answers = append(d.Answers, answers(st)...)
	}
	slices.SortStableFunc(d.Answers, func(a, b Answers) int { return cmp.Compare(a.Day, b.Day) })
	return d
}

// OverdueNotices returns how many notices should have been posted by now.
func (d *Duties) OverdueNotices() int {
	n := 0
	for _, o := range d.Overdue {
		n += o.Count()
	}
	return n
}

// OverdueAnswers returns how many objections should have been answered by now.
func (d *Duties) OverdueAnswers() int {
	n := 0
	for _, a := range d.Answers {
		if a.Overdue {
			n += a.Count
		}
	}
	return n
}

// HangsUntil returns the last day on which a posted notice must hang: display_days counted from
// the day on which publicity begins, in calendar days, and never before the last day for
// objections.
func (s *State) HangsUntil(q ledger.Publicity) ledger.Date {
	return max(s.FirstDay+ledger.Date(q.DisplayDays)-1, s.LastDay)
}

// answers returns the unanswered objections of a period, by the day on which the answer is due:
// answer_days after the day of receipt.
func answers(st *State) []Answers {
	var list []Answers
	for _, o := range st.Objections { // in order of receipt
		if o.Decided {
			continue
		}
		if n := len(list); n > 0 && list[n-1].Day == o.Due {
			list[n-1].Count++
			continue
		}
		list = append(list, Answers{Period: st.Period, Received: o.Received, Day: o.Due, Count: 1, Overdue: o.Late})
	}
	return list
}
