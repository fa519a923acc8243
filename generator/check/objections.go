package check

import (
	"fmt"
	"slices"

	"gongshi/generator/ledger"
)

// objections checks a notice's [[objection]]s: whose score, each only once, and a complete
// answer. What a year or a summary quarter sums is corrected in the month of its assessment.
func (p *place) objections(n *ledger.Notice) {
	seen := names{}
	for _, o := range n.Objections {
		p.once(seen, o.No, "no", "异议编号", o.Keys, o.Position)
		h := p.registered(o.Keys.At("household", o.Position), o.ID, o.Household)
		p.answer(n, o)
		if o.Outcome == "upheld" && !p.Unread.Has("corrections.csv") && h != nil &&
			!slices.ContainsFunc(p.Corrections, func(c *ledger.Correction) bool {
				return c.Household == o.Household && n.Period.Contains(c.Period)
			}) {
			p.Note(o.Keys.At("outcome", o.Position), unanswered,
				fmt.Sprintf("异议“%s”成立，而 corrections.csv 里没有户号“%s”在 %s 的更正", o.No, o.ID, n.Period),
				"在 corrections.csv 加一行更正；分数不需要改动的，在 answer 里说明")
		}
	}
}

// answer checks that what was received is decided later, and that an outcome or an answer has a
// date. Source checks that a decision has both.
func (p *place) answer(n *ledger.Notice, o *ledger.Objection) {
	decided := o.Keys.At("decided", o.Position)
	_, dated := o.Keys["decided"] // if it cannot be read, source reports why
	switch {
	case o.Decided != 0 && o.Received != 0 && o.Decided < o.Received:
		p.Wrong(decided, dateOrder,
			fmt.Sprintf("异议“%s”的答复日期“%s”早于收到日期“%s”", o.No, o.Decided, o.Received), "核对 decided（答复）和 received（收到）")
	case o.Decided == 0 && o.Outcome != "" && !dated:
		p.Wrong(o.Keys.At("outcome", o.Position), missingCell,
			fmt.Sprintf("异议“%s”有结果“%s”，却没有答复日期", o.No, o.Outcome), "加上 decided = 日期；还没答复就删去 outcome")
	case o.Decided == 0 && o.Answer != "" && !dated:
		p.Note(o.Keys.At("answer", o.Position), missingCell,
			fmt.Sprintf("异议“%s”写了答复 answer，却没有答复日期 decided，答复没有公布", o.No), "已经答复的，加上 decided = 日期，再写 outcome")
	}
	if o.Received != 0 && n.Posted != 0 && o.Received < n.Posted {
		p.Note(o.Keys.At("received", o.Position), dateOrder,
			fmt.Sprintf("异议“%s”的收到日期“%s”早于公示日期“%s”", o.No, o.Received, n.Posted), "核对日期：公示以后收到的才是对本期公示的异议")
	}
}
