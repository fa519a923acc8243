package gazette

import (
	"strconv"

	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// record is a row of records-<period>.csv: a mark or an entry of a household.
type record struct {
	id    string
	sheet *Sheet // of a mark, with its scale
	mark  *Mark
	entry *Entry // nil: it is a mark
}

// recordsFile is records-<period>.csv: a row for each mark and each entry, by 户号; of a
// household first its marks in the scheme's order, then its entries by date and 编号.
func (t *Table) recordsFile() *File {
	f := fileOfMany(t.Place, recordsForm(nil), t.Listed, t.records).of(t, "records-")
	f.Withheld = t.Records.Records[0] + t.Records.Records[1]
	return f
}

func (t *Table) records(yield func(*record) bool) {
	for _, row := range t.Rows {
		sheet, entries := t.Sheet(row), t.Entries(row)
		r := record{id: row.ID, sheet: &sheet}
		for i := range sheet.Marks {
			if r.mark = &sheet.Marks[i]; !yield(&r) {
				return
			}
		}
		for i := range entries {
			if r.entry = &entries[i]; !yield(&r) {
				return
			}
		}
	}
}

// recordsForm is that of records-<period>.csv; to be read, it needs a reader. 评分日期, 评分人 and
// 备注 are never published.
func recordsForm(reader *recordsReader) form[record] {
	return formOf("records",
		column[record]{Column{Name: "户号", Type: TypeText}, func(r *record) string { return r.id }, reader.household},
		column[record]{Column{Name: "类型", Type: TypeText}, (*record).kind, reader.begin},
		ofEntry(text("编号", func(e *Entry) *string { return &e.No })),
		ofEntry(day("日期", func(e *Entry) *ledger.Date { return &e.Date })),
		either("分类", TypeText, func(m *Mark) string { return m.Category.Name }, nil,
			func(e *Entry) string { return e.Heading.String() }, readHeading),
		either("项目", TypeText, func(m *Mark) string { return m.Name().String() }, nil,
			func(e *Entry) string { return e.Name.String() }, readName),
		ofEntry(integer("次数", func(e *Entry) *int { return &e.Times })),
		either("满分", TypeNumber, func(m *Mark) string { return m.Full.String() }, nil, nil, nil),
		either("原始", TypeNumber,
			func(m *Mark) string { return m.Raw.String() }, readRaw,
			func(e *Entry) string { return e.Worth.String() }, readWorth),
		either("更正", TypeNumber,
			func(m *Mark) string { return corrected(m.Old, m.Fixed.String()) }, readFixed,
			func(e *Entry) string { return corrected(e.Old, e.Fixed.String()) }, readFixedWorth),
		either("计入", TypeNumber,
			func(m *Mark) string { return countedText(m.Counted) }, readCounted,
			func(e *Entry) string { return e.Counted.String() }, readWhatCounts),
		ofEntry(text("审核", func(e *Entry) *ledger.Review { return &e.Review })),
		ofEntry(text("事由", func(e *Entry) *string { return &e.Grounds })),
		column[record]{Column{Name: "说明", Type: TypeText}, (*record).explain, reader.readNote},
		text("来源文件", func(r *record) *string { return &r.at().File }),
		column[record]{Column{Name: "行", Type: TypeInteger}, (*record).line, (*record).readLine},
	)
}

// ofEntry is a column that is empty for marks.
func ofEntry(c column[Entry]) column[record] {
	return either(c.Name, c.Type, nil, nil, c.get, c.set)
}

// either is a column that says one thing of marks and another of entries; what has no get is
// empty, and what has no set follows from what else is known.
func either(
	name string, kind ColumnType,
	mark func(*Mark) string, readMark func(*Mark, string) bool,
	entry func(*Entry) string, readEntry func(*Entry, string) bool,
) column[record] {
	get := func(r *record) string {
		switch {
		case r.entry != nil && entry != nil:
			return entry(r.entry)
		case r.entry == nil && mark != nil:
			return mark(r.mark)
		}
		return ""
	}
	set := func(r *record, cell string) bool {
		switch {
		case r.entry != nil && readEntry != nil:
			return readEntry(r.entry, cell)
		case r.entry == nil && readMark != nil:
			return readMark(r.mark, cell)
		}
		return true
	}
	return column[record]{Column{Name: name, Type: kind}, get, set}
}

func (r *record) kind() string {
	switch {
	case r.entry == nil:
		return "评分"
	case r.entry.Deducts:
		return "扣分"
	}
	return "加分"
}

func (r *record) explain() string {
	if r.entry != nil {
		return r.entry.Explain().String()
	}
	return r.sheet.Explain(r.mark).String()
}

func (r *record) at() *Source {
	if r.entry != nil {
		return &r.entry.At
	}
	return &r.mark.At
}

// line is where the record was entered; of what was entered nowhere it is empty.
func (r *record) line() string {
	if at := r.at(); at.File != "" {
		return strconv.Itoa(int(at.Line))
	}
	return ""
}

func (r *record) readLine(cell string) bool {
	var n int
	ok := cell == "" || readInteger(&n, cell)
	r.at().Line = int32(n)
	return ok
}

// corrected is what a correction made of a figure; nothing where there was none.
func corrected(old []Old, now string) string {
	if len(old) == 0 {
		return ""
	}
	return now
}

// countedText is what counts: exact, or rounded to hundredths after a scale.
func countedText(e ledger.Exact) string {
	if points, whole := e.Points(); whole {
		return points.String()
	}
	return Short(e)
}

func readHeading(e *Entry, cell string) bool { e.Heading = Phrase{Text: cell}; return true }

// readName tells a sensitive entry by what stands in place of its heading and its name.
func readName(e *Entry, cell string) bool {
	e.Name = Phrase{Text: cell}
	if e.Hidden = cell == score.Other && e.Heading.Text == score.Other; e.Hidden {
		e.Name = phrase("other")
		e.Heading = e.Name
	}
	return true
}

func readRaw(m *Mark, cell string) bool {
	ok := readCell(&m.Raw, cell)
	m.Fixed = m.Raw
	return ok
}

// readFixed tells that there was a correction. Which ones they were is told elsewhere.
func readFixed(m *Mark, cell string) bool {
	if cell == "" {
		return true
	}
	m.Old = []Old{{}}
	return readCell(&m.Fixed, cell)
}

func readCounted(m *Mark, cell string) bool {
	p, ok := ledger.ParsePoints(cell)
	m.Counted = p.Exact()
	return ok
}

func readWorth(e *Entry, cell string) (ok bool) {
	e.Worth, ok = ledger.ParsePoints(cell)
	e.Fixed = e.Worth
	return ok
}

func readFixedWorth(e *Entry, cell string) (ok bool) {
	if cell == "" {
		return true
	}
	e.Old = []Old{{}}
	e.Fixed, ok = ledger.ParsePoints(cell)
	return ok
}

func readWhatCounts(e *Entry, cell string) (ok bool) {
	e.Counted, ok = ledger.ParsePoints(cell)
	return ok
}
