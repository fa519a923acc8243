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

// cashier checks redemptions, each on its own day: by the periods that counted then, with the
// corrections and reviews up to then. It asks for one household's points at a time, so that the
// work grows with the redemptions, not with the village.
type cashier struct {
	*Place
	cals        notice.Calendars
	events      map[string][]*ledger.Event      // by household
	corrections map[string][]*ledger.Correction // likewise
	states      map[ledger.Date]*notice.States
	taken       map[*ledger.Household]ledger.Points // by redemptions that are in order
	refused     map[*ledger.Redemption]bool
	list        diag.List
}

func newCashier(p *Place, cals notice.Calendars) *cashier {
	c := &cashier{
		Place: p, cals: cals,
		events:      make(map[string][]*ledger.Event),
		corrections: make(map[string][]*ledger.Correction),
		states:      make(map[ledger.Date]*notice.States),
		taken:       make(map[*ledger.Household]ledger.Points),
		refused:     make(map[*ledger.Redemption]bool),
	}
	for _, e := range p.Events {
		c.events[e.Household] = append(c.events[e.Household], e)
	}
	for _, f := range p.Corrections {
		c.corrections[f.Household] = append(c.corrections[f.Household], f)
	}
	return c
}

// judge refuses what overdraws. What was refused does not count against the rows after it.
func (c *cashier) judge(inOrder []*ledger.Redemption) {
	for _, r := range inOrder {
		h := c.Household(r.Household)
		if h == nil || r.Date == 0 {
			continue
		}
		cost := c.Cost(r)
		var left ledger.Exact
		account := c.goesOnIn(h, r.Date)
		went := func(one, _ *ledger.Household) bool { return c.goesOnIn(one, r.Date) == account }
		for _, m := range c.mergedInto([]*ledger.Household{account}, account, went) {
			left = left.Add(c.earnedBy(m, r.Date)).Add((-c.taken[m]).Exact())
		}
		if cost > 0 && left.Cmp(cost.Exact()) < 0 {
			c.refuse(r, cost, left)
			continue
		}
		c.taken[h] += cost
	}
}

// earnedBy returns what a household's periods had given it by a day, worked out by the scorer for a
// village of this household only.
func (c *cashier) earnedBy(h *ledger.Household, day ledger.Date) ledger.Exact {
	alone := *c.Place.Place
	alone.Households = []*ledger.Household{h}
	alone.Events, alone.Corrections = c.events[h.Key], c.corrections[h.Key]
	sum, _ := assess(&alone, c.on(day).Periods(c.Place.Place), day).earned(h)
	return sum
}

// on returns the states of the place's periods on a day.
func (c *cashier) on(day ledger.Date) *notice.States {
	if c.states[day] == nil {
		c.states[day] = statesOn(c.Place.Place, day, c.cals)
	}
	return c.states[day]
}

// stock refuses more than there is. What was refused leaves the stock as it is.
func (c *cashier) stock(inOrder []*ledger.Redemption) {
	given := make(map[*ledger.Reward]int)
	for _, r := range inOrder {
		reward := c.Reward(r.Reward)
		if reward == nil || !reward.HasStock || c.refused[r] {
			continue
		}
		if before := given[reward]; before+r.Count > reward.Stock {
			c.list.Wrong(r.At("数量"), outOfStock,
				fmt.Sprintf("“%s”的库存是 %s，此前已兑换 %s，这一行又兑换 %s", reward.Name,
					counted(reward.Stock, reward.Unit), counted(before, reward.Unit), counted(r.Count, reward.Unit)),
				"核对数量；进了货就改 rewards.csv 的库存（库存是历次进货的总数，不减去已兑换的）")
			continue
		}
		given[reward] += r.Count
	}
}

// counted returns a number with its unit, if it has one.
func counted(n int, unit string) string { return strings.TrimSpace(fmt.Sprintf("%d %s", n, unit)) }

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
