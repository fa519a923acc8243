package source

import (
	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// placeKinds, as place.toml names them.
var placeKinds = []string{"village", "town", "district", "county"}

// placeFile reads place.toml. What it leaves out stays what p already has from the place above.
func (s *section) placeFile(p *ledger.Place) {
	s.heir = true
	p.Keys = s.Keys
	p.Name = s.textOr("name", p.Name)
	p.Kind = s.word("kind", placeKinds...)
	set(s, "joined", &p.Joined, s.date("joined"))
	set(s, "stage", &p.Stage, s.text("stage"))
	c := s.sub("contact")
	set(c, "office", &p.Contact.Office, c.text("office"))
	set(c, "phone", &p.Contact.Phone, c.text("phone"))
	set(c, "supervisor", &p.Contact.Supervisor, c.text("supervisor"))
	set(c, "supervisor_phone", &p.Contact.SupervisorPhone, c.text("supervisor_phone"))
	c.done()
	s.publicity(&p.Publicity)
	if e := s.sub("example"); s.has("example") {
		p.Example = e.example()
	}
	p.Groups = list(s, "group", (*section).group)
	s.done("name", "kind")
}

// set sets what a key sets: what is inherited only where the key is given.
func set[T any](s *section, key string, to *T, value T) {
	if _, given := s.values[key]; given || !s.heir {
		*to = value
	}
}

// publicity reads how notices are published, now and before: as in [publicity.before], in which what is left out
// was as it is now; else as the place above did, but for what the place has always done in its own way.
func (s *section) publicity(p *ledger.Publicity) {
	q, above := s.sub("publicity"), *p
	defer q.done()
	q.publishing(p)
	p.From, p.Before = q.date("from"), nil
	if before := q.sub("before"); q.has("before") {
		was := *p
		was.From = 0
		before.counting(&was)
		for _, key := range before.asked { // left out it is what holds now
			before.fields[key].otherwise = nil
		}
		p.Before = &was
		before.done()
	} else if above.Before != nil {
		was, again := *above.Before, *q
		again.file = &file{path: s.path, diags: &diag.List{}} // it has been reported
		again.publishing(&was)
		p.From, p.Before = above.From, &was
	}
	_, from := q.values["from"]
	switch _, before := q.values["before"]; {
	case before:
		q.need("from")
	case from:
		q.need("before")
	}
}

func (s *section) publishing(p *ledger.Publicity) {
	s.counting(p)
	set(s, "due_day", &p.DueDay, s.whole("due_day", 15, 1, 31))
	set(s, "display_days", &p.DisplayDays, s.whole("display_days", 10, 0, 366))
}

// counting is how the days of a notice are counted.
func (s *section) counting(p *ledger.Publicity) {
	set(s, "days", &p.Days, s.whole("days", 3, 1, 366))
	set(s, "count", &p.Working, s.word("count", "calendar", "working") == "working")
	set(s, "first_day", &p.SameDay, s.word("first_day", "next", "same") == "same")
	set(s, "rest_day_end", &p.RestDayEnd, ledger.RestDayEnd(s.word("rest_day_end", "extend", "holidays", "keep")))
	set(s, "restart", &p.Restart, s.yes("restart", true))
	set(s, "answer_days", &p.AnswerDays, s.whole("answer_days", 3, 0, 366))
}

// defaultPublicity is what holds where no place has anything else.
func defaultPublicity() (p ledger.Publicity) {
	parseTOML(&file{diags: &diag.List{}}, nil).publicity(&p)
	return p
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
