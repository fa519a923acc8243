package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"

	"gongshi/generator/convert"
)

// cells writes into a file what the sheets of a workbook hold: cells FILE OUT [SHEET…].
func cells(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: cells FILE OUT [SHEET…]")
	}
	var out strings.Builder
	defer func() { ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(out.String()), 0o644)) }()
	book, list := convert.Read(args[0], []byte(ts.ReadFile(args[0])))
	if book == nil {
		ts.Fatalf("%v", list)
	}
	for _, sheet := range book.Sheets {
		if len(args) > 2 && !slices.Contains(args[2:], sheet.Name) {
			continue
		}
		hidden := ""
		if sheet.Hidden {
			hidden = " (hidden)"
		}
		fmt.Fprintf(&out, "# %s%s\n", sheet.Name, hidden)
		for _, row := range sheet.Rows {
			fmt.Fprint(&out, row.Number)
			for _, c := range row.Cells {
				name, _ := excelize.CoordinatesToCellName(c.Column, row.Number)
				fmt.Fprintf(&out, " %s=%s", strings.TrimRight(name, "0123456789"), c.Text)
			}
			fmt.Fprintln(&out)
		}
	}
}

// setcell types into a workbook as somebody with a spreadsheet does: setcell FILE SHEET!CELL TEXT …
// Digits become a number, where the cell is not one of text; nothing empties it.
func setcell(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 || len(args)%2 == 0 {
		ts.Fatalf("usage: setcell FILE SHEET!CELL TEXT …")
	}
	book, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	for i := 1; i < len(args); i += 2 {
		sheet, cell, _ := strings.Cut(args[i], "!")
		if n, _ := book.GetSheetIndex(sheet); n < 0 {
			_, err := book.NewSheet(sheet)
			ts.Check(err)
		}
		ts.Check(typeInto(book, sheet, cell, args[i+1]))
	}
	ts.Check(book.SaveAs(ts.MkAbs(args[0])))
}

func typeInto(book *excelize.File, sheet, cell, text string) error {
	id, err := book.GetCellStyle(sheet, cell)
	if err != nil {
		return err
	}
	style, err := book.GetStyle(id)
	if err != nil {
		return err
	}
	var number float64
	switch _, err := fmt.Sscanf(text, "%g", &number); {
	case text == "":
		return book.SetCellValue(sheet, cell, nil)
	case err == nil && fmt.Sprint(number) == text && style.NumFmt != 49:
		return book.SetCellValue(sheet, cell, number)
	}
	return book.SetCellStr(sheet, cell, text)
}

// newbook makes an empty workbook: newbook FILE SHEET.
func newbook(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: newbook FILE SHEET")
	}
	book := excelize.NewFile()
	ts.Check(book.SetSheetName("Sheet1", args[1]))
	ts.Check(os.MkdirAll(ts.MkAbs("."), 0o755))
	ts.Check(book.SaveAs(ts.MkAbs(args[0])))
}
