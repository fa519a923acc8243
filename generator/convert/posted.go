package convert

import (
	"slices"
	"strings"

	"gongshi/generator/ledger"
)

// deciding are the columns of an event from which its points follow.
var deciding = []string{"日期", "户号", "项目", "次数", "分值", "审核", "审核日期"}

// posted tells, once for a period, that something is changed which hangs on the board already and is not sealed:
// a mark, an event that counts there as it was, or would as it is to be. record is -1 of a new row, in is nil of
// one that goes, and name is empty of a whole row.
func (m *merging) posted(t *target, record int, in *incoming, name string) {
	switch m.kind.file {
	case "scores":
		if name == "" || slices.ContainsFunc(m.form.items(), func(c column) bool { return c.name == name }) {
			m.hangs(m.form.Period, "“"+PeriodWords(m.form.Period)+"”已经张贴：直接改分数，网上的就和墙上的不一样；张贴以后改分，应写更正")
		}
	case "events":
		if name != "" && !slices.Contains(deciding, name) {
			return
		}
		var counted []*ledger.Event
		if record >= 0 {
			counted = append(counted, m.taken[t.Was(record, "编号")])
		}
		if in != nil {
			counted = append(counted, m.event(t, record, in))
		}
		for _, e := range counted {
			if period, ok := m.countsIn(e); ok {
				m.hangs(period, "“"+PeriodWords(period)+"”已经张贴，改动的加减分算在里面：网上的就和墙上的不一样；改错的写更正，来晚了的填上现在的“审核日期”，就算进下一期")
			}
		}
	}
}

func (m *merging) hangs(period ledger.Period, message string) {
	n := m.form.Place.Notices[period]
	if n == nil || n.Posted == 0 || n.Posted > m.site.Day || m.isSealed(period) || m.told[period] {
		return
	}
	m.told[period] = true
	m.note("posted-marks", message)
}

// event is an event as a row makes it, as far as its period follows from it.
func (m *merging) event(t *target, record int, in *incoming) *ledger.Event {
	value := func(name string) string {
		if v, has := in.values[name]; has || record < 0 {
			return v
		}
		return t.Was(record, name)
	}
	e := &ledger.Event{Kind: strings.TrimSpace(value("项目")), Review: ledger.Review(strings.TrimSpace(value("审核")))}
	e.Date, _ = m.site.Date(value("日期"))
	e.Reviewed, _ = m.site.Date(value("审核日期"))
	return e
}

// countsIn is the period in which an event counts; false if it counts in none.
func (m *merging) countsIn(e *ledger.Event) (period ledger.Period, ok bool) {
	if e == nil || e.Date == 0 {
		return period, false
	}
	period, scheme := m.form.Place.PeriodOfEvent(e)
	if scheme == nil {
		return period, false
	}
	kind := scheme.EventKind(e.Kind)
	return period, kind != nil && e.ReviewUnder(kind) == ledger.Approved
}
