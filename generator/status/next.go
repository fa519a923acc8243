package status

import (
	"cmp"

	"gongshi/generator/ledger"
)

// Do is what to do next. The words are stable (formats.md, "What status prints").
type Do string

const (
	Nothing  Do = "nothing"
	Mend     Do = "mend"     // errors that check names
	Answer   Do = "answer"   // an objection
	SealIt   Do = "seal"     // a period that was posted, or corrected since its seal
	Register Do = "register" // the households
	Begin    Do = "begin"    // a period: make its sheet
	Fill     Do = "fill"     // its sheet
	Announce Do = "announce" // post it, and write the day into its notice
	Post     Do = "post"     // put it up, and write the day into its notice
	Finish   Do = "finish"   // an overdue task
	Wait     Do = "wait"     // for a day
)

// Next is the next thing to do in a place.
type Next struct {
	Do     Do
	Period *Period     // the period; nil if there is none
	No     string      // of the objection that is due first
	Count  int         // number of errors, objections, posted periods or tasks
	Day    ledger.Date // by which, or for which to wait; 0 if there is none
}

// next returns the first that applies: errors, what villagers wait for, what must be done on the
// day of posting (sealing too, though a place that never sealed need not), then the periods in
// the order in which they are due.
func (r *reading) next(at *Place) Next {
	if at.Errors > 0 {
		return Next{Do: Mend, Count: at.Errors}
	}
	if n, ok := r.answer(at); ok {
		return n
	}
	if n, ok := seal(at); ok && (n.Period.Seal == Unsealed || n.Period.State == Open) {
		return n
	}
	if len(r.place.Households) == 0 && r.place.Kind == "village" {
		return Next{Do: Register, Period: r.first()}
	}
	if n, ok := r.prepare(at); ok {
		return n
	}
	if n, ok := seal(at); ok {
		return n
	}
	if at.Late > 0 {
		return Next{Do: Finish, Count: at.Late}
	}
	if r.place.Joined > r.states.Day && len(at.Periods) == 0 {
		return Next{Do: Wait, Day: r.place.Joined}
	}
	return wait(at)
}

// first returns the first whole period of a place, for which its first workbook is made.
func (r *reading) first() *Period {
	day := cmp.Or(r.place.Joined, r.states.Day)
	cycle := ledger.Month
	if s := r.place.SchemeFor(ledger.PeriodOf(cycle, day)); s != nil {
		cycle = s.Cycle
	}
	if r.place.Joined == 0 {
		return &Period{Period: ledger.PeriodOf(cycle, day)}
	}
	return &Period{Period: ledger.WholeFrom(cycle, day)}
}

// answer returns the objection that is due first.
func (r *reading) answer(at *Place) (next Next, found bool) {
	for _, p := range at.Periods {
		for _, a := range p.Answers {
			if !found || a.Day < next.Day {
				next, found = Next{Do: Answer, Period: p, Count: a.Count, Day: a.Day}, true
			}
		}
	}
	if !found {
		return next, false
	}
	var first ledger.Date
	for _, o := range r.place.Notices[next.Period.Period].Objections {
		if o.Decided == 0 && (first == 0 || o.Received < first) {
			first, next.No = o.Received, o.No
		}
	}
	return next, true
}

// seal returns the last period that waits for a seal, and how many do.
func seal(at *Place) (next Next, found bool) {
	for _, p := range at.Periods {
		if p.Seal == Unsealed || p.Seal == Never {
			next, found = Next{Do: SealIt, Period: p, Count: next.Count + 1}, true
		}
	}
	return next, found
}

// prepare returns what the period that is due first needs. A period that is ready is posted after
// its end, and a quarter or a year needs nothing before its last month.
func (r *reading) prepare(at *Place) (next Next, found bool) {
	for _, p := range at.Periods {
		step := preparing(p)
		if step == Nothing || !r.ripe(step, p) {
			continue
		}
		if !found || p.Due != 0 && (next.Day == 0 || p.Due < next.Day) {
			next, found = Next{Do: step, Period: p, Day: p.Due}, true
		}
	}
	return next, found
}

func (r *reading) ripe(step Do, p *Period) bool {
	switch step {
	case Announce, Post:
		return r.states.Day > p.Last()
	case Begin:
		return r.states.Day >= ledger.PeriodOf(ledger.Month, p.Last()).First()
	}
	return true
}

func preparing(p *Period) Do {
	switch p.State {
	case None:
		if p.Sheet != nil {
			return Begin
		}
	case Empty, Partial:
		return Fill
	case Checked:
		if p.Notice {
			return Post
		}
		return Announce
	}
	return Nothing
}

// wait returns the next day on which something happens by itself: publicity ends, a period ends,
// a notice may be taken down.
func wait(at *Place) Next {
	next := Next{Do: Nothing}
	for _, p := range at.Periods {
		var day ledger.Date
		switch p.State {
		case Open:
			day = p.Until
		case None, Checked:
			day = p.Last() + 1
		case Scheduled:
			day = p.Posted
		case Final:
			day = p.Hangs
		}
		if day != 0 && (next.Day == 0 || day < next.Day) {
			next = Next{Do: Wait, Period: p, Day: day}
		}
	}
	return next
}
