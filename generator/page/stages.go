package page

import (
	"cmp"
	"slices"

	"gongshi/generator/address"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// RollOut is one step of the roll-out: the villages that began on one day in one stage.
type RollOut struct {
	From     ledger.Date // 0: not told
	Future   bool        // after the day
	Stage    string
	Villages []Link
}

// rollOut is the course of the roll-out, earliest first; those whose day is not told
// come last. Where no village tells a day or a stage there is none.
func (s *site) rollOut(h *Head, villages []*gazette.Place) []RollOut {
	var list []RollOut
	for _, p := range villages {
		if p.Joined == 0 && p.Stage == "" {
			continue
		}
		i := slices.IndexFunc(list, func(r RollOut) bool { return r.From == p.Joined && r.Stage == p.Stage })
		if i < 0 {
			i = len(list)
			list = append(list, RollOut{From: p.Joined, Future: p.Joined > s.public.Day, Stage: p.Stage})
		}
		list[i].Villages = append(list[i].Villages, Link{p.Name, h.Href(address.Place(p))})
	}
	slices.SortStableFunc(list, func(a, b RollOut) int {
		if (a.From == 0) != (b.From == 0) {
			return cmp.Compare(b.From, a.From)
		}
		return cmp.Compare(a.From, b.From)
	})
	return list
}
