package check

import (
	"fmt"
	"slices"

	"gongshi/generator/ledger"
)

// corrections checks corrections.csv in the order in which they are applied, by date, then line:
// each must name the value at that moment.
func (p *place) corrections() {
	standing := make(map[target]ledger.Cell)
	for _, c := range ledger.InOrder(p.Corrections) {
		h := p.registered(c.At("户号"), c.ID, c.Household)
		if c.Period.Cycle == 0 {
			continue
		}
		p.answers(c)
		s := p.SchemeFor(c.Period)
		if s == nil {
			p.noRules(c.At("周期"),
				fmt.Sprintf("%s 没有生效的积分办法", c.Period), "核对周期")
			continue
		}
		p.afterPosting(c)
		if h != nil && c.Target != "" {
			p.correction(c, h, s, standing)
		}
	}
}

// afterPosting checks that a correction is for something posted before it.
func (p *place) afterPosting(c *ledger.Correction) {
	if p.noticeUnread(c.Period) {
		return
	}
	switch posted := p.posted(c.Period); {
	case posted == 0:
		p.Note(c.At("周期"), notPosted,
			fmt.Sprintf("%s 还没有公示，却有更正", c.Period), "公示之前直接改评分表或 events/，不用写更正")
	case c.Date != 0 && c.Date < posted:
		p.Note(c.At("日期"), dateOrder,
			fmt.Sprintf("更正日期“%s”早于 %s 的公示日期“%s”", c.Date, c.Period, posted), "核对日期；公示之前直接改评分表")
	}
}

// answers checks that the objection that led to a correction is one of that period's notice.
func (p *place) answers(c *ledger.Correction) {
	if c.Objection == "" || p.Unread.Has("notices/"+c.Period.String()+".toml") {
		return
	}
	var nos []string
	if n := p.Notices[c.Period]; n != nil {
		nos = each(n.Objections, func(o *ledger.Objection) string { return o.No })
	}
	if slices.Contains(nos, c.Objection) {
		return
	}
	p.Wrong(c.At("异议"), foreignKey,
		fmt.Sprintf("异议“%s”不在 notices/%s.toml 中", c.Objection, c.Period),
		didYouMean(c.Objection, nos, "改正编号，或在通知里登记这件异议"))
}

// correction checks one correction of a known household under the period's scheme.
func (p *place) correction(c *ledger.Correction, h *ledger.Household, s *ledger.Scheme, standing map[target]ledger.Cell) {
	if p.RulesUnread() {
		return
	}
	t, ok := p.targetOf(c, s)
	if !ok {
		return
	}
	if yes, why := p.isIn(h, c.Period); !yes {
		p.Wrong(c.At("户号"), notInPlace,
			fmt.Sprintf("户号“%s”在 %s %s，没有可更正的分数", c.ID, c.Period, why), "核对户号和周期")
		return
	}
	p.original(c, t, s, standing)
	standing[t] = c.To
	switch {
	case c.To.Kind == ledger.Empty:
		p.Wrong(c.At("现分"), missingCell,
			fmt.Sprintf("“%s”的更正没有写现分", c.Target), "填上更正后的分数；作废一条记录填 0")
	case t.item != nil:
		p.newMark(c, t.item)
	default:
		p.newWorth(c, t.event)
	}
}

// newMark checks that a corrected cell is within the item's points.
func (p *place) newMark(c *ledger.Correction, item *ledger.Item) {
	if c.To.Kind == ledger.Entered && item.Points > 0 && (c.To.Points < 0 || c.To.Points > item.Points) {
		p.Wrong(c.At("现分"), constraintError,
			fmt.Sprintf("户号“%s”的“%s”现分是“%s”，应在 0 到 %s 之间", c.ID, item.Name, c.To.Points, item.Points), "改正现分")
	}
}

// newWorth checks that a corrected event gives points of its kind's sign and size.
func (p *place) newWorth(c *ledger.Correction, e *ledger.Event) {
	at := c.At("现分")
	if c.To.Kind == ledger.NA {
		p.Wrong(at, constraintError, fmt.Sprintf("编号“%s”的记录不能更正为“不适用”", e.No), "填更正后的分数；作废填 0")
		return
	}
	k := p.KindOfEvent(e)
	if k == nil {
		return
	}
	low, high := min(k.Points, 0), max(k.Points, 0)
	if k.Ranged {
		low, high = min(k.From, 0), max(k.To, 0)
	}
	times := ledger.Points(max(e.Times, 1))
	if c.To.Points < low*times || c.To.Points > high*times {
		p.Note(at, constraintError,
			fmt.Sprintf("编号“%s”的现分“%s”不在办法给“%s”的 %s 到 %s 之间", e.No, c.To.Points, k.Name, low*times, high*times), "核对现分的大小和正负")
	}
}
