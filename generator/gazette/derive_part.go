package gazette

import (
	"slices"

	"gongshi/generator/ledger"
)

// part is what the household has in one of the summed periods, from that period itself.
type part struct {
	of    *Table
	row   *Row
	own   bool  // of is the table that sums, so that its row shows other figures than its own
	sheet Sheet // if so, or once corrections are asked for

	known   bool
	entries []Entry
}

// part returns the household's part in a table, or nil if it is not in it.
func (d *deriver) part(of *Table) *part {
	row := of.Row(d.r.ID)
	if row == nil {
		return nil
	}
	for _, p := range d.parts {
		if p.of == of {
			return p
		}
	}
	p := &part{of: of, row: row, own: of.Sums}
	if of == d.t {
		p.sheet = d.sheet
	}
	d.parts = append(d.parts, p)
	return p
}

// points returns its own points in a category, and false if that is not assessed in it.
func (p *part) points(id string) (ledger.Exact, bool) {
	of := func(c *ledger.Category) bool { return c.ID == id }
	if !p.own {
		if i := slices.IndexFunc(p.of.Categories, of); i >= 0 {
			return p.row.Categories[i], true
		}
		return ledger.Exact{}, false
	}
	i := slices.IndexFunc(p.of.Scheme.Categories, of)
	if i < 0 || p.of.Scheme.Categories[i].Cycle != p.of.Period.Cycle {
		return ledger.Exact{}, false
	}
	var sum ledger.Exact
	for i := range p.sheet.Marks {
		if m := &p.sheet.Marks[i]; m.Category.ID == id {
			sum = sum.Add(m.Counted)
		}
	}
	return sum, true
}

// deeds returns what its events give, those above 0 and those below.
func (p *part) deeds() (additions, deductions ledger.Exact) {
	if !p.own {
		return p.row.Additions, p.row.Deductions
	}
	for _, e := range p.events() {
		if e.Counted > 0 {
			additions = additions.Add(e.Counted.Exact())
		} else {
			deductions = deductions.Add(e.Counted.Exact())
		}
	}
	return additions, deductions
}

func (p *part) events() []Entry {
	if !p.known {
		p.known, p.entries = true, p.of.Entries(p.row)
	}
	return p.entries
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
	for _, e := range p.events() {
		if e.Counted != 0 && e.Counted*sign >= 0 {
			list = append(append(list, e.At), e.FixedAt...)
		}
	}
	return list
}
