package page

import (
	"cmp"
	"slices"

	"gongshi/generator/address"
	"gongshi/generator/gazette"
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
func (v *village) purse(head *Head, h gazette.Household) *Purse {
	if !v.place.Exchanges() {
		return nil
	}
	m := &Purse{Rewards: head.Href(address.Rewards(v.place)), Gone: h.Gone}
	own := slices.Clone(v.place.RedeemedBy(h.ID))
	switch b := v.place.Balance(h.ID); {
	case b == nil:
	case b.ID == h.ID:
		balance := v.balance(head, b)
		m.Balance, m.Gone = &balance, m.Gone+b.Gone
		for _, from := range b.From {
			own = append(own, v.place.RedeemedBy(from)...)
		}
	default:
		m.Into = &Link{b.ID, v.pageOf(head, b.ID)}
	}
	slices.SortStableFunc(own, func(a, b *gazette.Redemption) int { return cmp.Compare(a.Date, b.Date) })
	m.Redeemed = v.redeemed(head, own)
	return m
}

// parts are what a household got of each distribution, latest first.
func (v *village) parts(head *Head, id string) []DistributionPart {
	var list []DistributionPart
	for _, d := range slices.Backward(v.place.Distributions) {
		if p, ok := d.Part(id); ok {
			list = append(list, v.part(head, d, p))
		}
	}
	return list
}
