package gazette

import "iter"

// Form is how values are written in a table of open data: a row each, in these columns.
type Form[T any] struct {
	kind    string
	begin   func(*T) // what every value has before its row is read; nil for nothing
	columns []column[T]
	key     []string // names of the columns that identify a row, if any do
}

// column is one column of a form, declared once: its name, its explanation in the theme's words,
// how its cells are written, and how they are read again.
type column[T any] struct {
	Column
	get func(*T) string
	set func(*T, string) bool // false if it cannot be read
}

// formOf returns a form of columns that the theme's words explain: field.<kind>.<name>.
func formOf[T any](kind string, columns ...column[T]) Form[T] {
	return Form[T]{kind: kind, columns: about(kind, columns...)}
}

// from returns f with what every value has before its row is read.
func (f Form[T]) from(begin func(*T)) Form[T] {
	f.begin = begin
	return f
}

// by returns f with the columns that identify a row.
func (f Form[T]) by(key ...string) Form[T] {
	f.key = key
	return f
}

// about returns columns with the explanations for a kind of table.
func about[T any](kind string, columns ...column[T]) []column[T] {
	for i := range columns {
		columns[i].About = Phrase{Key: "field." + kind + "." + columns[i].Name}
	}
	return columns
}

func (f Form[T]) headings() []Column {
	list := make([]Column, len(f.columns))
	for i, c := range f.columns {
		list[i] = c.Column
	}
	return list
}

// write makes the rows of values; a row is valid until the next one.
func (f Form[T]) write(values iter.Seq[*T]) iter.Seq[[]string] {
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
