package page

import (
	"slices"
	"strconv"

	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// Rewards is <place>/rewards.html: what points buy, who exchanged what, and what every
// household has left.
type Rewards struct {
	Head
	Place     string
	Goods     []Good
	Ledger    []Redeemed // latest first
	Withheld  int        // redemptions that are not listed: of who has not agreed, or older than the site keeps
	Balances  []Balance  // by 户号
	Omitted   int        // balances that are not listed
	Total     BalanceSum // of all, those that are not listed included
	Averages  bool       // 累计 is an average here, so that it differs from 累计得分 even before any redemption
	Files     []Link
	HasLimits bool          // some good has a stock
	Rests     []PeriodState // periods that are counted and not final
}

// Good is one line of the catalogue.
type Good struct {
	No, Name, Points string
	Unit             string
	Stock, Left      string // "" where it has no limit
	None             bool   // there is none left
	Source, Note     string
}

// Redeemed is one redemption.
type Redeemed struct {
	Date           ledger.Date
	ID, Name, Href string // Href is "" for a household without a page
	Reward         string
	Count          int
	Unit           string
	Points         string
}

// Balance is what one household has earned, exchanged and left.
type Balance struct {
	ID, Name, Href         string
	From                   []string // 户号 of those that went on in it
	Earned, Redeemed, Left Figure
	Short                  bool // below zero, by a later correction
}

// BalanceSum is the sum of all balances.
type BalanceSum struct {
	Earned, Redeemed, Left string
}

// exchanges reports whether p's points can be exchanged, or were.
func exchanges(p *score.Place) bool { return len(p.Rewards) > 0 || len(p.Redeemed) > 0 }

func rewardsPath(p *ledger.Place) string { return p.Path + "/rewards.html" }

func (v *village) rewards() *Rewards {
	p := v.place
	m := &Rewards{Head: v.personal(v.headOf(p.Place, "rewards.html", "rewards")), Place: p.Name}
	for _, r := range p.Rewards {
		g := Good{No: r.No, Name: r.Name, Points: r.Points.String(), Unit: r.Unit, Source: r.Source, Note: r.Note}
		if left, limited := p.InStock(r); limited {
			g.Stock, g.Left, g.None = strconv.Itoa(r.Stock), strconv.Itoa(left), left <= 0
			m.HasLimits = true
		}
		m.Goods = append(m.Goods, g)
	}
	m.Ledger, m.Withheld = v.redeemed(&m.Head, p.Redeemed)
	m.Rests = v.rests(&m.Head, v.reopened())
	var sum score.Balance
	for _, b := range p.Balances {
		sum.Earned, sum.Redeemed, sum.Left = sum.Earned.Add(b.Earned), sum.Redeemed+b.Redeemed, sum.Left.Add(b.Left)
		if v.people.Omitted(p.Place, b.Household) {
			m.Omitted++
			continue
		}
		m.Balances = append(m.Balances, v.balance(&m.Head, b))
	}
	m.Total = BalanceSum{short(sum.Earned), sum.Redeemed.String(), short(sum.Left)}
	m.Averages = slices.ContainsFunc(p.Tables, func(t *score.Table) bool { return t.Scheme.ByAverage })
	for _, f := range []struct{ word, file string }{
		{"balances", "balances.csv"}, {"redemptions", "redemptions.csv"}, {"catalogue", "rewards.csv"},
	} {
		m.Files = append(m.Files, Link{f.word, m.Head.Href(p.Path + "/data/" + f.file)})
	}
	return m
}

// redeemed lists redemptions, latest first, and counts those that are withheld.
func (v *village) redeemed(h *Head, all []*ledger.Redemption) (list []Redeemed, withheld int) {
	for _, r := range slices.Backward(all) {
		of := v.place.Household(r.Household)
		if v.people.Omitted(v.place.Place, of) || !v.people.Details(redeemedIn(r)) {
			withheld++
			continue
		}
		m := Redeemed{
			Date: r.Date, ID: of.ID, Name: v.people.Name(v.place.Place, of, spanOn(of, r.Date)), Href: v.pageOf(h, of),
			Reward: rewardName(v.place, r), Count: r.Count, Points: v.place.Cost(r).String(),
		}
		if reward := v.place.Reward(r.Reward); reward != nil {
			m.Unit = reward.Unit
		}
		list = append(list, m)
	}
	return list, withheld
}

func (v *village) balance(h *Head, b *score.Balance) Balance {
	row := "balance/" + b.Household.ID + "/"
	m := Balance{
		ID: b.Household.ID, Name: v.people.Name(v.place.Place, b.Household, b.Span), Href: v.pageOf(h, b.Household),
		Earned:   Figure{row + ColumnEarned, short(b.Earned)},
		Redeemed: Figure{row + ColumnRedeemed, b.Redeemed.String()},
		Left:     Figure{row + ColumnLeft, short(b.Left)},
		Short:    b.Left.Cmp(ledger.Exact{}) < 0,
	}
	for _, from := range b.From {
		if !v.people.Omitted(v.place.Place, from) {
			m.From = append(m.From, from.ID)
		}
	}
	return m
}

// pageOf is the address of a household's page, "" where it has none.
func (v *village) pageOf(head *Head, h *ledger.Household) string {
	if t, _ := v.latest(h); t == nil {
		return ""
	}
	return head.Href(v.place.Path + "/" + householdFile(h))
}

// spanOn is the row of a household that holds on a day, else the last before it.
func spanOn(h *ledger.Household, day ledger.Date) *ledger.Span {
	found := h.Spans[0]
	for _, s := range h.Spans {
		if s.Joined <= day {
			found = s
		}
	}
	return found
}
