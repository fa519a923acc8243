// Package diag says what is wrong with a village's data, where, and how to mend it.
//
// In: nothing. Out: [Position], [Diagnostic] and [List], the values in which every
// other room reports. It never prints to a terminal and never stops anything:
// whoever holds a List decides.
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
// Line and Column are 0 where the whole file, or a whole line, is meant.
type Position struct {
	File   string `json:"file,omitzero"`
	Line   int32  `json:"line,omitzero"`
	Column int32  `json:"-"`
}

// At is the position of a line and column in a file.
func At(file string, line, column int) Position {
	return Position{File: file, Line: int32(line), Column: int32(column)}
}

// Col is the same line at another column.
func (p Position) Col(column int) Position {
	p.Column = int32(column)
	return p
}

// String is file:line:column, leaving off what is not known.
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

// sought is the column of a cell whose heading is known; package source finds it at last.
const sought = -1

// Field is what a diagnostic is about: a cell or a key, with its heading. Without a heading it is a
// whole row, section or file.
type Field struct {
	Position
	Heading string
}

// Sought reports whether the column is still to be found by the heading.
func (p Position) Sought() bool { return p.Column == sought }

// As is the place under a heading: of a key that is there, or of what is not.
func (p Position) As(heading string) Field { return Field{p, heading} }

// Record is the place of a row in a table. Its fields are found by their headings.
type Record struct{ Position }

// RecordAt is the record at a line of a file.
func RecordAt(file string, line int) Record { return Record{At(file, line, 0)} }

// At is the record's cell under a heading; the whole row where the table has no such column.
func (r Record) At(heading string) Field { return r.Col(sought).As(heading) }

// Severity tells whether a diagnostic stops the build.
type Severity uint8

const (
	Error Severity = iota // nothing is built
	Note                  // reported, and the build goes on
)

// String is the word for it in JSON and on GitHub.
func (s Severity) String() string {
	if s == Note {
		return "note"
	}
	return "error"
}

// Diagnostic is one problem. Message says what is wrong, with the value that was
// found and what was expected; Hint says what to do. Code is stable and in English
// (missing-cell, foreign-key …); Heading is the column's heading or the key.
type Diagnostic struct {
	Position
	Severity Severity
	Code     string
	Heading  string
	Message  string
	Hint     string
	Scope    string     // within which a cause is told once; empty: its file
	Spots    []Spot     // all its places, of one that tells of several
	Cell     Cell       // where Position is in a table; package source fills it in last
	Refs     []Position // of other rows, to which Message refers by their Row, in this order
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

// Errors are what in l stops a build, without its notes.
func (l List) Errors() (errors List) {
	for _, d := range l {
		if d.Severity == Error {
			errors.Add(d)
		}
	}
	return errors
}

// Sort orders l by file, line, column, code and message, and drops repetitions.
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
