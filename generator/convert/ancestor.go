package convert

import (
	"maps"
	"path"
	"slices"
	"strconv"

	"gongshi/generator/ledger"

	"github.com/xuri/excelize/v2"
)

// The hidden sheet of a form holds what was exported. The first cell of each row tells what the row is:
//
//	gongshi  1  place  its name  period  blank
//	sheet    kind  name  the file for new rows
//	file     path  digest
//	columns  names…
//	line     file  cells…
const (
	hiddenSheet = "gongshi"
	hiddenLists = "选项"
	fullMarks   = "满分" // of the row of what items give at most
	lineHeading = "行号" // of a hidden column in each sheet, which holds the number of the line
	version     = "1"
)

// records are the rows of the hidden sheet.
func (f *Form) records() [][]string {
	blank := ""
	if f.Blank {
		blank = "blank"
	}
	rows := [][]string{{"gongshi", version, f.Place.Path, f.Place.Name, f.Period.String(), blank}}
	for _, sh := range f.sheets {
		rows = append(rows, []string{"sheet", sh.file, sh.sheet, sh.target})
		for _, name := range slices.Sorted(maps.Keys(sh.files)) {
			rows = append(rows, []string{"file", name, sh.files[name]})
		}
		names := []string{"columns"}
		for _, c := range sh.columns {
			names = append(names, c.name)
		}
		rows = append(rows, names)
		for _, l := range sh.lines {
			rows = append(rows, append([]string{"line", l.file}, l.cells...))
		}
	}
	return rows
}

// hide writes the hidden sheet.
func (f *Form) hide(x *excelize.File) error {
	if _, err := x.NewSheet(hiddenSheet); err != nil {
		return err
	}
	for i, r := range f.records() {
		for n, text := range r {
			if text == "" {
				continue
			}
			if err := x.SetCellStr(hiddenSheet, cellName(n+1, i+1), text); err != nil {
				return err
			}
		}
	}
	return x.SetSheetVisible(hiddenSheet, false)
}

// Ancestor is what the hidden sheet of a form holds; the sheets are those of the export.
type Ancestor struct {
	Place, Name string
	Period      ledger.Period
	Blank       bool
	sheets      []*sheet
}

// Ancestor reads the hidden sheet of a workbook; nil if it is none of ours.
func (w *Workbook) Ancestor() *Ancestor {
	i := slices.IndexFunc(w.Sheets, func(s Sheet) bool { return s.Name == hiddenSheet })
	if i < 0 || len(w.Sheets[i].Rows) == 0 {
		return nil
	}
	first := w.Sheets[i].Rows[0].texts(6)
	period, ok := ledger.ParsePeriod(first[4])
	if first[0] != "gongshi" || first[1] != version || !ok {
		return nil
	}
	a := &Ancestor{Place: first[2], Name: first[3], Period: period, Blank: first[5] != ""}
	for _, r := range w.Sheets[i].Rows[1:] {
		if !a.record(r) {
			return nil
		}
	}
	return a
}

// record takes one row of the hidden sheet; false if it is none that we wrote.
func (a *Ancestor) record(r Row) bool {
	texts := r.texts(4)
	if texts[0] == "sheet" {
		k := slices.IndexFunc(kinds, func(k *kind) bool { return k.file == texts[1] })
		if k < 0 {
			return false
		}
		a.sheets = append(a.sheets, &sheet{kind: kinds[k], target: texts[3], files: map[string]string{}})
		return true
	}
	if len(a.sheets) == 0 {
		return false
	}
	sh := a.sheets[len(a.sheets)-1]
	switch texts[0] {
	case "file":
		sh.files[texts[1]] = texts[2]
	case "columns":
		for _, name := range r.texts(r.last())[1:] {
			sh.columns = append(sh.columns, column{name: name})
		}
	case "line":
		sh.lines = append(sh.lines, line{texts[1], r.texts(2 + len(sh.columns))[2:]})
	default:
		return false
	}
	return true
}

// texts are the first cells of a row.
func (r Row) texts(n int) []string {
	texts := make([]string, n)
	for _, c := range r.Cells {
		if c.Column <= n {
			texts[c.Column-1] = c.Text
		}
	}
	return texts
}

// last is the last column of a row that holds anything.
func (r Row) last() int { return max(1, r.Cells[len(r.Cells)-1].Column) }

// sheetOf is the sheet of the ancestor that a sheet of the workbook was.
func (a *Ancestor) sheetOf(name string) *sheet {
	for _, sh := range a.sheets {
		if sh.sheet == name {
			return sh
		}
	}
	return nil
}

// within reports whether the files of a sheet are where a place has those of its kind: a workbook with other files
// is none of ours.
func (sh *sheet) within(p *ledger.Place) bool {
	dir := path.Join("data", p.Path)
	if sh.isFolder() {
		dir = path.Join(dir, sh.file)
	}
	return !slices.ContainsFunc(sh.lines, func(l line) bool {
		return l.file != "" && (path.Dir(l.file) != dir || path.Ext(l.file) != ".csv" || !sh.isFolder() && path.Base(l.file) != sh.file)
	})
}

// number is the line whose number a row bears; -1 if it bears none.
func (sh *sheet) number(text string) int {
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 || n > len(sh.lines) {
		return -1
	}
	return n - 1
}
