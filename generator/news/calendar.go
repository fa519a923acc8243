package news

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"gongshi/generator/address"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// Calendar is <place>/calendar.ics: the days that notices of a place, and of those below it, must
// keep to. It names no household.
type Calendar struct {
	gazette.Located
	Name      string // of the place
	Occasions []Occasion
}

// Occasion is one or several whole days.
type Occasion struct {
	ID       string // the same in every calendar of every build, and unique
	Kind     string // due, publicity, objections, hanging, answers: a key of the words
	Place    string
	Period   ledger.Period
	Count    int         // for answers
	From, To ledger.Date // the first and the last day
	Since    ledger.Date // the day from which it is known
	Href     string      // of the notice, absolute, or ""
}

// nowhere is the host of a site that does not know its own address; no host can have that name
// (RFC 2606).
const nowhere = "gongshi.invalid"

// CalendarOf returns the calendar of p and the places below it, or nil if it is empty. A site of
// drafts has none: a file of that kind cannot be marked as a draft.
func CalendarOf(s *gazette.Site, p *gazette.Place) *Calendar {
	c := &Calendar{Located: gazette.Located{Path: address.Calendar(p)}, Name: p.Name}
	for _, at := range s.Places {
		if address.Within(at.Path, p.Path) && !s.Drafts {
			c.Occasions = append(c.Occasions, occasions(s, at)...)
		}
	}
	if len(c.Occasions) == 0 {
		return nil
	}
	slices.SortStableFunc(c.Occasions, func(a, b Occasion) int { return cmp.Compare(a.From, b.From) })
	return c
}

// occasions returns those of one place that are in the future, or not long past: back to the
// first day of the month before last, so that the file seldom changes by itself.
func occasions(s *gazette.Site, p *gazette.Place) []Occasion {
	y, m, _ := s.Day.Civil()
	since := ledger.Day(y, m-2, 1)
	var list []Occasion
	add := func(kind string, from, to ledger.Date, o Occasion) {
		if to >= since {
			o.Kind, o.From, o.To, o.Place = kind, from, to, p.Name
			o.ID = occasionID(s.Config.BaseURL, p, o)
			list = append(list, o)
		}
	}
	notice := func(period ledger.Period) string {
		return address.Absolute(s.Config.BaseURL, address.NoticeAt(p, period))
	}
	d := p.Duties
	var owed []gazette.Due
	for _, late := range d.Overdue {
		owed = append(owed, late.Periods...)
	}
	for _, due := range append(owed, d.Next...) { // from the period's first day to the last on which it is in time
		add("due", due.Day, due.Day, Occasion{Period: due.Period, Since: due.Period.First()})
	}
	for _, t := range p.Tables {
		st := t.State
		o := Occasion{Period: st.Period, Since: st.Start, Href: notice(st.Period)}
		add("publicity", st.FirstDay, st.LastDay, o)
		add("objections", st.LastDay, st.LastDay, o)
		if p.Publicity.DisplayDays > 0 {
			add("hanging", st.Hangs, st.Hangs, o)
		}
	}
	for _, a := range d.Answers {
		o := Occasion{Period: a.Period, Count: a.Count, Since: a.Received, Href: notice(a.Period)}
		add("answers", a.Day, a.Day, o)
	}
	return list
}

// occasionID returns <place>.<period>.<kind>@<host>: the place's path with points, which no
// folder of a place has in its name, after the path of the site, if it has one. Answers of a
// period are distinguished by their day.
func occasionID(base string, p *gazette.Place, o Occasion) string {
	host, path := nowhere, p.Path
	if site, err := url.Parse(base); err == nil && site.Host != "" {
		host, path = site.Hostname(), strings.TrimLeft(site.EscapedPath(), "/")+p.Path
	}
	id := strings.ReplaceAll(path, "/", ".") + "." + o.Period.String() + "." + o.Kind
	if o.Kind == "answers" {
		id += "." + o.From.String()
	}
	return id + "@" + host
}
