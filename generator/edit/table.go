package edit

import (
	"bytes"
	"errors"
	"maps"
	"slices"

	"gongshi/generator/ledger"
)

// Table is a table with the changes that are to be made in it.
type Table struct {
	*ledger.Table
	Added []Addition

	sets   map[int]map[string]string // by record and column
	gone   map[int]bool
	header []string // columns that the table lacks so far
}

// Addition is a new record after another one; -1: above all.
type Addition struct {
	After int
	Cells map[string]string // by column
}

// ErrBytes is told of a file that has bytes which no text of its encoding makes.
var ErrBytes = errors.New("这个文件里有不合编码的字节，不能只改其中一处")

// Open begins to change a table, whose file has these bytes.
func Open(t *ledger.Table, file []byte) (*Table, error) {
	if again, err := t.Encode(t.Text); err != nil || !bytes.Equal(again, file) {
		return nil, ErrBytes
	}
	return newTable(t), nil
}

func newTable(t *ledger.Table) *Table {
	return &Table{Table: t, sets: map[int]map[string]string{}, gone: map[int]bool{}}
}

// Set puts a text into a cell. A column that the table lacks is added to its header.
func (e *Table) Set(record int, column, text string) {
	if e.sets[record] == nil {
		e.sets[record] = map[string]string{}
	}
	e.sets[record][column] = text
	e.Need(column)
}

// IsSet reports whether a cell was set, and to what.
func (e *Table) IsSet(record int, column string) (text string, set bool) {
	text, set = e.sets[record][column]
	return text, set
}

// Was is what a cell holds in the file.
func (e *Table) Was(record int, column string) string {
	return e.Records[record].Cell(e.Column(column))
}

// Add adds a record after another one; -1: above all.
func (e *Table) Add(after int, cells map[string]string) {
	e.Added = append(e.Added, Addition{after, cells})
	for _, name := range slices.Sorted(maps.Keys(cells)) {
		if cells[name] != "" {
			e.Need(name)
		}
	}
}

// Append adds a record below all.
func (e *Table) Append(cells map[string]string) { e.Add(len(e.Records)-1, cells) }

// Remove takes a record out.
func (e *Table) Remove(record int) { e.gone[record] = true }

// IsGone reports whether a record is taken out.
func (e *Table) IsGone(record int) bool { return e.gone[record] }

// Need adds a column to the header, unless the table has it.
func (e *Table) Need(column string) {
	if e.Column(column) < 0 && !slices.Contains(e.header, column) {
		e.header = append(e.header, column)
	}
}

// IsChanged reports whether anything is to be otherwise.
func (e *Table) IsChanged() bool { return len(e.sets)+len(e.Added)+len(e.gone) > 0 }

// Bytes is the whole file with the changes in it.
func (e *Table) Bytes() ([]byte, error) { return e.Encode(e.text()) }
