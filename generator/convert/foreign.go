package convert

import (
	"slices"

	"gongshi/generator/diag"
)

// foreign takes a workbook or a CSV file of the clerk's own: its tables are found by their
// headings, and have no ancestor, so that what differs from the file is a change.
func (im *Import) foreign(w *Workbook, scope Scope) {
	if scope.Place == nil {
		if scope.Place = im.placeOf(w); scope.Place == nil {
			return
		}
	}
	if other := im.site.another(scope.Place, w.texts()); other != nil {
		im.refuse("other-place", "这张表里写的是“"+other.Name+"（"+other.Path+"）”，不是“"+scope.Place.Name+"（"+scope.Place.Path+"）”", "换成要导入的那一本；真是“"+scope.Place.Name+"”的，把标题里的名字改对")
		return
	}
	w = im.ofPlace(w, scope.Place)
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
			in.values[m.names[i]] = plain(text)
		}
		if in.empty() {
			continue
		}
		rows = append(rows, in)
	}
	m.merge(rows)
}

// empty reports whether a row has no value.
func (in *incoming) empty() bool {
	for _, v := range in.values {
		if v != "" {
			return false
		}
	}
	return true
}
