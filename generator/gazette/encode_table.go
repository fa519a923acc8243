package gazette

import (
	"gongshi/generator/ledger"
)

// tableFile is <place>/data/<period>.json: what the period's tables do not contain. T is an
// object with only those keys that differ from what expect makes.
type tableFile[T any] struct {
	*Table
	Rules   string       `json:"rules"`
	Columns []columnFile `json:"categories,omitzero"`
	Usual   usual        `json:"usual,omitzero"`
	Rows    []rowFile[T] `json:"rows,omitzero"`
}

// columnFile names a category, and the version of the rules that has it if that is not the
// table's.
type columnFile struct {
	ID    string `json:"id"`
	Rules string `json:"rules,omitzero"`
}

// usual is what most rows have.
type usual struct {
	Base             ledger.Exact `json:"base,omitzero"`
	Provisional      bool         `json:"provisional,omitzero"`
	CarryProvisional bool         `json:"carry_provisional,omitzero"`
}

// rowFile is what the tables do not contain of one household.
type rowFile[T any] struct {
	ID      string          `json:"id"`
	Level   string          `json:"level,omitzero"`
	Row     T               `json:"row,omitzero"`
	Sheet   T               `json:"sheet,omitzero"`
	Marks   []recordFile[T] `json:"marks,omitzero"`
	Entries []recordFile[T] `json:"entries,omitzero"`
}

// recordFile is what they do not contain of a household's mark or entry.
type recordFile[T any] struct {
	Number int    `json:"number"` // among those of the household, from 1
	Rules  string `json:"rules,omitzero"`
	Is     T      `json:"is,omitzero"`
}

type object = map[string]any

func (t *Table) document() string { return t.Place.DataPath(t.Period.String() + ".json") }

func (t *Table) encode() any {
	all := tableFile[object]{Table: t, Rules: t.Scheme.File, Columns: t.columns()}
	if len(t.Rows) > 0 {
		r := t.Rows[0]
		all.Usual = usual{r.Base, r.Provisional, r.CarryProvisional}
	}
	before, shares := t.before(), t.shares()
	var is, told Details // their memory is used again
	for _, r := range t.Rows {
		is.Sheet, is.Entries = t.Sheet(r), t.entries(is.Entries[:0], r)
		t.told(&told, &is)
		f := rowFile[object]{ID: r.ID, Sheet: differ(&told.Sheet, &is.Sheet)}
		if r.Level != nil {
			f.Level = r.Level.Name
		}
		row := r.told(t)
		row.expect(t, &all.Usual, &told, before.Row(r.ID), shares)
		f.Row = differ(&row, r)
		f.Marks = t.marksFile(&told, &is)
		f.Entries = t.entriesFile(&told, &is)
		if f.Level != "" || f.Row != nil || f.Sheet != nil || f.Marks != nil || f.Entries != nil {
			all.Rows = append(all.Rows, f)
		}
	}
	return all
}

func (t *Table) columns() []columnFile {
	var list []columnFile
	for _, c := range t.Categories {
		column := columnFile{ID: c.ID}
		if c.File != t.Scheme.File {
			column.Rules = c.File
		}
		list = append(list, column)
	}
	return list
}

func (t *Table) marksFile(told, is *Details) []recordFile[object] {
	var list []recordFile[object]
	for i := range is.Sheet.Marks {
		if was, m := &told.Sheet.Marks[i], &is.Sheet.Marks[i]; !was.same(m) {
			list = append(list, recordFile[object]{Number: i + 1, Is: differ(was, m)})
		}
	}
	return list
}

func (t *Table) entriesFile(told, is *Details) []recordFile[object] {
	var list []recordFile[object]
	for i := range is.Entries {
		was, e := &told.Entries[i], &is.Entries[i]
		if was.same(e) {
			continue
		}
		f := recordFile[object]{Number: i + 1, Is: differ(was, e)}
		if was.Scheme != e.Scheme {
			f.Rules = e.Scheme.File
		}
		if f.Is != nil || f.Rules != "" {
			list = append(list, f)
		}
	}
	return list
}
