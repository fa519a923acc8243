package source

import (
	"cmp"
	"io/fs"
	"maps"
	"path"
	"runtime"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/scan"
)

// Cells adds to each diagnostic in a table its cell in a spreadsheet: the Book keeps only lines
// and characters, and with a line break in a cell a line is not a row. It reads each table that
// list names once more, and none if nothing is wrong. It keeps cells that are set already.
func Cells(site fs.FS, book *ledger.Book, list diag.List) {
	asked, wide := map[string][]*request{}, map[diag.Position]bool{}
	for _, d := range list {
		if d.Code == "extra-cell" { // in what follows from that, no column is meant
			wide[d.Col(0)] = true
		}
	}
	ask := func(at *diag.Position, heading string, cell *diag.Cell) {
		if at.Line > 0 && cell.Row == 0 && path.Ext(at.File) == ".csv" {
			asked[at.File] = append(asked[at.File], &request{at, heading, wide[at.Col(0)], cell})
		}
	}
	refs := make([][]diag.Cell, len(list))
	for i := range list {
		d := &list[i]
		ask(&d.Position, d.Heading, &d.Cell)
		refs[i] = make([]diag.Cell, len(d.Refs))
		for j := range d.Refs {
			ask(&d.Refs[j], "", &refs[i][j])
		}
	}
	files := slices.Collect(maps.Keys(asked))
	together(len(files), runtime.GOMAXPROCS(0), func(i int) {
		if data, err := fs.ReadFile(site, files[i]); err == nil {
			answer(&file{path: files[i], text: readable(data)}, book, asked[files[i]])
		}
	})
	for i := range list {
		d := &list[i]
		d.Message = referring(d.Message, d.Refs, refs[i])
		if len(d.Refs) > 0 { // that other rows are named is all that is left to know of them
			d.Refs = make([]diag.Position, len(d.Refs))
		}
		if d.Sought() { // in a table that cannot be read
			d.Column = 0
		}
	}
}

// request is a position in a table, and where to put the cell that is there.
type request struct {
	at      *diag.Position // its column is sought, where the heading alone is known
	heading string
	mute    bool // the row has a cell too many
	cell    *diag.Cell
}

// referring is a message with the rows of a spreadsheet in place of the lines that it names.
func referring(message string, lines []diag.Position, cells []diag.Cell) string {
	done := ""
	for i, at := range lines {
		before, after, found := strings.Cut(message, at.Row())
		if !found || cells[i].Row == 0 {
			continue
		}
		done += before + diag.RowWords(cells[i].Row)
		message = after
	}
	return done + message
}

// readable returns a table's text, also of one that source refuses: nothing before the damage has
// moved.
func readable(data []byte) string {
	text, damaged := scan.DecodeText(data)
	if damaged != nil {
		text = strings.ToValidUTF8(string(data), string(utf8.RuneError))
	}
	return strings.TrimPrefix(text, "\ufeff")
}

// answer goes once through a table's records and the positions asked for, both in order.
func answer(f *file, book *ledger.Book, requests []*request) {
	want, p, items := contentOf(f.path, book)
	var quiet diag.List // what is wrong with the table is known
	f.diags = &quiet
	t := openTable(f, want, p, items)
	if t == nil {
		t = &table{want: want, items: items}
		h, _ := findHeader(f.text, t.known)
		t.scan.Sep = cmp.Or(h.sep, ",")
	}
	slices.SortFunc(requests, func(a, b *request) int {
		return cmp.Or(cmp.Compare(a.at.Line, b.at.Line), cmp.Compare(a.at.Column, b.at.Column))
	})
	s := scan.New(f.text, t.scan.Sep)
	var cells []scan.Cell
	for row, more := int32(1), true; len(requests) > 0; row++ {
		if cells, more = s.Record(cells); !more {
			return
		}
		if len(t.heads) > 0 && cells[0].Line == t.heads[0].Line { // as openTable does
			s.Width = len(t.heads)
		}
		for len(requests) > 0 && (int(requests[0].at.Line) < s.Line || s.Pos == len(s.Text)) {
			requests[0].answer(t, cells, row)
			requests = requests[1:]
		}
	}
}

// answer puts a request's cell where it belongs, found among those of its row.
func (q *request) answer(t *table, cells []scan.Cell, row int32) {
	q.cell.Row = row
	n := 0
	if q.at.Sought() {
		var column int
		n, column = t.under(q.heading, cells, q.mute)
		*q.at = q.at.Col(column)
	} else {
		behind := sort.Search(len(cells), func(i int) bool {
			c := cells[i]
			return c.Line > int(q.at.Line) || c.Line == int(q.at.Line) && c.Column > int(q.at.Column)
		})
		n = max(0, behind-1)
	}
	if q.at.Column == 0 {
		return
	}
	q.cell.Letter = diag.Letter(n)
	if n < len(t.heads) && cells[0].Line >= t.heads[0].Line && !strings.ContainsRune(t.heads[n].Text, utf8.RuneError) {
		q.cell.Heading = strings.Clone(scan.Short(t.heads[n].Text)) // else a word holds its whole file
	}
}

// under is which of a row's cells is under a heading, and its column; 0 where there is none.
func (t *table) under(heading string, cells []scan.Cell, mute bool) (i, in int) {
	c := t.index(heading)
	if c < 0 {
		return 0, 0
	}
	r := row{table: t, cells: cells, mute: mute}
	return t.at[c], r.cell(c).Column
}

// contentOf is what a table may hold, by its path, as for openTable: its columns, the place in whose folder it lies,
// or in one of its data folders, and of a sheet its items.
func contentOf(name string, book *ledger.Book) (want []column, p *ledger.Place, items *itemNames) {
	dir, base := strings.TrimPrefix(path.Dir(name), "data/"), path.Base(name)
	p, sub := book.Place(dir), path.Base(dir)
	if p == nil {
		p = book.Place(path.Dir(dir))
	}
	if tables[sub] == nil {
		return tables[base], p, nil
	}
	if period, ok := ledger.ParsePeriod(stem(base)); ok && p != nil && sub != "events" {
		items = newItemNames(newSheet(p, period))
	}
	return tables[sub], p, items
}

// tables are the columns of a place's tables, by the name of the file or folder.
var tables = map[string][]column{
	"scores": sheetColumns, "declared": sheetColumns, "events": eventColumns,
	"households.csv": householdColumns, "members.csv": memberColumns, "corrections.csv": correctionColumns,
	"rewards.csv": rewardColumns, "redemptions.csv": redemptionColumns, "tasks.csv": taskColumns,
	"seals.csv": sealColumns, "salts.csv": saltColumns,
}

// Heading is a heading of a table, and its English alias.
type Heading struct{ Name, Alias string }

// Headings are those of a place's table, by the name of its file or folder, in their order; of a
// sheet those beside its items.
func Headings(name string) (list []Heading) {
	for _, c := range tables[name] {
		list = append(list, Heading{c.name, c.alias})
	}
	return list
}
