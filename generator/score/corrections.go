package score

import (
	"slices"

	"gongshi/generator/ledger"
	"gongshi/generator/notice"
)

// cellKey names one cell of a place's sheets.
type cellKey struct {
	period    ledger.Period
	household string
	item      string // id
}

// fixes are a place's corrections up to the day, by what they correct, each list by date, then
// line.
type fixes struct {
	cells  map[cellKey][]*ledger.Correction
	events map[string][]*ledger.Correction // by 编号
}

func fixesOf(p *ledger.Place, day ledger.Date) fixes {
	known := slices.DeleteFunc(ledger.InOrder(p.Corrections), func(c *ledger.Correction) bool { return c.Date > day })
	return fixesFrom(p, known)
}

// fixesFrom sorts corrections, which are in order, by what they correct.
func fixesFrom(p *ledger.Place, list []*ledger.Correction) fixes {
	f := fixes{
		cells:  make(map[cellKey][]*ledger.Correction),
		events: make(map[string][]*ledger.Correction),
	}
	for _, c := range list {
		var item *ledger.Item
		if s := p.SchemeFor(c.Period); s != nil {
			item, _ = ledger.FindItem(s.ItemsOf(c.Period.Cycle), c.Target)
		}
		if item == nil {
			f.events[c.Target] = append(f.events[c.Target], c)
			continue
		}
		k := cellKey{c.Period, c.Household, item.ID}
		f.cells[k] = append(f.cells[k], c)
	}
	return f
}

// corrected marks the rows with a corrected figure, each with what it showed before the
// corrections of its period. That is worked out again without them, only for these households: a
// corrected cell may scale others, and a corrected event may free another one of its cap.
func (p *Place) corrected(states *notice.States) {
	for _, t := range p.Tables {
		if !t.State.Corrected {
			continue
		}
		of := uncorrected(p.Place, t.Period, states.Day)
		before := assess(of, states.Periods(p.Place), states.Day).Table(t.Period)
		for _, h := range of.Households {
			if r := t.Row(h); r != nil {
				r.Corrected, r.Was = true, before.shown(h)
			}
		}
	}
}

// shown returns h's figures in a table that is not filled in, or nil.
func (t *Table) shown(h *ledger.Household) *Shown {
	if t.own[h] == nil {
		return nil
	}
	own := sumOf(t.summed)
	r := t.row(h, &own)
	r.show(t)
	return &r.Shown
}

// uncorrected returns p without the corrections of a period up to the day, and with only the
// households that they concern.
func uncorrected(p *ledger.Place, period ledger.Period, day ledger.Date) *ledger.Place {
	concerned := make(map[string]bool)
	before := *p
	before.Corrections = nil
	for _, c := range p.Corrections {
		if c.Period == period && c.Date <= day {
			concerned[c.Household] = true
		} else {
			before.Corrections = append(before.Corrections, c)
		}
	}
	before.SetHouseholds(slices.DeleteFunc(slices.Clone(p.Households), func(h *ledger.Household) bool { return !concerned[h.Key] }))
	before.Events = slices.DeleteFunc(slices.Clone(p.Events), func(e *ledger.Event) bool { return !concerned[e.Household] })
	return &before
}
