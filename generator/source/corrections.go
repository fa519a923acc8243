package source

import "gongshi/generator/ledger"

const (
	coDate = iota
	coPeriod
	coHousehold
	coTarget
	coFrom
	coTo
	coReason
	coObjection
	coDecidedBy
)

var correctionColumns = []column{
	coDate:      {"日期", "date", key, of(aDate)},
	coPeriod:    {"周期", "period", key, of(aPeriod)},
	coHousehold: {"户号", "id", key, of(anID)},
	coTarget:    {"对象", "target", part, of(aText)},
	coFrom:      {"原分", "from", head, of(aScore)},
	coTo:        {"现分", "to", part, of(aScore)},
	coReason:    {"原因", "reason", free, of(aText)},
	coObjection: {"异议", "objection", free, of(aText)},
	coDecidedBy: {"决定", "decided_by", free, of(aText)},
}

// correction returns the row's correction, or nil if any part of it cannot be read.
func (r row) correction() *ledger.Correction {
	c := &ledger.Correction{
		Record:    r.record(),
		Target:    code(r.text(coTarget)),
		Reason:    r.text(coReason),
		Objection: r.text(coObjection),
		DecidedBy: r.text(coDecidedBy),
	}
	c.ID, c.Household = r.household(coHousehold)
	var dated, timed, from, to bool
	c.Date, dated = r.mustDate(coDate)
	if r.must(coPeriod) {
		c.Period, timed = parsed(r, coPeriod, parsePeriod)
	}
	aimed, given := r.must(coTarget), r.must(coTo)
	c.From, from = r.score(r.get(coFrom), "原分")
	c.To, to = r.score(r.get(coTo), "现分")
	if c.ID == "" || !dated || !timed || !aimed || !given || !from || !to {
		return nil
	}
	return c
}
