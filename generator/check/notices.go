package check

import (
	"fmt"
	"slices"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// notices checks notices/<period>.toml: a period that the rules know, dates in the order of the
// procedure, panels, objections.
func (p *place) notices() {
	for _, period := range inOrder(p.Notices) {
		n := p.Notices[period]
		if s := p.ruled(period, n.Position.As("周期"), "通知"); s != nil && !p.RulesUnread() && !hasTable(s, period.Cycle) {
			p.Wrong(n.Position.As("周期"), noTable,
				fmt.Sprintf("%s 有通知，而当期的办法（%s）里没有这个周期的项目或加减分", period, s.File),
				"核对文件名里的周期，或办法里的 cycle")
		} else if s != nil && period.Cycle == ledger.Quarter && s.SumsQuarters() && !p.Summary(period) {
			p.Wrong(n.Position.As("周期"), noTable,
				fmt.Sprintf("%s 汇总不了各月：这一季里换了办法，新办法的加减分不再按月计", period),
				"删去这个通知，各月分别公示；新办法最好从 1 月 1 日起生效")
		}
		p.posting(n)
		p.panels(n)
		p.objections(n)
	}
}

// ruled returns the scheme in force for a period. It reports that there is none, or that the
// period ended before its place began to count.
func (p *place) ruled(period ledger.Period, at diag.Field, what string) *ledger.Scheme {
	s := p.SchemeFor(period)
	if p.Joined > period.Last() {
		p.Wrong(at, notInPlace,
			fmt.Sprintf("%s %s 早于%s开始计分的日期“%s”", what, period, p.Name, p.Joined),
			"核对文件名里的周期，或 place.toml 的 joined")
	} else if s == nil {
		p.noRules(at,
			fmt.Sprintf("%s %s 没有积分办法可依：当时没有一份生效", what, period), "核对文件名里的周期和办法的 effective（生效日期），或在 scheme/ 里补上当时的办法")
	}
	return s
}

// posting compares the procedure's days with the day of posting. A notice posted on or before its
// period's first day most likely has the wrong year.
func (p *place) posting(n *ledger.Notice) {
	if n.Posted == 0 {
		return
	}
	at := n.At("posted")
	switch first, last := n.Period.First(), n.Period.Last(); {
	case n.Posted <= first:
		p.Wrong(at, dateOrder,
			fmt.Sprintf("%s 的公示日期“%s”不对：这一期 %s 才开始", n.Period, n.Posted, first), "核对年份和月份")
	case n.Posted < last:
		p.Note(at, dateOrder,
			fmt.Sprintf("%s 的公示日期“%s”早于该周期的最后一天 %s，还没过完就公示了", n.Period, n.Posted, last), "核对日期")
	}
	p.before(n, "visited", "入户考评", n.Visited)
	p.before(n, "meeting.date", "评议会", n.Meeting.Date)
	if n.Reported != 0 && n.Reported < n.Posted {
		p.Note(n.At("report.date"), dateOrder,
			fmt.Sprintf("上报日期“%s”早于公示日期“%s”", n.Reported, n.Posted), "公示无异议后才上报，核对日期")
	}
}

// before notes a step of the procedure that is dated after the posting it leads to, or before the
// period it is about.
func (p *place) before(n *ledger.Notice, key, step string, d ledger.Date) {
	at := n.At(key)
	if d > n.Posted {
		p.Note(at, dateOrder, fmt.Sprintf("%s的日期“%s”晚于公示日期“%s”", step, d, n.Posted), "核对两个日期")
	} else if d != 0 && d < n.Period.First() {
		p.Note(at, dateOrder, fmt.Sprintf("%s的日期“%s”早于 %s 的第一天", step, d, n.Period), "核对日期")
	}
}

// panels checks that each is of a group that exists, given once, and large enough.
func (p *place) panels(n *ledger.Notice) {
	seen := make(map[string]bool)
	s := p.SchemeFor(n.Period)
	for _, panel := range n.Panels {
		at := panel.At("group")
		switch {
		case panel.Group == "" || p.Unread.Has("place.toml"):
		case p.group[panel.Group] == nil:
			p.Wrong(at, foreignKey,
				fmt.Sprintf("评议小组的组“%s”没有在 place.toml 中登记", panel.Group),
				p.meantGroup(panel.Group, "改正组号，或在 place.toml 里登记这个组"))
		case seen[panel.Group]:
			p.Wrong(at, primaryKey, fmt.Sprintf("组“%s”的评议小组写了两次", panel.Group), "合成一节 [[panel]]")
		}
		seen[panel.Group] = true
		if s != nil && s.Zone.TooFew(panel.Members) {
			p.Note(panel.At("members"), zonePanel,
				fmt.Sprintf("组“%s”这次的评议小组有 %d 人，少于办法规定的 %d 人", panel.Group, len(panel.Members), s.Zone.MinPanel), "核对名单")
		}
	}
}

// objections checks a notice's [[objection]]s: whose score, each only once, and a complete
// answer. What a year or a summary quarter sums is corrected in the month of its assessment.
func (p *place) objections(n *ledger.Notice) {
	seen := names{}
	for _, o := range n.Objections {
		p.once(seen, o.No, "异议编号", o.At("no"))
		h := p.registered(o.At("household"), o.ID, o.Household)
		p.answer(n, o)
		if o.Outcome == "upheld" && !p.Unread.Has("corrections.csv") && h != nil &&
			!slices.ContainsFunc(p.Corrections, func(c *ledger.Correction) bool {
				return c.Household == o.Household && n.Period.Contains(c.Period)
			}) {
			p.Note(o.At("outcome"), unanswered,
				fmt.Sprintf("异议“%s”成立，而 corrections.csv 里没有户号“%s”在 %s 的更正", o.No, o.ID, n.Period),
				"在 corrections.csv 加一行更正；分数不需要改动的，在 answer 里说明")
		}
	}
}

// answer checks that what was received is decided later, and that an outcome or an answer has a
// date. Source checks that a decision has both.
func (p *place) answer(n *ledger.Notice, o *ledger.Objection) {
	decided := o.At("decided")
	_, dated := o.Keys["decided"] // if it cannot be read, source reports why
	switch {
	case o.Decided != 0 && o.Received != 0 && o.Decided < o.Received:
		p.Wrong(decided, dateOrder,
			fmt.Sprintf("异议“%s”的答复日期“%s”早于收到日期“%s”", o.No, o.Decided, o.Received), "核对 decided（答复）和 received（收到）")
	case o.Decided == 0 && o.Outcome != "" && !dated:
		p.Wrong(o.At("outcome"), missingCell,
			fmt.Sprintf("异议“%s”有结果“%s”，却没有答复日期", o.No, o.Outcome), "加上 decided = 日期；还没答复就删去 outcome")
	case o.Decided == 0 && o.Answer != "" && !dated:
		p.Note(o.At("answer"), missingCell,
			fmt.Sprintf("异议“%s”写了答复 answer，却没有答复日期 decided，答复没有公布", o.No), "已经答复的，加上 decided = 日期，再写 outcome")
	}
	if o.Received != 0 && n.Posted != 0 && o.Received < n.Posted {
		p.Note(o.At("received"), dateOrder,
			fmt.Sprintf("异议“%s”的收到日期“%s”早于公示日期“%s”", o.No, o.Received, n.Posted), "核对日期：公示以后收到的才是对本期公示的异议")
	}
}
