package convert

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// written are the bytes of a workbook that fill makes.
func written(t testing.TB, fill func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	fill(f)
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// set puts values into a sheet's cells from one on; must not fail.
func set(t testing.TB, f *excelize.File, sheet, from string, values ...any) {
	t.Helper()
	if err := f.SetSheetRow(sheet, from, &values); err != nil {
		t.Fatal(err)
	}
}

func TestRead(t *testing.T) {
	data := written(t, func(f *excelize.File) {
		set(t, f, "Sheet1", "B2", "户号", "庭院", "日期", "入会")
		set(t, f, "Sheet1", "B3", "001", 0.1+0.2, 45901, true)
		set(t, f, "Sheet1", "B5", "002", 100000, "2025/9/1")
		style, err := f.NewStyle(&excelize.Style{NumFmt: 31})
		if err != nil {
			t.Fatal(err)
		}
		for _, err := range []error{f.SetCellStyle("Sheet1", "D3", "D3", style), f.SetRowVisible("Sheet1", 5, false), f.SetColVisible("Sheet1", "C", false)} {
			if err != nil {
				t.Fatal(err)
			}
		}
	})
	got, bad := Read("a.xlsx", data)
	want := &Workbook{"a.xlsx", []Sheet{{Name: "Sheet1", HiddenColumns: []int{3}, Rows: []Row{
		{Number: 2, Cells: []Cell{{Column: 2, Text: "户号"}, {Column: 3, Text: "庭院"}, {Column: 4, Text: "日期"}, {Column: 5, Text: "入会"}}},
		{Number: 3, Cells: []Cell{{Column: 2, Text: "001"}, {Column: 3, Text: "0.3"}, {Column: 4, Text: "2025-09-01"}, {Column: 5, Text: "TRUE"}}},
		{Number: 5, Hidden: true, Cells: []Cell{{Column: 2, Text: "002"}, {Column: 3, Text: "100000"}, {Column: 4, Text: "2025/9/1"}}},
	}}}}
	if d := cmp.Diff(want, got); d != "" || len(bad) > 0 {
		t.Error(d, bad)
	}
}
