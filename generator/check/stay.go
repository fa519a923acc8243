package check

import "gongshi/generator/ledger"

// stay is how far a household is in its place in a period.
type stay uint8

const (
	absent stay = iota // its spans, or its place's days, do not touch the period
	idle               // it is there and does not take part
	partly             // it takes part, and was not there for the whole period: it needs a row, or, without a sheet, an event
	whole              // it takes part, and was there on every day
)

func (p *place) stay(h *ledger.Household, period ledger.Period) stay {
	s := h.SpanFor(period)
	switch {
	case s == nil || p.Joined > period.Last():
		return absent
	case !s.TakesPart:
		return idle
	case !p.Throughout(h, period):
		return partly
	}
	return whole
}

// isIn reports whether a household is in a period's table, and if not, why.
func (p *place) isIn(h *ledger.Household, period ledger.Period) (yes bool, why string) {
	switch p.stay(h, period) {
	case absent:
		return false, "不在册"
	case idle:
		return false, "不参与积分"
	case partly:
		return p.isInPartly(h, period)
	}
	return true, ""
}

// isInPartly is isIn for a household that was there for only a part of the period: it counts
// with a row in the sheet or, if the rules have no sheet for such a period, with an event. A year
// without a sheet, and a summary quarter, also count by their periods.
func (p *place) isInPartly(h *ledger.Household, period ledger.Period) (yes bool, why string) {
	if s := p.SchemeFor(period); s != nil && len(s.ItemsOf(period.Cycle)) > 0 {
		return p.Sheets[period].Row(h.Key) != nil || p.sheetUnread(period) || p.likely(period)[h.ID], "中途加入或退出，评分表里又没有它的行"
	}
	if p.counted(h, period) || p.RulesUnread() || p.Unread.Any("events") {
		return true, ""
	}
	if period.Cycle == ledger.Year || p.Summary(period) {
		for of := range p.Notices {
			if of != period && period.Contains(of) && p.posted(of) != 0 {
				if yes, _ := p.isIn(h, of); yes {
					return true, ""
				}
			}
		}
	}
	return false, "中途加入或退出，又没有计分的加减分"
}

// counted reports whether a counted event of a household belongs to a period. An event that a cap
// or a correction reduces to nothing counts too: its row still shows it.
func (p *place) counted(h *ledger.Household, period ledger.Period) bool {
	if p.deeds == nil {
		p.deeds = make(map[deedKey]bool, len(p.Events))
		for _, e := range p.Events {
			if k := p.KindOfEvent(e); k != nil && e.ReviewUnder(k) == ledger.Approved {
				of, _ := p.PeriodOfEvent(e)
				p.deeds[deedKey{of, e.Household}] = true
			}
		}
	}
	return p.deeds[deedKey{period, h.Key}]
}
