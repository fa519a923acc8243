package convert

import (
	"bytes"

	"gongshi/generator/diag"
)

// A Workbook is what a spreadsheet file holds, as text a clerk would type in CSV.
type Workbook struct {
	Name   string
	Sheets []Sheet
}

// A Sheet is one sheet of a workbook; of a CSV file the only one, without a name.
type Sheet struct {
	Name          string
	Hidden        bool
	Rows          []Row   // those that hold anything, in order
	HiddenColumns []int   // the columns that are hidden, from 1, in order
	Merged        []Range // the cells that are one; only the first of them holds anything
}

// A Row has its Number as Excel shows it. It is hidden also where a filter hides it.
type Row struct {
	Number int
	Hidden bool
	Cells  []Cell // that hold anything, in order
}

// A Cell's Column counts from 1. Its Text is what a clerk would type: a date as 2026-03-01, a
// number as it is and not as it is shown.
type Cell struct {
	Column int
	Text   string
	Fault  Fault // why Text is not what the cell means
}

// A Fault makes a cell's text useless. It is a problem only where the cell is needed.
type Fault uint8

const (
	Sound   Fault = iota
	NoValue       // a formula whose result was not saved; Text is the formula
	Failed        // an error such as #REF!, which Text is
	Picture       // a picture within the cell, as WPS has it
)

// A Range is the cells from one corner to the other, both included, rows and columns from 1.
type Range struct{ Row, Column, LastRow, LastColumn int }

const webTable = "web-table" // a page of the web

// Read reads a workbook (xlsx), a CSV file in any encoding, or a page of the web that is one table, as one sheet.
// What the file is, is told by its bytes and not by its name. Where the list has errors there is no workbook.
func Read(name string, data []byte) (*Workbook, diag.List) {
	bad := refusal(name, data)
	if bad == nil && !bytes.HasPrefix(data, []byte("PK")) {
		return readCSV(name, data)
	}
	var book *Workbook
	switch {
	case bad == nil:
		book, bad = readArchive(data)
	case bad.code == webTable:
		if book = readWeb(data); book != nil {
			book.Name = name
			return book, diag.List{{Position: diag.At(name, 0, 0), Severity: diag.Note, Code: webTable, Message: "这个文件其实是网页，里面只有一张表，照那张表读了"}}
		}
	}
	if bad != nil {
		return nil, diag.List{{Position: diag.At(name, 0, 0), Code: bad.code, Message: bad.message, Hint: bad.hint}}
	}
	book.Name = name
	return book, nil
}

func readArchive(data []byte) (*Workbook, *trouble) {
	a, bad := openArchive(data)
	if bad != nil {
		return nil, bad
	}
	if bad = a.strange(); bad != nil {
		return nil, bad
	}
	return a.workbook()
}

// trouble is why a whole file cannot be read, and what to do about it.
type trouble struct{ code, message, hint string }
