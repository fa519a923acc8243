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
	evNo:        {"编号", "no", key},
	evDate:      {"日期", "date", key},
	evHousehold: {"户号", "id", key},
	evMember:    {"成员号", "member", free},
	evKind:      {"项目", "event", part},
	evTimes:     {"次数", "times", free},
	evPoints:    {"分值", "points", free},
	evPlace:     {"地点", "place", free},
	evGrounds:   {"事由", "grounds", free},
	evProof:     {"依据", "proof", free},
	evSource:    {"来源", "source", free},
	evBy:        {"记录人", "by", free},
	evReview:    {"审核", "review", free},
	evReviewed:  {"审核日期", "reviewed", free},
}

// readEvents reads one file of events/.
func readEvents(f *file, p *ledger.Place) {
	t := openTable(f, eventColumns, nil)
	if t == nil {
		return
	}
	t.against(p)
	for r, ok := t.next(); ok; r, ok = t.next() {
		if e := r.event(); e != nil {
			if !e.HasPoints && (r.mute || r.text(evPoints) != "") {
				standIn(e, p)
			}
			p.Events = append(p.Events, e)
		} else {
			f.unread = true
		}
	}
	t.ignored()
}

// standIn gives an event whose 分值 cannot be read the least that the rules allow, so
// that nobody reports it again as missing.
func standIn(e *ledger.Event, p *ledger.Place) {
	s, _ := p.EventScheme(e.Date)
	if s == nil {
		return
	}
	if k := s.EventKind(e.Kind); k != nil && k.Ranged {
		e.Points, e.HasPoints = k.From*ledger.Points(max(e.Times, 1)), true
	}
}

// event is the row's event; nil if it lacks what every event must have.
func (r row) event() *ledger.Event {
	e := &ledger.Event{
		Position: r.line(),
		Cols: ledger.EventCols{
			No: r.col(evNo), Date: r.col(evDate), Household: r.col(evHousehold), Member: r.col(evMember),
			Kind: r.col(evKind), Times: r.col(evTimes), Points: r.col(evPoints),
			Review: r.col(evReview), Reviewed: r.col(evReviewed),
		},
		No:       r.number(evNo),
		Kind:     code(r.text(evKind)),
		Times:    r.whole(evTimes, 1),
		Grounds:  r.text(evGrounds),
		Reviewed: r.date(evReviewed),
	}
	e.Points, e.HasPoints = r.points(evPoints)
	e.ID, e.Household = r.household(evHousehold)
	_, e.Member = r.id(evMember)
	var bad *trouble
	if e.Review, bad = parseReview(r.text(evReview)); bad != nil {
		r.fail(evReview, bad)
	}
	numbered, named := r.must(evNo), r.must(evKind)
	dated := r.must(evDate)
	if dated {
		e.Date, dated = r.dateOK(evDate)
	}
	if !numbered || !named || !dated || e.ID == "" {
		return nil
	}
	return e
}
