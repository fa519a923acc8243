package check

import (
	"fmt"

	"gongshi/generator/ledger"
)

// honours checks [honours]: a cycle that has a table, and levels in order.
func (p *place) honours(s *ledger.Scheme) {
	h := s.Honours
	if h == nil {
		return
	}
	if h.Cycle != 0 && !hasTable(s, h.Cycle) {
		p.Wrong(h.At("cycle"), noTable,
			fmt.Sprintf("荣誉按“%s”评定，而办法里没有这个周期的项目或加减分", h.Cycle), "把 honours 的 cycle 改成办法里有的周期，或 year")
	}
	titles := names{}
	var before levels
	for _, l := range h.Levels {
		p.once(titles, l.Name, "等次名称", l.At("name"))
		p.descent(l, &before)
		if l.FloorBase && s.RankBy == ledger.ByAverage {
			p.Wrong(l.At("floor"), constraintError,
				fmt.Sprintf("等次“%s”的 floor = \"base\" 和 rank_by = \"average\" 不能同用：基础分不是人均分", l.Name), "把 floor 写成一个分数")
		}
	}
}

// hasTable reports whether a scheme gives a period of that cycle anything to count. A year sums
// its periods, so it always has a table; a quarter may sum its months.
func hasTable(s *ledger.Scheme, c ledger.Cycle) bool {
	return c == ledger.Year || s.Publishes(c) || c == ledger.Quarter && s.SumsQuarters()
}

// levels are the last levels so far, by their measure.
type levels struct{ top, count, min *ledger.Level }

// descent checks that levels are ordered from the highest down. Percents and places are
// cumulative, so they grow; scores fall.
func (p *place) descent(l *ledger.Level, before *levels) {
	if b := before.top; l.HasTop && b != nil && l.Top <= b.Top {
		p.Wrong(l.At("top"), constraintError,
			fmt.Sprintf("等次“%s”的 top 是“%s”，应大于上一等次“%s”的 %s", l.Name, l.Top, b.Name, b.Top),
			"百分比是累计的：前 10%、再 10%、再 10% 写成 10、20、30；等次由高到低排列")
	}
	if b := before.count; l.HasCount && b != nil && l.Count <= b.Count {
		p.Wrong(l.At("count"), constraintError,
			fmt.Sprintf("等次“%s”的 count 是“%d”，应大于上一等次“%s”的 %d", l.Name, l.Count, b.Name, b.Count),
			"名额是累计的：3 个、再 5 个写作 3、8；等次由高到低排列")
	}
	if b := before.min; l.HasMin && b != nil && l.Min >= b.Min {
		p.Wrong(l.At("min"), constraintError,
			fmt.Sprintf("等次“%s”的 min 是“%s”，应小于上一等次“%s”的 %s", l.Name, l.Min, b.Name, b.Min), "等次由高到低排列")
	}
	if l.HasTop {
		before.top = l
	}
	if l.HasCount {
		before.count = l
	}
	if l.HasMin {
		before.min = l
	}
}
