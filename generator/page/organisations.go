package page

import (
	"slices"

	"gongshi/generator/address"
	"gongshi/generator/gazette"
)

// Organisations is <place>/organisations.html: the shops and societies (单位) of a place,
// which are ranked among themselves, as their latest period has them.
type Organisations struct {
	PeriodHead
	Rests      []PeriodState // as Period has them
	Also       []PeriodState // other periods of theirs that are open or disputed
	Board      Board
	PeriodPage string
	Former     []Link // that were in earlier periods only
}

// organised is the last table with organisations, nil if there is none.
func organised(p *gazette.Place) *gazette.Table {
	for _, t := range slices.Backward(p.Tables) {
		if t.Boards[1].All > 0 {
			return t
		}
	}
	return nil
}

func (v *village) organisations(t *gazette.Table) *Organisations {
	m := &Organisations{PeriodHead: v.headOfPeriod(t, address.Organisations(t.Place), "organisations")}
	m.Changed = changedFor(v.place, []*gazette.Table{t})
	m.PeriodPage = m.Head.Href(address.Period(t))
	m.Rests = v.rests(&m.Head, t)
	m.Also = v.unsettledBeside(&m.Head, t, func(t *gazette.Table) bool { return t.Boards[1].All > 0 })
	m.Board = board(&m.Head, t, nil, true, t.Boards[1].Ranked)
	for _, h := range v.place.Households {
		of, r := v.place.LatestOf(h.ID)
		if of != nil && r.Organisation && t.Row(h.ID) == nil {
			m.Former = append(m.Former, householdLink(&m.Head, v.place, r))
		}
	}
	return m
}
