package convert

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/scan"
)

// Take takes what is in a workbook. A workbook of ours tells itself for which place and period it is; for another
// one scope tells it.
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
	if words, other := w.saysOther(a.Period); words != "" {
		im.refuse("wrong-period", words+"写的是 "+other.String()+"，这本工作簿却是给 "+a.Period.String()+" 导出的，填的会写进 "+a.Period.String(),
			"每一期都重新导出一本来填，不要用上一期的改；真是 "+a.Period.String()+" 的，把写错的改过来")
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

// saysOther is what in a workbook names another period than that for which it was exported, as where last
// month's is filled in anew: its name, or the title of a sheet.
func (w *Workbook) saysOther(period ledger.Period) (words string, other ledger.Period) {
	differs := func(text string) bool {
		other = periodIn(text)
		other.Year = cmp.Or(other.Year, period.Year)
		return other.Cycle == period.Cycle && other != period
	}
	if base := path.Base(w.Name); differs(strings.TrimSuffix(base, path.Ext(base))) {
		return "文件名“" + base + "”", other
	}
	for _, s := range w.Sheets {
		if s.Hidden || len(s.Rows) == 0 || s.Rows[0].Number > 1 {
			continue
		}
		for _, c := range s.Rows[0].Cells {
			if differs(c.Text) {
				return "标题“" + scan.Short(c.Text) + "”", other
			}
		}
	}
	return "", other
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
	if !im.columnsGone(t, m.names) {
		m.merge(t.incoming())
		m.limits(t)
	}
}

// columnsGone tells of columns that were exported and are not there any more; true if one of them may be
// there under another heading, so that what is in it would be lost.
func (im *Import) columnsGone(t *taken, names []string) bool {
	var gone []string
	for _, c := range t.was.columns {
		if !slices.Contains(names, c.name) && !t.kind.shows(c.name) {
			gone = append(gone, c.name)
		}
	}
	if len(gone) == 0 {
		return false
	}
	words := "“" + strings.Join(gone, "”、“") + "”"
	for i, c := range t.table.Columns {
		filled := slices.ContainsFunc(t.table.Records, func(r ledger.Record) bool { return r.Cell(i) != "" })
		if filled && c.Name == "" && !t.kind.shows(c.Heading) {
			row := slices.IndexFunc(t.Rows, func(r Row) bool { return r.text(i+1) == c.Heading })
			cell := diag.Cell{Row: int32(t.Rows[max(row, 0)].Number), Sheet: t.Name, Letter: diag.Letter(i), Heading: c.Heading}
			im.Problems.Add(diag.Diagnostic{Position: diag.At(im.book, int(cell.Row), 0), Code: "column-gone", Heading: c.Heading, Cell: cell,
				Message: "导出时没有这一列，导出时有的" + words + "又不见了", Hint: "列名是改过的，就改回去；不是，就删去这一列"})
			return true
		}
	}
	im.note("column-gone", "“"+t.Name+"”里没有"+words+"这些列了，没有动文件里的")
	return false
}

// shows reports whether a column only shows people whose a row is.
func (k *kind) shows(name string) bool {
	return slices.ContainsFunc(k.columns, func(c column) bool { return c.seen && c.name == name })
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
