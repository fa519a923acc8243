package diag

import "strconv"

// Cell is a place in a table as a spreadsheet shows it, which numbers rows and not lines
// of text. The zero Cell is of what is no table.
type Cell struct {
	Row     int32  // from 1
	Letter  string // of the column; empty: the whole row
	Heading string // of the column, as it was typed
	Sheet   string // of a workbook; empty in a CSV file
}

// Name is what a spreadsheet calls the cell, such as C4 or 评分!C4; empty where a whole row is
// meant.
func (c Cell) Name() string {
	if c.Letter == "" {
		return ""
	}
	return c.prefix() + c.Letter + strconv.Itoa(int(c.Row))
}

// prefix is the sheet in front of what is in it.
func (c Cell) prefix() string {
	if c.Sheet == "" {
		return ""
	}
	return c.Sheet + "!"
}

// Letter is what a spreadsheet calls its n-th column, from 0: A to Z, then AA.
func Letter(n int) string {
	s := ""
	for ; n >= 0; n = n/26 - 1 {
		s = string(rune('A'+n%26)) + s
	}
	return s
}

// Row is a position's line in words, with which a message refers to it. In a table,
// package source puts the spreadsheet's row in its place.
func (p Position) Row() string { return RowWords(p.Line) }

// RowWords are the words for a row.
func RowWords(n int32) string { return "第" + strconv.Itoa(int(n)) + "行" }
