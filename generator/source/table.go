package source

import (
	"fmt"
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/scan"
)

// table is a CSV file whose header has been found.
type table struct {
	*file
	scan     scan.Scanner
	want     []column
	place    *ledger.Place // against whose register a column 户主 is held; nil: of none
	items    *itemNames    // of a sheet, or nil
	heads    []scan.Cell   // the header, without trailing blank columns
	headRows [][]scan.Cell // its rows, as they are
	at       []int         // beside want: where a row has that column, or -1
	itemsAt  []int         // beside the sheet's items, likewise
	keys     []int         // of want: the columns there by which a row is a record
	needs    []int         // of want: the columns of which a record needs a cell
	asked    int           // of want: the column asked for last
	names    []int         // where a row has somebody's or something's name
	others   []int         // headings that none of want claims
	cells    []scan.Cell   // of the current row; the next one uses them again
	told     map[int]bool
	heard    *witness // of a column 户主 beside 户号, or nil
	stopped  bool     // at a second table
	remarked bool     // the last row with something in it was a remark
	begun    bool     // the row under the header has been read

	passed  []passed    // the rows that are no records
	width   int         // cells of the header, blank ones at its end too
	blamed  bool        // the row has been said to have a cell too many
	lost    bool        // something that the row needs is empty or wrong
	held    []scan.Cell // the row under the header, if it may be column numbers or a record
	heldRow int
}

// passed is a row that is passed over, and its text.
type passed struct {
	row, line int
	text      string
}

// row is one row of a table, until the next one is read.
type row struct {
	*table
	cells []scan.Cell
	wide  bool // it has more cells than the header, if only empty ones
	mute  bool // it has a cell too many: what else is wrong with it follows from that
}

// openTable finds a table's header and what is in which column; nil if it has none, which is reported. A column 户主
// is held against the register of p; nil: of none.
func openTable(f *file, want []column, p *ledger.Place, items *itemNames) *table {
	t := &table{file: f, want: want, place: p, items: items, told: map[int]bool{}}
	h, ok := findHeader(f.text, t.known)
	if !ok {
		f.report(diag.At(f.path, 0, 0), diag.Error, "", &trouble{"missing-label", "文件是空的，连表头也没有", "第一行写表头：" + headings(want)})
		f.unread = true
		return nil
	}
	t.scan = scan.New(f.text, h.sep)
	t.scan.Bad = f.spoilt
	title, above := t.passTitle(h.skip)
	for range h.depth {
		t.cells, _ = t.scan.Record(t.cells)
		t.width = max(t.width, len(t.cells))
		t.headRows = append(t.headRows, trimmed(slices.Clone(t.cells)))
	}
	t.heads = trimmed(merged(t.headRows, t.known))
	t.scan.Width = len(t.heads)
	if bad := t.incomplete(above); bad != nil {
		f.report(t.headLine(), diag.Error, "", bad)
		f.unread = true
		return nil
	}
	if title.Text != "" {
		f.report(t.position(title), diag.Note, "", &trouble{"title-row",
			"表头上面的标题行“" + scan.Short(title.Text) + "”已跳过", "不必改；也可以删去，让表头成为第一行"})
	}
	t.assign()
	t.against()
	if items != nil {
		t.itemsAt = items.assign(t)
	}
	return t
}

// known reports whether a heading is one that this file may have.
func (t *table) known(heading string) bool {
	return claim(t.want, heading) >= 0 || t.items.known(heading)
}

// trimmed is a row without the blank cells at its end.
func trimmed(cells []scan.Cell) []scan.Cell {
	for len(cells) > 0 && cells[len(cells)-1].Text == "" {
		cells = cells[:len(cells)-1]
	}
	return cells
}

// passTitle passes over the rows above the header. It answers the first cell in them with
// something in it, and the last row.
func (t *table) passTitle(rows int) (title scan.Cell, above []scan.Cell) {
	for range rows {
		t.cells, _ = t.scan.Record(t.cells)
		if i := filled(t.cells); i >= 0 && title.Text == "" {
			title = t.cells[i]
		}
	}
	return title, slices.Clone(t.cells)
}

