package convert

import (
	"cmp"
	"encoding/xml"
	"slices"
	"strconv"
	"strings"
)

// sheetReader reads one sheet, a row at a time.
type sheetReader struct {
	*book
	Sheet
	row, column int // the last ones; a cell or row that does not tell where it is follows them
}

// sheetCell is a cell as it is written.
type sheetCell struct {
	Ref     string    `xml:"r,attr"`
	Type    string    `xml:"t,attr"`
	Style   int       `xml:"s,attr"`
	Image   string    `xml:"vm,attr"` // of a picture within the cell, as Excel has it
	Formula *string   `xml:"f"`
	Value   *string   `xml:"v"`
	Inline  *richText `xml:"is"`
}

func (b *book) sheet(l listed) (*Sheet, *trouble) {
	s := &sheetReader{book: b, Sheet: Sheet{Name: l.name, Hidden: l.hidden}}
	if b.parts[partName(l.part)] == nil {
		return nil, damaged
	}
	if bad := b.each(l.part, s.element); bad != nil {
		return nil, bad
	}
	s.finish()
	return &s.Sheet, nil
}

func (s *sheetReader) element(d *xml.Decoder, e xml.StartElement) error {
	switch e.Name.Local {
	case "col":
		return s.columns(e)
	case "row":
		return s.startRow(e)
	case "c":
		var c sheetCell
		if err := d.DecodeElement(&c, &e); err != nil {
			return err
		}
		return s.cell(&c)
	case "mergeCell":
		if r, ok := rangeOf(attr(e, "ref")); ok {
			s.Merged = append(s.Merged, r)
			s.cells--
		}
	}
	if s.cells < 0 || len(s.Merged) > mostMerged {
		return errTooBig
	}
	return nil
}

// columns reads which columns are hidden. Where all to the end of the sheet are, only as many
// are told as may be read.
func (s *sheetReader) columns(e xml.StartElement) error {
	first, _ := strconv.Atoi(attr(e, "min"))
	last, _ := strconv.Atoi(attr(e, "max"))
	if yes(e, "hidden") || attr(e, "width") == "0" {
		for c := max(first, 1); c <= min(last, mostColumns) && len(s.HiddenColumns) < mostColumns; c++ {
			s.HiddenColumns = append(s.HiddenColumns, c)
		}
	}
	return nil
}

func (s *sheetReader) startRow(e xml.StartElement) error {
	s.row++
	s.column = 0
	if n, err := strconv.Atoi(attr(e, "r")); err == nil {
		s.row = n
	}
	if s.row < 1 || s.row > mostRows {
		return errTooBig
	}
	s.Rows = append(s.Rows, Row{Number: s.row, Hidden: yes(e, "hidden") || attr(e, "ht") == "0"})
	s.cells--
	return nil
}

func (s *sheetReader) cell(c *sheetCell) error {
	s.column++
	if row, column, ok := coordinates(c.Ref); ok {
		s.column = column
		if row != s.row {
			return errDamaged
		}
	}
	if len(s.Rows) == 0 || s.column > mostColumns {
		return errDamaged
	}
	text, fault := s.value(c)
	if text == "" && fault == Sound {
		return nil
	}
	last := &s.Rows[len(s.Rows)-1]
	last.Cells = append(last.Cells, Cell{s.column, text, fault})
	return s.spend(text)
}

// finish puts rows and cells in order, each once, and drops rows that hold nothing.
func (s *sheetReader) finish() {
	s.Rows = slices.DeleteFunc(s.Rows, func(r Row) bool { return len(r.Cells) == 0 })
	slices.SortStableFunc(s.Rows, func(a, b Row) int { return cmp.Compare(a.Number, b.Number) })
	s.Rows = slices.CompactFunc(s.Rows, func(a, b Row) bool { return a.Number == b.Number })
	for i := range s.Rows {
		cells := &s.Rows[i].Cells
		slices.SortStableFunc(*cells, func(a, b Cell) int { return cmp.Compare(a.Column, b.Column) })
		*cells = slices.CompactFunc(*cells, func(a, b Cell) bool { return a.Column == b.Column })
	}
	slices.Sort(s.HiddenColumns)
	s.HiddenColumns = slices.Compact(s.HiddenColumns)
}

// coordinates are those of a cell by its name, as C4.
func coordinates(name string) (row, column int, ok bool) {
	name = strings.ReplaceAll(name, "$", "")
	i := 0
	for ; i < len(name) && i < 4; i++ {
		c := name[i] &^ 0x20
		if c < 'A' || c > 'Z' {
			break
		}
		column = column*26 + int(c-'A') + 1
	}
	row, err := strconv.Atoi(name[i:])
	return row, column, err == nil && row > 0 && row <= mostRows && column > 0 && column <= mostColumns
}

// rangeOf is a range by its corners, as B3:B4.
func rangeOf(ref string) (r Range, ok bool) {
	from, to, _ := strings.Cut(ref, ":")
	var a, b bool
	r.Row, r.Column, a = coordinates(from)
	r.LastRow, r.LastColumn, b = coordinates(cmp.Or(to, from))
	return r, a && b
}
