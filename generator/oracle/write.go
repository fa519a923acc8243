package oracle

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing/fstest"

	"gongshi/generator/ledger"
	"gongshi/generator/scan"
	"gongshi/generator/write"
)

// write is a Book as the files of a site.
func (m *maker) write(book *ledger.Book) fstest.MapFS {
	site := fstest.MapFS{}
	put := func(path, text string) { site[path] = &fstest.MapFile{Data: []byte(text), Mode: 0o644} }
	for name, text := range write.Texts(book) {
		put(name, strings.ReplaceAll(text, "[[objection]]\n", "[[objection]]\ntext = \"不公开\"\n"))
	}
	for _, p := range book.Places {
		files := m.between(1, 3) // over which the events are spread
		for i, e := range p.Events {
			e.File = fmt.Sprintf("part-%d.csv", i%files)
		}
		tables := write.Tables(p)
		for _, name := range slices.Sorted(maps.Keys(tables)) {
			sheet := strings.HasPrefix(name, "scores/") || strings.HasPrefix(name, "declared/")
			put("data/"+p.Path+"/"+name, m.csv(tables[name], sheet && !m.strict()))
		}
	}
	return site
}

// strict reports whether any rules ask for every mark.
func (m *maker) strict() bool {
	return slices.ContainsFunc(m.book.Places, func(p *ledger.Place) bool {
		return slices.ContainsFunc(p.Schemes, func(s *ledger.Scheme) bool { return s.Missing == ledger.MissingError })
	})
}

// csv is a table as a clerk's program may have it: with one of several separators and line ends, with or without a
// byte order mark, its columns in any order, some under their English names. lax lets it lack items without a mark.
func (m *maker) csv(t *write.Table, lax bool) string {
	rows := make([][]string, 1+len(t.Rows))
	for _, c := range m.Perm(len(t.Heads)) {
		head := t.Heads[c]
		secret := slices.Contains(secrets, head.Name)
		if secret && m.chance(50) || lax && c > 0 && empty(t, c) && m.chance(30) {
			continue
		}
		rows[0] = append(rows[0], one(m, head.Name, head.Name, head.Alias))
		for i, row := range t.Rows {
			text := ""
			switch {
			case secret:
				text = "村口"
			case c < len(row):
				text = m.spell(row[c])
			}
			if head.Name == "次数" && text == "1" {
				text = one(m, "", "1")
			}
			rows[1+i] = append(rows[1+i], text)
		}
	}
	sep, end := one(m, ",", ",", ",", "\t", ";"), one(m, "\n", "\r\n")
	return one(m, "", "\ufeff") + scan.Lines(rows, sep, end)
}

// secrets are columns that nobody keeps, and that may hold anything.
var secrets = []string{"姓名", "地点", "依据", "来源", "记录人", "评分日期", "评分人", "备注"}

// empty reports whether a column of a sheet has no mark in it.
func empty(t *write.Table, c int) bool {
	return !slices.ContainsFunc(t.Rows, func(row []any) bool { return c < len(row) && row[c] != ledger.Cell{} })
}

// spell is the value of a cell in one of the ways in which a clerk may put it.
func (m *maker) spell(v any) string {
	switch v := v.(type) {
	case ledger.Date:
		return m.date(v)
	case write.ID:
		return m.id(string(v))
	case ledger.Points:
		return one(m, v.String(), v.String(), v.Text(2))
	case ledger.Cell:
		switch v.Kind {
		case ledger.Entered:
			return m.spell(v.Points)
		case ledger.NA:
			return one(m, v.String(), v.String(), "n/a")
		}
	case bool:
		if v {
			return one(m, "", "是", "yes", "1")
		}
		return one(m, "否", "no", "0")
	}
	return write.Cell(v)
}

// date is a date in one of the forms that a cell may have.
func (m *maker) date(d ledger.Date) string {
	if d == 0 {
		return ""
	}
	y, mon, day := d.Civil()
	switch m.IntN(12) {
	case 0:
		return fmt.Sprintf("%d/%d/%d", y, mon, day)
	case 1:
		return fmt.Sprintf("%d.%d.%d", y, mon, day)
	case 2:
		return fmt.Sprintf("%d年%d月%d日", y, mon, day)
	case 3:
		return fmt.Sprint(int(d) + 25569) // the serial day number of a spreadsheet
	}
	return d.String()
}

// id is a 户号 as typed: now and then in the other case, or in full-width digits.
func (m *maker) id(id string) string {
	switch m.IntN(30) {
	case 0:
		return strings.ToLower(id)
	case 1:
		return strings.ToUpper(id)
	case 2:
		return strings.Map(func(r rune) rune {
			if '0' <= r && r <= '9' {
				return r - '0' + '０'
			}
			return r
		}, id)
	}
	return id
}
