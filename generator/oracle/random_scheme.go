package oracle

import (
	"fmt"
	"slices"

	"gongshi/generator/ledger"
)

// schemes gives the topmost place one or two versions of the rules, and a place below
// now and then rules of its own.
func (m *maker) schemes() {
	root := m.book.Places[0]
	begins := m.first.First()
	first := m.scheme(root, one(m, begins, begins, begins-200, begins+ledger.Date(m.between(0, 45))))
	root.Schemes = []*ledger.Scheme{first}
	if m.chance(55) {
		root.Schemes = append(root.Schemes, m.revised(first, root, m.effective(first.Effective)))
	}
	for _, p := range m.book.Places[1:] {
		if m.chance(30) {
			p.Schemes = []*ledger.Scheme{m.revised(first, p, m.effective(begins-100))}
		}
	}
}

// effective is a day for another version, often the first of a month or of a year.
func (m *maker) effective(after ledger.Date) ledger.Date {
	d := m.dayIn()
	switch newYear := ledger.Day(m.first.Year+1, 1, 1); {
	case newYear > after && newYear < m.last.Last() && m.chance(40):
		return newYear
	case m.chance(40):
		d = ledger.PeriodOf(ledger.Month, d).First()
	}
	return max(d, after+1)
}

func (m *maker) scheme(at *ledger.Place, effective ledger.Date) *ledger.Scheme {
	s := m.settings(at, "v1", effective)
	if m.chance(88) {
		mostly := one(m, ledger.Month, ledger.Month, ledger.Month, ledger.Quarter, ledger.Year)
		for i := range m.between(1, 4) {
			s.Categories = append(s.Categories, m.category(i, mostly))
		}
	}
	if len(s.Categories) == 0 || m.chance(85) {
		for i := range m.between(1, 6) {
			s.Events = append(s.Events, m.eventKind(i))
		}
	}
	m.complete(s)
	return s
}

// settings are rules that assess nothing yet.
func (m *maker) settings(at *ledger.Place, name string, effective ledger.Date) *ledger.Scheme {
	return &ledger.Scheme{
		Place: at, Name: name, Title: "积分办法", Effective: effective,
		Cycle:         one(m, ledger.Month, ledger.Month, ledger.Quarter, ledger.Year),
		Carry:         ledger.Carry(m.chance(50)),
		RankBy:        ledger.RankBy(m.chance(35)),
		Decimals:      m.IntN(3),
		Missing:       one(m, ledger.MissingError, ledger.MissingFull, ledger.MissingZero),
		NotApplicable: one(m, ledger.NotApplicableFull, ledger.NotApplicableZero, ledger.NotApplicableScale, ledger.NotApplicableScale),
	}
}

var headings = []string{"人居环境", "先锋模范", "学生就学", "创业就业", "团结友爱", "遵纪守法"}

func (m *maker) category(i int, mostly ledger.Cycle) *ledger.Category {
	c := &ledger.Category{
		ID: fmt.Sprintf("c%d", i), Name: headings[i] + one(m, "", "", "新"),
		Cycle:   one(m, mostly, mostly, mostly, ledger.Month, ledger.Quarter, ledger.Year),
		Combine: one(m, ledger.Sum, ledger.Sum, ledger.Mean, ledger.Last),
		HasBase: m.chance(20),
	}
	for n := range m.between(1, 3) {
		c.Items = append(c.Items, &ledger.Item{
			Category: c, ID: fmt.Sprintf("i%d-%d", i, n), Name: fmt.Sprintf("%s之%d", headings[i], n),
			Points: m.points(1, 2.5, 5, 5, 10, 10, 15, 3.25, 7.5), Sensitive: m.chance(10),
		})
		if n == 0 && m.chance(20) {
			c.Items[0].Name = "表现" // may be in several categories
		}
		c.Base += c.Items[n].Points
	}
	return c
}

