package page

import (
	"slices"
	"strconv"

	"gongshi/generator/address"
	"gongshi/generator/figure"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// Rewards is <place>/rewards.html: what points buy, who exchanged what, and what every
// household has left.
type Rewards struct {
	Head
	Goods     []Good
	Ledger    []Redeemed // latest first
	Withheld  int        // redemptions not listed: of households that have not agreed, or older than the site keeps
	Balances  []Balance  // by 户号
	Omitted   int        // balances that are not listed
	Total     BalanceSum // of all, those that are not listed included
	Averages  bool       // 累计 is an average here, so that it differs from 累计得分 even before any redemption
	Files     []Link
	HasLimits bool          // some good has a stock
	Rests     []PeriodState // periods that are counted and not final, so that what was earned may still change
}

// Good is one line of the catalogue.
type Good struct {
	*ledger.Reward
	Stock, Left string // "" where it has no limit
	None        bool   // there is none left
}

// Redeemed is one redemption.
type Redeemed struct {
	*gazette.Redemption
	Href string // "" for a household without a page
}

// Balance is what one household has earned, exchanged and left.
type Balance struct {
	*gazette.Balance
	Href                   string
	Earned, Redeemed, Left figure.Figure
	Short                  bool // below zero, by a later correction
}

// BalanceSum is the sum of all balances.
type BalanceSum struct {
	Earned, Redeemed, Left string
}

func (v *village) rewards() *Rewards {
	p := v.place
	m := &Rewards{Head: v.personal(v.headOf(p, address.Rewards(p), "rewards"))}
	for _, r := range p.Rewards {
		g := Good{Reward: r.Reward}
		if r.HasStock {
			g.Stock, g.Left, g.None = strconv.Itoa(r.Stock), strconv.Itoa(r.Left), r.Left <= 0
			m.HasLimits = true
		}
		m.Goods = append(m.Goods, g)
	}
	m.Ledger, m.Withheld = redeemed(&m.Head, v.place, p.Redemptions), p.Withheld.Redemptions
	m.Rests = v.states(&m.Head, func(t *gazette.Table) bool { return t.State.Counts && t.State.Unsettled() })
	for _, b := range p.Balances {
		m.Balances = append(m.Balances, balance(&m.Head, v.place, b))
	}
	m.Omitted = p.Withheld.Balances
	m.Total = BalanceSum{gazette.Short(p.BalanceSum.Earned), p.BalanceSum.Redeemed.String(), gazette.Short(p.BalanceSum.Left)}
	m.Averages = slices.ContainsFunc(p.Tables, func(t *gazette.Table) bool { return t.Scheme.RankBy == ledger.ByAverage })
	for _, f := range []struct{ word, file string }{
		{"balances", "balances.csv"}, {"redemptions", "redemptions.csv"}, {"catalogue", "rewards.csv"},
	} {
		m.Files = append(m.Files, Link{f.word, m.Head.Href(address.Data(p, f.file))})
	}
	return m
}

// redeemed lists redemptions, latest first.
func redeemed(h *Head, p *gazette.Place, all []*gazette.Redemption) []Redeemed {
	var list []Redeemed
	for _, r := range slices.Backward(all) {
		list = append(list, Redeemed{r, pageOf(h, p, r.ID)})
	}
	return list
}

func balance(h *Head, p *gazette.Place, b *gazette.Balance) Balance {
	row := "balance/" + b.ID + "/"
	return Balance{
		Balance: b, Href: pageOf(h, p, b.ID),
		Earned:   figure.Figure{Key: row + gazette.ColumnEarned, Text: gazette.Short(b.Earned)},
		Redeemed: figure.Figure{Key: row + gazette.ColumnRedeemed, Text: b.Redeemed.String()},
		Left:     figure.Figure{Key: row + gazette.ColumnLeft, Text: gazette.Short(b.Left)},
		Short:    b.Left.Cmp(ledger.Exact{}) < 0,
	}
}

// pageOf is the address of a household's page, "" where it has none.
func pageOf(head *Head, p *gazette.Place, id string) string {
	t, _ := p.LatestOf(id)
	return head.hrefIf(t != nil, address.Household(p, id))
}
