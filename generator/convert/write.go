package convert

import (
	"bytes"
	"fmt"

	"gongshi/generator/ledger"

	"github.com/xuri/excelize/v2"
)

// writer writes a form as a workbook. The first error stays.
type writer struct {
	*Form
	x      *excelize.File
	styles map[look]int
	lists  map[string]string // the drop-downs that there are → where they are
	err    error
}

func (w *writer) do(err error) {
	if w.err == nil {
		w.err = err
	}
}

// Write is the form as a workbook (xlsx): the same form gives the same bytes.
func (f *Form) Write() ([]byte, error) {
	w := &writer{Form: f, x: excelize.NewFile(), styles: map[look]int{}, lists: map[string]string{}}
	defer w.x.Close()
	w.do(w.x.SetSheetName("Sheet1", guideSheet))
	for _, sh := range f.sheets {
		_, err := w.x.NewSheet(sh.sheet)
		w.do(err)
	}
	w.writeLists()
	for _, sh := range f.sheets {
		w.sheet(sh)
	}
	w.guide()
	w.do(f.hide(w.x))
	w.x.SetActiveSheet(1)
	w.properties()
	if w.err != nil {
		return nil, w.err
	}
	var b bytes.Buffer
	_, err := w.x.WriteTo(&b)
	return b.Bytes(), err
}

// properties are those of the document: no clock and no name of a program's user.
func (w *writer) properties() {
	const day = "2000-01-01T00:00:00Z"
	w.do(w.x.SetDocProps(&excelize.DocProperties{
		Created: day, Modified: day, Creator: "gongshi", LastModifiedBy: "gongshi",
		Title: w.title(w.sheets[0]), Language: "zh-CN",
	}))
	w.do(w.x.SetAppProps(&excelize.AppProperties{Application: "gongshi"}))
}

func (f *Form) title(sh *sheet) string {
	name := map[string]string{"scores": "评分表", "declared": "申报表", "events": "加减分登记表", "households.csv": "户册", "members.csv": "成员表",
		"corrections.csv": "更正表", "rewards.csv": "商品表", "redemptions.csv": "兑换登记表", "tasks.csv": "任务表"}[sh.file]
	switch sh.file {
	case "households.csv", "members.csv", "rewards.csv", "tasks.csv":
		return f.Place.Name + name
	}
	return f.Place.Name + " " + PeriodWords(f.Period) + name
}

// PeriodWords are the words for a period.
func PeriodWords(p ledger.Period) string {
	switch p.Cycle {
	case ledger.Month:
		return fmt.Sprintf("%d年%d月", p.Year, p.Part)
	case ledger.Quarter:
		return fmt.Sprintf("%d年第%d季度", p.Year, p.Part)
	}
	return fmt.Sprintf("%d年", p.Year)
}

// cells is a range of cells of a sheet, by its columns and rows from 1.
func cells(column, row, lastColumn, lastRow int) (from, to string) {
	return cellName(column, row), cellName(lastColumn, lastRow)
}

func cellName(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		panic(err) // a sheet of ours has neither so many rows nor columns
	}
	return name
}

// layout is where things are in a sheet: its columns from the second on, its head and rows.
type layout struct {
	*sheet
	head, heads int // first row of the head, and how many it has
	first, last int // rows of the lines, and of those to be added by hand
	lastColumn  int
	shown       []int // the numbers of the lines that are shown, from 0
	marked      bool
}

func (w *writer) layout(sh *sheet) *layout {
	l := &layout{sheet: sh, head: 3, heads: 1, lastColumn: len(sh.columns) + 1, marked: sh.isMarks()}
	if l.marked {
		l.heads = 3 // category, item, limit
	}
	for i := range sh.lines {
		if !w.Blank || l.marked || sh.file == "households.csv" || sh.file == "members.csv" || sh.file == "rewards.csv" || sh.file == "tasks.csv" {
			l.shown = append(l.shown, i)
		}
	}
	l.first = l.head + l.heads
	l.last = l.first + len(l.shown) + sh.spare - 1
	return l
}

func (w *writer) sheet(sh *sheet) {
	l := w.layout(sh)
	w.dress(l)
	w.above(l)
	w.heads(l)
	for n, i := range l.shown {
		w.do(w.x.SetCellInt(sh.sheet, cellName(1, l.first+n), int64(i+1)))
		for c := range sh.columns {
			if !w.Blank || !l.marked || c <= sh.at("户主") {
				w.value(l, c, l.first+n, sh.lines[i].cells[c])
			}
		}
	}
	w.limits(l)
	w.page(l)
}

// above writes the title and how the sheet is filled in.
func (w *writer) above(l *layout) {
	w.do(w.x.SetCellStr(l.sheet.sheet, "B1", w.title(l.sheet)))
	w.do(w.x.SetCellStr(l.sheet.sheet, "B2", advice(l.sheet)))
	for row := 1; row <= 2; row++ {
		from, to := cells(2, row, l.lastColumn, row)
		w.do(w.x.MergeCell(l.sheet.sheet, from, to))
	}
}

// heads writes the head: of a sheet of marks the categories, the items and what each may give.
func (w *writer) heads(l *layout) {
	bottom := l.first - 1
	w.do(w.x.SetCellStr(l.sheet.sheet, cellName(1, l.head), lineHeading))
	if !l.marked {
		for i, c := range l.columns {
			w.do(w.x.SetCellStr(l.sheet.sheet, cellName(i+2, l.head), c.name))
		}
		return
	}
	from := 0
	for i, c := range l.columns {
		if c.item == nil {
			w.do(w.x.SetCellStr(l.sheet.sheet, cellName(i+2, l.head), c.name))
			a, b := cells(i+2, l.head, i+2, l.head+1)
			w.do(w.x.MergeCell(l.sheet.sheet, a, b))
			continue
		}
		w.do(w.x.SetCellStr(l.sheet.sheet, cellName(i+2, l.head+1), c.name))
		w.do(w.x.SetCellValue(l.sheet.sheet, cellName(i+2, bottom), figure(c.item.Points)))
		if i == 0 || l.columns[i-1].item == nil || l.columns[i-1].item.Category != c.item.Category {
			from = i
			w.do(w.x.SetCellStr(l.sheet.sheet, cellName(i+2, l.head), c.item.Category.Name))
		}
		if i+1 == len(l.columns) || l.columns[i+1].item == nil || l.columns[i+1].item.Category != c.item.Category {
			a, b := cells(from+2, l.head, i+2, l.head)
			w.do(w.x.MergeCell(l.sheet.sheet, a, b))
		}
	}
	w.do(w.x.SetCellStr(l.sheet.sheet, cellName(l.at("户号")+2, bottom), fullMarks))
}

// figure is points as a number of a spreadsheet.
func figure(p ledger.Points) any {
	if p%100 == 0 {
		return int64(p / 100)
	}
	return float64(p) / 100
}

// value writes a cell as what it is: a day, a number, else text.
func (w *writer) value(l *layout, c, row int, text string) {
	cell := cellName(c+2, row)
	var v any = text
	switch l.columns[c].form {
	case points, whole, mark:
		if p, ok := ledger.ParsePoints(text); ok {
			v = figure(p)
		}
	case day:
		const epoch, march = -25569, -25508 // 1899-12-30; before March 1900 spreadsheets differ
		if d, err := w.site.Date(text); err == nil && d >= march {
			v = int64(d) - epoch
		}
	}
	if v != "" {
		w.do(w.x.SetCellValue(l.sheet.sheet, cell, v))
	}
}
