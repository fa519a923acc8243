package check

import (
	"cmp"
	"fmt"
	"slices"

	"gongshi/generator/ledger"
)

// members checks members.csv: one row for a member and day, and somebody who takes part in each
// household that does.
func (p *place) members() {
	if !p.HasMembers {
		return
	}
	likely := map[*ledger.Household]bool{} // their members are there, under a 户号 that lost its zeros
	for _, m := range p.Unowned {
		p.registered(m.Position.As("户号"), m.ID, m.Household)
		for _, h := range p.meant(m.Household) {
			likely[h] = true
		}
	}
	for _, h := range p.Households {
		p.memberSpans(h)
		if !likely[h] && !p.Unread.Has("members.csv") {
			p.participants(h)
		}
	}
	if !p.Unread.Has("members.csv") && !p.RulesUnread() {
		p.averagedByNobody()
	}
}

func (p *place) memberSpans(h *ledger.Household) {
	sorted := slices.Clone(h.Members)
	slices.SortStableFunc(sorted, func(a, b *ledger.Member) int {
		return cmp.Or(cmp.Compare(a.Key, b.Key), cmp.Compare(a.Joined, b.Joined))
	})
	var open *ledger.Member
	for _, m := range sorted {
		if m.Left != 0 && m.Left < m.Joined {
			p.Wrong(m.At("退出"), dateOrder,
				fmt.Sprintf("户号“%s”成员“%s”的退出日期“%s”早于加入日期“%s”", h.ID, m.ID, m.Left, m.Joined), "改正其中一个日期")
			continue
		}
		if open == nil || open.Key != m.Key {
			open = m
			continue
		}
		if open.Left == 0 || m.Joined <= open.Left {
			p.refer(m.At("成员号"), open.Position, primaryKey,
				fmt.Sprintf("户号“%s”的成员号“%s”在同一段时间有两行：%s和本行", h.ID, m.ID, open.Row()),
				"如果是两个人，改其中一个成员号；如果是同一个人，前一行填退出日期，或删去一行")
		}
		if open.Left != 0 && (m.Left == 0 || m.Left > open.Left) {
			open = m
		}
	}
}

// participants checks that whenever a household takes part, somebody in it does.
func (p *place) participants(h *ledger.Household) {
	for _, s := range h.Spans {
		if !s.TakesPart || slices.ContainsFunc(h.Members, func(m *ledger.Member) bool {
			return m.TakesPart && (s.Left == 0 || m.Joined <= s.Left) && (m.Left == 0 || s.Joined <= m.Left)
		}) {
			continue
		}
		p.Wrong(s.At("户号"), missingRow,
			fmt.Sprintf("户号“%s”参与积分，但 members.csv 中没有它的参与成员（%s）", h.ID, stretch(s)),
			"在 members.csv 登记它的成员；若该户不参与，在 households.csv 的“参与”填“否”")
	}
}

// averagedByNobody checks that, if points are divided by members, there is one on the last day of
// each posted period. It reports once for each household.
func (p *place) averagedByNobody() {
	said := make(map[*ledger.Household]bool)
	for _, period := range inOrder(p.Notices) {
		if s := p.SchemeFor(period); s == nil || s.RankBy != ledger.ByAverage || p.posted(period) == 0 {
			continue
		}
		for _, h := range p.Households {
			s := h.SpanFor(period)
			if said[h] || s == nil || !s.TakesPart || len(h.Members) == 0 || hasMemberOn(h, period.Last(), s) {
				continue
			}
			said[h] = true
			p.Wrong(s.At("户号"), missingRow,
				fmt.Sprintf("户号“%s”参与积分，但 members.csv 中没有一个参与成员在 %s 的最后一天（%s）在册，人均积分无从计算",
					h.ID, period, period.Last()),
				"核对 members.csv 中该户成员的参与、加入和退出")
		}
	}
}

// hasMemberOn reports whether somebody took part on a period's last day or, if the household left
// before it, on the household's own last day.
func hasMemberOn(h *ledger.Household, day ledger.Date, s *ledger.Span) bool {
	if s.Left != 0 {
		day = min(day, s.Left)
	}
	return slices.ContainsFunc(h.Members, func(m *ledger.Member) bool { return m.Counts(day) })
}
