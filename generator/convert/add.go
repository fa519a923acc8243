package convert

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// other merges a row that does not tell which line it was, nor has all that a record has: it changes a record that
// is there already, or is a new one.
func (m *merging) other(in *incoming) {
	homes := m.homes(in)
	if homes == nil || m.onlyNamed(in) {
		return
	}
	for _, t := range homes {
		records := m.unmet(t, in)
		if len(records) == 0 {
			continue
		}
		if !m.isAnother(t, records[0], in) && !m.unclear(t, records, in) {
			m.meet(t, records[0])
			m.cells(t, records[0], in)
		}
		return
	}
	if m.kind.file == "events" && in.values["编号"] == "" {
		for _, t := range homes {
			if no := m.alike(t, in); no != "" {
				m.problem(in.row, "编号", "same-event", "文件里已经有同一天、同一户的这个项目，编号“"+no+"”，别的几格不一样", "是同一件，“编号”填 "+no+"；是另一件，填一个没有用过的编号")
				return
			}
		}
	}
	m.add(homes[0], in)
}

// homes are the files in which a row may be a record: first the one for a new one. None: one of them cannot
// be read.
func (m *merging) homes(in *incoming) (list []*target) {
	names := []string{m.targetOf(in)}
	if m.kind.file == "events" {
		names = append(names, m.files...)
	}
	for _, name := range names {
		t := m.file(m.form, name, m.kind)
		if t == nil {
			return nil
		}
		list = append(list, t)
	}
	return list
}

// onlyNamed reports whether a row of marks has nothing but a 户号.
func (m *merging) onlyNamed(in *incoming) bool {
	if !m.kind.isMarks() {
		return false
	}
	for name, v := range in.values {
		if v != "" && name != "户号" {
			return false
		}
	}
	return true
}

// targetOf is the file into which a new row goes: of an event that of its day.
func (m *merging) targetOf(in *incoming) string {
	f := *m.form
	if d, err := f.site.Date(in.values["日期"]); m.kind.file == "events" && err == nil {
		f.Period = ledger.PeriodOf(ledger.Month, d)
	}
	return f.site.target(&f, m.kind, m.files)
}

// add adds a row, unless another table of this import did.
func (m *merging) add(t *target, in *incoming) {
	if m.late(in) || m.outOfGit(in, in.values["类别"]) {
		return
	}
	key := m.site.key(m.kind, func(c string) string { return in.values[c] })
	for _, n := range t.fresh[key] {
		if n.by == m || n.met == m {
			continue // two rows of one table are two
		}
		for _, name := range m.names {
			v := in.values[name]
			open := name == "编号" && v == "" || m.kind.isMarks() && (v == "" || n.cells[name] == "")
			if !open && !m.site.Same(name, v, n.cells[name]) {
				m.differs(in, name, n.from, n.cells[name])
				return
			}
		}
		m.fill(t, n, in)
		n.met = m
		return
	}
	if m.kind.file == "events" && in.values["编号"] == "" {
		in.values["编号"] = m.nextNumber(t, in)
	}
	t.fresh[key] = append(t.fresh[key], &newcomer{by: m, from: m.origin(in), cells: in.values, change: len(m.Changes)})
	if n := m.numbers[t]; n != nil {
		n.take(in.values["编号"])
	}
	for name, v := range in.values {
		if v != "" {
			m.diffs[name] = append(m.diffs[name], diff{"", v, in.row})
		}
	}
	m.posted(t, -1, in, "")
	after := m.place(t, in)
	t.Add(after, in.values)
	t.addedFrom = append(t.addedFrom, m.origin(in))
	m.Changes = append(m.Changes, Change{File: t.path, Who: m.who(func(c string) string { return in.values[c] }), To: m.inWords(in.values)})
}

// fill puts what a table has for a new row of marks into the same new row of another table, as where each of two
// people assesses some of the items.
func (m *merging) fill(t *target, n *newcomer, in *incoming) {
	told := m.Changes[n.change].To
	for _, name := range m.names {
		if v := in.values[name]; m.kind.isMarks() && v != "" && n.cells[name] == "" {
			n.cells[name] = v
			t.Need(name)
			told += "，" + name + " " + v
		}
	}
	m.Changes[n.change].To = told
}

// differs reports that two tables of this import have different texts for one cell.
func (m *merging) differs(in *incoming, name string, other *origin, there string) {
	cell := other.cell(name)
	where := cmp.Or(cell.Name(), other.sheet+diag.RowWords(int32(other.row)))
	hint := "核对清楚，改成一样的，或只导入对的那一张表"
	if in.values[name] == "" || there == "" {
		hint = "两张各填了一部分的，一张一张导入；不是的，核对清楚，改成一样的，或只导入对的那一张表"
	}
	m.problem(in.row, name, "merge-conflict", fmt.Sprintf("“%s”和“%s”（%s）里的“%s”不一样，写哪个分不清", in.values[name], other.book, where, there), hint)
}

// inWords is what a new row has, but for what it is known by, each cell with its heading: a date in the
// wrong column would not be seen otherwise.
func (m *merging) inWords(values map[string]string) string {
	var parts []string
	for _, name := range m.names {
		if v := values[name]; v != "" && !slices.Contains(keysOf[m.kind.file], name) {
			parts = append(parts, name+" "+v)
		}
	}
	return strings.Join(parts, "，")
}

// place is the record after which a new row belongs; -1: above all.
func (m *merging) place(t *target, in *incoming) int {
	switch m.kind.file {
	case "events", "redemptions.csv":
		if day, err := m.site.Date(in.values["日期"]); err == nil {
			return t.last(func(i int) bool { return t.days(m.site)[i] <= day })
		}
	case "households.csv":
		if i := t.last(func(i int) bool { return t.Was(i, "组") == in.values["组"] }); i >= 0 {
			return i
		}
	case "scores", "declared":
		order := m.orderOf()
		own := order[m.site.Key(in.values["户号"])]
		return t.last(func(i int) bool { return order[m.site.Key(t.Was(i, "户号"))] < own })
	}
	return len(t.Records) - 1
}

// orderOf are the households' places in the register.
func (m *merging) orderOf() map[string]int {
	if m.order == nil {
		m.order = map[string]int{}
		for i, h := range m.form.Place.Households {
			m.order[h.Key] = i + 1
		}
	}
	return m.order
}
