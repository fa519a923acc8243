package check

import "gongshi/generator/ledger"

// stay tells how a household is in its place in a period.
type stay uint8

const (
	absent stay = iota // its spans, or its place's days, do not touch the period
	idle               // it is there and does not take part
	partly             // it takes part, and was not there for the whole period: only a row makes it count
	whole              // it takes part, and was there on every day
)

func (p *place) stay(h *ledger.Household, period ledger.Period) stay {
	s := h.SpanFor(period)
	switch {
	case s == nil || p.Joined > period.Last():
		return absent
	case !s.TakesPart:
		return idle
	case p.Joined > period.First() || !h.Whole(period):
		return partly
	}
	return whole
}

// stands reports whether a household stands in a period's table, and if not, why.
func (p *place) stands(h *ledger.Household, period ledger.Period) (yes bool, why string) {
	switch p.stay(h, period) {
	case absent:
		return false, "不在册"
	case idle:
		return false, "不参与积分"
	case partly:
		if p.Sheets[period].Row(h.Key) == nil {
			return false, "中途加入或退出，评分表里又没有它的行"
		}
	}
	return true, ""
}
