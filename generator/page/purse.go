package page

import (
	"cmp"
	"slices"

	"gongshi/generator/ledger"
)

// Purse is a household's own ledger: what it earned, exchanged, and has left.
type Purse struct {
	Balance  *Balance // nil: it has none of its own
	Into     *Link    // the household in which its balance went on; nil: none that may be named
	Redeemed []Redeemed
	Gone     int // redemptions older than the site keeps
	Rewards  string
}

// purse is the balance of h, and every redemption of its own or of those that went on in it.
func (v *village) purse(head *Head, h *ledger.Household) *Purse {
	if !exchanges(v.place) {
		return nil
	}
	m := &Purse{Rewards: head.Href(rewardsPath(v.place.Place))}
	own := slices.Clone(v.place.RedeemedBy(h))
	switch b := v.place.Balance(h); {
	case b == nil:
	case b.Household == h:
		balance := v.balance(head, b)
		m.Balance = &balance
		for _, from := range b.From {
			own = append(own, v.place.RedeemedBy(from)...)
		}
	case !v.people.Omitted(v.place.Place, b.Household):
		m.Into = &Link{b.Household.ID, v.pageOf(head, b.Household)}
	}
	slices.SortStableFunc(own, func(a, b *ledger.Redemption) int { return cmp.Compare(a.Date, b.Date) })
	m.Redeemed, m.Gone = v.redeemed(head, own)
	return m
}

// parts are what h got of each distribution, latest first.
func (v *village) parts(head *Head, h *ledger.Household) []DistributionPart {
	var list []DistributionPart
	for _, d := range slices.Backward(v.place.Distributions) {
		if p := d.Part(h); p != nil {
			list = append(list, v.part(head, d, p))
		}
	}
	return list
}
