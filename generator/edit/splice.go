package edit

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"gongshi/generator/ledger"
	"gongshi/generator/scan"
)

// splice is text that takes the place of a part of another.
type splice struct {
	from, to int
	text     string
	line     bool // a whole line, which begins on a line of its own
}

// text is the table's text with the changes in it.
func (e *Table) text() string {
	list := e.splices()
	slices.SortStableFunc(list, func(a, b splice) int { return cmp.Compare(a.from, b.from) })
	var b strings.Builder
	pos := 0
	for _, s := range list {
		b.WriteString(e.Text[pos:s.from])
		if at := b.String(); s.line && at != "" && !strings.HasSuffix(at, "\n") && !strings.HasSuffix(at, "\r") {
			b.WriteString(e.end()) // the last line had no end
		}
		b.WriteString(s.text)
		pos = s.to
	}
	b.WriteString(e.Text[pos:])
	return b.String()
}

// splices are the changes from the top down: where two are at one offset, that of the record above comes first.
func (e *Table) splices() (list []splice) {
	if len(e.header) > 0 {
		end := e.Columns[len(e.Columns)-1].End
		s := splice{from: end, to: end}
		for _, name := range e.header {
			s.text += e.Sep + scan.Plain(name, e.Sep)
		}
		list = append(list, s)
	}
	added := map[int][]splice{}
	for _, a := range e.Added {
		at := e.after(a.After)
		added[a.After] = append(added[a.After], splice{at, at, e.lineOf(a), true})
	}
	list = append(list, added[-1]...)
	for i := range e.Records {
		switch {
		case e.gone[i]:
			list = append(list, splice{from: e.Records[i].Cells[0].From, to: e.after(i)})
		case e.sets[i] != nil:
			list = append(list, e.change(i)...)
		}
		list = append(list, added[i]...)
	}
	return list
}

// end is how the table ends its lines.
func (e *Table) end() string {
	i := strings.IndexAny(e.Text, "\r\n")
	switch {
	case i < 0, strings.HasPrefix(e.Text[i:], "\r\n"):
		return "\r\n"
	}
	return e.Text[i : i+1]
}

// after is the offset behind a record and the end of its line; -1: before the first.
func (e *Table) after(record int) int {
	switch {
	case len(e.Records) == 0:
		return len(e.Text)
	case record < 0:
		return e.Records[0].Cells[0].From
	}
	cells := e.Records[record].Cells
	at := cells[len(cells)-1].To
	for _, end := range [...]string{"\r\n", "\n", "\r"} {
		if strings.HasPrefix(e.Text[at:], end) {
			return at + len(end)
		}
	}
	return at
}

// index is where a column is, or will be.
func (e *Table) index(column string) int {
	if i := e.Column(column); i >= 0 {
		return i
	}
	return len(e.Columns) + slices.Index(e.header, column)
}

// change are the splices of one record; cells that it is too short for are put at its end.
func (e *Table) change(record int) (list []splice) {
	cells := e.Records[record].Cells
	var tail []string
	for _, name := range slices.Sorted(maps.Keys(e.sets[record])) {
		text, i := e.sets[record][name], e.index(name)
		if i < len(cells) {
			c := cells[i]
			list = append(list, splice{from: c.From, to: c.To, text: e.cell(text, isQuoted(e.Text[c.From:c.To]))})
			continue
		}
		for len(tail) <= i-len(cells) {
			tail = append(tail, "")
		}
		tail[i-len(cells)] = scan.Plain(text, e.Sep)
	}
	if len(tail) > 0 {
		end := cells[len(cells)-1].To
		list = append(list, splice{from: end, to: end, text: e.Sep + strings.Join(tail, e.Sep)})
	}
	return list
}

// lineOf is a new record as a line, in quotation marks throughout where the one beside it is.
func (e *Table) lineOf(a Addition) string {
	texts := make([]string, len(e.Columns)+len(e.header))
	quotes := e.quotes(a.After)
	for i := range texts {
		name := ""
		if i < len(e.Columns) {
			name = e.Columns[i].Name
		} else {
			name = e.header[i-len(e.Columns)]
		}
		texts[i] = e.cell(a.Cells[name], quotes)
	}
	return strings.Join(texts, e.Sep) + e.end()
}

// quotes reports whether the record before a new one, or the first, has all its cells in quotation marks.
func (e *Table) quotes(after int) bool {
	return len(e.Records) > 0 && !slices.ContainsFunc(e.Records[max(0, after)].Cells, func(c ledger.Written) bool {
		return c.From < c.To && !isQuoted(e.Text[c.From:c.To])
	})
}

// cell is a text as a cell: in quotation marks where it needs them, or where the others are.
func (e *Table) cell(text string, quotes bool) string {
	if quotes {
		return scan.Quote(text)
	}
	return scan.Plain(text, e.Sep)
}

func isQuoted(raw string) bool { return strings.HasPrefix(strings.TrimSpace(raw), `"`) }
