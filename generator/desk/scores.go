package desk

import (
	"bytes"
	"cmp"
	"net/http"
	"slices"

	"gongshi/generator/convert"
	"gongshi/generator/desk/grid"
	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/source"
)

// scores answers with the grid of a period.
func (d *Desk) scores(w http.ResponseWriter, r *http.Request) {
	s, err := d.sheet(r.URL.Query().Get("place"), r.URL.Query().Get("period"))
	if err != nil {
		d.excuse(w, err)
		return
	}
	var page bytes.Buffer
	if err := grid.Page(&page, *s); err != nil {
		d.excuse(w, err)
		return
	}
	show(w, http.StatusOK, page.Bytes())
}

// sheet is the sheet of a period as its file is now.
func (d *Desk) sheet(place, code string) (*grid.Sheet, error) {
	d.lock.Lock()
	defer d.lock.Unlock()
	if place == "" {
		return nil, wrong("没有写是哪个村。")
	}
	work, list, err := d.look(place)
	if err != nil {
		return nil, err
	}
	m, err := monthOf(work, place, code)
	if err != nil {
		return nil, err
	}
	content, err := d.read(m.file())
	if err != nil {
		return nil, err
	}
	d.bases.keep(m.file(), content)
	s := &grid.Sheet{
		Place: m.Path, PlaceName: m.Name, Period: m.period.String(), PeriodName: convert.PeriodWords(m.period),
		File: m.file(), Digest: digest(content), Token: d.opt.Token, Sealed: m.closed(),
		NotApplicable: string(m.scheme.NotApplicable), Problems: m.problems(list),
	}
	for _, item := range m.items {
		s.Items = append(s.Items, grid.Item{
			Code: ledger.ItemName(m.items, item), Name: item.Name, Category: item.Category.Name,
			Min: "0", Max: item.Points.String(), Decimals: m.scheme.Decimals,
		})
	}
	t, list := m.table(content)
	if list.HasErrors() {
		s.Sealed = cmp.Or(s.Sealed, "“"+fileWords(m.file())+"”读不出来，先改好它："+list.Errors()[0].Text())
	}
	m.rows(s, t)
	return s, nil
}

// table is a sheet's file as it is written; nil where there is none, or none that can be read.
func (m *month) table(content []byte) (*ledger.Table, diag.List) {
	if content == nil {
		return nil, nil
	}
	return source.Table(m.file(), content, m.book)
}

// rows puts the households that take part into a sheet, group by group.
func (m *month) rows(s *grid.Sheet, t *ledger.Table) {
	records := recordsOf(t)
	was := ledger.PeriodOf(m.period.Cycle, m.period.First()-1)
	for _, h := range m.taking() {
		span := h.SpanFor(m.period)
		row := grid.Row{Household: h.ID, Head: span.Head, Group: span.Group, Cells: make([]string, len(s.Items))}
		if g := m.Group(span.Group); g != nil {
			row.Group = cmp.Or(g.Name, g.ID)
		}
		if i, there := records[h.Key]; there {
			row.Line = t.Records[i].Row
			for n, item := range s.Items {
				row.Cells[n] = t.Records[i].Cell(t.Column(item.Code))
			}
		}
		if before := m.Sheets[was]; before != nil {
			row.Before = m.total(before, before.Row(h.Key))
		}
		s.Rows = append(s.Rows, row)
	}
}

// recordsOf are the records of a table by household; of two the first.
func recordsOf(t *ledger.Table) map[string]int {
	records := map[string]int{}
	if t == nil {
		return records
	}
	id := t.Column("户号")
	for i, r := range t.Records {
		key := source.Key(r.Cell(id))
		if _, twice := records[key]; !twice {
			records[key] = i
		}
	}
	return records
}

// taking are the households that take part in the period, in the order of groups, then of the register.
func (m *month) taking() (list []*ledger.Household) {
	order := map[string]int{}
	for i, g := range m.Groups {
		order[g.ID] = i - len(m.Groups) // before those without a known group
	}
	for _, h := range m.Households {
		if span := h.SpanFor(m.period); span != nil && span.TakesPart {
			list = append(list, h)
		}
	}
	slices.SortStableFunc(list, func(a, b *ledger.Household) int {
		return cmp.Compare(order[a.SpanFor(m.period).Group], order[b.SpanFor(m.period).Group])
	})
	return list
}
