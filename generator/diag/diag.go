// Package diag describes what is wrong with a village's data, where, and how to mend it.
//
// In: nothing. Out: [Position], [Diagnostic] and [List], the values in which every other room
// reports. It never prints and never stops anything: the caller decides.
//
// Trouble of the machine (a disk, a bug) is a Go error, not a Diagnostic.
package diag

import (
	"cmp"
	"slices"
	"strconv"
)

// Position is a place in a file: a slash path relative to the site's folder,
// a line from 1, and a column from 1 that counts characters, not bytes.
// Line and Column are 0 when the whole file or the whole line is meant.
type Position struct {
	File   string `json:"file,omitzero"`
	Line   int32  `json:"line,omitzero"`
	Column int32  `json:"-"`
}

// At returns the position of a line and column in a file.
func At(file string, line, column int) Position {
	return Position{File: file, Line: int32(line), Column: int32(column)}
}

// Col returns the same line at another column.
func (p Position) Col(column int) Position {
	p.Column = int32(column)
	return p
}

// String returns file:line:column without the parts that are not known.
func (p Position) String() string {
	s := p.File
	if p.Line > 0 {
		s += ":" + strconv.Itoa(int(p.Line))
		if p.Column > 0 {
			s += ":" + strconv.Itoa(int(p.Column))
		}
	}
	return s
}

// sought is the column of a Position whose heading alone is known.
const sought = -1

// Field is the place of a cell or of a key, with the column's heading or the key.
type Field struct {
	Position
	Heading string
}

// Sought reports whether the column of p is not known yet, only its heading.
func (p Position) Sought() bool { return p.Column == sought }

// As returns p as the place of a cell below a heading, or of a key.
func (p Position) As(heading string) Field { return Field{p, heading} }

// Record is the place of a table's row in a file.
type Record struct{ Position }

// RecordAt returns the place of a row on a line of a file.
func RecordAt(file string, line int) Record { return Record{At(file, line, 0)} }

// At returns the place of r's cell below a heading; its column is sought later.
func (r Record) At(heading string) Field { return r.Col(sought).As(heading) }

// Severity is whether a diagnostic stops the build.
type Severity uint8

const (
	Error Severity = iota // nothing is built
	Note                  // reported, and the build goes on
)

// String returns the word used in JSON and on GitHub.
func (s Severity) String() string {
	if s == Note {
		return "note"
	}
	return "error"
}

// Diagnostic is one problem. Message describes what is wrong, with the value found and what was
// expected; Hint tells what to do. Code is stable and in English (missing-cell, foreign-key …);
// Heading is the column's heading or the key.
type Diagnostic struct {
	Position
	Severity Severity
	Code     string
	Heading  string
	Message  string
	Hint     string
	Scope    string     // within which a cause is reported once; empty for its file
	Spots    []Spot     // all its places, if it has several
	Cell     Cell       // the place in a table; set last, by package source
	Refs     []Position // other rows that Message names by their Row, in this order
}

// String returns where d is and what is wrong, as tests print it: not its position alone, whose String it has.
func (d Diagnostic) String() string {
	return d.Position.String() + ": " + d.Text() + " [" + d.Code + "]"
}

// List is what a room found. The zero List is ready for use.
type List []Diagnostic

// Add appends d.
func (l *List) Add(d Diagnostic) { *l = append(*l, d) }

// Wrong adds an error: nothing is built until it is mended.
func (l *List) Wrong(at Field, code, message, hint string) *Diagnostic {
	l.Add(Diagnostic{Position: at.Position, Code: code, Heading: at.Heading, Message: message, Hint: hint})
	return &(*l)[len(*l)-1]
}

// Note adds a note: the build goes on.
func (l *List) Note(at Field, code, message, hint string) *Diagnostic {
	d := l.Wrong(at, code, message, hint)
	d.Severity = Note
	return d
}

// HasErrors reports whether anything in l stops a build.
func (l List) HasErrors() bool {
	return slices.ContainsFunc(l, func(d Diagnostic) bool { return d.Severity == Error })
}

// Errors returns the diagnostics in l that stop a build.
func (l List) Errors() List {
	return slices.DeleteFunc(slices.Clone(l), func(d Diagnostic) bool { return d.Severity != Error })
}

// Sort sorts l by file, line, column, code and message, and removes duplicates.
func (l *List) Sort() {
	slices.SortFunc(*l, compare)
	*l = slices.CompactFunc(*l, func(a, b Diagnostic) bool { return compare(a, b) == 0 })
}

func compare(a, b Diagnostic) int {
	return cmp.Or(
		cmp.Compare(a.File, b.File),
		cmp.Compare(a.Line, b.Line),
		cmp.Compare(a.Column, b.Column),
		cmp.Compare(a.Severity, b.Severity),
		cmp.Compare(a.Code, b.Code),
		cmp.Compare(a.Message, b.Message),
		cmp.Compare(a.Hint, b.Hint),
		cmp.Compare(a.Heading, b.Heading),
	)
}
