package page

import (
	"cmp"
	"slices"

	"gongshi/generator/address"
	"gongshi/generator/figure"
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
	Sum      *PurseSum // nil where 累计 does not lead to it
	Rewards  string
}

// Waiting are points that may be spent once their period is final.
type Waiting struct {
	Period   ledger.Period
	Points   string
	Carried  bool // 累计, as the page tells it, has them
	Disputed bool // an objection to the period is looked into
}

// PurseSum leads from the 累计 that the page tells to what is left: without what waits and what was exchanged, and with
// what former years gave.
type PurseSum struct {
	Carried  figure.Figure
	Lifetime bool
	Year     int
	Former   string // "" where there is none
}

// purseSum is nil where 累计 is of another kind than what can be spent: of averages, with categories that do not add
// up, without what was taken over, or rounded.
func (v *village) purseSum(lead *gazette.Table, id string, b *gazette.Balance, waiting []Waiting) *PurseSum {
	r := lead.Row(id)
	other := func(p ledger.Period) bool { return !adds(v.place.Table(p)) }
	if lead.Scheme.RankBy == ledger.ByAverage || !adds(lead) || slices.ContainsFunc(lead.Carries, other) || len(b.From) > 0 || len(r.From) > 0 {
		return nil
	}
	former, exact := b.Earned.Points()
	carried, whole := r.Carried.Points()
	former -= carried
	for _, w := range waiting {
		total, all := v.place.Table(w.Period).Row(id).Total.Points()
		if exact = exact && all; w.Carried {
			former += total
		}
	}
	years := v.yearsOf(id)
	if !exact || !whole || former < 0 || former > 0 && years[len(years)-1] == lead.Period.Year {
		return nil
	}
	s := &PurseSum{Carried: figure.Of(lead, r).Carried, Lifetime: lead.Scheme.Carry == ledger.Lifetime, Year: lead.Period.Year}
	if former > 0 {
		s.Former = former.String()
	}
	return s
}

// adds reports whether 累计 sums each category of t over its periods.
func adds(t *gazette.Table) bool {
	return !slices.ContainsFunc(t.Scheme.Categories, func(c *ledger.Category) bool { return c.Combine != ledger.Sum })
}

// waiting are the posted periods of the household id that its balance has not taken; lead is the one whose 累计 the
// page tells.
func (v *village) waiting(id string, lead *gazette.Table) (list []Waiting) {
	for _, t := range v.place.Tables {
		if posted(t, id) && !t.State.Counts {
			carried := t == lead || slices.Contains(lead.Carries, t.Period)
			total := t.Row(id).Shown.Total.Text(t.Scheme.Decimals)
			list = append(list, Waiting{t.Period, total, carried, t.State.Status == gazette.Disputed})
		}
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
		if of := d.Part(id); of != nil {
			list = append(list, part(head, p, d, of))
		}
	}
	return list
}
