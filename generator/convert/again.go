package convert

import (
	"slices"
	"strings"
)

// again reports whether all that is in a row is in a record that no other row of the sheet is: it is there already, as
// where a list is imported once more, or goes on from the last one. Such rows come first, so that what remains is
// what is new.
func (m *merging) again(in *incoming) bool {
	for _, t := range m.homes(in) {
		records := m.unmet(t, in)
		if m.kind.file == "events" && in.values["编号"] == "" {
			records = m.eventsOf(t, in)
		}
		for _, record := range records {
			if !m.met[t][record] && m.sayTheSame(t, record, in) {
				m.meet(t, record)
				return true
			}
		}
	}
	return false
}

// unmet are the records that are known by the same as a row and that no other row of the sheet is.
func (m *merging) unmet(t *target, in *incoming) (list []int) {
	for _, record := range t.records[m.site.key(m.kind, func(c string) string { return in.values[c] })] {
		if !m.met[t][record] {
			list = append(list, record)
		}
	}
	return list
}

// sayTheSame reports whether a record has all that a row has, but for the number of an event that has none, and for
// the empty cells of a form that was handed out empty.
func (m *merging) sayTheSame(t *target, record int, in *incoming) bool {
	for name, v := range in.values {
		open := v == "" && (m.blank || m.kind.file == "events" && name == "编号")
		if !open && !m.site.Same(name, v, t.cell(record, name)) {
			return false
		}
	}
	return true
}

// unclear refuses a row of which nobody knows whether it changes a record or is another one: of a day there may
// be several redemptions of the same, and corrections; and of several records it may be any.
func (m *merging) unclear(t *target, records []int, in *incoming) bool {
	is := m.said(t, records[0])
	switch {
	case m.kind.file == "redemptions.csv":
		m.problem(in.row, "商品", "same-record", "文件里已经有同一天、同一户兑换的“"+in.values["商品"]+"”，写的是“"+is+"”，和这里不一样",
			"是同一次，先导出工作簿，在里面改；是另一次，把原来那一次也写在表里，一次一行")
	case m.kind.file == "corrections.csv":
		m.problem(in.row, "对象", "same-record", "文件里已经有同一天对“"+in.values["对象"]+"”的更正，写的是“"+is+"”，和这里不一样",
			"是同一条，先导出工作簿，在里面改；是另一条，把原来那一条也写在表里，一条一行")
	case len(records) > 1:
		name := keysOf[m.kind.file][0]
		m.problem(in.row, name, "same-record", "文件里有几行都是“"+in.values[name]+"”，改哪一行分不清", "先导出工作簿，在里面改")
	default:
		return false
	}
	return true
}

// said is what a record has, as far as it is in a sheet, but for what it is known by.
func (m *merging) said(t *target, record int) string {
	var parts []string
	for _, name := range m.names {
		if v := t.cell(record, name); v != "" && !slices.Contains(keysOf[m.kind.file], name) {
			parts = append(parts, name+" "+v)
		}
	}
	return strings.Join(parts, "，")
}
