package convert

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"gongshi/generator/diag"
	"gongshi/generator/scan"
)

// region is a part of a sheet in which a table may be: some of its rows, cut to some columns.
type region struct {
	sheet *Sheet
	left  int            // the first column
	rows  []Row          // with the cells between them; they may be changed
	above []Row          // the titles of all tables that are beside each other
	head  int            // the index of the row that looks like a header; -1: none does
	heads map[int]string // the headings, by column
}

// keyHeadings are those by which a header is told from a title. One of them is in every table.
var keyHeadings = []string{"户号", "户编号", "农户编号", "户编码", "编号", "成员号", "日期", "周期", "名称", "商品", "序号", "户主", "姓名", "户名", "户主姓名",
	"id", "no", "date", "period", "name", "head", "member"}

func isKeyHeading(text string) bool {
	const longest = 20
	return utf8.RuneCountInString(text) <= longest &&
		slices.ContainsFunc(scan.Spellings(text), func(s string) bool { return slices.Contains(keyHeadings, s) })
}

// rowsTo is the region without its i-th row and those below, with rows of its own.
func (g region) rowsTo(i int) region {
	g.rows = slices.Clone(g.rows[:i])
	for n := range g.rows {
		g.rows[n].Cells = slices.Clone(g.rows[n].Cells)
	}
	return g.from(0)
}

// headOf is the index of the first row that looks like a header; -1 if none does.
func headOf(rows []Row) int {
	return slices.IndexFunc(rows, func(r Row) bool {
		return len(r.Cells) > 1 && slices.ContainsFunc(r.Cells, func(c Cell) bool { return isKeyHeading(c.Text) }) &&
			!slices.ContainsFunc(r.Cells, func(c Cell) bool { return valueForm.MatchString(scan.Narrow(c.Text)) })
	})
}

// valueForm is a figure, a date or a period, which no heading is.
var valueForm = regexp.MustCompile(`^[-\d\s./:年月日季度第]*\d[-\d\s./:年月日季度第]*$`)

// titles is how many rows above a header may belong to its table.
const titles = 5

// from is what remains of a region from the i-th row on.
func (g region) from(i int) region {
	g.rows = g.rows[i:]
	g.head = headOf(g.rows)
	g.heads = map[int]string{}
	if g.head > titles {
		g.rows, g.head = g.rows[g.head-titles:], titles
	}
	if g.head >= 0 {
		for _, c := range g.rows[g.head].Cells {
			g.heads[c.Column] = scan.Short(c.Text)
		}
	}
	return g
}

// end is the index of the row from which on another table is meant: the first one below that
// has another header, or its title; else that after the last row.
func (g *region) end() int {
	own := g.rows[g.head]
	for i := g.head + 2; i < len(g.rows); i++ {
		if row := g.rows[i]; row.heads() && !slices.Equal(row.Cells, own.Cells) {
			return max(g.begin(i), g.head+1)
		}
	}
	return len(g.rows)
}

// begin is the index of the first of the rows of one cell that are right above another one.
func (g *region) begin(i int) int {
	for i > 0 && len(g.rows[i-1].Cells) == 1 {
		i--
	}
	return i
}

// heads reports whether a row below a header is another one: its first cell is a heading, and
// none a number.
func (r *Row) heads() bool {
	return isKeyHeading(r.Cells[0].Text) && headOf([]Row{*r}) == 0
}

// whole is a sheet as one region.
func (s *Sheet) whole() region {
	g := region{sheet: s, rows: s.Rows}
	return g.from(0)
}

// blocks cuts a region into those that are beside each other.
func (g region) blocks() []region {
	starts := beginnings(g.rows[g.head])
	var list []region
	for i, left := range starts {
		right := mostColumns
		if i+1 < len(starts) {
			right = starts[i+1] - 1
		}
		list = append(list, g.cut(left, right))
	}
	return list
}

// beginnings are the columns at which tables begin that are beside each other: the first
// one, and where the heading of its key comes again.
func beginnings(head Row) []int {
	starts, first := []int{1}, ""
	for _, c := range head.Cells {
		switch name := scan.Label(c.Text); {
		case name == first:
			starts = append(starts, c.Column)
		case first == "" && isKeyHeading(c.Text):
			first = name
		}
	}
	return starts
}

// cut is the part of a region between two columns, both included. Titles above tables that are beside each other
// are in the first.
func (g region) cut(left, right int) region {
	part := region{sheet: g.sheet, above: g.rows[:g.head]}
	for _, r := range g.rows {
		r.Cells = slices.DeleteFunc(slices.Clone(r.Cells), func(c Cell) bool { return c.Column < left || c.Column > right })
		if len(r.Cells) == 0 {
			continue
		}
		if first := r.Cells[0].Column; part.left == 0 || first < part.left {
			part.left = first
		}
		part.rows = append(part.rows, r)
	}
	return part.from(0)
}

// area is how many cells the region's text has, empty ones included.
func (g *region) area() (n int) {
	for i := range g.rows {
		n += g.rows[i].Cells[len(g.rows[i].Cells)-1].Column - g.left + 1
	}
	return n
}

// text is the region as a CSV file whose lines have the numbers of its rows.
func (g *region) text() []byte {
	var b strings.Builder
	line := 1
	for i := range g.rows {
		b.WriteString(strings.Repeat("\n", g.rows[i].Number-line))
		g.eachCell(&g.rows[i], func(column int, text string) {
			if column > g.left {
				b.WriteByte(',')
			}
			b.WriteString(text)
		})
		b.WriteByte('\n')
		line = g.rows[i].Number + 1
	}
	return []byte(b.String())
}

// eachCell hands out the cells of a row as its line has them.
func (g *region) eachCell(r *Row, cell func(column int, text string)) {
	next := 0
	for column := g.left; next < len(r.Cells); column++ {
		text := ""
		if c := r.Cells[next]; c.Column == column {
			text = quoted(oneLine.Replace(c.kept()))
			next++
		}
		cell(column, text)
	}
}

// oneLine is a text without line breaks.
var oneLine = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ")

// quoted is a text as a cell of a CSV file.
func quoted(text string) string {
	if strings.ContainsAny(text, "\",") {
		return `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
	}
	return text
}

// at is the index of a row by its number; -1 if the region has none of it.
func (g *region) at(row int) int {
	i, ok := slices.BinarySearchFunc(g.rows, row, func(r Row, n int) int { return r.Number - n })
	if !ok {
		return -1
	}
	return i
}

// place is where a position in the region's text is in the sheet.
func (g *region) place(at diag.Position) (diag.Position, diag.Cell) {
	i := g.at(int(at.Line))
	if i < 0 {
		return diag.Position{}, diag.Cell{}
	}
	column, start := 0, 1
	g.eachCell(&g.rows[i], func(c int, text string) {
		if start <= int(at.Column) {
			column = c
		}
		start += utf8.RuneCountInString(text) + 1
	})
	return at.Col(column), g.cell(int(at.Line), column)
}

// cell is what to call a cell of the sheet; with column 0 the whole row.
func (g *region) cell(row, column int) diag.Cell {
	c := diag.Cell{Row: int32(row), Sheet: g.sheet.Name}
	if column > 0 {
		c.Letter = diag.Letter(column - 1)
	}
	if row >= g.rows[g.head].Number {
		c.Heading = g.heads[column]
	}
	return c
}
