package check

import (
	"fmt"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// Fine are the marks and points that are finer than a version of the rules shows: pages round
// each figure by itself, so that parts need not add up to their total.
type Fine struct {
	N        int
	Decimals int  // that would show all
	Sealed   bool // some period is sealed with the version, which must not change then
	First    diag.Position
	Typed    ledger.Points // there
	Order    int           // the place that it is in
}

// finely collects them by the files of the versions, since a town's version may apply to many villages.
type finely map[string]Fine

// add adds to those of a version, in the order of places.
func (f finely) add(file string, more Fine) {
	all := f[file]
	if more.N > 0 && (all.N == 0 || more.Order < all.Order) {
		all.First, all.Typed, all.Order = more.First, more.Typed, more.Order
	}
	all.N += more.N
	all.Decimals = max(all.Decimals, more.Decimals)
	all.Sealed = all.Sealed || more.Sealed
	f[file] = all
}

// take counts points that belong to a version, if they are finer than it shows.
func (f finely) take(s *ledger.Scheme, points ledger.Points, at diag.Position) {
	if s == nil || points == points.Exact().Round(s.Decimals) {
		return
	}
	needs := 1
	if points%10 != 0 {
		needs = 2
	}
	f.add(s.File, Fine{N: 1, Decimals: needs, First: at, Typed: points})
}

// in counts all marks and points of a place.
func (f finely) in(p *ledger.Place) {
	for _, s := range p.Schemes {
		for _, c := range s.Categories {
			for _, item := range c.Items {
				f.take(s, item.Points, item.At("points").Position)
			}
		}
		for _, k := range s.Events {
			f.take(s, k.Points, k.At("points").Position)
			f.take(s, k.From, k.At("range").Position)
			f.take(s, k.To, k.At("range").Position)
		}
	}
	for _, period := range inOrder(p.Sheets) {
		sheet, s := p.Sheets[period], p.SchemeFor(period)
		for _, row := range sheet.Rows {
			for i, c := range row.Cells {
				f.take(s, c.Points, cellAt(sheet, row, i))
			}
		}
	}
	for _, e := range p.Events {
		if e.HasPoints && e.Date != 0 {
			s, _ := p.EventScheme(e.Date)
			f.take(s, e.Points, e.Position)
		}
	}
	for _, c := range p.Corrections {
		if c.Period.Cycle != 0 {
			f.take(p.SchemeFor(c.Period), c.To.Points, c.Position)
		}
	}
	for _, seal := range p.Seals {
		if s := p.SchemeFor(seal.Period); s != nil {
			f.add(s.File, Fine{Sealed: true})
		}
	}
}

// decimals notes, once for each version, that it does not show all that was typed.
func (c *Checker) decimals(all finely) {
	for file, fine := range all {
		if fine.N == 0 {
			continue
		}
		s := c.rules[file]
		shown := "页面上的数没有小数"
		if s.Decimals > 0 {
			shown = fmt.Sprintf("页面上的数只有 %d 位小数", s.Decimals)
		}
		hint := fmt.Sprintf("写 decimals = %d，页面就照登记的显示；或核对这些分数", fine.Decimals)
		if fine.Sealed {
			hint = fmt.Sprintf("这份办法封存过，不要改它：以后新立办法时写 decimals = %d；或核对还没有封存的分数", fine.Decimals)
		}
		c.Note(s.At("decimals"), finerThanShown,
			fmt.Sprintf("decimals = %d，%s，而有 %d 处分数更细，例如 %s %s的“%s”：各数分别四舍五入，各项相加可能不等于合计",
				s.Decimals, shown, fine.N, fine.First.File, fine.First.Row(), fine.Typed), hint).Refs = []diag.Position{fine.First}
	}
}
