package convert

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/scan"
)

// Cells that are in other rows than they were meant for, as where one column was sorted or moved by a cell
// and the others were not, give every household the marks of another. Nothing in them is wrong; but nobody
// types so many cells so, and hence the clerk is asked.

// diff is what a cell is in a file, and is to be by a row of a sheet.
type diff struct {
	from, to string
	row      int
}

// doubts are what looks moved of a sheet, once its rows are merged.
func (m *merging) doubts(rows []*incoming) {
	told := m.exchanged()
	if !m.kind.isMarks() || !m.inOrder(rows) {
		return
	}
	for _, c := range m.form.items() {
		if !slices.Contains(told, c.name) {
			m.sorted(c.name, rows)
		}
	}
}

// astray asks about rows whose hidden number is of one line, and whose 户号 is of another: only whole rows may be
// sorted. Where cells of the lines were filled in before, they tell which it was.
func (m *merging) astray(rows []*incoming, lines map[string][]int, keys []string) {
	n, stayed, went := 0, 0, 0
	var first *incoming
	for i, in := range rows {
		other := lines[keys[i]]
		if in.line < 0 || m.keys[in.line] == keys[i] || len(other) != 1 {
			continue
		}
		if n++; first == nil {
			first = in
		}
		for c, column := range m.was.columns {
			a, b, now := m.was.lines[in.line].cells[c], m.was.lines[other[0]].cells[c], in.values[column.name]
			switch {
			case a == b || m.kind.shows(column.name) || slices.Contains(keysOf[m.kind.file], column.name):
			case a != "" && m.site.Same(column.name, now, a):
				stayed++
			case b != "" && m.site.Same(column.name, now, b):
				went++
			}
		}
	}
	if n < 2 || stayed < went {
		return
	}
	name := keysOf[m.kind.file][0]
	was, _ := m.before(first.line, name)
	m.doubt(first.row, name, fmt.Sprintf("“%s”一列像是单独排过序，或移过格，导出时这一行是“%s”，现在是“%s”，共 %d 行这样，别的列没有跟着动就全错开了", name, was, first.values[name], n))
}

// limits asks of a sheet of ours whose row of full marks holds others: marks were put a row too high.
func (m *merging) limits(t *taken) {
	i := slices.IndexFunc(t.Rows, func(r Row) bool {
		return slices.ContainsFunc(r.Cells, func(c Cell) bool { return c.Text == fullMarks })
	})
	if i < 0 || !m.kind.isMarks() {
		return
	}
	for _, item := range m.form.items() {
		n := slices.IndexFunc(t.table.Columns, func(c ledger.TableColumn) bool { return c.Name == item.name })
		is := t.Rows[i].text(n + 1)
		if p, ok := ledger.ParsePoints(scan.Narrow(is)); ok && p != item.item.Points {
			m.doubt(t.Rows[i].Number, item.name, fmt.Sprintf("“满分”这一行写的是“%s”，办法里是“%s”，像是分数粘贴高了一行，压住了满分", is, item.item.Points))
			return
		}
	}
}

// exchanged asks of columns of which many cells were changed to what others of them were.
func (m *merging) exchanged() (names []string) {
	const few = 4
	most := 0
	for _, name := range m.names {
		left := map[string]int{}
		for _, d := range m.diffs[name] {
			left[d.from]++
		}
		same := 0
		for _, d := range m.diffs[name] {
			if left[d.to] > 0 {
				left[d.to]--
				same++
			}
		}
		if n := len(m.diffs[name]); n >= few && same >= n-1 {
			names, most = append(names, name), max(most, n)
		}
	}
	if len(names) > 0 {
		m.doubt(m.diffs[names[0]][0].row, names[0], fmt.Sprintf("“%s”像是单独排过序，或错开了一行，改了 %d 行，里面还是原来那一批，只是换了行", strings.Join(names, "”、“"), most))
	}
	return names
}

// inOrder reports whether the rows of a sheet of marks are in the order of the register, or in that of an export.
func (m *merging) inOrder(rows []*incoming) bool {
	var plain, grouped []int
	for _, in := range rows {
		n := m.orderOf()[m.site.Key(in.values["户号"])]
		plain = append(plain, n)
		grouped = append(grouped, m.form.groupOrder(in.values["户号"])*len(m.form.Place.Households)+n)
	}
	return slices.IsSorted(plain) || slices.IsSorted(grouped)
}

// sorted asks of a column of new marks that goes up or down all the way, although its rows were not sorted by
// it. One that has the same marks throughout each group may be meant.
func (m *merging) sorted(name string, rows []*incoming) {
	const chances = 100_000 // against that order, with so many of each mark
	var marks []ledger.Points
	count, groups, mixed := map[ledger.Points]int{}, map[int]ledger.Points{}, false
	for _, in := range rows {
		p, ok := ledger.ParsePoints(scan.Narrow(in.values[name]))
		if !ok {
			continue
		}
		group := m.form.groupOrder(in.values["户号"])
		if other, there := groups[group]; there && other != p {
			mixed = true
		}
		groups[group] = p
		marks = append(marks, p)
		count[p]++
	}
	words := "“" + name + "”一列像是单独排过序，户号还是原来的次序，这一列却从小到大一路排下来"
	if !slices.IsSorted(marks) {
		slices.Reverse(marks)
		words = "“" + name + "”一列像是单独排过序，户号还是原来的次序，这一列却从大到小一路排下来"
	}
	odds, _ := math.Lgamma(float64(len(marks) + 1))
	for _, n := range count {
		less, _ := math.Lgamma(float64(n + 1))
		odds -= less
	}
	if mixed && slices.IsSorted(marks) && odds > math.Log(2*chances) && 2*len(m.diffs[name]) > len(marks) {
		m.doubt(m.diffs[name][0].row, name, words)
	}
}

// doubt asks about a column, of which one row is told.
func (m *merging) doubt(row int, name, message string) {
	cell := diag.Cell{Sheet: m.sheet, Row: int32(row)}
	if i := slices.Index(m.names, name); i >= 0 {
		cell.Letter, cell.Heading = m.letters[i].Letter, m.letters[i].Heading
	}
	m.Doubts.Add(diag.Diagnostic{Position: diag.At(m.book, row, 0), Code: "sorted-column", Heading: cell.Heading, Cell: cell, Message: message,
		Hint: "撤销排序，或对照原来的表，把户号和分数放回同一行，再导入；整行一起排的、真要这样改的，看清列出的改动，再回答是"})
}
