package status

import (
	"slices"

	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/proof"
)

type reading struct {
	place  *ledger.Place
	states *notice.States
	wrong  *wrong
	due    map[ledger.Period]bool // to be sealed
}

func (r *reading) read() *Place {
	at := &Place{Place: r.place, Errors: r.wrong.of(r.place), Late: r.late()}
	duties := r.states.Duties(r.place)
	owed := map[ledger.Period]notice.Due{}
	for _, o := range duties.Overdue {
		for _, due := range o.Periods {
			owed[due.Period] = due
		}
	}
	for _, due := range duties.Next {
		owed[due.Period] = due
	}
	for _, period := range r.periods(owed) {
		at.Periods = append(at.Periods, r.period(period, owed[period], &duties))
	}
	at.Next = r.next(at)
	return at
}

// periods returns those that are there, cannot be read, or are owed.
func (r *reading) periods(owed map[ledger.Period]notice.Due) []ledger.Period {
	var list []ledger.Period
	for _, st := range r.states.Periods(r.place) {
		list = append(list, st.Period)
	}
	for period := range owed {
		list = append(list, period)
	}
	for file := range r.place.Unread {
		if period, ok := periodOfFile(file); ok {
			list = append(list, period)
		}
	}
	slices.SortFunc(list, ledger.Period.Compare)
	return slices.Compact(list)
}

func (r *reading) period(period ledger.Period, due notice.Due, duties *notice.Duties) *Period {
	at := &Period{
		Period: period, Notice: r.place.Notices[period] != nil,
		Errors: r.wrong.own[r.place][period], Due: due.Day, Overdue: due.Day != 0 && due.Day < r.states.Day,
	}
	if st := r.states.Of(r.place, period); st != nil && st.Published() {
		r.posted(at, st, duties)
		return at
	}
	if n := r.place.Notices[period]; n != nil {
		at.Posted = n.Posted
	}
	at.Sheet = r.sheet(period)
	at.State = r.draft(at)
	return at
}

var published = map[notice.Status]State{notice.Open: Open, notice.Disputed: Disputed, notice.Final: Final}

// posted fills in what is known of a posted period.
func (r *reading) posted(at *Period, st *notice.State, duties *notice.Duties) {
	at.State, at.Posted, at.Until, at.Seal = published[st.Status], st.Posted, st.LastDay, Sealed
	if r.due[at.Period] {
		at.Seal = Unsealed
		if len(r.place.Seals) == 0 {
			at.Seal = Never
		}
	}
	for _, h := range duties.Hanging {
		if h.Period == at.Period {
			at.Hangs = h.Until
		}
	}
	for _, a := range duties.Answers {
		if a.Period == at.Period {
			at.Answers = append(at.Answers, a)
			at.Overdue = at.Overdue || a.Overdue
		}
	}
}

// sealsDue returns the posted periods that wait for a seal.
func sealsDue(p *ledger.Place, day ledger.Date, proofs *proof.Proofs) map[ledger.Period]bool {
	due := map[ledger.Period]bool{}
	if proofs != nil {
		for _, period := range proofs.Of(p).Due(day) {
			due[period] = true
		}
		return due
	}
	for period := range p.Notices {
		due[period] = !slices.ContainsFunc(p.Seals, func(s *ledger.Seal) bool { return s.Period == period })
	}
	return due
}

// late returns how many tasks are past their due day.
func (r *reading) late() int {
	n := 0
	for _, t := range r.place.Tasks {
		if t.Overdue(r.states.Day) {
			n++
		}
	}
	return n
}