// rows are the rows that are records, each until the next one is read; none of no table.
func (t *table) rows(yield func(row) bool) {
	if t == nil {
		return
	}
	for !t.stopped {
		if !t.blamed { // a last cell that is empty in a row in which all is well is no comma's
			t.width = max(t.width, len(t.cells))
		}
		t.blamed, t.lost = false, false
		var more bool
		if t.cells, more = t.scan.Record(t.cells); !more {
			break
		}
		r := row{table: t, cells: t.cells, wide: len(t.cells) > t.width}
		record := !empty(t.cells) && !r.noRecord()
		t.guardRow(t.cells, record)
		t.guardUnseenCells(t.cells)
		if record {
			r.checkWidth()
			if !yield(r) {
				return
			}
		}
	}
	t.tellPassed()
	t.tellHeld()
	t.tellHeads()
	if t.items == nil {
		t.ignored()
	}
}

// noRecord reports whether a row is passed over, or reported as a whole.
func (r row) noRecord() bool {
	under := !r.begun
	r.begun = true
	switch {
	case under && r.numbering(), r.rehead(), r.passes():
		return true
	case r.held != nil && r.recurs():
		r.settle()
	}
	r.remarked = false
	return false
}

// filled is the index of the first cell with something in it, or -1.
func filled(cells []scan.Cell) int {
	return slices.IndexFunc(cells, func(c scan.Cell) bool { return c.Text != "" })
}

func empty(cells []scan.Cell) bool { return filled(cells) < 0 }

// checkWidth reports the first cell of a row that is under no heading.
func (r *row) checkWidth() {
	for i, c := range r.cells {
		switch {
		case c.Text == "" || i < len(r.heads) && r.heads[i].Text != "":
			continue
		case i >= len(r.heads):
			r.mute, r.blamed = true, true
			r.report(r.position(c), diag.Error, "", r.tooWide())
			return
		case !r.told[i]:
			r.told[i] = true
			r.report(r.position(r.heads[i]), diag.Error, "", &trouble{"blank-header",
				"这一列没有列名，下面却有内容，例如“" + scan.Short(c.Text) + "”", "在表头补上列名，或删去这一列"})
		}
	}
}

// tooWide reports that a row has more cells than the header, most often because of a comma in a text.
func (r row) tooWide() *trouble {
	n := len(trimmed(r.cells))
	extra := "，多出“" + scan.Short(r.cells[n-1].Text) + "”"
	if n <= len(r.heads) {
		n, extra = len(r.cells), ""
	}
	return &trouble{"extra-cell", fmt.Sprintf("这一行有 %d 格，表头只有 %d 列%s", n, min(r.width, n-1), extra),
		"多半是前面哪一格的文字里有英文逗号，从那里起都右移了一格：把逗号改成中文的“，”，或用英文双引号把整格括起来；如果真是多出的一格，删去它，或在表头补上列名"}
}

// get is the row's cell under the heading of a column asked for.
func (r row) get(heading string) scan.Cell { return r.cell(r.index(heading)) }

// index is where want has the column of a heading; -1 where it has none. Readers ask for columns
// nearly in their order, so the search goes on where the last one ended.
func (t *table) index(heading string) int {
	for range t.want {
		if t.want[t.asked].name == heading {
			return t.asked
		}
		if t.asked++; t.asked == len(t.want) {
			t.asked = 0
		}
	}
	return -1
}

// cell is the row's cell in a column of want; empty, at column 0, where there is none. Of
// a row with a cell too many, only what it must have is read.
func (r row) cell(c int) scan.Cell {
	if i := r.at[c]; i >= 0 && (!r.mute || r.want[c].role >= head) {
		return r.cellAt(i)
	}
	return scan.Cell{Line: r.cells[0].Line}
}

// cellAt is the row's i-th cell; one that the row is too short for is at its end.
func (r row) cellAt(i int) scan.Cell {
	if i < len(r.cells) {
		return r.cells[i]
	}
	last := r.cells[len(r.cells)-1]
	return scan.Cell{Line: last.Line, Column: last.Column}
}

// line is the row as a whole.
func (r row) line() diag.Position { return diag.At(r.path, r.cells[0].Line, 0) }

func (r row) record() diag.Record { return diag.Record{Position: r.line()} }

// position is where a cell is in a file.
func (f *file) position(c scan.Cell) diag.Position { return diag.At(f.path, c.Line, c.Column) }

func headings(want []column) string {
	var names []string
	for _, w := range want {
		names = append(names, w.name)
	}
	return strings.Join(names, ",")
}
