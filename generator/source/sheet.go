package source

import "gongshi/generator/ledger"

var sheetColumns = []column{
	{"户号", "id", key, of(anID)},
	{"评分日期", "date", free, of(aText)},
	{"评分人", "by", free, of(aText)},
	{"备注", "remark", free, of(aText)},
	{"证明", "proof", free, of(aText)},
}

// readSheet reads scores/<period>.csv or declared/<period>.csv.
func readSheet(f *file, p *ledger.Place, name string) *ledger.Sheet {
	period, _ := ledger.ParsePeriod(name) // no other name is read
	s := newSheet(p, period)
	s.Position = at(f.path)
	if t := openTable(f, sheetColumns, p, newItemNames(s)); t != nil {
		s.Position = t.headLine()
		readRows(t, s)
	}
	s.Index()
	return s
}

// newSheet is a sheet without rows, and without items where the rules do not tell them apart.
func newSheet(p *ledger.Place, period ledger.Period) *ledger.Sheet {
	s := &ledger.Sheet{Period: period}
	if of := p.SchemeFor(period); of != nil && of.TellsItems() {
		s.Scheme, s.Items = of, of.ItemsOf(period.Cycle)
	}
	s.Columns = make([]int, len(s.Items))
	return s
}

// readRows reads a row for each household.
func readRows(t *table, s *ledger.Sheet) {
	var cells []ledger.Cell // of many rows, handed out in slices
	for r := range t.rows {
		id, key := r.household()
		if cap(cells)-len(cells) < len(t.itemsAt) {
			cells = make([]ledger.Cell, 0, max(256*len(t.itemsAt), 1))
		}
		from := len(cells)
		for i, place := range t.itemsAt {
			var c ledger.Cell
			if r.mute {
				c.Kind = ledger.Entered // which of them it is nobody knows
			} else if place >= 0 {
				c = r.score(r.cellAt(place), s.Items[i].Name)
			}
			cells = append(cells, c)
		}
		if id == "" {
			s.Lost++
			continue
		}
		s.Rows = append(s.Rows, &ledger.SheetRow{
			Record: r.record(), Household: key, ID: id,
			Cells: cells[from:len(cells):len(cells)], Proof: r.text("证明"),
		})
	}
}
