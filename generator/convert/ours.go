package convert

import (
	"slices"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// Take takes what a workbook says. A workbook of ours says itself for which place and period it
// is; of another one scope says it.
func (im *Import) Take(w *Workbook, scope Scope) {
	im.book = w.Name
	if a := w.Ancestor(); a != nil {
		im.ours(w, a, scope)
		return
	}
	im.foreign(w, scope)
}

// ours takes a workbook that was exported.
func (im *Import) ours(w *Workbook, a *Ancestor, scope Scope) {
	p := im.site.Book.Place(a.Place)
	said := a.Name + "（" + a.Place + "）" + PeriodWords(a.Period)
	switch {
	case p == nil:
		im.refuse("other-place", "这本工作簿是“"+said+"”的，这个网站里没有这个地方", "在那个村的网站文件夹里导入")
		return
	case scope.Place != nil && scope.Place != p:
		im.refuse("other-place", "这本工作簿是“"+said+"”的，不是“"+scope.Place.Name+"（"+scope.Place.Path+"）”的", "换成要导入的那一本；真要导入这一本，去掉 --place")
		return
	case scope.Period != ledger.Period{} && scope.Period != a.Period:
		im.refuse("other-period", "这本工作簿是“"+said+"”的，不是“"+PeriodWords(scope.Period)+"”的", "换成要导入的那一本；真要导入这一本，去掉 --period")
		return
	}
	im.Ours = true
	f := &Form{site: im.site, Place: p, Period: a.Period, Blank: a.Blank}
	for _, was := range a.sheets {
		if !was.within(p) {
			im.refuse("workbook-damaged", "这本工作簿里记着的文件名不对，没有读", "重新导出一本再填")
			return
		}
		i := slices.IndexFunc(w.Sheets, func(s Sheet) bool { return s.Name == was.sheet })
		if i < 0 {
			im.note("sheet-left", "工作簿里没有“"+was.sheet+"”这张表了，没有动它的文件")
			continue
		}
		im.sheet(f, &taken{Sheet: &w.Sheets[i], kind: was.kind, was: was, target: was.target})
	}
	for _, s := range w.Sheets {
		if !s.Hidden && s.Name != guideSheet && a.sheetOf(s.Name) == nil && len(s.Rows) > 0 {
			im.note("sheet-left", "“"+s.Name+"”不是导出时的表，没有读")
		}
	}
}

// sheet takes a sheet of ours.
func (im *Import) sheet(f *Form, t *taken) {
	list := im.site.take(t, im.book)
	im.Problems = append(im.Problems, list...)
	if t.table == nil || list.HasErrors() {
		return
	}
	list = im.judged(f, t)
	im.Problems = append(im.Problems, list...)
	if list.HasErrors() {
		return
	}
	m := &merging{Import: im, form: f, sheet: t.Name, kind: t.kind, was: t.was, blank: f.Blank}
	for i, c := range t.table.Columns {
		if c.Name != "" {
			m.names = append(m.names, c.Name)
			m.letters = append(m.letters, diag.Cell{Letter: diag.Letter(i), Heading: c.Name})
		}
	}
	m.merge(t.incoming())
}

// judged tells what is wrong with the cells of a sheet of ours, as of any other's.
func (im *Import) judged(f *Form, t *taken) diag.List {
	g := region{sheet: t.Sheet, left: 1, rows: t.Rows}.from(0)
	if g.head < 0 {
		return nil
	}
	table := Table{Sheet: t.Name, Kind: t.kind.file}
	for i, c := range t.table.Columns {
		g.heads[i+1] = c.Heading
		if c.Name != "" {
			g.heads[i+1] = c.Name
			table.Header = append(table.Header, Column{i + 1, c.Heading, c.Name})
		}
	}
	for _, r := range t.table.Records {
		table.Records = append(table.Records, g.rows[g.at(r.Row)].record(table.Header))
	}
	r := &recogniser{Scope: Scope{Place: f.Place}, book: &Workbook{Name: im.book}}
	r.judge(&g, &table)
	return r.list
}

// refuse tells why a workbook as a whole cannot be taken.
func (im *Import) refuse(code, message, hint string) {
	im.Problems.Add(diag.Diagnostic{Position: diag.At(im.book, 0, 0), Code: code, Message: message, Hint: hint})
}

// note tells what a clerk should know before answering.
func (im *Import) note(code, message string) {
	im.Problems.Add(diag.Diagnostic{Position: diag.At(im.book, 0, 0), Severity: diag.Note, Code: code, Message: message})
}
