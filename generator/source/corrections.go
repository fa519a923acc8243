package source

import "gongshi/generator/ledger"

var correctionColumns = []column{
	{"日期", "date", key, of(aDate)},
	{"周期", "period", key, of(aPeriod)},
	{"户号", "id", key, of(anID)},
	{"对象", "target", part, of(aText)},
	{"原分", "from", head, of(aScore)},
	{"现分", "to", part, of(aScore)},
	{"原因", "reason", free, of(aText)},
	{"异议", "objection", free, of(aText)},
	{"决定", "decided_by", free, of(aText)},
}

// correction returns the row's correction.
func (r row) correction() *ledger.Correction {
	c := &ledger.Correction{Record: r.record(), Date: r.date("日期"), Period: r.period()}
	c.ID, c.Household = r.household()
	c.Target = code(r.text("对象"))
	c.From = r.score(r.get("原分"), "原分")
	c.To = r.score(r.get("现分"), "现分")
	c.Reason = r.text("原因")
	c.Objection = r.text("异议")
	c.DecidedBy = r.text("决定")
	return c
}
