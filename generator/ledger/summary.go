package ledger

// SumsQuarters reports whether s gives a quarter nothing of its own, but its months something:
// nothing is assessed by the quarter, and events count by the month.
func (s *Scheme) SumsQuarters() bool {
	return s.Cycle == Month && len(s.ItemsOf(Quarter)) == 0 && (len(s.ItemsOf(Month)) > 0 || len(s.Events) > 0)
}

// Summary reports whether a period is a summary quarter, which only sums its months (formats.md,
// "A summary quarter"): by the version in force for it, and if all versions in force for its
// months count events by the month, since otherwise some would belong to the quarter itself.
func (p *Place) Summary(of Period) bool {
	if of.Cycle != Quarter {
		return false
	}
	if s := p.SchemeFor(of); s == nil || !s.SumsQuarters() {
		return false
	}
	for m := PeriodOf(Month, of.First()); m.Last() <= of.Last(); m = m.Next() {
		if s := p.SchemeFor(m); s != nil && s.Cycle != Month {
			return false
		}
	}
	return true
}
