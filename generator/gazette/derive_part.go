package gazette

import (
	"slices"

	"gongshi/generator/ledger"
)

// part is what the household has in one of the summed periods, from that period itself.
type part struct {
	of      *Table
	row     *Row  // if of.Sums, its figures are of all periods, not its own
	sheet   Sheet // of the table that is derived, or once corrections are asked for
	entries []Entry
}

// points returns its own points in a category, and false if that is not assessed in it.
func (p *part) points(id string) (sum ledger.Exact, assessed bool) {
	if !p.of.Sums {
		i := slices.IndexFunc(p.of.Categories, func(c *ledger.Category) bool { return c.ID == id })
		if i < 0 {
			return sum, false
		}
		return p.row.Categories[i], true
	}
	for i := range p.sheet.Marks {
		if m := &p.sheet.Marks[i]; m.Category.ID == id {
			sum, assessed = sum.Add(m.Counted), true
		}
	}
	return sum, assessed
}

// deeds returns what its events give, those above 0 and those below.
func (p *part) deeds() (additions, deductions ledger.Exact) {
	if !p.of.Sums {
		return p.row.Additions, p.row.Deductions
	}
	for _, e := range p.entries {
		if e.Counted > 0 {
			additions = additions.Add(e.Counted.Exact())
		} else {
			deductions = deductions.Add(e.Counted.Exact())
		}
	}
	return additions, deductions
}

// corrected returns the corrections of its cells in one category, or in all for "".
func (p *part) corrected(id string) []Source {
	if !p.row.Corrected {
		return nil
	}
	if p.sheet.Marks == nil {
		p.sheet = p.of.Sheet(p.row)
	}
	var list []Source
	for i := range p.sheet.Marks {
		if m := &p.sheet.Marks[i]; id == "" || m.Category.ID == id {
			list = append(list, m.FixedAt...)
		}
	}
	return list
}

// eventsAt returns the rows of its events that count, and of their corrections: those with points
// of a sign, or all for 0.
func (p *part) eventsAt(sign ledger.Points) []Source {
	var list []Source
	for _, e := range p.entries {
		if e.Counted != 0 && e.Counted*sign >= 0 {
			list = append(append(list, e.At), e.FixedAt...)
		}
	}
	return list
}
