package source

import (
	"path"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/scan"
)

// Table reads a table of data/ as it is written. Its path determines its columns; the bytes may
// come from elsewhere and be about to become such a table. If the list has errors the table may
// lack records, and it is nil if no header was found.
func Table(name string, data []byte, book *ledger.Book) (*ledger.Table, diag.List) {
	var list diag.List
	f := decoded(name, data, &list)
	if f == nil {
		return nil, list
	}
	want, p, items := contentOf(name, book)
	if path.Base(name) == "households.csv" {
		p = nil // it is the register itself
	}
	t := openTable(f, want, p, items)
	if t == nil {
		return nil, list
	}
	w := &ledger.Table{Text: f.text, Sep: t.scan.Sep, Encode: scan.Encoder(data)}
	t.written(w)
	return w, list
}

// written fills w with the table's columns and records.
func (t *table) written(w *ledger.Table) {
	s, header := scan.New(t.text, t.scan.Sep), t.scan.Row
	var cells []ledger.Written
	for s.Row < header {
		cells = cellSpans(&s)
	}
	s.Width = len(t.heads)
	w.Columns = make([]ledger.TableColumn, len(t.heads))
	for i, h := range t.heads {
		w.Columns[i] = ledger.TableColumn{Heading: h.Text}
		w.Columns[i].End = cells[min(i, len(cells)-1)].To
	}
	for i, c := range t.want {
		if t.at[i] >= 0 {
			w.Columns[t.at[i]].Name = c.name
		}
	}
	for i, at := range t.itemsAt {
		if of := t.items.sheet.Items; at >= 0 {
			w.Columns[at].Name = ledger.ItemName(of, of[i])
		}
	}
	ofHouseholds := t.index("户号") >= 0
	for r := range t.rows {
		if ofHouseholds {
			text := published(r.text("户号"))
			r.hear(text, Key(text))
		}
		for s.Row < r.scan.Row {
			cells = cellSpans(&s)
		}
		w.Records = append(w.Records, ledger.Record{Row: r.scan.Row, Cells: cells})
	}
}

// cellSpans is the next record with the places of its cells.
func cellSpans(s *scan.Scanner) (cells []ledger.Written) {
	s.Row++
	for {
		from := s.Pos
		c := s.Cell()
		cells = append(cells, ledger.Written{Text: c.Text, From: from, To: s.Pos})
		if !s.More() {
			return cells
		}
	}
}

// Same reports whether two texts of a column mean the same: a date or a number in another
// form, 是 and yes, blanks.
func Same(heading, a, b string) bool {
	a, b = squeezed(a), squeezed(b)
	if a == b {
		return true
	}
	if a == "" || b == "" {
		return false
	}
	switch heading {
	case "户号", "成员号", "并入":
		return Key(a) == Key(b)
	case "编号", "组", "异议", "周期":
		return false
	case "日期", "评分日期", "审核日期", "同意", "加入", "退出", "截止":
		return same(parseDate, a, b)
	case "参与":
		return same(parseYes, a, b)
	}
	return isNA(a) && isNA(b) || same(parsePoints, a, b)
}

// same reports whether two texts are read as the same value.
func same[T comparable](read func(string) (T, *trouble), a, b string) bool {
	one, wrong := read(a)
	other, wrongToo := read(b)
	return wrong == nil && wrongToo == nil && one == other
}

// squeezed is a text in narrow forms, with one space in place of blanks and line breaks.
func squeezed(s string) string {
	return strings.Join(strings.FieldsFunc(published(s), scan.Blank), " ")
}
