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
	e := &ledger.Event{Record: r.record(), No: r.number("编号"), Date: r.date("日期")}
	e.ID, e.Household = r.household()
	_, e.Member = r.id("成员号")
	e.Kind = code(r.text("项目"))
	e.Times = r.whole("次数")
	e.Points, e.HasPoints = r.points("分值")
	e.Grounds = r.text("事由")
	e.Review = ledger.Review(r.word("审核"))
	e.Reviewed = r.date("审核日期")
	return e
}
