package convert

import (
	"gongshi/generator/diag"
	"gongshi/generator/scan"
)

// readCSV reads a CSV file as a workbook of one sheet.
func readCSV(name string, data []byte) (*Workbook, diag.List) {
	var list diag.List
	spoilt := func(d *scan.Damage) {
		list.Add(diag.Diagnostic{Position: diag.At(name, d.Line, d.Column), Code: d.Code, Message: d.Message, Hint: d.Hint})
	}
	text, bad := scan.Decode(data, ".csv")
	if bad != nil {
		spoilt(bad)
		return nil, list
	}
	s := scan.New(text, scan.Separator(text))
	s.Bad = spoilt
	var sheet Sheet
	var cells []scan.Cell
	left := mostCells
	for more := true; ; {
		if cells, more = s.Record(cells); !more || left < 0 {
			break
		}
		row := Row{Number: s.Row}
		for i, c := range cells {
			if c.Text != "" {
				row.Cells = append(row.Cells, Cell{Column: i + 1, Text: c.Text})
			}
		}
		left -= len(cells)
		if s.Width == 0 && len(cells) > 1 {
			s.Width = len(cells)
		}
		if len(row.Cells) > 0 {
			sheet.Rows = append(sheet.Rows, row)
		}
	}
	if left < 0 {
		spoilt(&scan.Damage{Code: tooBig.code, Message: tooBig.message, Hint: tooBig.hint})
	}
	if list.HasErrors() {
		return nil, list
	}
	return &Workbook{Name: name, Sheets: []Sheet{sheet}}, nil
}
