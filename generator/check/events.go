package check

import (
	"fmt"
	"slices"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

func (p *place) events() {
	memberOf := p.membersByKey()
	for _, e := range p.Events {
		if first := p.event[e.No]; e.No != "" && first != e {
			p.refer(e.At("编号"), first.Position, primaryKey,
				fmt.Sprintf("编号“%s”已经用过，第一次在 %s %s", e.No, first.File, first.Row()), "每条记录用一个不同的编号；若是重复登记，删去一行")
		}
		h := p.registered(e.At("户号"), e.ID, e.Household)
		if h != nil {
			p.eventMember(e, h, memberOf)
			if e.Date != 0 && !p.wasThere(e.At("日期"), e.Date, h, e.ID, "核对日期；此前的事不计分，删去本行") {
				h = nil // then it does not matter where the event counts
			}
		}
		if e.Date != 0 {
			p.eventRules(e, h)
		}
	}
}

// membersByKey returns the household of each 成员号; if several have the same, the first.
func (p *place) membersByKey() map[string]*ledger.Household {
	of := make(map[string]*ledger.Household)
	for _, h := range slices.Backward(p.Households) {
		for _, m := range h.Members {
			of[m.Key] = h
		}
	}
	return of
}

const fewMembers = 50 // in which a hint looks for the intended one

// eventMember checks that a 成员号 is in the event's household, if there is a members.csv.
func (p *place) eventMember(e *ledger.Event, h *ledger.Household, memberOf map[string]*ledger.Household) {
	if e.Member == "" || !p.HasMembers || p.Unread.Has("members.csv") {
		return
	}
	if slices.ContainsFunc(h.Members, func(m *ledger.Member) bool { return m.Key == e.Member }) {
		return
	}
	at := e.At("成员号")
	if other := memberOf[e.Member]; other != nil {
		p.Wrong(at, foreignKey,
			fmt.Sprintf("成员号“%s”是户号“%s”的成员，不是户号“%s”的", e.Member, other.ID, h.ID), "改正户号或成员号")
		return
	}
	ids := each(h.Members[:min(len(h.Members), fewMembers)], func(m *ledger.Member) string { return m.ID })
	p.Wrong(at, foreignKey,
		fmt.Sprintf("成员号“%s”不在 members.csv 中", e.Member), didYouMean(e.Member, ids, "改正成员号，或清空它（记给整户）"))
}

// wasThere reports whether the place counted on a day, and the household was there; early is the
// hint if the place did not count yet.
func (p *place) wasThere(at diag.Field, d ledger.Date, h *ledger.Household, id, early string) bool {
	switch {
	case d < p.Joined:
		p.Wrong(at, notInPlace,
			fmt.Sprintf("日期“%s”早于%s开始计分的日期“%s”", d, p.Name, p.Joined), early)
	case !onDay(h, d):
		p.Wrong(at, notInPlace,
			fmt.Sprintf("户号“%s”在“%s”不在册（%s）", id, d, stays(h)), "核对日期和户号，或改正 households.csv 的加入、退出日期")
	default:
		return true
	}
	return false
}
