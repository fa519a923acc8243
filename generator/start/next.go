package start

import (
	"fmt"
	"iter"
	"maps"

	"gongshi/generator/ledger"
)

// NextSheet is the period whose sheet a place needs next: the one after the last that it made,
// else the first that it has to assess.
func NextSheet(p *ledger.Place) (ledger.Period, error) {
	if s := p.SchemeFor(ledger.PeriodOf(ledger.Year, began(p))); s != nil && len(s.Categories) == 0 {
		return ledger.Period{}, errNoItems
	}
	return next(p, assessed, maps.Keys(p.Sheets))
}

// NextNotice is likewise the period whose notice comes next.
func NextNotice(p *ledger.Place) (ledger.Period, error) {
	return next(p, (*ledger.Scheme).Publishes, maps.Keys(p.Notices))
}

// FirstDraft is the period whose notice waits to be posted, the earliest of several; where none
// does, the one whose notice comes next.
func FirstDraft(p *ledger.Place) (ledger.Period, error) {
	var first ledger.Period
	for period, n := range p.Notices {
		if n.Posted == 0 && (first.Cycle == 0 || period.Compare(first) < 0) {
			first = period
		}
	}
	if first.Cycle != 0 {
		return first, nil
	}
	return NextNotice(p)
}

func assessed(s *ledger.Scheme, c ledger.Cycle) bool { return len(s.ItemsOf(c)) > 0 }

// next is the earliest of the periods that follow, in each cycle in which the rules in force for
// them do something, the last that is there, or else the place's beginning.
func next(p *ledger.Place, does func(*ledger.Scheme, ledger.Cycle) bool, there iter.Seq[ledger.Period]) (ledger.Period, error) {
	var earliest ledger.Period
	for c := ledger.Month; c <= ledger.Year; c++ {
		period := ledger.PeriodOf(c, began(p))
		if period.First() < p.Joined {
			period = period.Next() // one within which the place began is voluntary
		}
		for q := range there {
			if q.Cycle == c && q.Compare(period) >= 0 {
				period = q.Next()
			}
		}
		if s := p.SchemeFor(period); s == nil || !does(s, c) {
			continue
		}
		if earliest.Cycle == 0 || period.Compare(earliest) < 0 {
			earliest = period
		}
	}
	if earliest.Cycle == 0 {
		return earliest, fmt.Errorf("%s看不出下一期是哪一期：先看看积分办法，或者写明哪一期", p.Name)
	}
	return earliest, nil
}

// began is the first day on which a place can have a period: that of its rules, and its own.
func began(p *ledger.Place) ledger.Date {
	if versions := p.NearestSchemes(); versions != nil {
		return max(p.Joined, versions[0].Effective)
	}
	return p.Joined
}
