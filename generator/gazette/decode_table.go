package gazette

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"

	"gongshi/generator/ledger"
)

// table reads a period: its tables, and what they do not contain.
func (d *decoder) table(p *Place, period ledger.Period) (*Table, error) {
	t := &Table{Period: period, Place: p}
	file, all := t.document(), tableFile[json.RawMessage]{Table: t}
	if err := d.json(file, &all); err != nil {
		return nil, err
	}
	switch {
	case t.Period != period:
		return nil, fmt.Errorf("%s：period 是 %s", file, t.Period)
	case t.State == nil:
		return nil, fmt.Errorf("%s：没有 state", file)
	}
	var err error
	if t.Scheme, err = d.scheme(file, all.Rules); err != nil {
		return nil, err
	}
	if err = d.columns(t, all.Columns); err != nil {
		return nil, fmt.Errorf("%s：%w", file, err)
	}
	details, err := d.rows(t)
	if err != nil {
		return nil, err
	}
	if err = d.amend(t, &all, details); err != nil {
		return nil, fmt.Errorf("%s：%w", file, err)
	}
	t.sheet = func(r *Row) Sheet { return details[r.ID].Sheet }
	t.entries = func(list []Entry, r *Row) []Entry { return append(list, details[r.ID].Entries...) }
	return t, nil
}

// columns finds the categories of a table.
func (d *decoder) columns(t *Table, names []columnFile) error {
	if err := t.find(names, d.schemes); err != nil {
		return err
	}
	levels := -1
	if t.Scheme.Honours != nil {
		levels = len(t.Scheme.Honours.Levels)
	}
	if t.Places != nil && len(t.Places) != levels || len(t.Holders) != len(t.Places) {
		return fmt.Errorf("places 和 holders 应有 %d 个数", max(levels, 0))
	}
	return nil
}

// find finds the categories of t, by the rules of each file.
func (t *Table) find(names []columnFile, rules map[string]*Scheme) error {
	for _, name := range names {
		s := t.Scheme
		if name.Rules != "" {
			s = rules[name.Rules]
		}
		var c *ledger.Category
		if s != nil {
			c = s.Category(name.ID)
		}
		if c == nil {
			return fmt.Errorf("没有分类 %q", name.ID)
		}
		t.Categories = append(t.Categories, c)
	}
	return nil
}

// rows reads the rows of a table, and their records if these are still on the site.
func (d *decoder) rows(t *Table) (map[string]*Details, error) {
	details := make(map[string]*Details)
	if t.Place.Count == 0 {
		return details, nil
	}
	path := t.DataPath("")
	rows, err := readTable(d, t.RowsForm(), path)
	if err != nil {
		return nil, err
	}
	t.rows = make(map[string]*Row, len(rows))
	for i := range rows {
		r := &rows[i]
		if t.rows[r.ID] != nil {
			return nil, fmt.Errorf("%s：户号 %q 有两行", path, r.ID)
		}
		t.Rows, t.rows[r.ID] = append(t.Rows, r), r
		details[r.ID] = &Details{Sheet: Sheet{Num: ledger.Point, Den: ledger.Point}}
	}
	if !t.Kept {
		return details, nil
	}
	path = t.DataPath(ofRecords)
	text, err := d.bytes(path)
	if err != nil {
		return nil, err
	}
	return t.readRecords(path, text)
}

// amend completes rows and records from the period's file.
func (d *decoder) amend(t *Table, all *tableFile[json.RawMessage], details map[string]*Details) error {
	before, shares := t.before(), t.shares()
	changes := make(map[string]*rowFile[json.RawMessage], len(all.Rows))
	for i := range all.Rows {
		f := &all.Rows[i]
		if t.rows[f.ID] == nil || changes[f.ID] != nil {
			return fmt.Errorf("户号 %q 不在表里，或有两次", f.ID)
		}
		changes[f.ID] = f
	}
	for _, r := range t.Rows {
		of := details[r.ID]
		t.expect(of)
		r.expect(t, &all.Usual, of, before.Row(r.ID), shares)
		if f := changes[r.ID]; f != nil {
			if err := d.amendRow(t, r, of, f); err != nil {
				return fmt.Errorf("户号 %q：%w", f.ID, err)
			}
		}
	}
	for _, r := range t.Rows {
		if board := t.Board(r.Organisation); r.Rank > 0 {
			board.Ranked = append(board.Ranked, r)
		}
	}
	for i := range t.Boards {
		b := &t.Boards[i]
		slices.SortStableFunc(b.Ranked, func(a, b *Row) int { return cmp.Compare(a.Rank, b.Rank) })
		b.Sum = t.sum(b.Ranked)
	}
	return nil
}

func (d *decoder) amendRow(t *Table, r *Row, of *Details, f *rowFile[json.RawMessage]) error {
	if f.Level != "" && !t.readLevel(r, f.Level) {
		return fmt.Errorf("没有称号 %q", f.Level)
	}
	if err := amend(r, f.Row); err != nil {
		return err
	}
	if r.ID != f.ID || len(r.Categories) != len(t.Categories) || len(r.Shown.Categories) != len(t.Categories) {
		return fmt.Errorf("与表不合")
	}
	marks := of.Sheet.Marks
	if err := amend(&of.Sheet, f.Sheet); err != nil {
		return err
	}
	of.Sheet.Marks = marks
	for _, m := range f.Marks {
		if m.Number < 1 || m.Number > len(marks) {
			return fmt.Errorf("没有第 %d 项评分", m.Number)
		}
		if err := amend(&marks[m.Number-1], m.Is); err != nil {
			return err
		}
	}
	for _, m := range f.Entries {
		if m.Number < 1 || m.Number > len(of.Entries) {
			return fmt.Errorf("没有第 %d 项加减分", m.Number)
		}
		e := &of.Entries[m.Number-1]
		if m.Rules != "" {
			if e.Scheme = d.schemes[m.Rules]; e.Scheme == nil {
				return fmt.Errorf("没有办法 %q", m.Rules)
			}
		}
		if err := amend(e, m.Is); err != nil {
			return err
		}
	}
	return nil
}
