package page

import (
	"gongshi/generator/address"
	"gongshi/generator/gazette"
)

// Duties are the days that a village's notices must keep to.
type Duties struct {
	Overdue []gazette.Overdue // by cycle
	Next    []gazette.Due     // by day
	Hanging []Hanging         // by period
	Answers []Answers         // by day
}

// Hanging is a notice that must stay on the board, with its address.
type Hanging struct {
	gazette.Hanging
	Href string
}

// Answers are objections that wait for one, with the address of their notice.
type Answers struct {
	gazette.Answers
	Href string
	Late []Objection // those of them that are overdue
}

// duties are what the village owes as of the day; nil if nothing. What is overdue dates
// the page, since it may have been done since.
func (v *village) duties(h *Head) *Duties {
	p := v.place
	d := p.Duties
	m := &Duties{Overdue: d.Overdue, Next: d.Next}
	for _, x := range d.Hanging {
		m.Hanging = append(m.Hanging, Hanging{x, h.Href(address.NoticeAt(p, x.Period))})
	}
	for _, x := range d.Answers {
		m.Answers = append(m.Answers, Answers{x, h.Href(address.NoticeAt(p, x.Period)), late(p, x)})
	}
	if len(m.Overdue)+len(m.Next)+len(m.Hanging)+len(m.Answers) == 0 {
		return nil
	}
	v.date(h, d.OverdueNotices()+d.OverdueAnswers() > 0)
	return m
}

// late returns the overdue objections among those that wait.
func late(p *gazette.Place, a gazette.Answers) []Objection {
	var list []Objection
	if t := p.Table(a.Period); t != nil && a.Overdue {
		for _, o := range objections(t, "", nil) {
			if o.Behind() > 0 && o.Due == a.Day {
				list = append(list, o)
			}
		}
	}
	return list
}
