package source

import (
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// kind is what a key of a TOML file holds, or a cell of a table.
type kind uint8

const (
	aText kind = iota + 1
	aWord
	aDate
	aYes
	aWhole
	aNumber
	aPart // of a whole, from 0 to 1
	aSpan // [from, to]
	someTexts
	someDates
	aTable
	someTables
)

func (k kind) isTable() bool { return k == aTable || k == someTables }

// Of cells alone.
const (
	anID   kind = iota + someTables + 1 // 户号 and the like
	aScore                              // points or 不适用
	aPeriod
	aTarget // of a task
	aSum    // of money in 万元
	anArticle
	aDigest
)

// field is what a key or a cell holds.
type field struct {
	kind
	words       []string // one of which an aWord is
	otherwise   any      // what it means left out; nil: nothing
	least, most int      // of an aWhole
	must        bool     // it may not be left out
	oneOf       []string // exactly one of these keys must be there
}

// document is one TOML file while it is read. What may be in it, and where, is known from
// the function that reads it: run over an empty file, it asks for every key of every table.
type document struct {
	read   func(*section)
	values map[string]any
	blocks []*section // found when first needed: every table, with the keys that are asked for
}

// shape is every table that the file may hold.
func (d *document) shape() []*section {
	if d.blocks == nil {
		d.read(&section{
			file: &file{diags: &diag.List{}}, Section: ledger.SectionAt(diag.Position{}), lines: newLines(""),
			doc: &document{}, probe: &d.blocks, fields: map[string]*field{},
		})
	}
	return d.blocks
}

// known are all keys of all tables.
func (d *document) known() []string {
	var keys []string
	for _, b := range d.shape() {
		keys = append(keys, b.asked...)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// below is the header of a table within another: [[item]] in [[category]] is [[category.item]].
func below(header, key string, k kind) string {
	if outer := tableName(header); outer != "" {
		key = outer + "." + key
	}
	if k == someTables {
		return "[[" + key + "]]"
	}
	return "[" + key + "]"
}

// tableName is a header without its brackets.
func tableName(header string) string { return strings.Trim(header, "[]") }
