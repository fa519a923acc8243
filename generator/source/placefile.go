package source

import (
	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// placeKinds, as place.toml names them.
var placeKinds = []string{"village", "town", "district", "county"}

// readPlace reads place.toml into p. What it does not say is inherited afterwards.
func readPlace(f *file, p *ledger.Place) bool {
	s := parseTOML(f, func(s *section) { s.placeFile(&ledger.Place{}) })
	if s != nil {
		s.placeFile(p)
	}
	return s != nil
}

func (s *section) placeFile(p *ledger.Place) {
	p.Keys = s.keys
	p.Name = s.textOr("name", p.Name)
	p.Kind = s.word("kind", placeKinds...)
	p.Joined = s.date("joined")
	p.Stage = s.text("stage")
	c := s.sub("contact")
	p.Contact = ledger.Contact{
		Office: c.text("office"), Phone: c.text("phone"),
		Supervisor: c.text("supervisor"), SupervisorPhone: c.text("supervisor_phone"),
	}
	c.done()
	p.Publicity = s.publicity()
	if e := s.sub("example"); s.has("example") {
		p.Example = e.example()
	}
	for _, g := range s.list("group") {
		p.Groups = append(p.Groups, g.group())
	}
	s.need("name", "kind")
	s.done()
}

func (s *section) publicity() ledger.Publicity {
	q := s.sub("publicity")
	defer q.done()
	return ledger.Publicity{
		Days:        q.whole("days", 3, 1, 366),
		Working:     q.word("count", "calendar", "working") == "working",
		SameDay:     q.word("first_day", "next", "same") == "same",
		RestDayEnd:  ledger.RestDayEnd(q.word("rest_day_end", "extend", "holidays", "keep")),
		Restart:     q.yes("restart", true),
		DueDay:      q.whole("due_day", 15, 1, 31),
		DisplayDays: q.whole("display_days", 10, 0, 366),
		AnswerDays:  q.whole("answer_days", 3, 0, 366),
	}
}

// defaultPublicity is what holds where no place says anything.
func defaultPublicity() ledger.Publicity {
	return (&section{keys: ledger.Keys{}, file: &file{diags: &diag.List{}}, doc: &document{}}).publicity()
}

func (s *section) example() *ledger.Example {
	e := &ledger.Example{Position: s.at, Keys: s.keys}
	e.ID, e.Household = s.household()
	if typed := published(s.text("period")); typed != "" {
		period, bad := parsePeriod(typed)
		if bad != nil {
			s.fail("period", typed, bad)
		}
		e.Period = period
	}
	s.need("household", "period")
	s.done()
	return e
}

// household is a 户号 as typed and its key; empty if it was left out or cannot be read.
func (s *section) household() (id, key string) {
	id = published(s.text("household"))
	if id == "" {
		return "", ""
	}
	if bad := checkID(id); bad != nil {
		s.fail("household", id, bad)
		return "", ""
	}
	return id, Key(id)
}

func (s *section) group() *ledger.Group {
	g := &ledger.Group{
		Position: s.at, Keys: s.keys,
		ID: published(s.text("id")), Name: s.text("name"),
		Panel: s.texts("panel"), Assesses: published(s.text("assesses")),
	}
	s.need("id")
	s.done()
	return g
}

// inherit fills in what a place's own file does not say from the place above.
func inherit(p *ledger.Place) {
	from := p.Parent
	if from == nil {
		return
	}
	take := func(key string, copy func()) {
		if _, own := p.Keys[key]; !own {
			copy()
		}
	}
	c, fc, q, fq := &p.Contact, &from.Contact, &p.Publicity, &from.Publicity
	take("joined", func() { p.Joined = from.Joined })
	take("stage", func() { p.Stage = from.Stage })
	take("contact.office", func() { c.Office = fc.Office })
	take("contact.phone", func() { c.Phone = fc.Phone })
	take("contact.supervisor", func() { c.Supervisor = fc.Supervisor })
	take("contact.supervisor_phone", func() { c.SupervisorPhone = fc.SupervisorPhone })
	take("publicity.days", func() { q.Days = fq.Days })
	take("publicity.count", func() { q.Working = fq.Working })
	take("publicity.first_day", func() { q.SameDay = fq.SameDay })
	take("publicity.rest_day_end", func() { q.RestDayEnd = fq.RestDayEnd })
	take("publicity.restart", func() { q.Restart = fq.Restart })
	take("publicity.due_day", func() { q.DueDay = fq.DueDay })
	take("publicity.display_days", func() { q.DisplayDays = fq.DisplayDays })
	take("publicity.answer_days", func() { q.AnswerDays = fq.AnswerDays })
}
