package score

import (
	"cmp"
	"slices"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
)

// Balance is what a household may still exchange on the day (formats.md, "rewards.csv,
// redemptions.csv"): its own points of all periods that count, each once, less what was redeemed.
// It is separate from 累计, from which a redemption takes nothing. If 累计 is a lifetime's (carry) of
// totals (rank_by) and every category is summed (combine), it is Left + Redeemed once all periods
// are final; if it is an average, a mean, or starts anew each year, the two are simply different
// figures.
type Balance struct {
	Household *ledger.Household
	Span      *ledger.Span        // the row of households.csv that applies on the day
	From      []*ledger.Household // whose balances were merged into this one (并入)
	Earned    ledger.Exact
	Redeemed  ledger.Points
	Left      ledger.Exact
}

// Balance returns the balance that has h's points on the day: its own, or that of the household
// into which it was merged, or nil.
func (p *Place) Balance(h *ledger.Household) *Balance { return p.balanceOf[h] }

// RedeemedBy returns a household's redemptions up to the day, by date, then line.
func (p *Place) RedeemedBy(h *ledger.Household) []*ledger.Redemption { return p.redeemedBy[h] }

// InStock returns how many of a reward are left on the day, and false if it has no limit.
func (p *Place) InStock(r *ledger.Reward) (int, bool) { return r.Stock - p.given[r], r.HasStock }

// redemptions works out the balances on the day, and checks every redemption.
func (p *Place) redemptions(states *notice.States) diag.List {
	inOrder := ledger.InOrder(p.Redemptions)
	p.redeemedBy = make(map[*ledger.Household][]*ledger.Redemption)
	p.given = make(map[*ledger.Reward]int)
	for _, r := range inOrder {
		if h := p.Household(r.Household); r.Date <= states.Day && h != nil {
			p.Redeemed = append(p.Redeemed, r)
			p.redeemedBy[h] = append(p.redeemedBy[h], r)
			p.given[p.Reward(r.Reward)] += r.Count
		}
	}
	p.balances(states.Day)
	c := newCashier(p, states.Cals)
	c.judge(inOrder)
	c.stock(inOrder)
	c.later()
	return c.list
}

// balances makes the balance of every household that was ever assessed in a period that counts,
// or redeemed something, and was not merged into another.
func (p *Place) balances(day ledger.Date) {
	p.balanceOf = make(map[*ledger.Household]*Balance)
	for _, h := range p.Households {
		earned, assessed := p.earned(h)
		if !assessed && p.redeemedBy[h] == nil {
			continue
		}
		b := p.balanceFor(h, day)
		b.Earned = b.Earned.Add(earned)
		for _, r := range p.redeemedBy[h] {
			b.Redeemed += p.Cost(r)
		}
	}
	for _, b := range p.Balances {
		b.Left = b.Earned.Add((-b.Redeemed).Exact())
	}
	slices.SortFunc(p.Balances, func(a, b *Balance) int { return cmp.Compare(a.Household.ID, b.Household.ID) })
}

// balanceFor returns the balance that has h's points on a day, opening it if necessary.
func (p *Place) balanceFor(h *ledger.Household, day ledger.Date) *Balance {
	at := p.goesOnIn(h, day)
	b := p.balanceOf[at]
	if b == nil {
		b = &Balance{Household: at, Span: at.SpanOn(day)}
		p.Balances, p.balanceOf[at] = append(p.Balances, b), b
	}
	if at != h {
		b.From, p.balanceOf[h] = append(b.From, h), b
	}
	return b
}

// earned returns the sum of a household's own points in the periods that count: its categories
// and events, not averages and not what a year combines. It returns false if it was assessed in
// none of them.
func (p *Place) earned(h *ledger.Household) (sum ledger.Exact, assessed bool) {
	for _, t := range p.Tables {
		if r := t.own[h]; r != nil && t.State.Counts && !t.Summary {
			sum, assessed = sum.Add(r.Total), true
		}
	}
	return sum, assessed
}

// goesOnIn returns the household that has h's balance on a day: h, or, from the day after its 退出,
// the one into which it was merged, and so forth. It stops in a ring, which package check
// refuses.
func (p *Place) goesOnIn(h *ledger.Household, day ledger.Date) *ledger.Household {
	at := h
	for range p.Households {
		next := p.Household(endedBefore(at, day).Into)
		if next == nil || next == h || slices.ContainsFunc(at.Spans, func(s *ledger.Span) bool { return s.Covers(day) }) {
			break
		}
		at = next
	}
	return at
}
