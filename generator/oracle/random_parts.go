package oracle

import "gongshi/generator/ledger"

// distributions shares out a sum for some of the years, some days after one of the year's
// notices was posted: so that some periods of the year count by then and others do not, and
// some corrections come later.
func (m *maker) distributions(p *ledger.Place) {
	p.Distributions = map[int]*ledger.Distribution{}
	for _, n := range m.posted(p) {
		if p.Distributions[n.Period.Year] != nil || !m.chance(20) {
			continue
		}
		d := &ledger.Distribution{
			Year: n.Period.Year, Title: "收益分配", Amount: ledger.Points(m.between(1, 2_000_000)),
			ShareWeight: m.points(0, 0.25, 0.6, 1).Exact(), Date: n.Posted + ledger.Date(m.between(4, 40)),
		}
		if m.canShare(p, d) {
			p.Distributions[d.Year] = d
		}
	}
}

// canShare: there is something to share by, where the weight asks for it.
func (m *maker) canShare(p *ledger.Place, d *ledger.Distribution) bool {
	v := newVillage(m.book, p, d.Date)
	shares, points := zero(), zero()
	for _, h := range p.Households {
		if span := spanFor(h, (ledger.Period{Cycle: ledger.Year, Year: d.Year})); span != nil {
			shares = plus(shares, exact(span.Shares))
			points = plus(points, atLeastZero(v.sum(v.formerYear(d.Year), h.Key, false).total))
		}
	}
	weight := d.ShareWeight.Rat()
	return (shares.Sign() > 0 || weight.Sign() == 0) && (points.Sign() > 0 || weight.Cmp(exact(ledger.Point)) == 0)
}
