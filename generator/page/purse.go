package page

import (
	"cmp"
	"slices"

	"gongshi/generator/address"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// Purse is a household's own ledger: what it earned, exchanged, and has left.
type Purse struct {
	Balance  *Balance // nil: it has none of its own
	Into     *Link    // the household in which its balance went on; nil: none that may be named
	Redeemed []Redeemed
	Gone     int       // redemptions older than the site keeps
	Waiting  []Waiting // posted, and not counted yet
	Rewards  string
}

// Waiting are points that may be spent once their period is final.
type Waiting struct {
	Period  ledger.Period
	Points  string
	Carried bool // 累计, as the page tells it, has them
}

// waiting are the posted periods of the household id that its balance has not taken; lead is the one whose 累计 the
// page tells.
func (v *village) waiting(id string, lead *gazette.Table) (list []Waiting) {
	for _, p := range v.postedOf(id, func(t *gazette.Table) bool { return !t.State.Counts }) {
		t := v.place.Table(p)
		carried := t == lead || slices.Contains(lead.Carries, p)
		list = append(list, Waiting{p, t.Row(id).Shown.Total.Text(t.Scheme.Decimals), carried})
	}
	return list
}

// purse is the balance of h, and every redemption of its own or of those that went on in it.
func purse(head *Head, p *gazette.Place, h gazette.Household) *Purse {
	if !p.Exchanges() {
		return nil
	}
	m := &Purse{Rewards: head.Href(address.Rewards(p)), Gone: h.Gone}
	own := slices.Clone(p.RedeemedBy(h.ID))
	switch b := p.Balance(h.ID); {
	case b == nil:
	case b.ID == h.ID:
		balance := balance(head, p, b)
		m.Balance, m.Gone = &balance, m.Gone+b.Gone
		for _, from := range b.From {
			own = append(own, p.RedeemedBy(from)...)
		}
	default:
		m.Into = &Link{b.ID, pageOf(head, p, b.ID)}
	}
	slices.SortStableFunc(own, func(a, b *gazette.Redemption) int { return cmp.Compare(a.Date, b.Date) })
	m.Redeemed = redeemed(head, p, own)
	return m
}

// parts are what a household got of each distribution, latest first.
func parts(head *Head, p *gazette.Place, id string) []DistributionPart {
	var list []DistributionPart
	for _, d := range slices.Backward(p.Distributions) {
		if of, ok := d.Part(id); ok {
			list = append(list, part(head, p, d, of))
		}
	}
	return list
}
