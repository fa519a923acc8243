package main

import (
	"fmt"
	"slices"
)

// A person is a row of members.csv.
type person struct {
	household, no, name   string
	away                  bool
	consent, joined, left day
}

type people []person

// newPeople gives each household two to five members; the head comes first and takes part throughout.
func newPeople(p *place) people {
	var list people
	for _, h := range p.households {
		for i := range 2 + p.dice.upTo(4) {
			m := person{
				household: h.id, no: fmt.Sprintf("%s-%d", h.id, i+1), name: h.head,
				away: h.away, consent: h.consent, joined: h.joined, left: h.left,
			}
			if i > 0 {
				m.name = p.names.name()
			}
			if i > 1 {
				m.name = p.names.given(surname(h.head))
				m.away = h.away || p.dice.chance(25)
			}
			list = append(list, m)
		}
	}
	return list.special(p)
}

// special: members who come and go; and those of a household that merged, in their new one.
func (l people) special(p *place) people {
	switch p.path {
	case "ninghe/yuelong/jiangdian":
		l.keep("004-2").joined = "2022-10-01"
		l.keep("007-2").left = "2023-05-31"
	case "ninghe/banqiao/beizhu":
		n := 0
		for _, m := range l {
			if m.household != "006" {
				continue
			}
			n++
		}
		last := slices.IndexFunc(l, func(m person) bool { return m.household == "007" })
		var come people
		for _, m := range l {
			if m.household == "020" && !m.away {
				n++
				m.household, m.no, m.joined, m.left = "006", fmt.Sprintf("006-%d", n), "2023-01-01", ""
				come = append(come, m)
			}
		}
		return slices.Insert(l, last, come...)
	}
	return l
}

// keep is a member, to be changed.
func (l people) keep(no string) *person {
	i := slices.IndexFunc(l, func(m person) bool { return m.no == no })
	l[i].away = false
	return &l[i]
}

// on are the members of a household who take part on a day.
func (l people) on(household string, d day) people {
	var list people
	for _, m := range l {
		if m.household == household && !m.away && m.joined <= d && (m.left == "" || m.left >= d) {
			list = append(list, m)
		}
	}
	return list
}

func (l people) write(s site, p *place) {
	var rows [][]string
	for _, m := range l {
		rows = append(rows, []string{
			m.household, m.no, m.name, yesNo(!m.away), string(m.consent), string(m.joined), string(m.left),
		})
	}
	s.table(p.file("members.csv"), []string{"户号", "成员号", "姓名", "参与", "同意", "加入", "退出"}, rows)
}
