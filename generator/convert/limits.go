package convert

import (
	"fmt"
	"slices"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"

	"github.com/xuri/excelize/v2"
)

const further = 500 // rows below the last one that keep to the limits too

// writeLists writes the drop-downs on a hidden sheet: in a cell's own list there is room for 255
// characters.
func (w *writer) writeLists() {
	if _, err := w.x.NewSheet(hiddenLists); err != nil {
		w.do(err)
		return
	}
	column := 0
	for _, name := range [...]string{"户号", "项目", "商品", "组", "对象", "审核", "参与", "类别", "状态"} {
		list := w.listOf(name)
		if len(list) == 0 || !w.uses(name) {
			continue
		}
		column++
		for i, text := range append([]string{name}, list...) {
			w.do(w.x.SetCellStr(hiddenLists, cellName(column, i+1), text))
		}
		w.lists[name] = fmt.Sprintf("%s!$%[2]s$2:$%[2]s$%[3]d", hiddenLists, diag.Letter(column-1), len(list)+1)
	}
	w.do(w.x.SetSheetVisible(hiddenLists, false))
}

// uses reports whether a column of the form has that drop-down.
func (f *Form) uses(list string) bool {
	return slices.ContainsFunc(f.sheets, func(sh *sheet) bool {
		return slices.ContainsFunc(sh.columns, func(c column) bool { return c.list == list })
	})
}

// listOf is what a drop-down offers.
func (f *Form) listOf(name string) (list []string) {
	scheme, _ := f.Place.EventScheme(f.Period.First())
	switch name {
	case "户号":
		for _, h := range f.Place.Households {
			list = append(list, h.ID)
		}
	case "项目":
		for _, k := range eventKinds(scheme) {
			list = append(list, eventName(scheme, k))
		}
	case "商品":
		for _, r := range f.Place.Rewards {
			list = append(list, r.Name)
		}
	case "组":
		for _, g := range f.Place.Groups {
			list = append(list, g.ID)
		}
	case "对象":
		for _, c := range f.items() {
			list = append(list, c.name)
		}
	default:
		list = wordsOf[name]
	}
	return list
}

func eventKinds(s *ledger.Scheme) []*ledger.EventKind {
	if s == nil {
		return nil
	}
	return s.Events
}

// eventName is the name of an event kind, or where that means another one its id.
func eventName(s *ledger.Scheme, k *ledger.EventKind) string {
	if s.EventKind(k.Name) == k {
		return k.Name
	}
	return k.ID
}

// limits lets a spreadsheet refuse what could not be meant, while it is typed.
func (w *writer) limits(l *layout) {
	for i, c := range l.columns {
		dv := excelize.NewDataValidation(true)
		from, to := cells(i+2, l.first, i+2, l.last+further)
		dv.SetSqref(from + ":" + to)
		switch {
		case c.item != nil:
			w.do(dv.SetRange(markFormula(from, c.item), "", excelize.DataValidationTypeCustom, excelize.DataValidationOperatorBetween))
			most := c.item.Points.String()
			dv.SetInput(c.item.Name, "0 到 "+most+" 分"+w.finest()+"。不用评的填：不适用。没有评的留空。")
			dv.SetError(excelize.DataValidationErrorStyleStop, "填不进去", "“"+c.item.Name+"”填 0 到 "+most+" 之间的数，或填：不适用")
		case c.list != "" && w.lists[c.list] != "":
			dv.SetSqrefDropList(w.lists[c.list])
			style := excelize.DataValidationErrorStyleStop
			if c.list == "户号" || c.list == "组" || c.list == "对象" || c.list == "项目" {
				style = excelize.DataValidationErrorStyleWarning
			}
			dv.SetError(style, "不在列表里", "这里从下拉列表中选")
		case c.form == day:
			w.do(dv.SetRange(1, 2958465, excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween))
			dv.SetError(excelize.DataValidationErrorStyleStop, "不是日期", "写成 2024-03-05 这样")
		case c.form == whole:
			w.do(dv.SetRange(1, 100000, excelize.DataValidationTypeWhole, excelize.DataValidationOperatorBetween))
			dv.SetError(excelize.DataValidationErrorStyleStop, "填不进去", "填 1、2、3 这样的整数")
		default:
			continue
		}
		w.do(w.x.AddDataValidation(l.sheet.sheet, dv))
	}
}

// finest tells how fine marks may be without being finer than what pages show.
func (w *writer) finest() string {
	switch w.Place.SchemeFor(w.Period).Decimals {
	case 1:
		return "，可带一位小数"
	case 2:
		return "，可带两位小数"
	}
	return ""
}

// markFormula holds for what a cell of an item may hold. It goes into the file as it is, which is XML.
func markFormula(cell string, i *ledger.Item) string {
	return fmt.Sprintf(`OR(%[1]s="不适用",AND(ISNUMBER(%[1]s),%[1]s&gt;=0,%[1]s&lt;=%[2]s,ROUND(%[1]s,2)=%[1]s))`, cell, i.Points)
}
