package source

import (
	"slices"
	"strings"

	"gongshi/generator/scan"
)

// mostHeadRows is how many rows beside the one found may belong to a header.
const mostHeadRows = 2

// widen takes the rows above and below into a header, as far as they name columns that it
// does not: a merged heading over its columns, 户号 beside it.
func (h *header) widen(text string, known func(string) bool) {
	var rows [][]scan.Cell
	s := scan.New(text, h.sep)
	for range h.skip + 1 + mostHeadRows {
		cells, more := s.Record(nil)
		if !more {
			break
		}
		rows = append(rows, trimmed(cells))
	}
	from, to := h.skip, h.skip+1
	best := named(rows[from:to], known)
	for i := from - 1; i >= max(0, h.skip-mostHeadRows) && len(rows[i]) > 0; i-- {
		if n := named(rows[i:to], known); n > best {
			from, best = i, n
		}
	}
	for i := to; i < len(rows) && len(rows[i]) > 0; i++ {
		if n := named(rows[from:i+1], known); n > best || completes(rows[from:i], rows[i], known) {
			to, best = i+1, n
		}
	}
	h.skip, h.depth = from, to-from
}

// named is how many different known headings rows have together; 0 if a lower one has
// something else under a known one, as a record has.
func named(rows [][]scan.Cell, known func(string) bool) int {
	for i, upper := range rows {
		for _, lower := range rows[i+1:] {
			for at, c := range upper {
				if below := textAt(lower, at); below != "" && known(c.Text) && !known(below) {
					return 0
				}
			}
		}
	}
	names := map[string]bool{}
	for _, c := range merged(rows, known) {
		if known(c.Text) {
			names[scan.Label(c.Text)] = true
		}
	}
	return len(names)
}

// completes reports whether a row names, in words alone, columns that the rows of a header
// above it leave without a name, and has nothing where they know one.
func completes(above [][]scan.Cell, below []scan.Cell, known func(string) bool) bool {
	heads, fills := merged(above, known), 0
	for i, c := range below {
		switch {
		case c.Text == "":
		case strings.ContainsAny(scan.Narrow(c.Text), "0123456789"), scan.MarkOf(c.Text) != scan.Unmarked, isNA(c.Text), known(textAt(heads, i)):
			return false
		case i < len(heads) && heads[i].Text == "":
			fills++
		}
	}
	return fills > 0
}

// merged are the headings that the rows of a header give together: each column's lowest,
// with the one over it where only both tell which it is.
func merged(rows [][]scan.Cell, known func(string) bool) []scan.Cell {
	if len(rows) == 1 {
		return slices.Clone(rows[0])
	}
	var heads []scan.Cell
	for _, r := range rows {
		over := "" // a merged heading is in the leftmost of the columns that it is over
		for i, c := range r {
			if i == len(heads) {
				heads = append(heads, scan.Cell{Line: c.Line, Column: c.Column})
			}
			if heads[i].Text != "" {
				over = heads[i].Text
			}
			if c.Text == "" {
				continue
			}
			if joined := over + "/" + c.Text; over != "" && known(joined) {
				c.Text = joined
			}
			heads[i] = c
		}
	}
	return heads
}

// incomplete tells what a header that seems to take several rows still lacks. above is the
// row above it, which may belong to it too.
func (t *table) incomplete(above []scan.Cell) *trouble {
	last := t.scan.Row
	first := last - len(t.headRows) + 1
	if first == last {
		if !spans(above) || !slices.ContainsFunc(t.heads, func(c scan.Cell) bool { return c.Text == "" }) {
			return nil
		}
		first--
	}
	for _, c := range t.want {
		if c.role >= head && !slices.ContainsFunc(t.heads, func(h scan.Cell) bool { return claim([]column{c}, h.Text) == 0 }) {
			return &trouble{"header-rows", "表头像是占了几行（" + rowRange(first, last) + "），合起来还缺“" + c.name + "”这一列",
				"把表头并成一行：每一列的列名都写在最下面那一行，上面的删去"}
		}
	}
	return nil
}

// spans reports whether a row may be merged headings: several cells of words alone.
func spans(cells []scan.Cell) bool {
	n := 0
	for _, c := range cells {
		if strings.ContainsAny(scan.Narrow(c.Text), "0123456789:") {
			return false
		}
		if c.Text != "" {
			n++
		}
	}
	return n > 1
}
