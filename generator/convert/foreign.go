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
	if other := im.site.another(scope.Place, w.names); other != nil {
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

// another is the place that is named where a certain one is not; nil if there is none.
func (s *Site) another(p *ledger.Place, names func(*ledger.Place) bool) *ledger.Place {
	if names(p) {
		return nil
	}
	for _, other := range s.Book.Places {
		if within := strings.HasPrefix(p.Path, other.Path+"/") || strings.Contains(p.Name, other.Name); !within && names(other) {
			return other
		}
	}
	return nil
}

// ofPlace is a workbook without the sheets that are another place's, which are told.
func (im *Import) ofPlace(w *Workbook, p *ledger.Place) *Workbook {
	kept := *w
	kept.Sheets = slices.DeleteFunc(slices.Clone(w.Sheets), func(s Sheet) bool {
		other := im.site.another(p, s.names)
		if other != nil {
			im.note("sheet-left", "“"+s.Name+"”写的是“"+other.Name+"（"+other.Path+"）”，没有读")
		}
		return other != nil
	})
	return &kept
}

// names reports whether a workbook has a place's name in its own name or in a sheet.
func (w *Workbook) names(p *ledger.Place) bool {
	return strings.Contains(w.Name, p.Name) || slices.ContainsFunc(w.Sheets, func(s Sheet) bool { return s.names(p) })
}

// names reports whether a sheet has a place's name in its own, or above its table.
func (s Sheet) names(p *ledger.Place) bool {
	const above = 5 // rows in which a title may be
	return strings.Contains(s.Name, p.Name) || slices.ContainsFunc(s.Rows[:min(len(s.Rows), above)], func(r Row) bool {
		return slices.ContainsFunc(r.Cells, func(c Cell) bool { return strings.Contains(c.Text, p.Name) })
	})
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
