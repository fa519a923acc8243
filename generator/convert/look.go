package convert

import (
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"gongshi/generator/diag"
)

// look is what a cell looks like.
type look struct {
	part  part
	form  form
	fixed bool // not to be changed
	edge  bool // the first of a group
}

type part uint8

const (
	body part = iota
	titleRow
	adviceRow
	headRow
	limitRow
)

func (w *writer) style(k look) int {
	if id, known := w.styles[k]; known {
		return id
	}
	id, err := w.x.NewStyle(styleOf(k))
	w.do(err)
	w.styles[k] = id
	return id
}

const grey = "EFEFEF"

func styleOf(k look) *excelize.Style {
	s := &excelize.Style{
		Font:       &excelize.Font{Family: "宋体", Size: 11},
		Alignment:  &excelize.Alignment{Vertical: "center", WrapText: true},
		Protection: &excelize.Protection{Locked: k.part != body || k.fixed},
	}
	switch k.part {
	case titleRow:
		s.Font = &excelize.Font{Family: "黑体", Size: 16}
		s.Alignment.Horizontal = "center"
		return s
	case adviceRow:
		s.Font.Size, s.Font.Color = 10, "444444"
		return s
	case headRow:
		s.Font.Bold = true
		s.Alignment.Horizontal = "center"
	case limitRow:
		s.Font.Size = 10
		s.Alignment.Horizontal = "center"
	case body:
		if k.fixed { // a long name gets smaller, and keeps to its line
			s.Alignment.WrapText, s.Alignment.ShrinkToFit = false, true
		}
		if k.form != words {
			s.Alignment.Horizontal = "center"
		}
		switch k.form {
		case day:
			code := "yyyy-mm-dd"
			s.CustomNumFmt = &code
		case code, words:
			s.NumFmt = 49 // text, so that 001 stays 001
		}
	}
	if k.part != body || k.fixed {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{grey}}
	}
	for _, side := range []string{"left", "right", "top", "bottom"} {
		line := 1
		if side == "top" && k.edge {
			line = 2
		}
		s.Border = append(s.Border, excelize.Border{Type: side, Color: "000000", Style: line})
	}
	return s
}

// dress gives a sheet its columns, looks and heights.
func (w *writer) dress(l *layout) {
	name := l.sheet.sheet
	w.do(w.x.SetColVisible(name, "A", false))
	w.paint(name, 2, 1, l.lastColumn, 1, look{part: titleRow})
	w.paint(name, 2, 2, l.lastColumn, 2, look{part: adviceRow})
	lastLine := l.first + len(l.shown) - 1
	for i, c := range l.columns {
		w.do(w.x.SetColWidth(name, diag.Letter(i+1), diag.Letter(i+1), c.width))
		w.do(w.x.SetColStyle(name, diag.Letter(i+1), w.style(look{form: c.form})))
		w.paint(name, i+2, 1, i+2, 1, look{part: titleRow})
		w.paint(name, i+2, 2, i+2, 2, look{part: adviceRow})
		w.paint(name, i+2, l.head, i+2, l.first-1, look{part: headRow})
		if l.marked {
			w.paint(name, i+2, l.first-1, i+2, l.first-1, look{part: limitRow})
		}
		fixed := l.fixed(c)
		w.paint(name, i+2, l.first, i+2, lastLine, look{form: c.form, fixed: fixed})
		w.paint(name, i+2, lastLine+1, i+2, l.last, look{form: c.form})
		for _, row := range w.edges(l) {
			w.paint(name, i+2, row, i+2, row, look{form: c.form, fixed: fixed, edge: true})
		}
	}
	w.heights(l)
}

func (w *writer) paint(name string, column, row, lastColumn, lastRow int, k look) {
	if row <= lastRow {
		from, to := cells(column, row, lastColumn, lastRow)
		w.do(w.x.SetCellStyle(name, from, to, w.style(k)))
	}
}

// fixed reports whether a line's cell is not to be changed: who it is of, in a sheet of marks.
func (l *layout) fixed(c column) bool {
	return l.marked && (c.name == "户号" || c.seen)
}

// edges are the rows at which another group begins, in a sheet of marks.
func (w *writer) edges(l *layout) (rows []int) {
	if !l.marked {
		return nil
	}
	id := l.at("户号")
	for n := 1; n < len(l.shown); n++ {
		a, b := l.lines[l.shown[n-1]].cells[id], l.lines[l.shown[n]].cells[id]
		if w.groupOrder(a) != w.groupOrder(b) {
			rows = append(rows, l.first+n)
		}
	}
	return rows
}

const lineHeight, rowHeight = 15.0, 20.5

func (w *writer) heights(l *layout) {
	name := l.sheet.sheet
	w.do(w.x.SetRowHeight(name, 1, 30))
	w.do(w.x.SetRowHeight(name, 2, 2*lineHeight))
	most := 1
	for _, c := range l.columns {
		perLine := max(1, int(c.width/2.2)) // of Chinese characters
		most = max(most, (utf8.RuneCountInString(c.name)+perLine-1)/perLine)
	}
	for row := l.head; row < l.first; row++ {
		w.do(w.x.SetRowHeight(name, row, rowHeight))
	}
	named := l.head
	if l.marked {
		named++
	}
	w.do(w.x.SetRowHeight(name, named, float64(max(most, 1))*lineHeight+6))
	for row := l.first; row <= l.last; row++ {
		w.do(w.x.SetRowHeight(name, row, rowHeight))
	}
}
