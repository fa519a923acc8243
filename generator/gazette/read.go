package gazette

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"slices"

	"gongshi/generator/diag"
)

// Told is the content of one row of a published table.
type Told[T any] struct {
	Is     T
	At     diag.Position
	Broken bool // a cell of it cannot be read
}

// Unreadable is a cell of a table that cannot be read, or has a wrong value.
type Unreadable struct {
	diag.Position
	Message string
}

func (u *Unreadable) Error() string { return u.Position.String() + ": " + u.Message }

// Read reads a published table. It returns the content of its rows, and the headings that f does
// not know, whose columns are skipped. For each row it reports the first cell that cannot be
// read, or else the first that differs from what f writes: what follows from other cells must be
// as it follows.
func (f Form[T]) Read(file string, content []byte, tell func(*Unreadable)) (rows []*Told[T], unknown []string) {
	in := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(content, []byte(byteOrderMark))))
	in.ReuseRecord = true
	head, err := in.Read()
	if err != nil {
		tell(&Unreadable{diag.At(file, 1, 0), "没有表头"})
		return nil, nil
	}
	columns, unknown, lacks := f.columnsIn(head)
	if columns == nil {
		tell(&Unreadable{diag.At(file, 1, 0), fmt.Sprintf("表头没有“%s”", lacks)})
		return nil, nil
	}
	for cells := make([]string, len(columns)); ; {
		all, err := in.Read()
		switch {
		case err == io.EOF:
			return rows, unknown
		case err != nil:
			tell(&Unreadable{diag.Position{File: file}, "读不成表：" + err.Error()})
			return rows, unknown
		}
		for i, at := range columns {
			cells[i] = all[at]
		}
		line, _ := in.FieldPos(0)
		row := &Told[T]{At: diag.At(file, line, 0)}
		if message := f.value(row, cells); message != "" {
			tell(&Unreadable{row.At, message})
		}
		rows = append(rows, row)
	}
}

// columnsIn returns f's columns in a header; lacks is the first that is missing, and then there
// are none.
func (f Form[T]) columnsIn(head []string) (at []int, unknown []string, lacks string) {
	for _, c := range f.columns {
		i := slices.Index(head, c.Heading())
		if i < 0 {
			return nil, nil, c.Name
		}
		at = append(at, i)
	}
	for i, h := range head {
		if !slices.Contains(at, i) {
			unknown = append(unknown, Plain(h))
		}
	}
	return at, unknown, ""
}

// value reads the cells of a row, and reports the first error.
func (f Form[T]) value(row *Told[T], cells []string) string {
	if f.begin != nil {
		f.begin(&row.Is)
	}
	for i := range f.columns {
		c := &f.columns[i]
		if text := Plain(cells[i]); !c.set(&row.Is, text) {
			row.Broken = true
			return fmt.Sprintf("“%s”一栏的“%s”认不出", c.Name, text)
		}
	}
	for i := range f.columns {
		c := &f.columns[i]
		if want := c.Cell(c.get(&row.Is)); cells[i] != want {
			return fmt.Sprintf("“%s”一栏是“%s”，应是“%s”", c.Name, cells[i], want)
		}
	}
	return ""
}

// read reads a table that is as f writes it, or returns an [Unreadable].
func (f Form[T]) read(file string, content []byte) ([]T, error) {
	var wrong *Unreadable
	rows, unknown := f.Read(file, content, func(u *Unreadable) {
		if wrong == nil {
			wrong = u
		}
	})
	switch {
	case wrong != nil:
		return nil, wrong
	case len(unknown) > 0:
		return nil, &Unreadable{diag.At(file, 1, 0), fmt.Sprintf("表头多了“%s”", unknown[0])}
	}
	list := make([]T, len(rows))
	for i := range rows {
		list[i] = rows[i].Is
	}
	return list, nil
}

// Difference is a cell that is other than it should be.
type Difference struct{ Column, Is, Should string }

// Differences returns the cells in which the rows of two values differ.
func (f Form[T]) Differences(is, should *T) []Difference {
	var list []Difference
	for i := range f.columns {
		c := &f.columns[i]
		if a, b := c.get(is), c.get(should); a != b {
			list = append(list, Difference{c.Name, a, b})
		}
	}
	return list
}
