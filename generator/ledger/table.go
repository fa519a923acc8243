package ledger

import "slices"

// Table is a CSV file as written, so that a spreadsheet can show its records, and a change of one
// cell leaves everything else as it is.
type Table struct {
	Text    string // decoded
	Sep     string
	Columns []TableColumn // from the left
	Records []Record
	Encode  func(text string) ([]byte, error) // encodes a text like the file
}

// TableColumn is a heading of a table.
type TableColumn struct {
	Heading string // as typed
	Name    string // 户号, an item; empty if nothing reads it
	End     int    // offset in the text of the end of its cell
}

// Record is a row of a table that is a record, not a total, a remark or a heading.
type Record struct {
	Row   int // as a spreadsheet numbers it
	Cells []Written
}

// Written is a cell of a record as written.
type Written struct {
	Text     string // without quotation marks and blanks around it
	From, To int    // offsets in the table's text of the whole cell
}

// Column returns the index of a column by its name, or -1.
func (t *Table) Column(name string) int {
	return slices.IndexFunc(t.Columns, func(c TableColumn) bool { return c.Name == name })
}

// Cell returns a record's cell, empty if the record is too short for it.
func (r Record) Cell(column int) string {
	if column < 0 || column >= len(r.Cells) {
		return ""
	}
	return r.Cells[column].Text
}

// ItemName returns the heading that means an item and no other of a sheet.
func ItemName(items []*Item, item *Item) string {
	if found, twice := FindItem(items, item.Name); !twice && found == item {
		return item.Name
	}
	return item.Category.Name + "/" + item.Name
}
