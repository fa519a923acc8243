package source

import "gongshi/generator/ledger"

var eventColumns = []column{
	{"编号", "no", key, of(aText)},
	{"日期", "date", key, of(aDate)},
	{"户号", "id", key, of(anID)},
	{"成员号", "member", free, of(anID)},
	{"项目", "event", part, of(aText)},
	{"次数", "times", free, atLeast(1)},
	{"分值", "points", free, of(aNumber)},
	{"地点", "place", free, of(aText)},
	{"事由", "grounds", free, of(aText)},
	{"依据", "proof", free, of(aText)},
	{"来源", "source", free, of(aText)},
	{"记录人", "by", free, of(aText)},
	{"审核", "review", free, among(reviews)},
	{"审核日期", "reviewed", free, of(aDate)},
}

func readEvents(f *file, p *ledger.Place) []*ledger.Event {
	return collect(f, eventColumns, p, func(r row) *ledger.Event {
		e := r.event()
		r.unread = r.unread || r.lost
		if !e.HasPoints && (r.mute || r.text("分值") != "") {
			standIn(e, p)
		}
		return e
	})
}

// standIn gives an event whose 分值 cannot be read the least that the rules allow, so that it is
// not reported again as missing.
func standIn(e *ledger.Event, p *ledger.Place) {
	s, _ := p.EventScheme(e.Date)
	if s == nil {
		return
	}
	if k := s.EventKind(e.Kind); k != nil && k.Ranged {
		e.Points, e.HasPoints = k.From*ledger.Points(max(e.Times, 1)), true
	}
}

// event returns the row's event.
func (r row) event() *ledger.Event {
	e := &ledger.Event{
		Record: r.record(), No: r.number("编号"), Date: r.date("日期"), Kind: code(r.text("项目")), Times: r.whole("次数"),
		Grounds: r.text("事由"), Review: ledger.Review(r.word("审核")), Reviewed: r.date("审核日期"),
	}
	e.ID, e.Household = r.household()
	_, e.Member = r.id("成员号")
	e.Points, e.HasPoints = r.points("分值")
	return e
}

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
	c := &ledger.Correction{
		Record: r.record(), Date: r.date("日期"), Period: r.period(), Target: code(r.text("对象")),
		From: r.score(r.get("原分"), "原分"), To: r.score(r.get("现分"), "现分"),
		Reason: r.text("原因"), Objection: r.text("异议"), DecidedBy: r.text("决定"),
	}
	c.ID, c.Household = r.household()
	return c
}
