package notice

import (
	"slices"

	"gongshi/generator/ledger"
)

// unposted returns the periods of a cycle, up to the one that includes the day, that should have
// a notice and have none, in order.
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

// began returns the day from which p owes notices: `joined`, or without it the first day of its
// first posted period, or 0 if there is none.
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

// firstRules returns the day on which the first rules of p, or of a place above it, took effect,
// or 0 if there are none.
func firstRules(p *ledger.Place) ledger.Date {
	var first ledger.Date
	for at := p; at != nil; at = at.Parent {
		if len(at.Schemes) > 0 && (first == 0 || at.Schemes[0].Effective < first) {
			first = at.Schemes[0].Effective
		}
	}
	return first
}

// owed reports whether a period should have a notice: the rules in force assess something in its
// cycle, or count events in it, and some household takes part.
func owed(p *ledger.Place, period ledger.Period) bool {
	s := p.SchemeFor(period)
	return s != nil && s.Publishes(period.Cycle) && slices.ContainsFunc(p.Households, func(h *ledger.Household) bool {
		span := h.SpanFor(period)
		return span != nil && span.TakesPart
	})
}

// dueDay returns the day by which a period's notice is due: due_day of the next month, or that
// month's last day if it is shorter.
func dueDay(q ledger.Publicity, period ledger.Period) ledger.Date {
	y, m, _ := period.Next().First().Civil()
	return min(ledger.Day(y, m, q.DueDay), ledger.Day(y, m+1, 0))
}
