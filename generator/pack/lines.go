package pack

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/diff"

	"gongshi/generator/scan"
)

// between separates the cells of a row while rows are compared; no text has it.
const between = "\x1f"

// Plain returns a row or a line for people to read.
func Plain(row string) string { return strings.ReplaceAll(row, between, "，") }

// rowsOf returns the rows of a table, each with its cells, or the lines of another text, each as
// one cell. It returns false if the content is not text.
func rowsOf(name string, content []byte) ([]string, bool) {
	text, bad := scan.Decode(content, path.Ext(name))
	if bad != nil || path.Ext(name) != ".csv" && path.Ext(name) != ".toml" && path.Ext(name) != ".md" {
		return nil, false
	}
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", between, " ").Replace(text)
	if path.Ext(name) != ".csv" {
		text = strings.TrimRight(text, "\n")
		if text == "" {
			return nil, true
		}
		return strings.Split(text, "\n"), true
	}
	var rows []string
	s := scan.New(text, scan.Separator(text))
	for cells, ok := s.Record(nil); ok; cells, ok = s.Record(cells) {
		words := make([]string, len(cells))
		for i, c := range cells {
			words[i] = strings.ReplaceAll(c.Text, "\n", " ")
		}
		rows = append(rows, strings.TrimRight(strings.Join(words, between), between))
	}
	return rows, true
}

// changed returns the change of a file whose content differs.
func changed(name string, old, content []byte) Change {
	c := Change{Path: name, Kind: Changed, Size: len(content)}
	before, ok := rowsOf(name, old)
	after, also := rowsOf(name, content)
	if !ok || !also {
		return c
	}
	c.Text = true
	heads := [2][]string{}
	if path.Ext(name) == ".csv" && len(before) > 0 && len(after) > 0 {
		heads = [2][]string{strings.Split(before[0], between), strings.Split(after[0], between)}
	}
	for _, h := range hunks(before, after) {
		c.add(h, heads)
	}
	return c
}

// hunk is a run of rows that replaces another.
type hunk struct {
	old, new       []string
	oldRow, newRow int // the first of each, from 1
}

// hunks returns where two lists of rows differ.
func hunks(before, after []string) []*hunk {
	var list []*hunk
	var h *hunk  // the one that may go on
	x, y := 1, 1 // the rows to come
	_, unified, _ := strings.Cut(string(diff.Diff("", joined(before), "", joined(after))), "\n+++ \n")
	for line := range strings.Lines(unified) {
		row := strings.TrimSuffix(line[1:], "\n")
		switch line[0] {
		case '@':
			var n, m int
			fmt.Sscanf(line, "@@ -%d,%d +%d,%d @@", &x, &n, &y, &m)
			x, y, h = max(x, 1), max(y, 1), nil
		case ' ':
			x, y, h = x+1, y+1, nil
		default:
			if h == nil {
				h = &hunk{oldRow: x, newRow: y}
				list = append(list, h)
			}
			if line[0] == '-' {
				h.old, x = append(h.old, row), x+1
			} else {
				h.new, y = append(h.new, row), y+1
			}
		}
	}
	return list
}

func joined(rows []string) []byte {
	var b bytes.Buffer
	for _, r := range rows {
		b.WriteString(r + "\n")
	}
	return b.Bytes()
}

// add adds the differences in a hunk. Rows of a table are the same row if they begin with the
// same cell; lines of another text, if there are as many on both sides.
func (c *Change) add(h *hunk, heads [2][]string) {
	table := heads[0] != nil
	left := map[string]int{} // the old rows, by their first cells
	for i, row := range h.old {
		left[first(row)] = i
	}
	taken := map[int]bool{}
	for i, row := range h.new {
		was, known := left[first(row)]
		if !table {
			was, known = i, len(h.old) == len(h.new)
		}
		if !known || taken[was] {
			c.Added = append(c.Added, Line{No: h.newRow + i, New: row, Of: first(row)})
			continue
		}
		taken[was] = true
		c.Changed = append(c.Changed, cells(h.newRow+i, h.old[was], row, heads)...)
	}
	for i, row := range h.old {
		if !taken[i] {
			c.Removed = append(c.Removed, Line{No: h.oldRow + i, Old: row, Of: first(row)})
		}
	}
}

func first(row string) string {
	cell, _, _ := strings.Cut(row, between)
	return cell
}

// cells returns the cells in which two rows of a table differ, by their headings; for another
// text, and for a header, the whole rows.
func cells(no int, old, now string, heads [2][]string) []Line {
	if heads[0] == nil || no == 1 {
		return []Line{{No: no, Old: old, New: now, Of: first(now)}}
	}
	a, b := byHeading(heads[0], old), byHeading(heads[1], now)
	var list []Line
	for _, h := range slices.Concat(heads[1], heads[0]) {
		if a[h] != b[h] {
			list = append(list, Line{No: no, Old: a[h], New: b[h], Heading: h, Of: first(now)})
			b[h] = a[h] // a heading of both is listed once
		}
	}
	if list == nil { // they differ under a heading that occurs twice, or beyond the header
		list = []Line{{No: no, Old: old, New: now, Of: first(now)}}
	}
	return list
}

// byHeading returns the cells of a row by the headings of its table.
func byHeading(heads []string, row string) map[string]string {
	cells := map[string]string{}
	for i, text := range strings.Split(row, between) {
		if i < len(heads) {
			cells[heads[i]] = text
		}
	}
	return cells
}
