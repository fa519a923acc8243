package convert_test

import (
	"bytes"
	"errors"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"

	"gongshi/generator/convert"
	"gongshi/generator/convert/formtest"
	"gongshi/generator/ledger"
	"gongshi/generator/oracle"
)

// What is wrong with a workbook of ours is told, and nothing is taken of the sheet.
func TestWrongWorkbookOfOurs(t *testing.T) {
	s := formtest.Site(t, oracle.RandomSite(3))
	var place *ledger.Place
	var period ledger.Period
	for _, p := range s.Book.Places {
		for at, sheet := range p.Sheets {
			if len(sheet.Rows) > 0 && len(sheet.Items) > 0 && (place == nil || at.Compare(period) < 0) {
				place, period = p, at
			}
		}
		if place != nil {
			break
		}
	}
	for name, c := range map[string]struct {
		code string
		edit func(x *excelize.File) error
	}{
		"a formula without a value": {"no-value", func(x *excelize.File) error {
			return errors.Join(x.SetCellValue("评分", "E6", nil), x.SetCellFormula("评分", "E6", "1+1"))
		}},
		"a telephone":     {"private-cell", telephone},
		"a filtered row":  {"hidden-row", func(x *excelize.File) error { return x.SetRowVisible("评分", 6, false) }},
		"a further sheet": {"sheet-left", func(x *excelize.File) error { x.NewSheet("备忘"); return x.SetCellStr("备忘", "A1", "户号") }},
		"a sheet less":    {"sheet-left", func(x *excelize.File) error { return x.DeleteSheet("户册") }},
		"another's file": {"workbook-damaged", func(x *excelize.File) error {
			rows, err := x.GetRows("gongshi")
			for i, r := range rows {
				if err == nil && r[0] == "line" && len(r) > 1 && r[1] != "" {
					cell, _ := excelize.CoordinatesToCellName(2, i+1)
					return x.SetCellStr("gongshi", cell, "data/../config.csv")
				}
			}
			return errors.Join(err, errors.New("no line"))
		}},
		"another's site": {"other-place", func(x *excelize.File) error { return x.SetCellStr("gongshi", "C1", "nirgends") }},
	} {
		im := back(t, s, place, period, func(data []byte) []byte {
			x, err := excelize.OpenReader(bytes.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			defer x.Close()
			if err := c.edit(x); err != nil {
				t.Fatal(name, err)
			}
			var b bytes.Buffer
			if _, err := x.WriteTo(&b); err != nil {
				t.Fatal(err)
			}
			return b.Bytes()
		})
		if len(im.Problems) != 1 || im.Problems[0].Code != c.code || len(im.Changes) > 0 {
			t.Errorf("%s: %+v\n%+v", name, im.Problems, im.Changes)
		}
	}
}

// telephone puts one among the remarks.
func telephone(x *excelize.File) error {
	cols, err := x.GetCols("评分")
	for i, col := range cols {
		if slices.Contains(col, "备注") {
			cell, _ := excelize.CoordinatesToCellName(i+1, 6)
			return x.SetCellStr("评分", cell, "电话 13800138000")
		}
	}
	return errors.Join(err, errors.New("no remarks"))
}

// Whatever the hidden sheet holds, reading it ends.
func FuzzAncestor(f *testing.F) {
	f.Add("gongshi", "1", "sheet", "scores", "columns", "line")
	f.Add("gongshi", "1", "line", "", "columns", "")
	f.Add("gongshi", "1", "columns", "file", "sheet", "tasks.csv")
	f.Fuzz(func(t *testing.T, a, b, c, d, e, g string) {
		row := func(n int, texts ...string) convert.Row {
			r := convert.Row{Number: n}
			for i, text := range texts {
				if text != "" {
					r.Cells = append(r.Cells, convert.Cell{Column: i + 1, Text: text})
				}
			}
			return r
		}
		rows := []convert.Row{row(1, a, b, "cun", "村", "2023-01"), row(2, c, d, e, g), row(3, e, g), row(4, g, d)}
		rows = slices.DeleteFunc(rows, func(r convert.Row) bool { return len(r.Cells) == 0 })
		w := convert.Workbook{Sheets: []convert.Sheet{{Name: "gongshi", Hidden: true, Rows: rows}}}
		w.Ancestor()
	})
}
