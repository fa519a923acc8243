package source

import "gongshi/generator/ledger"

const (
	evNo = iota
	evDate
	evHousehold
	evMember
	evKind
	evTimes
	evPoints
	evPlace
	evGrounds
	evProof
	evSource
	evBy
	evReview
	evReviewed
)

var eventColumns = []column{
	evNo:        {"编号", "no", key, of(aText)},
	evDate:      {"日期", "date", key, of(aDate)},
	evHousehold: {"户号", "id", key, of(anID)},
	evMember:    {"成员号", "member", free, of(anID)},
	evKind:      {"项目", "event", part, of(aText)},
	evTimes:     {"次数", "times", free, atLeast(1)},
	evPoints:    {"分值", "points", free, of(aNumber)},
	evPlace:     {"地点", "place", free, of(aText)},
	evGrounds:   {"事由", "grounds", free, of(aText)},
	evProof:     {"依据", "proof", free, of(aText)},
	evSource:    {"来源", "source", free, of(aText)},
	evBy:        {"记录人", "by", free, of(aText)},
	evReview:    {"审核", "review", free, among(reviews)},
	evReviewed:  {"审核日期", "reviewed", free, of(aDate)},
}

func readEvents(f *file, p *ledger.Place) (events []*ledger.Event) {
	for r := range f.rows(eventColumns, p) {
		if e := r.event(); e != nil {
			if !e.HasPoints && (r.mute || r.text(evPoints) != "") {
				standIn(e, p)
			}
			events = append(events, e)
		} else {
			f.unread = true
		}
	}
	return events
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

// event returns the row's event, or nil if it lacks what every event must have.
func (r row) event() *ledger.Event {
	e := &ledger.Event{
		Record:   r.record(),
		No:       r.number(evNo),
		Kind:     code(r.text(evKind)),
		Times:    r.whole(evTimes),
		Grounds:  r.text(evGrounds),
		Reviewed: r.date(evReviewed),
	}
	e.Points, e.HasPoints = r.points(evPoints)
	e.ID, e.Household = r.household(evHousehold)
	_, e.Member = r.id(evMember)
	e.Review = ledger.Review(r.word(evReview))
	numbered, named := r.must(evNo), r.must(evKind)
	var dated bool
	e.Date, dated = r.mustDate(evDate)
	if !numbered || !named || !dated || e.ID == "" {
		return nil
	}
	return e
}
