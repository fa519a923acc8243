// Package write makes the files of data/ from nouns.
//
// In: nouns of the ledger, or the name of a table that is to be filled in. Out: tables, their columns in the order in
// which source has them ([Tables], [Blank]), and TOML files, keys as formats.md has them ([Texts], [Value]). It never
// touches the disk, and changes no file that is there: what nobody keeps, as the name of a member or who wrote an
// event down, it does not know.
package write

import (
	"fmt"
	"slices"

	"gongshi/generator/ledger"
	"gongshi/generator/scan"
	"gongshi/generator/source"
)

// Table is a table of a place: its headings, and what is in the cells below them; a row may be short.
type Table struct {
	Heads []source.Heading
	Rows  [][]any
}

// ID is a 户号 or the like, which is compared in narrow forms and lower case.
type ID string

// Blank is a table to be filled in, by the name of its file or folder: behind the 户号 the 户主, by which people know
// whose it is, and the items of a sheet; then the other columns but for those that are not wanted.
func Blank(name string, items []*ledger.Item, without ...string) *Table {
	t := headed(name, items)
	t.leaveOut(without...)
	if at := t.column("户号"); at >= 0 && t.column("户主") < 0 {
		t.Heads = slices.Insert(t.Heads, at+1, source.Heading{Name: "户主", Alias: "head"})
	}
	return t
}

// others are the columns of each kind of sheet that the other kind has.
var others = map[string][]string{"scores": {"证明"}, "declared": {"评分日期", "评分人", "备注"}}

func headed(name string, items []*ledger.Item) *Table {
	t := &Table{Heads: source.Headings(name)}
	for i, item := range items {
		t.Heads = slices.Insert(t.Heads, i+1, source.Heading{Name: ledger.ItemName(items, item), Alias: item.ID})
	}
	t.leaveOut(others[name]...)
	return t
}

func (t *Table) leaveOut(names ...string) {
	for _, name := range names {
		at := t.column(name)
		t.Heads = slices.Delete(t.Heads, at, at+1)
		for i, row := range t.Rows {
			t.Rows[i] = slices.Delete(row, at, at+1)
		}
	}
}

func (t *Table) column(name string) int {
	return slices.IndexFunc(t.Heads, func(h source.Heading) bool { return h.Name == name })
}

// Excel is the table as Excel saves it.
func (t *Table) Excel() []byte {
	rows := make([][]string, 1+len(t.Rows))
	for _, h := range t.Heads {
		rows[0] = append(rows[0], h.Name)
	}
	for i, row := range t.Rows {
		rows[1+i] = make([]string, len(t.Heads))
		for c, v := range row {
			rows[1+i][c] = Cell(v)
		}
	}
	return scan.Excel(rows...)
}

var words = map[any]string{nil: "", true: "是", false: "否"}

// Cell is the text of a cell; nothing for nil.
func Cell(v any) string {
	if word, ok := words[v]; ok {
		return word
	}
	return fmt.Sprint(v)
}
