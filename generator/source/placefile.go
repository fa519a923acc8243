package source

import (
	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// placeKinds, as place.toml names them.
var placeKinds = []string{"village", "town", "district", "county"}

// placeFile reads place.toml. What it does not say is inherited afterwards.
func (s *section) placeFile(p *ledger.Place) {
	p.Keys = s.Keys
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
	p.Groups = list(s, "group", (*section).group)
	s.done("name", "kind")
}

func (s *section) publicity() ledger.Publicity {
	q := s.sub("publicity")
	defer q.done()
	p := q.counting()
	p.DueDay = q.whole("due_day", 15, 1, 31)
	p.DisplayDays = q.whole("display_days", 10, 0, 366)
	p.From = q.date("from")
	if before := q.sub("before"); q.has("before") {
		was := before.counting()
		for _, key := range before.asked { // left out it is what holds now
			before.fields[key].otherwise = nil
		}
		p.Before = &was
		before.done()
	}
	_, from := q.values["from"]
	switch _, before := q.values["before"]; {
	case before:
		q.need("from")
	case from:
		q.need("before")
	}
	return p
}

// counting is how the days of a notice are counted.
func (s *section) counting() ledger.Publicity {
	return ledger.Publicity{
		Days:       s.whole("days", 3, 1, 366),
		Working:    s.word("count", "calendar", "working") == "working",
		SameDay:    s.word("first_day", "next", "same") == "same",
		RestDayEnd: ledger.RestDayEnd(s.word("rest_day_end", "extend", "holidays", "keep")),
		Restart:    s.yes("restart", true),
		AnswerDays: s.whole("answer_days", 3, 0, 366),
	}
}

// defaultPublicity is what holds where no place says anything.
func defaultPublicity() ledger.Publicity {
	return parseTOML(&file{diags: &diag.List{}}, nil).publicity()
}

func (s *section) example() *ledger.Example {
	e := &ledger.Example{Section: s.Section}
	e.ID, e.Household = s.household()
	if typed := published(s.text("period")); typed != "" {
		period, bad := parsePeriod(typed)
		if bad != nil {
			s.fail("period", typed, bad)
		}
		e.Period = period
	}
	s.done("household", "period")
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
		Section: s.Section,
		ID:      published(s.text("id")), Name: s.text("name"),
		Panel: s.texts("panel"), Assesses: published(s.text("assesses")),
	}
	s.done("id")
	return g
}

// inherit fills in what a place's own file does not say from the place above.
func inherit(p *ledger.Place) {
	from := p.Parent
	if from == nil {
		before(p, ledger.Publicity{})
		return
	}
	c, fc := &p.Contact, &from.Contact
	fill(p.Keys, "joined", &p.Joined, from.Joined)
	fill(p.Keys, "stage", &p.Stage, from.Stage)
	fill(p.Keys, "contact.office", &c.Office, fc.Office)
	fill(p.Keys, "contact.phone", &c.Phone, fc.Phone)
	fill(p.Keys, "contact.supervisor", &c.Supervisor, fc.Supervisor)
	fill(p.Keys, "contact.supervisor_phone", &c.SupervisorPhone, fc.SupervisorPhone)
	given(p.Keys, "publicity.", &p.Publicity, &from.Publicity)
	before(p, from.Publicity)
}

// before fills in how days were counted before: as the place says, else as the place above does but for what the
// place has always counted in its own way. What [publicity.before] leaves out was no other then.
func before(p *ledger.Place, above ledger.Publicity) {
	q := &p.Publicity
	switch {
	case q.Before != nil:
		given(p.Keys, "publicity.before.", q.Before, q)
	case above.Before != nil:
		was := *above.Before
		own := *q
		given(p.Keys, "publicity.", &own, &was) // what is the place's own stays
		q.From, q.Before = above.From, &own
		q.Before.From, q.Before.Before = 0, nil
	}
}

// given fills in the keys that are not given from another place or day.
func given(keys ledger.Keys, prefix string, q, from *ledger.Publicity) {
	fill(keys, prefix+"days", &q.Days, from.Days)
	fill(keys, prefix+"count", &q.Working, from.Working)
	fill(keys, prefix+"first_day", &q.SameDay, from.SameDay)
	fill(keys, prefix+"rest_day_end", &q.RestDayEnd, from.RestDayEnd)
	fill(keys, prefix+"restart", &q.Restart, from.Restart)
	fill(keys, prefix+"due_day", &q.DueDay, from.DueDay)
	fill(keys, prefix+"display_days", &q.DisplayDays, from.DisplayDays)
	fill(keys, prefix+"answer_days", &q.AnswerDays, from.AnswerDays)
}

// fill sets what a key would set that is not given.
func fill[T any](keys ledger.Keys, key string, to *T, value T) {
	if _, given := keys[key]; !given {
		*to = value
	}
}
