package check

import (
	"fmt"
	"slices"

	"gongshi/generator/ledger"
)

// target is what a correction corrects: a cell of the household, or an event.
type target struct {
	cellKey
	event *ledger.Event
}

// targetOf finds a correction's target: an item of the period's sheet or an event, by its 编号,
// that belongs to the household and the period. It reports what is wrong.
func (p *place) targetOf(c *ledger.Correction, s *ledger.Scheme) (target, bool) {
	at := c.At("对象")
	items := s.ItemsOf(c.Period.Cycle)
	item, twice := ledger.FindItem(items, c.Target)
	event := p.event[c.Target]
	switch {
	case twice:
		first := items[slices.IndexFunc(items, func(i *ledger.Item) bool { return i.Name == c.Target })]
		p.Wrong(at, ambiguous,
			fmt.Sprintf("对象“%s”在几个类别里都有", c.Target), "写成“类别/项目”，例如“"+first.Category.Name+"/"+first.Name+"”")
	case item != nil && event != nil:
		p.Wrong(at, ambiguous,
			fmt.Sprintf("对象“%s”既是项目，又是一条记录的编号", c.Target), "更正项目时写“类别/项目”；更正记录时先改它的编号")
	case item != nil:
		return target{cellKey: cellKey{c.Period, c.Household, item}}, true
	case event != nil:
		return target{event: event}, p.eventTarget(c, event)
	case elsewhere(s, c) != nil:
		cycle := elsewhere(s, c).Category.Cycle
		p.Wrong(c.At("周期"), foreignKey,
			fmt.Sprintf("“%s”%s评一次，不在 %s 里评", c.Target, often[cycle], c.Period),
			fmt.Sprintf("把周期改为评它的那一期，写法如 %s", ledger.PeriodOf(cycle, c.Period.First())))
	case !p.Unread.Any("events"): // else it may be there
		p.Wrong(at, foreignKey,
			fmt.Sprintf("对象“%s”既不是 %s 的项目，也不是 events/ 里的编号", c.Target, c.Period), p.nearTargets(c.Target, items))
	}
	return target{}, false
}

var often = [...]string{ledger.Month: "每月", ledger.Quarter: "每季", ledger.Year: "每年"}

// elsewhere returns the item of another cycle that a correction names, or nil.
func elsewhere(s *ledger.Scheme, c *ledger.Correction) *ledger.Item {
	for _, cycle := range []ledger.Cycle{ledger.Month, ledger.Quarter, ledger.Year} {
		if item, _ := ledger.FindItem(s.ItemsOf(cycle), c.Target); item != nil && cycle != c.Period.Cycle {
			return item
		}
	}
	return nil
}

// nearTargets returns a hint that names the most likely intended targets.
func (p *place) nearTargets(name string, items []*ledger.Item) string {
	itemNames := each(items, func(i *ledger.Item) string { return i.Name })
	if near := nearest(name, itemNames); near != "" {
		return "是不是项目“" + near + "”？"
	}
	if p.nearNos == nil {
		p.nearNos = make(near, 4*len(p.Events))
		for _, e := range p.Events {
			p.nearNos.add(e.No, e.No)
		}
	}
	if nos := p.nearNos.to(name); len(nos) > 0 {
		return "相近的编号有" + quoted(nos)
	}
	return didYouMean(name, itemNames, "写评分表里的项目名称，或记录的编号")
}

// eventTarget checks that the event is the household's, and counts in the period.
func (p *place) eventTarget(c *ledger.Correction, e *ledger.Event) bool {
	at := c.At("对象")
	if e.Household != c.Household {
		p.Wrong(at, foreignKey,
			fmt.Sprintf("编号“%s”的记录是户号“%s”的，不是户号“%s”的", e.No, e.ID, c.ID), "改正户号或编号")
		return false
	}
	if e.Date == 0 || p.KindOfEvent(e) == nil {
		return false // reported at the event
	}
	if period, _ := p.PeriodOfEvent(e); period != c.Period {
		p.Wrong(c.At("周期"), foreignKey,
			fmt.Sprintf("编号“%s”的记录计入 %s，不是 %s", e.No, period, c.Period), fmt.Sprintf("把周期改为 %s，或改正编号", period))
		return false
	}
	return true
}

// original checks that 原分 is the value when the correction is applied.
func (p *place) original(c *ledger.Correction, t target, s *ledger.Scheme, standing map[target]ledger.Cell) {
	if t.item != nil && (p.sheetUnread(t.period) ||
		p.Sheets[t.period].Row(t.household) == nil && p.likely(t.period)[p.Household(t.household).ID]) {
		return // its row may be there, or is, under another 户号
	}
	stands, corrected := standing[t]
	if !corrected {
		stands = p.entered(t)
	}
	if c.From.Kind == stands.Kind && (stands.Kind != ledger.Entered || c.From.Points == stands.Points) {
		return
	}
	expected := inWords(stands)
	if stands.Kind == ledger.Empty && t.item != nil && s.Missing != ledger.MissingError {
		fill := ledger.Cell{Kind: ledger.Entered}
		if s.Missing == ledger.MissingFull {
			fill.Points = t.item.Points
		}
		if c.From.Kind == ledger.Entered && c.From.Points == fill.Points {
			return
		}
		expected += "，按 missing 计 " + fill.Points.String() + " 分"
	}
	p.Wrong(c.At("原分"), wrongOriginal,
		fmt.Sprintf("户号“%s”的“%s”原分写的是%s，而此时它是%s", c.ID, c.Target, inWords(c.From), expected),
		"照公示的数字填原分；先有别的更正时，填那次更正的现分")
}

// entered returns the value of a target before any correction.
func (p *place) entered(t target) ledger.Cell {
	if t.event != nil {
		return ledger.Cell{Kind: ledger.Entered, Points: t.event.Worth(p.KindOfEvent(t.event))}
	}
	sheet := p.Sheets[t.period]
	row := sheet.Row(t.household)
	if row == nil {
		return ledger.Cell{}
	}
	if i := slices.Index(sheet.Items, t.item); i >= 0 && i < len(row.Cells) {
		return row.Cells[i]
	}
	return ledger.Cell{}
}

func inWords(c ledger.Cell) string {
	if c.Kind == ledger.Empty {
		return "空的"
	}
	return "“" + c.String() + "”"
}
