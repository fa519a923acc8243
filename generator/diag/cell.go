package diag

import "strconv"

// Cell is a place in a table as a spreadsheet shows it, which numbers rows, not lines of text.
// The zero Cell means no table.
type Cell struct {
	Row     int32  // from 1
	Letter  string // of the column; empty for the whole row
	Heading string // of the column, as typed
	Sheet   string // of a workbook; empty in a CSV file
}

// Name returns the spreadsheet's name of the cell, such as C4 or 评分!C4, or "" for a whole row.
func (c Cell) Name() string {
	if c.Letter == "" {
		return ""
	}
	return c.prefix() + c.Letter + strconv.Itoa(int(c.Row))
}

// prefix returns the sheet's name as it comes before a cell or row.
func (c Cell) prefix() string {
	if c.Sheet == "" {
		return ""
	}
	return c.Sheet + "!"
}

// Letter returns a spreadsheet's name of the n-th column, from 0: A to Z, then AA.
func Letter(n int) string {
	s := ""
	for ; n >= 0; n = n/26 - 1 {
		s = string(rune('A'+n%26)) + s
	}
	return s
}

// Row returns a position's line in words, for messages that refer to it. In a table, package
// source replaces it with the spreadsheet's row.
func (p Position) Row() string { return RowWords(p.Line) }

// RowWords returns the words for a row.
func RowWords(n int32) string { return "第" + strconv.Itoa(int(n)) + "行" }
