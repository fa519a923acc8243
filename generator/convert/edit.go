package convert

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"gongshi/generator/ledger"
	"gongshi/generator/scan"
)

// edits are the changes of one table, which leave everything else of its text as it is.
type edits struct {
	table  *ledger.Table
	sets   map[int]map[string]string // by record and column
	gone   map[int]bool
	added  []addition
	header []string // columns that the table lacks so far
}

// addition is a new record after another one; -1: at the end.
type addition struct {
	after int
	cells map[string]string // by column
	from  *origin
}

func newEdits(t *ledger.Table) *edits {
	return &edits{table: t, sets: map[int]map[string]string{}, gone: map[int]bool{}}
}

func (e *edits) set(record int, column, text string) {
	if e.sets[record] == nil {
		e.sets[record] = map[string]string{}
	}
	e.sets[record][column] = text
	e.need(column)
}

func (e *edits) add(after int, cells map[string]string, from *origin) {
	e.added = append(e.added, addition{after, cells, from})
	for _, name := range slices.Sorted(maps.Keys(cells)) {
		if cells[name] != "" {
			e.need(name)
		}
	}
}

func (e *edits) need(column string) {
	if e.table.Column(column) < 0 && !slices.Contains(e.header, column) {
		e.header = append(e.header, column)
	}
}

// splice is text that takes the place of a part of another.
type splice struct {
	from, to int
	text     string
}

// text is the table's text with the changes in it.
func (e *edits) text() string {
	t := e.table
	var list []splice
	if len(e.header) > 0 {
		end := t.Columns[len(t.Columns)-1].End
		s := splice{from: end, to: end}
		for _, name := range e.header {
			s.text += t.Sep + scan.Plain(name, t.Sep)
		}
		list = append(list, s)
	}
	for i := range t.Records {
		switch {
		case e.gone[i]:
			list = append(list, splice{t.Records[i].Cells[0].From, e.after(i), ""})
		case e.sets[i] != nil:
			list = append(list, e.change(i)...)
		}
	}
	for _, a := range e.added {
		at := len(t.Text)
		if a.after >= 0 {
			at = e.after(a.after)
		} else if len(t.Records) > 0 {
			at = e.after(len(t.Records) - 1)
		}
		list = append(list, splice{at, at, e.line(a)})
	}
	slices.SortStableFunc(list, func(a, b splice) int { return cmp.Compare(a.from, b.from) })
	var b strings.Builder
	pos := 0
	for _, s := range list {
		b.WriteString(t.Text[pos:s.from])
		if at := b.String(); s.from == s.to && strings.HasSuffix(s.text, e.end()) && at != "" && !strings.HasSuffix(at, "\n") && !strings.HasSuffix(at, "\r") {
			b.WriteString(e.end()) // the last line had no end
		}
		b.WriteString(s.text)
		pos = s.to
	}
	b.WriteString(t.Text[pos:])
	return b.String()
}

// end is how the table ends its lines.
func (e *edits) end() string {
	i := strings.IndexAny(e.table.Text, "\r\n")
	switch {
	case i < 0, strings.HasPrefix(e.table.Text[i:], "\r\n"):
		return "\r\n"
	}
	return e.table.Text[i : i+1]
}

// after is the offset behind a record and the end of its line.
func (e *edits) after(record int) int {
	cells := e.table.Records[record].Cells
	at := cells[len(cells)-1].To
	for _, end := range [...]string{"\r\n", "\n", "\r"} {
		if strings.HasPrefix(e.table.Text[at:], end) {
			return at + len(end)
		}
	}
	return at
}

// index is where a column is, or will be.
func (e *edits) index(column string) int {
	if i := e.table.Column(column); i >= 0 {
		return i
	}
	return len(e.table.Columns) + slices.Index(e.header, column)
}

// change are the splices of one record; cells that it is too short for are put at its end.
func (e *edits) change(record int) (list []splice) {
	t, cells := e.table, e.table.Records[record].Cells
	var tail []string
	for _, name := range slices.Sorted(maps.Keys(e.sets[record])) {
		text, i := e.sets[record][name], e.index(name)
		if i < len(cells) {
			c := cells[i]
			list = append(list, splice{c.From, c.To, e.cell(text, isQuoted(t.Text[c.From:c.To]))})
			continue
		}
		for len(tail) <= i-len(cells) {
			tail = append(tail, "")
		}
		tail[i-len(cells)] = scan.Plain(text, t.Sep)
	}
	if len(tail) > 0 {
		end := cells[len(cells)-1].To
		list = append(list, splice{end, end, t.Sep + strings.Join(tail, t.Sep)})
	}
	return list
}

// line is a new record as a line, in quotation marks throughout where the one before it is.
func (e *edits) line(a addition) string {
	t := e.table
	texts := make([]string, len(t.Columns)+len(e.header))
	quotes := e.quotes(a.after)
	for i := range texts {
		name := ""
		if i < len(t.Columns) {
			name = t.Columns[i].Name
		} else {
			name = e.header[i-len(t.Columns)]
		}
		texts[i] = e.cell(a.cells[name], quotes)
	}
	return strings.Join(texts, t.Sep) + e.end()
}

// quotes reports whether the record before a new one has all its cells in quotation marks.
func (e *edits) quotes(after int) bool {
	if after < 0 {
		after = len(e.table.Records) - 1
	}
	return after >= 0 && !slices.ContainsFunc(e.table.Records[after].Cells, func(c ledger.Written) bool {
		return c.From < c.To && !isQuoted(e.table.Text[c.From:c.To])
	})
}

// cell is a text as a cell: in quotation marks where it needs them, or where the others are.
func (e *edits) cell(text string, quotes bool) string {
	if quotes {
		return scan.Quote(text)
	}
	return scan.Plain(text, e.table.Sep)
}

func isQuoted(raw string) bool { return strings.HasPrefix(strings.TrimSpace(raw), `"`) }
