package convert

import (
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// foreign takes a workbook or a CSV file of the clerk's own: its tables are found by their
// headings, and have no ancestor, so that what differs from the file is a change.
func (im *Import) foreign(w *Workbook, scope Scope) {
	if scope.Place == nil {
		scope.Place = im.site.placeOf(w)
	}
	if scope.Place == nil {
		im.refuse("no-place", "不知道这张表是哪个地方的", "在命令里写 --place 和 data 下面的路径，例如“--place "+im.site.anyPlace()+"”")
		return
	}
	scope.Table = im.site.Table
	tables, list := Tables(w, scope)
	im.Problems = append(im.Problems, list...)
	for _, t := range tables {
		im.table(&Form{site: im.site, Place: scope.Place, Period: t.Period}, t)
	}
}

// table takes a table of the clerk's own.
func (im *Import) table(f *Form, t Table) {
	i := slices.IndexFunc(kinds, func(k *kind) bool { return k.file == t.Kind })
	if i < 0 {
		return
	}
	m := &merging{Import: im, form: f, sheet: t.Sheet, kind: kinds[i]}
	for _, c := range t.Header {
		m.names = append(m.names, c.Name)
		m.letters = append(m.letters, diag.Cell{Letter: diag.Letter(c.Number - 1), Heading: c.Heading})
	}
	var rows []*incoming
	for _, r := range t.Records {
		in := &incoming{row: r.Row, line: -1, values: map[string]string{}}
		for i, text := range r.Cells {
			in.values[m.names[i]] = strings.TrimSpace(blanks.Replace(text))
		}
		if in.empty() {
			continue
		}
		rows = append(rows, in)
	}
	m.merge(rows)
}

// empty reports whether a row says nothing.
func (in *incoming) empty() bool {
	for _, v := range in.values {
		if v != "" {
			return false
		}
	}
	return true
}

// placeOf is the place that a workbook names, or the only one that it can be of; nil if there are several.
func (s *Site) placeOf(w *Workbook) *ledger.Place {
	var all, named []*ledger.Place
	for _, p := range s.Book.Places {
		if len(p.Children) > 0 && len(p.Households) == 0 && len(p.Tasks) == 0 {
			continue
		}
		all = append(all, p)
		if w.names(p) {
			named = append(named, p)
		}
	}
	switch {
	case len(all) == 1:
		return all[0]
	case len(named) == 1:
		return named[0]
	}
	return nil
}

// names reports whether a workbook has a place's name in its own name, a sheet's, or above a table.
func (w *Workbook) names(p *ledger.Place) bool {
	const above = 5 // rows in which a title may be
	if strings.Contains(w.Name, p.Name) {
		return true
	}
	for _, s := range w.Sheets {
		if strings.Contains(s.Name, p.Name) {
			return true
		}
		for _, r := range s.Rows[:min(len(s.Rows), above)] {
			if slices.ContainsFunc(r.Cells, func(c Cell) bool { return strings.Contains(c.Text, p.Name) }) {
				return true
			}
		}
	}
	return false
}

// anyPlace is the path of some place that has no others below it, as an example.
func (s *Site) anyPlace() string {
	for _, p := range s.Book.Places {
		if len(p.Children) == 0 {
			return p.Path
		}
	}
	return "cun"
}
