package convert

import (
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/scan"
)

// taken is a sheet as the table that it is meant to be.
type taken struct {
	*Sheet
	kind   *kind
	was    *sheet // what it was when it was exported; nil: it is none of ours
	target string // the file that it is meant for
	table  *ledger.Table
	lines  map[int]string // by row: the number of the line, in a sheet of ours
}

// take reads a sheet as the table that a file is. Cells that name lines are none of the table's.
func (s *Site) take(t *taken, book string) diag.List {
	t.lines = map[int]string{}
	id, shown := t.besides()
	data := tabbed(t.Sheet, func(r Row) (cells []Cell) {
		said := false
		for _, c := range r.Cells {
			if c.Column == id {
				t.lines[r.Number] = c.Text
				continue
			}
			cells = append(cells, c)
			said = said || !slices.Contains(shown, c.Column)
		}
		if !said {
			return nil
		}
		return cells
	})
	table, list := s.Table(t.target, data)
	t.table = table
	var told diag.List
	rows := strings.Split(string(data), "\n")
	for _, d := range list {
		if t.was != nil && (d.Severity == diag.Note || d.Code == "head-mismatch" && t.asExported(int(d.Line))) {
			continue // the title, the limits, the groups and the heads of households are ours
		}
		told.Add(t.located(d, book, rows))
	}
	return told
}

// asExported reports whether a row names the head of its household as it was exported: the register
// may have been changed since.
func (t *taken) asExported(row int) bool {
	n, head, id := t.number(t.lines[row]), t.was.at("户主"), t.was.at("户号")
	if n < 0 || head < 0 || id < 0 {
		return false
	}
	i := slices.IndexFunc(t.Rows, func(r Row) bool { return r.Number == row })
	has := func(column int) bool {
		return i >= 0 && slices.ContainsFunc(t.Rows[i].Cells, func(c Cell) bool { return c.Text == t.was.lines[n].cells[column] })
	}
	return has(head) && has(id)
}

// besides are the columns that are none of the table's: that of the numbers of lines, and
// those that show people whose a row is; id is the first.
func (t *taken) besides() (id int, shown []int) {
	if t.was == nil {
		return 0, nil
	}
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			switch {
			case c.Text == lineHeading:
				id = c.Column
			case id > 0 && slices.ContainsFunc(t.kind.columns, func(k column) bool { return k.seen && k.name == c.Text }):
				shown = append(shown, c.Column)
			}
		}
		if id > 0 {
			break
		}
	}
	return id, shown
}

// tabbed is a sheet as text, a line a row and a tab between cells, so that lines and tabs tell
// where a cell is.
func tabbed(s *Sheet, cells func(Row) []Cell) []byte {
	var b strings.Builder
	row := 1
	for _, r := range s.Rows {
		for ; row < r.Number; row++ {
			b.WriteByte('\n')
		}
		column := 1
		for _, c := range cells(r) {
			for ; column < c.Column; column++ {
				b.WriteByte('\t')
			}
			b.WriteString(flat(c.Text))
		}
	}
	b.WriteByte('\n')
	return []byte(b.String())
}

var blanks = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\t", " ")

// flat is a text without line breaks and tabs, in quotation marks if it has any.
func flat(text string) string {
	return scan.Plain(plain(text), "\t")
}

// located is a diagnostic of the text of a sheet at the sheet's cell.
func (t *taken) located(d diag.Diagnostic, book string, rows []string) diag.Diagnostic {
	row := d.Line
	cell := diag.Cell{Row: row, Sheet: t.Name, Heading: d.Heading}
	if d.Column > 0 && row > 0 {
		line := []rune(rows[row-1])
		n := strings.Count(string(line[:min(int(d.Column)-1, len(line))]), "\t")
		cell.Letter = diag.Letter(n)
		if t.table != nil && n < len(t.table.Columns) {
			cell.Heading = t.table.Columns[n].Heading
		}
	}
	d.Position, d.Cell = diag.At(book, int(row), 0), cell
	return d
}

// incoming are the rows of a sheet that are not empty.
func (t *taken) incoming() (list []*incoming) {
	seen := map[int]bool{}
	for _, r := range t.table.Records {
		in := &incoming{row: r.Row, line: -1, values: map[string]string{}}
		for i, c := range t.table.Columns {
			if c.Name != "" {
				in.values[c.Name] = r.Cell(i)
			}
		}
		if in.empty() {
			continue
		}
		if n := t.number(t.lines[r.Row]); n >= 0 && !seen[n] {
			in.line, seen[n] = n, true
		}
		list = append(list, in)
	}
	return list
}

// number is the line whose number a row bears; -1 if it bears none.
func (t *taken) number(text string) int {
	if t.was == nil {
		return -1
	}
	return t.was.number(text)
}
