package gazette

import (
	"strconv"

	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// Record is a row of records-<period>.csv: a mark or an entry of a household.
type Record struct {
	ID    string // 户号
	Sheet *Sheet // for a mark, with its scale
	Mark  *Mark
	Entry *Entry // nil for a mark
}

// recordsFile is records-<period>.csv: a row for each mark and each entry, by 户号; for a household
// first its marks in the scheme's order, then its entries by date and 编号.
func (t *Table) recordsFile() *File {
	withheld := t.Records.Records[0] + t.Records.Records[1]
	return fileOfMany(t.Place, RecordsForm, t.Listed, t.records, withheld).of(t, ofRecords)
}

func (t *Table) records(yield func(*Record) bool) {
	var entries []Entry
	for _, row := range t.Rows {
		sheet := t.Sheet(row)
		entries = t.entries(entries[:0], row)
		r := Record{ID: row.ID, Sheet: &sheet}
		for i := range sheet.Marks {
			if r.Mark = &sheet.Marks[i]; !yield(&r) {
				return
			}
		}
		for i := range entries {
			if r.Entry = &entries[i]; !yield(&r) {
				return
			}
		}
	}
}

// RecordsForm is the form of records-<period>.csv, for writing and comparing. 评分日期, 评分人 and
// 备注 are never published.
var RecordsForm = recordsForm(nil)

// recordsForm reads with a reader.
func recordsForm(reader *recordsReader) Form[Record] {
	return formOf("records",
		column[Record]{Column{Name: "户号", Type: TypeText}, func(r *Record) string { return r.ID }, reader.household},
		column[Record]{Column{Name: "类型", Type: TypeText}, (*Record).kind, reader.begin},
		ofEntry(text("编号", func(e *Entry) *string { return &e.No })),
		ofEntry(day("日期", func(e *Entry) *ledger.Date { return &e.Date })),
		either(
			column[Mark]{Column{Name: "分类", Type: TypeText}, func(m *Mark) string { return m.Category.Name }, reader.category},
			column[Entry]{Column{}, func(e *Entry) string { return e.Heading.String() }, readHeading}),
		either(
			column[Mark]{Column{Name: "项目", Type: TypeText}, func(m *Mark) string { return m.Name().String() }, reader.item},
			column[Entry]{Column{}, func(e *Entry) string { return e.Name.String() }, readName}),
		ofEntry(integer("次数", func(e *Entry) *int { return &e.Times })),
		either(follows("满分", TypeNumber, func(m *Mark) string { return m.Full.String() }),
			blank[Entry]("满分", TypeNumber)),
		either(entered("原始", func(m *Mark) *ledger.Cell { return &m.Raw }),
			points("原始", func(e *Entry) *ledger.Points { return &e.Worth })),
		column[Record]{Column{Name: "更正", Type: TypeNumber}, (*Record).Corrected, (*Record).readFixed},
		either(rounded("计入", func(m *Mark) *ledger.Exact { return &m.Counted }),
			points("计入", func(e *Entry) *ledger.Points { return &e.Counted })),
		ofEntry(text("审核", func(e *Entry) *ledger.Review { return &e.Review })),
		ofEntry(text("事由", func(e *Entry) *string { return &e.Grounds })),
		column[Record]{Column{Name: "说明", Type: TypeText}, (*Record).explain, reader.readNote},
		text("来源文件", func(r *Record) *string { return &r.at().File }),
		column[Record]{Column{Name: "行", Type: TypeInteger}, (*Record).line, (*Record).readLine},
	)
}

// ofEntry is a column that is empty for marks.
func ofEntry(c column[Entry]) column[Record] { return either(blank[Mark](c.Name, c.Type), c) }

// either is a column that means one thing for marks and another for entries.
func either(mark column[Mark], entry column[Entry]) column[Record] {
	get := func(r *Record) string {
		if r.Entry != nil {
			return entry.get(r.Entry)
		}
		return mark.get(r.Mark)
	}
	set := func(r *Record, cell string) bool {
		if r.Entry != nil {
			return entry.set(r.Entry, cell)
		}
		return mark.set(r.Mark, cell)
	}
	return column[Record]{mark.Column, get, set}
}

func (r *Record) kind() string {
	switch {
	case r.Entry == nil:
		return "评分"
	case r.Entry.Deducts:
		return "扣分"
	}
	return "加分"
}

func (r *Record) explain() string {
	if r.Entry != nil {
		return r.Entry.Explain().String()
	}
	return r.Sheet.Explain(r.Mark).String()
}

func (r *Record) at() *Source {
	if r.Entry != nil {
		return &r.Entry.At
	}
	return &r.Mark.At
}

// line returns where the record was entered, or nothing.
func (r *Record) line() string {
	if at := r.at(); at.File != "" {
		return strconv.Itoa(int(at.Line))
	}
	return ""
}

func (r *Record) readLine(cell string) bool {
	n, ok := readSome(cell)
	r.at().Line = int32(n)
	return ok
}

// Raw returns what was entered, or what an event gives by itself.
func (r *Record) Raw() ledger.Cell {
	if r.Entry != nil {
		return ledger.Cell{Kind: ledger.Entered, Points: r.Entry.Worth}
	}
	return r.Mark.Raw
}

// Fixed returns the result of corrections.
func (r *Record) Fixed() ledger.Cell {
	if r.Entry != nil {
		return ledger.Cell{Kind: ledger.Entered, Points: r.Entry.Fixed}
	}
	return r.Mark.Fixed
}

// Corrected returns 更正, or nothing if there was no correction.
func (r *Record) Corrected() string {
	if r.Entry != nil && len(r.Entry.Old) > 0 || r.Entry == nil && len(r.Mark.Old) > 0 {
		return r.Fixed().String()
	}
	return ""
}

func readHeading(e *Entry, cell string) bool { e.Heading = Phrase{Text: cell}; return true }

// readName recognises a sensitive entry by the words in place of its heading and its name.
func readName(e *Entry, cell string) bool {
	e.Name = Phrase{Text: cell}
	if e.Hidden = cell == score.Other && e.Heading.Text == score.Other; e.Hidden {
		e.Name = phrase("other")
		e.Heading = e.Name
	}
	return true
}

// readFixed reads the result of corrections, which are elsewhere; without any that is what was
// entered.
func (r *Record) readFixed(text string) (ok bool) {
	fixed, old := r.Raw(), []Old(nil)
	if text != "" {
		if fixed, ok = readCell(text); !ok {
			return false
		}
		old = []Old{{}}
	}
	if r.Entry != nil {
		r.Entry.Old, r.Entry.Fixed = old, fixed.Points
		return fixed.Kind == ledger.Entered
	}
	r.Mark.Old, r.Mark.Fixed = old, fixed
	return true
}