func (m *maker) eventKind(i int) *ledger.EventKind {
	k := &ledger.EventKind{
		ID: fmt.Sprintf("e%d", i), Name: []string{"好人好事", "志愿服务", "乱倒垃圾", "受到表彰", "酒驾", "读书活动"}[i],
		Category: one(m, "", "c0", "其他"), Approval: m.chance(40), Sensitive: m.chance(10), Veto: m.chance(20),
	}
	low, high := m.points(0.5, 1, 1.25, 2), m.points(2, 3, 5, 4.5)
	sign := one[ledger.Points](m, 1, 1, -1)
	if k.Ranged = m.chance(40); k.Ranged {
		k.From, k.To = min(low*sign, high*sign), max(low*sign, high*sign)
	} else {
		k.Points = high * sign
	}
	if k.HasMaxMonth = m.chance(45); k.HasMaxMonth {
		k.MaxPerMonth = m.points(2, 4, 5.5, 8)
	}
	if k.HasMaxYear = m.chance(45); k.HasMaxYear {
		k.MaxPerYear = m.points(4, 6.25, 10, 20)
	}
	return k
}

// complete gives a base, which is now and then written down, and honours.
func (m *maker) complete(s *ledger.Scheme) {
	s.HasBase = len(s.Categories) > 0 && m.chance(30)
	for _, c := range s.Categories {
		s.Base += c.Base
	}
	m.honoursOf(s)
}

// honoursOf awards honours in a cycle that has a table, by percent, places or score.
func (m *maker) honoursOf(s *ledger.Scheme) {
	if m.chance(25) {
		return
	}
	cycles := []ledger.Cycle{ledger.Year}
	for _, c := range []ledger.Cycle{ledger.Month, ledger.Quarter} {
		if assesses(s, c) || c == ledger.Quarter && s.Cycle == ledger.Month && assesses(s, ledger.Month) {
			cycles = append(cycles, c)
		}
	}
	h := &ledger.Honours{
		Cycle:    one(m, cycles...),
		Rounding: one(m, ledger.RoundDown, ledger.RoundNearest, ledger.RoundUp),
		Ties:     ledger.Ties(m.chance(50)),
	}
	way := m.IntN(3)
	top, count, least := ledger.Points(0), 0, m.points(40, 80, 120)
	for i := range m.between(1, 3) {
		l := &ledger.Level{Name: []string{"五星级", "四星级", "三星级"}[i], Reward: "奖牌"}
		top += m.points(10, 20, 12.5, 30)
		count += m.between(1, 2)
		least -= m.points(5, 10, 7.5)
		switch way {
		case 0:
			l.HasTop, l.Top = true, top
		case 1:
			l.HasCount, l.Count = true, count
		default:
			l.HasMin, l.Min = true, least
		}
		switch n := m.IntN(10); {
		case n < 3 && s.RankBy != ledger.ByAverage:
			l.FloorBase = true
		case n < 7:
			l.HasFloor, l.Floor = true, m.points(0.5, 10, 20.5, 60)
		}
		if m.chance(15) {
			way = m.IntN(3)
		}
		h.Levels = append(h.Levels, l)
	}
	s.Honours = h
}

// assesses: the rules give a period of that cycle something to count.
func assesses(s *ledger.Scheme, c ledger.Cycle) bool {
	return len(itemsOf(s, c)) > 0 || len(s.Events) > 0 && s.Cycle == c
}

// revised is another version, in which what has the id of something old is that, changed or
// not. Cycles change with a new year alone.
func (m *maker) revised(old *ledger.Scheme, at *ledger.Place, effective ledger.Date) *ledger.Scheme {
	s := m.settings(at, "v2", effective)
	newYear := effective == ledger.PeriodOf(ledger.Year, effective).First()
	if !newYear {
		s.Cycle = old.Cycle
	}
	for i, c := range old.Categories {
		cycle := c.Cycle
		if m.chance(50) {
			c = m.category(i, cycle)
		}
		if !newYear {
			c.Cycle = cycle
		}
		s.Categories = append(s.Categories, c)
	}
	if len(s.Categories) > 1 && m.chance(30) {
		s.Categories = slices.Delete(s.Categories, 0, 1)
	}
	if len(old.Categories) > 0 && m.chance(30) {
		s.Categories = append(s.Categories, m.category(len(headings)-1, one(m, ledger.Month, ledger.Quarter)))
	}
	for i, k := range old.Events {
		if m.chance(50) {
			k = m.eventKind(i)
		}
		s.Events = append(s.Events, k)
	}
	if m.chance(30) {
		s.Carry, s.RankBy, s.Decimals = old.Carry, old.RankBy, old.Decimals
	}
	if m.chance(70) {
		s.Missing, s.NotApplicable = old.Missing, old.NotApplicable
	}
	m.complete(s)
	return s
}
