package convert

import (
	"slices"

	"gongshi/generator/ledger"
)

// sealed refuses a change of what was sealed: a mark of a sealed period, an event that counted in one, or a
// row of it. name is empty for a whole row.
func (m *merging) sealed(t *target, record int, in *incoming, name string) bool {
	period, what := ledger.Period{}, ""
	switch m.kind.file {
	case "scores":
		if name == "" || slices.ContainsFunc(m.form.items(), func(c column) bool { return c.name == name }) {
			period, what = m.form.Period, "“"+PeriodWords(m.form.Period)+"”的分数已经封存，不能直接改"
		}
	case "events":
		event := m.taken[t.Was(record, "编号")]
		if event == nil {
			return false
		}
		of, scheme := m.form.Place.PeriodOfEvent(event)
		if scheme == nil {
			return false
		}
		period, what = of, "“"+PeriodWords(of)+"”计过这件加减分，已经封存，不能直接改"
	}
	if what == "" || !m.isSealed(period) {
		return false
	}
	if name == "" {
		m.note("sealed-row", "“"+m.change(t, record, "", "", "").Who+"”不在工作簿里了；“"+PeriodWords(period)+"”已经封存，没有动它")
		return true
	}
	m.problem(in.row, name, "sealed-row", what,
		"改回“"+t.cell(record, name)+"”；确实错了的，在“更正”表里写一行更正")
	return true
}

func (m *merging) isSealed(period ledger.Period) bool {
	return slices.ContainsFunc(m.form.Place.Seals, func(s *ledger.Seal) bool { return s.Period == period })
}

// late refuses new marks of a period that was sealed.
func (m *merging) late(in *incoming) bool {
	if m.kind.file != "scores" || !m.isSealed(m.form.Period) {
		return false
	}
	m.problem(in.row, "户号", "sealed-row", "“"+PeriodWords(m.form.Period)+"”的分数已经封存，不能直接改", "删去这一行；确实漏了的，在“更正”表里写一行更正")
	return true
}
