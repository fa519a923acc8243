package score

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
)

// The codes of errors in redemptions and distributions.
const (
	overdrawn      = "overdrawn"       // more points than the household had on that day
	overdrawnSince = "overdrawn-since" // in order on its day; a later correction made it too much
	outOfStock     = "out-of-stock"    // more than there is
	zeroSum        = "zero-sum"        // nothing to share by
	sharedSince    = "shared-since"    // today's points would make other parts
)

// refuse reports a redemption that overdraws, and which periods did not count yet.
func (c *cashier) refuse(r *ledger.Redemption, cost ledger.Points, left ledger.Exact) {
	c.refused[r] = true
	d := c.list.Wrong(priceCell(r), overdrawn,
		fmt.Sprintf("户号“%s”在 %s 兑换“%s”要 %s 分，当天的余额是 %s 分", r.ID, r.Date, r.Reward, cost, left.Round(2)),
		"核对户号、日期、商品和数量；余额不够不能兑换")
	if waiting := c.waiting(r.Date); len(waiting) > 0 {
		d.Message += "；" + strings.Join(waiting, "，")
		d.Hint = "公示期满、没有未决的异议，一期积分才生效，才能兑换；核对日期，或改正商品和数量"
	}
}

// priceCell returns the cell with the cost of a redemption.
func priceCell(r *ledger.Redemption) diag.Field {
	if r.HasPoints {
		return r.At("积分")
	}
	return r.At("数量")
}

const fewPeriods = 3 // that a message names

// waiting names the latest periods that had ended by a day, or were posted, and did not count on
// it. A summary quarter gives nothing to redeem.
func (c *cashier) waiting(day ledger.Date) []string {
	var list []string
	latestFirst := func(a, b *ledger.Notice) int { return b.Period.Compare(a.Period) }
	for _, n := range slices.SortedFunc(maps.Values(c.Notices), latestFirst) {
		st := c.on(day).Of(c.Place.Place, n.Period)
		switch {
		case len(list) == fewPeriods || c.Summary(n.Period):
		case st == nil && n.Period.Last() <= day:
			list = append(list, n.Period.String()+" 当天还没有公示")
		case st != nil && !st.Counts && st.Status == notice.Open:
			list = append(list, fmt.Sprintf("%s 当天还在公示（到 %s 为止），没有生效", n.Period, st.LastDay))
		case st != nil && !st.Counts:
			list = append(list, n.Period.String()+" 当天异议还在核查，没有生效")
		}
	}
	return list
}

// later notes each balance that is negative on the day although every redemption was in order on
// its own day: at the row with which, by today's figures, it becomes negative.
func (c *cashier) later() {
	taken := make(map[*Balance]ledger.Points)
	told := make(map[*Balance]bool)
	for _, r := range c.Redeemed {
		b := c.Balance(c.Household(r.Household))
		told[b] = told[b] || c.refused[r]
		if taken[b] += c.Cost(r); told[b] || b.Left.Cmp(ledger.Exact{}) >= 0 || b.Earned.Cmp(taken[b].Exact()) >= 0 {
			continue
		}
		told[b] = true
		c.list.Note(priceCell(r), overdrawnSince,
			fmt.Sprintf("户号“%s”在 %s 的兑换当天够分，后来的更正使余额成了 %s 分（得分 %s，已兑换 %s）",
				r.ID, r.Date, b.Left.Round(2), b.Earned.Round(2), b.Redeemed),
			"以后的得分先补足这个差额，补足以前不能再兑换")
	}
}
