// Package town shows the villages of a town side by side, for the office that is responsible for them: how far
// each is today, and what each did in a quarter.
//
// In: places as package gazette summarises them: periods with their states and sums, and what is
// owed. Out: a [Status] of each village, and the [Quarter]s of them all. It has no household, and
// neither ranks villages nor compares their figures: their rules differ.
package town

import (
	"slices"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// Status is how far a village is on the day.
type Status struct {
	Village  *gazette.Place
	Latest   *gazette.Table // nil: nothing is posted yet
	Posted   int            // periods that are posted
	Unsealed int            // … of them without a seal
	Overdue  int            // notices that should have been posted by now
	Next     *gazette.Due   // the next one that is owed; nil: none
	Waiting  int            // objections without an answer
	Late     int            // … of them longer than the village allows
}

// StatusOf returns how far a village is.
func StatusOf(p *gazette.Place) Status {
	s := Status{Village: p, Overdue: p.Duties.OverdueNotices(), Late: p.Duties.OverdueAnswers()}
	if len(p.Duties.Next) > 0 {
		s.Next = &p.Duties.Next[0]
	}
	for _, t := range posted(p) {
		s.Latest = t
		if s.Posted++; len(t.Codes) == 0 {
			s.Unsealed++
		}
	}
	for _, a := range p.Duties.Answers {
		s.Waiting += a.Count
	}
	return s
}

// posted are the tables that are no drafts, in order.
func posted(p *gazette.Place) (list []*gazette.Table) {
	for _, t := range p.Tables {
		if t.State.Published() {
			list = append(list, t)
		}
	}
	return list
}

// Quarter is what villages posted for the periods of a quarter; a year's own belong to its last.
type Quarter struct {
	Period   ledger.Period
	Villages []Work

	Periods, Objections, Waiting, Corrections, Unsealed int // of all
}

// Work are the periods of a village in a quarter, in order; none where it has posted nothing.
type Work struct {
	Village *gazette.Place
	Tables  []*gazette.Table
}

// Quarters are the quarters for which any of some villages has posted something, in order. Each
// tells of all of them that had joined by its end.
func Quarters(villages []*gazette.Place) []Quarter {
	var list []Quarter
	for _, p := range villages {
		for _, t := range posted(p) {
			q := quarterOf(t.Period)
			if !slices.ContainsFunc(list, func(of Quarter) bool { return of.Period == q }) {
				list = append(list, Quarter{Period: q})
			}
		}
	}
	slices.SortFunc(list, func(a, b Quarter) int { return a.Period.Compare(b.Period) })
	for i := range list {
		for _, p := range villages {
			list[i].add(p)
		}
	}
	return list
}

func (q *Quarter) add(p *gazette.Place) {
	work := Work{Village: p}
	for _, t := range posted(p) {
		if quarterOf(t.Period) != q.Period {
			continue
		}
		work.Tables = append(work.Tables, t)
		q.Periods++
		q.Objections += t.State.Received
		q.Waiting += t.State.Pending
		q.Corrections += t.Corrections()
		if len(t.Codes) == 0 {
			q.Unsealed++
		}
	}
	if len(work.Tables) > 0 || p.Joined <= q.Period.Last() {
		q.Villages = append(q.Villages, work)
	}
}

// quarterOf is the quarter in which a period ends.
func quarterOf(p ledger.Period) ledger.Period { return ledger.PeriodOf(ledger.Quarter, p.Last()) }
