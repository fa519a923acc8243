package gazette

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"iter"

	"gongshi/generator/diag"
)

// form is how values stand in a table of open data: a row each, in these columns.
type form[T any] struct {
	kind    string
	begin   func(*T) // what every value has, before its row is read; nil: nothing
	columns []column[T]
}

// column is one column of a form, declared once: what it is called, what the theme's words
// tell of it, how its cells are written, and how they are read again.
type column[T any] struct {
	Column
	get func(*T) string
	set func(*T, string) bool // false: it cannot be read; nil: it follows from what else is known
}

// formOf is a form of columns that the theme's words explain: field.<kind>.<name>.
func formOf[T any](kind string, columns ...column[T]) form[T] {
	return form[T]{kind: kind, columns: about(kind, columns...)}
}

// from is f with what every value has before its row is read.
func (f form[T]) from(begin func(*T)) form[T] {
	f.begin = begin
	return f
}

// about are columns with what the words of a kind of table tell of them.
func about[T any](kind string, columns ...column[T]) []column[T] {
	for i := range columns {
		columns[i].About = Phrase{Key: "field." + kind + "." + columns[i].Name}
	}
	return columns
}

func (f form[T]) headings() []Column {
	list := make([]Column, len(f.columns))
	for i, c := range f.columns {
		list[i] = c.Column
	}
	return list
}

// write makes the rows of values; a row holds until the next one.
func (f form[T]) write(values iter.Seq[*T]) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		row := make([]string, len(f.columns))
		for v := range values {
			for i := range f.columns {
				row[i] = f.columns[i].get(v)
			}
			if !yield(row) {
				return
			}
		}
	}
}

// Unreadable is a cell of a table that cannot be read, or not be so.
type Unreadable struct {
	diag.Position
	Message string
}

func (u *Unreadable) Error() string { return u.Position.String() + ": " + u.Message }

// read reads a table again: the values of its rows, or an [Unreadable]. Written, they make the
// same rows: what follows from other cells must be as it follows.
func (f form[T]) read(file string, content []byte) ([]T, error) {
	in := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(content, []byte(byteOrderMark))))
	in.ReuseRecord = true
	fail := func(message string) error {
		line, _ := in.FieldPos(0)
		return &Unreadable{diag.At(file, line, 0), message}
	}
	head, err := in.Read()
	if err != nil {
		return nil, &Unreadable{diag.At(file, 1, 0), "没有表头"}
	}
	if message := f.mismatch(head); message != "" {
		return nil, fail(message)
	}
	var list []T
	for {
		switch row, err := in.Read(); {
		case err == io.EOF:
			return list, nil
		case err != nil:
			return nil, &Unreadable{diag.Position{File: file}, "读不成表：" + err.Error()}
		default:
			v, message := f.value(row)
			if message != "" {
				return nil, fail(message)
			}
			list = append(list, v)
		}
	}
}

// mismatch says where a header is another than f's; "" where it is the same.
func (f form[T]) mismatch(head []string) string {
	for i, c := range f.columns {
		if i == len(head) || head[i] != c.Heading() {
			return fmt.Sprintf("表头第 %d 栏应是“%s”", i+1, c.Name)
		}
	}
	if len(head) > len(f.columns) {
		return fmt.Sprintf("表头多了“%s”", Plain(head[len(f.columns)]))
	}
	return ""
}

// value reads one row, or says what cannot be read.
func (f form[T]) value(row []string) (v T, message string) {
	if f.begin != nil {
		f.begin(&v)
	}
	for i := range f.columns {
		c := &f.columns[i]
		if text := Plain(row[i]); c.set != nil && !c.set(&v, text) {
			return v, fmt.Sprintf("“%s”一栏的“%s”认不出", c.Name, text)
		}
	}
	for i := range f.columns {
		c := &f.columns[i]
		if want := c.Cell(c.get(&v)); row[i] != want {
			return v, fmt.Sprintf("“%s”一栏是“%s”，应是“%s”", c.Name, row[i], want)
		}
	}
	return v, ""
}
