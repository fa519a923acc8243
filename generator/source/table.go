package source

import (
	"slices"
	"strings"

	"gongshi/generator/diag"
)

// table is a CSV file whose header has been found.
type table struct {
	*file
	scan   scanner
	want   []column
	heads  []cell // the header, without trailing blank columns
	at     []int  // beside want: where a row has that column, or -1
	others []int  // headings that none of want claims
	cells  []cell // of the current row; the next one uses them again
	told   map[int]bool
}

// row is one row of a table, until the next one is read.
type row struct {
	*table
	cells []cell
}

// openTable finds a table's header; nil if it has none, which is reported.
// also tells which other headings are known, for files whose columns the scheme decides.
func openTable(f *file, want []column, also func(heading string) bool) *table {
	known := func(h string) bool { return claim(want, h) >= 0 || also != nil && also(h) }
	sep, skip, ok := findHeader(f.text, known)
	if !ok {
		f.report(diag.At(f.path, 0, 0), diag.Error, "", &trouble{"missing-label", "文件是空的，连表头也没有", "第一行写表头：" + headings(want)})
		return nil
	}
	t := &table{file: f, scan: newScanner(f.text, sep), want: want, told: map[int]bool{}}
	t.scan.bad = func(line, column int, bad *trouble) {
		f.report(diag.At(f.path, line, column), diag.Error, "", bad)
	}
	t.passTitle(skip)
	t.cells, _ = t.scan.record(nil)
	t.heads = slices.Clone(t.cells)
	for len(t.heads) > 0 && t.heads[len(t.heads)-1].text == "" {
		t.heads = t.heads[:len(t.heads)-1]
	}
	t.scan.width = len(t.heads)
	t.assign()
	return t
}

// passTitle passes over the rows above the header, and says so if there is text in them.
func (t *table) passTitle(rows int) {
	told := false
	for range rows {
		t.cells, _ = t.scan.record(t.cells)
		i := slices.IndexFunc(t.cells, func(c cell) bool { return c.text != "" })
		if i < 0 || told {
			continue
		}
		told = true
		t.report(t.position(t.cells[i]), diag.Note, "", &trouble{"title-row",
			"表头上面的标题行“" + short(t.cells[i].text) + "”已跳过", "不必改；也可以删去，让表头成为第一行"})
	}
}

// next is the next row that has something in it.
func (t *table) next() (row, bool) {
	for {
		var ok bool
		t.cells, ok = t.scan.record(t.cells)
		if !ok {
			return row{}, false
		}
		if !empty(t.cells) {
			r := row{t, t.cells}
			r.checkWidth()
			return r, true
		}
	}
}

func empty(cells []cell) bool {
	for i := range cells {
		if cells[i].text != "" {
			return false
		}
	}
	return true
}

// checkWidth reports the first cell of a row that stands under no heading.
func (r row) checkWidth() {
	for i, c := range r.cells {
		switch {
		case c.text == "" || i < len(r.heads) && r.heads[i].text != "":
			continue
		case i >= len(r.heads):
			r.report(r.position(c), diag.Error, "", &trouble{"extra-cell",
				"“" + short(c.text) + "”在表头最后一列的右边，没有列名",
				"删去这一格，或在表头补上列名；如果它是被前面的逗号断开的，把逗号改成中文的，或用英文双引号把整格括起来"})
			return
		case !r.told[i]:
			r.told[i] = true
			r.report(r.position(r.heads[i]), diag.Error, "", &trouble{"blank-header",
				"这一列没有列名，下面却有内容，例如“" + short(c.text) + "”", "在表头补上列名，或删去这一列"})
		}
	}
}

// get is the row's cell in a column asked for; empty, at column 0, where there is none.
func (r row) get(c int) cell {
	if i := r.at[c]; i >= 0 {
		return r.cellAt(i)
	}
	return cell{line: r.cells[0].line}
}

// cellAt is the row's i-th cell; one that the row is too short for stands at its end.
func (r row) cellAt(i int) cell {
	if i < len(r.cells) {
		return r.cells[i]
	}
	last := r.cells[len(r.cells)-1]
	return cell{"", last.line, last.column}
}

// line is the row as a whole.
func (r row) line() diag.Position { return diag.At(r.path, r.cells[0].line, 0) }

// col is a cell's column as the Book keeps it.
func (c cell) col() uint16 { return uint16(min(c.column, 1<<16-1)) }

func headings(want []column) string {
	var names []string
	for _, w := range want {
		names = append(names, w.name)
	}
	return strings.Join(names, ",")
}
