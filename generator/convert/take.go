package convert

import (
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
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
	id := t.lineColumn()
	data := tabbed(t.Sheet, func(row int, c Cell) bool {
		if c.Column == id {
			t.lines[row] = c.Text
		}
		return c.Column != id
	})
	table, list := s.Table(t.target, data)
	t.table = table
	var told diag.List
	for _, d := range list {
		if t.was != nil && (d.Severity == diag.Note || d.Code == "head-mismatch" && t.asExported(int(d.Line))) {
			continue // the title, the limits, the groups and the heads of households are ours
		}
		told.Add(t.located(d, book, string(data)))
	}
	return told
}

// asExported reports whether a row names the head of a household as it was exported: the register
// may have been changed since.
func (t *taken) asExported(row int) bool {
	n, head := t.number(t.lines[row]), t.was.at("户主")
	if n < 0 || head < 0 {
		return false
	}
	i := slices.IndexFunc(t.Rows, func(r Row) bool { return r.Number == row })
	return i >= 0 && slices.ContainsFunc(t.Rows[i].Cells, func(c Cell) bool { return c.Text == t.was.lines[n].cells[head] })
}

// lineColumn is the column that holds the numbers of lines; 0 where there is none.
func (t *taken) lineColumn() int {
	if t.was == nil {
		return 0
	}
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			if c.Text == lineHeading {
				return c.Column
			}
		}
	}
	return 0
}

// tabbed is a sheet as text, a line a row and a tab between cells, so that lines and tabs tell
// where a cell is.
func tabbed(s *Sheet, wanted func(row int, c Cell) bool) []byte {
	var b strings.Builder
	row := 1
	for _, r := range s.Rows {
		for ; row < r.Number; row++ {
			b.WriteByte('\n')
		}
		column := 1
		for _, c := range r.Cells {
			if !wanted(r.Number, c) {
				continue
			}
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
	text = strings.TrimSpace(blanks.Replace(text))
	if strings.Contains(text, `"`) {
		return `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
	}
	return text
}

// located is a diagnostic of the text of a sheet at the sheet's cell.
func (t *taken) located(d diag.Diagnostic, book, text string) diag.Diagnostic {
	row := d.Line
	cell := diag.Cell{Row: row, Heading: d.Heading}
	if d.Column > 0 && row > 0 {
		line := []rune(strings.SplitN(text, "\n", int(row)+1)[row-1])
		n := strings.Count(string(line[:min(int(d.Column)-1, len(line))]), "\t")
		cell.Letter = diag.Letter(n)
		if t.table != nil && n < len(t.table.Columns) {
			cell.Heading = t.table.Columns[n].Heading
		}
	}
	d.Position, d.Cell = diag.At(sheetName(book, t.Name), int(row), 0), cell
	return d
}

// sheetName is a sheet of a workbook as a message names it.
func sheetName(book, sheet string) string {
	if sheet == "" {
		return book
	}
	return book + " " + sheet
}

// hidden tells how many records are in rows that are hidden or filtered out.
func (t *taken) hidden() (n int) {
	hidden := map[int]bool{}
	for _, r := range t.Rows {
		hidden[r.Number] = r.Hidden
	}
	for _, r := range t.table.Records {
		if hidden[r.Row] {
			n++
		}
	}
	return n
}

// incoming are the rows of a sheet that say anything.
func (t *taken) incoming() (list []*incoming) {
	seen := map[int]bool{}
	for _, r := range t.table.Records {
		in := &incoming{row: r.Row, line: -1, values: map[string]string{}}
		said := false
		for i, c := range t.table.Columns {
			if c.Name != "" {
				in.values[c.Name] = r.Cell(i)
				said = said || r.Cell(i) != ""
			}
		}
		if !said {
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
