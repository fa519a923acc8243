package gazette

import (
	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// use adds the use of points.
func (m *Maker) use(g *Place, p *score.Place) {
	for _, r := range p.Rewards {
		left, _ := p.InStock(r)
		g.Rewards = append(g.Rewards, &Reward{r, left})
	}
	for _, r := range p.Redeemed {
		if of := p.Household(r.Household); m.listed(p, of, r) {
			g.Redemptions = append(g.Redemptions, m.redemption(p, of, r))
		} else {
			g.Withheld.Redemptions++
		}
	}
	for _, b := range p.Balances {
		g.BalanceSum = BalanceSum{g.BalanceSum.Earned.Add(b.Earned), g.BalanceSum.Left.Add(b.Left), g.BalanceSum.Redeemed + b.Redeemed, g.BalanceSum.Count + 1}
		if m.people.Omitted(p.Place, b.Household) {
			g.Withheld.Balances++
		} else {
			g.Balances = append(g.Balances, m.balance(p, b))
		}
	}
	for _, d := range p.Distributions {
		g.Distributions = append(g.Distributions, m.distribution(p, d))
	}
	g.index()
}

// households adds those about whom there is something to publish. A household that is only in a
// draft is not public yet.
func (m *Maker) households(g *Place, p *score.Place) {
	told := make(map[string]bool)
	for _, t := range g.Tables {
		for _, r := range t.Rows {
			told[r.ID] = true
		}
		for _, o := range t.Notice.Objections {
			told[o.ID] = true
		}
	}
	for _, h := range g.Merged {
		told[h.ID], told[h.Into] = true, true
	}
	for _, h := range p.Households {
		used := g.balances[h.ID] != nil || g.redeemed[h.ID] != nil || g.corrected[h.ID] != nil
		if (told[h.ID] || used) && !m.people.Omitted(p.Place, h) {
			g.Households = append(g.Households, Household{h.ID, m.gone(p, h)})
		}
	}
}

// listed reports whether a redemption may be shown: its household may, and it is not older than
// the site keeps.
func (m *Maker) listed(p *score.Place, of *ledger.Household, r *ledger.Redemption) bool {
	return !m.people.Omitted(p.Place, of) && m.people.Details(ledger.PeriodOf(ledger.Month, r.Date))
}

func (m *Maker) redemption(p *score.Place, of *ledger.Household, r *ledger.Redemption) *Redemption {
	g := &Redemption{
		Date: r.Date, ID: of.ID, Name: m.people.Name(p.Place, of, of.SpanOn(r.Date), r.Date),
		Reward: r.Reward, Count: r.Count, Points: p.Cost(r), At: sourceOf(r.Position),
	}
	if reward := p.Reward(r.Reward); reward != nil {
		g.Reward, g.Unit = reward.Name, reward.Unit
	}
	return g
}

func (m *Maker) balance(p *score.Place, b *score.Balance) *Balance {
	g := &Balance{
		ID: b.Household.ID, Name: m.people.Name(p.Place, b.Household, b.Span, m.people.lastOf(b.Span)),
		Earned: b.Earned, Redeemed: b.Redeemed, Left: b.Left,
	}
	for _, from := range b.From {
		g.Gone += m.gone(p, from)
		if !m.people.Omitted(p.Place, from) {
			g.From = append(g.From, from.ID)
		}
	}
	return g
}

// gone counts a household's redemptions that are not listed.
func (m *Maker) gone(p *score.Place, h *ledger.Household) int {
	n := 0
	for _, r := range p.RedeemedBy(h) {
		if !m.listed(p, h, r) {
			n++
		}
	}
	return n
}

func (m *Maker) distribution(p *score.Place, d *score.Distribution) *Distribution {
	g := &Distribution{
		Distribution: d.Distribution, Periods: d.Periods, Shares: d.Shares, Points: d.Points, Households: len(d.Parts),
		Changed: m.history.Last(distributionFiles(p, d)...),
	}
	last := max(d.Date, ledger.Period{Cycle: ledger.Year, Year: d.Year}.Last())
	for _, part := range d.Parts {
		if !m.people.Omitted(p.Place, part.Household) {
			g.Parts = append(g.Parts, &Part{
				part.Household.ID, m.people.Name(p.Place, part.Household, part.Span, last), part.Shares, part.Points, part.Amount, part.Exact,
			})
		}
	}
	return g
}

// distributionFiles returns the source files of a distribution.
func distributionFiles(p *score.Place, d *score.Distribution) []string {
	files := []string{d.File, householdsFile(p.Place)}
	for _, t := range p.Tables {
		if t.Period.Year == d.Year {
			files = append(files, t.Files()...)
		}
	}
	return files
}
