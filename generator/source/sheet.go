package source

import (
	"slices"
	"strings"

	"gongshi/generator/ledger"
)

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
	names := newItemNames(s)
	if t := openTable(f, sheetColumns, names.known); t != nil {
		s.Position = t.headLine()
		t.nobody = func(id string) bool { return !slices.ContainsFunc(p.Households, alikeBut(id)) }
		t.against(p)
		readRows(t, s, names.assign(t))
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

// alikeBut reports whether a household has a 户号, but for zeros in front.
func alikeBut(id string) func(*ledger.Household) bool {
	bare := strings.TrimLeft(Key(id), "0")
	return func(h *ledger.Household) bool { return strings.TrimLeft(h.Key, "0") == bare }
}

// readRows reads a row for each household. places says where a row has each item, or -1.
func readRows(t *table, s *ledger.Sheet, places []int) {
	var cells []ledger.Cell // of many rows, handed out in slices
	for r, ok := t.next(); ok; r, ok = t.next() {
		id, key := r.household()
		if cap(cells)-len(cells) < len(places) {
			cells = make([]ledger.Cell, 0, max(256*len(places), 1))
		}
		from := len(cells)
		for i, place := range places {
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
