package oracle

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"gongshi/generator/ledger"
)

// places makes a village alone, a town with one or two, or a district above.
func (m *maker) places() {
	paths := one(m,
		[]string{"zhongping"},
		[]string{"zhongping"},
		[]string{"fengsheng", "fengsheng/youfang"},
		[]string{"fengsheng", "fengsheng/jie", "fengsheng/youfang"},
		[]string{"ninghe", "ninghe/banqiao", "ninghe/banqiao/beizhu"},
	)
	levels := []string{"village", "town", "district"}
	for _, path := range paths {
		p := &ledger.Place{
			Path: path, Name: "地方" + path[strings.LastIndex(path, "/")+1:], Section: ledger.Section{Keys: ledger.Keys{}},
			Kind:    levels[strings.Count(paths[len(paths)-1], "/")-strings.Count(path, "/")],
			Sheets:  map[ledger.Period]*ledger.Sheet{},
			Notices: map[ledger.Period]*ledger.Notice{},
			Publicity: ledger.Publicity{
				Days: 3, RestDayEnd: ledger.Extend, Restart: true, DueDay: 15, DisplayDays: 10, AnswerDays: 3,
			},
		}
		if i := strings.LastIndex(path, "/"); i > 0 {
			p.Parent = m.book.Place(path[:i])
			p.Parent.Children = append(p.Parent.Children, p)
			p.Publicity, p.Joined = p.Parent.Publicity, p.Parent.Joined
		}
		m.publicity(p)
		if m.chance(25) {
			p.Joined = max(p.Joined, min(m.dayIn(), m.first.First()+120))
			p.Keys["joined"] = p.Position
		}
		for i := range one(m, 0, 2, 3) {
			p.Groups = append(p.Groups, &ledger.Group{ID: fmt.Sprint(i + 1), Name: fmt.Sprintf("第%d组", i+1)})
		}
		m.book.Places = append(m.book.Places, p)
	}
}

// publicity sets some of the keys, and marks those that the file must then hold.
func (m *maker) publicity(p *ledger.Place) {
	rules := &p.Publicity
	set := func(key string, percent int) bool {
		if !m.chance(percent) {
			return false
		}
		p.Keys["publicity."+key] = p.Position
		return true
	}
	if set("days", 50) {
		rules.Days = m.between(1, 9)
	}
	if set("count", 40) {
		rules.Working = m.chance(60)
	}
	if set("first_day", 40) {
		rules.SameDay = m.chance(60)
	}
	if set("rest_day_end", 60) {
		rules.RestDayEnd = one(m, ledger.Extend, ledger.Holidays, ledger.Keep)
	}
	if set("restart", 40) {
		rules.Restart = m.chance(40)
	}
}

// households fills a place with 3 to 12.
func (m *maker) households(p *ledger.Place) {
	form := one(m, "%03d", "%03d", "A-%02d", "z%d", "张_%d", "%dB")
	p.HasConsent, p.HasMembers = m.chance(60), m.chance(35)
	var list []*ledger.Household
	for i := range m.between(3, 12) {
		id := fmt.Sprintf(form, i+1)
		h := &ledger.Household{ID: id, Key: strings.ToLower(id)}
		m.spans(p, h)
		if p.HasMembers {
			m.members(h)
		}
		list = append(list, h)
	}
	slices.SortFunc(list, func(a, b *ledger.Household) int { return cmp.Compare(a.ID, b.ID) })
	p.SetHouseholds(list)
	order := m.Perm(len(list))
	for i, n := range order[1:] { // in whom some go on, so that none goes on in itself by way of others
		m.into(list[n], list[order[m.IntN(i+1)]])
	}
}

// spans gives a household one to three rows: some join, leave, come back after a gap,
// or change without one.
func (m *maker) spans(p *ledger.Place, h *ledger.Household) {
	s := m.span(p)
	h.Spans = []*ledger.Span{s}
	from, to := m.dayIn(), m.dayIn()
	from, to = min(from, to), max(from, to)+1
	follow := func(left, joined ledger.Date) {
		next := *s
		m.change(p, &next)
		s.Left, next.Joined, next.Left = left, joined, 0
		h.Spans = append(h.Spans, &next)
		s = &next
	}
	if m.chance(14) {
		s.Joined = from
	}
	switch n := m.IntN(100); {
	case n < 55:
	case n < 71:
		s.Left = to
	case n < 82: // a gap
		follow(from, to+ledger.Date(m.between(1, 40)))
	default: // changes without a gap
		follow(from, from+1)
		if m.chance(40) && to > from {
			follow(to, to+1)
		}
		if m.chance(20) {
			s.Left = max(s.Joined, m.last.Last()-ledger.Date(m.between(0, 60)))
		}
	}
}

func (m *maker) span(p *ledger.Place) *ledger.Span {
	s := &ledger.Span{
		Head:      one(m, "张", "王", "欧阳", "李", "赵") + one(m, "明", "秀英", "大山", "小红"),
		Kind:      one(m, "农户", "农户", "农户", "农户", "老年户", "外来户", ledger.Organisation),
		TakesPart: m.chance(93),
	}
	m.change(p, s)
	return s
}

// change gives a new row other values: group, members, shares, consent, and now and then the kind or whether it
// takes part.
func (m *maker) change(p *ledger.Place, s *ledger.Span) {
	if len(p.Groups) > 0 {
		s.Group = one(m, p.Groups...).ID
	}
	s.Members, s.Shares = m.between(1, 6), m.points(0, 1, 2.5, 10)
	if p.HasConsent && m.chance(70) {
		s.Consent = m.first.First() - 30
	}
	if m.chance(6) {
		s.TakesPart = !s.TakesPart
	}
	if m.chance(10) {
		s.Kind = one(m, "农户", "老年户", ledger.Organisation)
	}
}

// members gives a household a member who is always there, and others who come and go.
func (m *maker) members(h *ledger.Household) {
	for i := range m.between(1, 4) {
		id := fmt.Sprint(i + 1)
		member := &ledger.Member{Household: h.Key, ID: id, Key: id, TakesPart: true}
		if i > 0 {
			member.TakesPart = m.chance(80)
			a, b := m.dayIn(), m.dayIn()
			if m.chance(40) {
				member.Joined = min(a, b)
			}
			if m.chance(30) {
				member.Left = max(a, b)
			}
		}
		h.Members = append(h.Members, member)
	}
}

// into lets a household that left go on in another.
func (m *maker) into(h, other *ledger.Household) {
	for i, s := range h.Spans {
		gap := i+1 < len(h.Spans) && h.Spans[i+1].Joined > s.Left+1
		if s.Left != 0 && (gap || i+1 == len(h.Spans)) && m.chance(60) {
			s.Into = other.Key
		}
	}
}
