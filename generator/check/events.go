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

// eventRules checks an event against the rules of its day; h is nil if the household is unknown
// or was not there.
func (p *place) eventRules(e *ledger.Event, h *ledger.Household) {
	if p.RulesUnread() {
		return
	}
	s, _ := p.EventScheme(e.Date)
	if s == nil && e.Date < p.Joined {
		return // reported by events
	}
	if s == nil {
		p.noRules(e.At("日期"),
			fmt.Sprintf("“%s”没有生效的积分办法", e.Date), "核对日期，或在 scheme/ 里补上当时有效的办法")
		return
	}
	if e.Kind == "" {
		return
	}
	k := s.EventKind(e.Kind)
	if k == nil {
		p.Wrong(e.At("项目"), foreignKey,
			fmt.Sprintf("项目“%s”不在当时有效的办法（%s）的加减分项目中", e.Kind, s.File),
			didYouMean(e.Kind, each(s.Events, func(k *ledger.EventKind) string { return k.Name }), "改成办法里的名称或 id"))
		return
	}
	p.eventPoints(e, k)
	p.review(e, k)
	if h != nil && e.ReviewUnder(k) == ledger.Approved {
		p.counts(e, h)
	}
}

// eventPoints checks that 分值, if given, is what the rules give for that 次数.
func (p *place) eventPoints(e *ledger.Event, k *ledger.EventKind) {
	at, times := e.At("分值"), ledger.Points(max(e.Times, 1))
	from, to := k.From*times, k.To*times
	if _, given := k.Keys["range"]; given && !k.Ranged {
		return // its range cannot be read
	}
	switch {
	case !k.Ranged && e.HasPoints && e.Points != k.Points*times:
		p.Wrong(at, constraintError,
			fmt.Sprintf("分值“%s”和办法不符：“%s”每次 %s 分，%d 次是 %s 分", e.Points, k.Name, k.Points, times, k.Points*times),
			"改正分值或次数；分值可以留空，由程序计算")
	case k.Ranged && !e.HasPoints:
		p.Wrong(at, missingCell,
			fmt.Sprintf("“%s”没有写分值，应在 %s 到 %s 之间", k.Name, from, to), "填上评议的分值")
	case k.Ranged && k.From <= k.To && (e.Points < from || e.Points > to):
		p.Wrong(at, constraintError,
			fmt.Sprintf("分值“%s”超出范围：“%s”每次 %s 到 %s 分，%d 次应在 %s 到 %s 之间", e.Points, k.Name, k.From, k.To, times, from, to),
			"改正分值或次数")
	}
}

// review checks that a review follows the event, and that a required one has its day, which
// decides the period of the event.
func (p *place) review(e *ledger.Event, k *ledger.EventKind) {
	at := e.At("审核日期")
	if e.Reviewed != 0 && e.Reviewed < e.Date {
		p.Wrong(at, dateOrder,
			fmt.Sprintf("审核日期“%s”早于记录的日期“%s”", e.Reviewed, e.Date), "核对两个日期")
	}
	if k.Approval && e.Reviewed == 0 && (e.Review == ledger.Approved || e.Review == ledger.Refused) {
		p.Note(at, missingCell,
			fmt.Sprintf("“%s”需要审核，审核是“%s”，却没有审核日期；暂按“%s”计", k.Name, e.Review, e.Date), "填上审核日期")
	}
	_, period := p.EventScheme(e.Date)
	if n := p.Notices[period]; n != nil && e.Reviewed != 0 && e.Reviewed == n.Posted && e.ReviewUnder(k) == ledger.Approved {
		p.Note(at, sameDay,
			fmt.Sprintf("%s 的榜是 %s 张贴的，这一件那天才审核，不在这一榜上，算到以后的一期", period, n.Posted),
			"贴出去的不变；要赶上一榜，最迟在张榜的前一天审核完")
	}
}

// counts checks that the household is in the table of the period of a counted event. If it was
// there for only a part of it, a row of the sheet puts it there, or, if there is no sheet to fill
// in, the event itself. If it is not in the table at all, the event counts nowhere, which is
// reported (formats.md, "An event of a household that is not in the table").
func (p *place) counts(e *ledger.Event, h *ledger.Household) {
	period, _ := p.PeriodOfEvent(e)
	yes, why := p.isIn(h, period)
	at := e.At("户号")
	switch {
	case yes:
	case p.stay(h, period) == partly:
		p.wrongOrNote(p.posted(period) != 0, at, missingRow,
			fmt.Sprintf("编号“%s”的记录计入 %s，而户号“%s”%s", e.No, period, h.ID, why),
			fmt.Sprintf("在 scores/%s.csv 给这一户加一行，填上各项的分；评不了的项目写“不适用”", period))
	default:
		p.Note(at, notInPlace,
			fmt.Sprintf("编号“%s”的记录应计入 %s，而户号“%s”当期%s，所以不计分", e.No, period, h.ID, why), "若该户应当计分，改正 households.csv")
	}
}
