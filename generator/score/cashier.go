package score

import (
	"fmt"
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
		h, cost := c.Household(r.Household), c.Cost(r)
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
		if !reward.HasStock || c.refused[r] {
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
