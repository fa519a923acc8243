package verify

import (
	"cmp"
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// reading reads a table of the gazette.
type reading[T any] func(file string, content []byte, tell func(*gazette.Unreadable)) ([]*gazette.Told[T], []string)

// read reads a table of a place, and tells what cannot be read in it; nil where there is none.
func read[T any](p *place, name string, by reading[T]) []*gazette.Told[T] {
	file := p.data(name)
	if !p.files.has(file) {
		return nil
	}
	rows, unknown := by(file, p.files.content(file), func(u *gazette.Unreadable) { p.differ(u.Position, packageCode, "%s", u.Message) })
	for _, heading := range unknown {
		p.not("%s：本程序不认识“%s”一栏，没有核对", file, heading)
	}
	return rows
}

// readWhole leaves out the rows that cannot be read.
func readWhole[T any](p *place, name string, by reading[T]) []*gazette.Told[T] {
	return slices.DeleteFunc(read(p, name, by), func(row *gazette.Told[T]) bool { return row.Broken })
}

// rows counts the rows of a table below its header, in which a line may break within a cell.
func rows(content []byte) int {
	n, quoted := -1, false
	for _, c := range content {
		switch {
		case c == '"':
			quoted = !quoted
		case c == '\n' && !quoted:
			n++
		}
	}
	return max(n, 0)
}

// hold tells what of a row is other than it should be: who is what the row is about; by has, for a column or under
// "" for all others, what should be there, for %s, and from where that is known.
func hold[T any](p *place, f gazette.Form[T], row *gazette.Told[T], should *T, who string, by map[string]string) {
	if row.Broken {
		return
	}
	for _, d := range f.Differences(&row.Is, should) {
		should := strings.Replace(cmp.Or(by[d.Column], by[""]), "%s", figure(d.Should), 1)
		p.differ(row.At, figureCode, "%s的%s是%s，%s", who, d.Column, figure(d.Is), should)
	}
}

// figure is a cell as a message has it: words are quoted.
func figure(text string) string {
	if _, ok := ledger.ParsePoints(text); ok {
		return " " + text
	}
	return "“" + text + "”"
}

// top is the header of a table.
func (p *place) top(name string) diag.Position { return diag.At(p.data(name), 1, 0) }
