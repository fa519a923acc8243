package score

import (
	"slices"

	"gongshi/generator/ledger"
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
		item, _ := ledger.FindItem(p.SchemeFor(c.Period).ItemsOf(c.Period.Cycle), c.Target)
		if item == nil {
			f.events[c.Target] = append(f.events[c.Target], c)
			continue
		}
		k := cellKey{c.Period, c.Household, item.ID}
		f.cells[k] = append(f.cells[k], c)
	}
	return f
}
