package villagetest

import (
	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// WithUse returns the village with a catalogue, three redemptions, one of them after the day, and
// a distribution.
func WithUse(consent ledger.Consent) *ledger.Book {
	book := Book()
	book.Config.Privacy = ledger.Privacy{Names: ledger.NamesFull, Consent: consent}
	p := book.Places[0]
	p.Rewards = []*ledger.Reward{
		{No: "S1", Name: "=肥皂", Points: 5 * ledger.Point, HasStock: true, Stock: 3, Unit: "块", Source: "捐赠"},
		{No: "S2", Name: "理发", Points: 2 * ledger.Point},
	}
	for i, r := range []ledger.Redemption{
		{Date: Day, Household: "001", Reward: "S1", Count: 2},
		{Date: Day - 1, Household: "003", Reward: "理发", Count: 1, HasPoints: true, Points: 2 * ledger.Point},
		{Date: Day + 1, Household: "001", Reward: "理发", Count: 1},
	} {
		r.ID, r.Position = r.Household, diag.At("data/zhen/cun/redemptions.csv", i+2, 0)
		p.Redemptions = append(p.Redemptions, &r)
	}
	for i, h := range p.Households {
		h.Spans[0].Shares = ledger.Points(i) * ledger.Point
	}
	p.Distributions = map[int]*ledger.Distribution{2023: {
		Section: ledger.SectionAt(diag.At("data/zhen/cun/distributions/2023.toml", 1, 0)), Year: 2023, Amount: 100_000,
		ShareWeight: (ledger.Point / 2).Exact(), Date: Day,
	}}
	return book
}

// Points are whole numbers of points.
func Points(whole ...ledger.Points) []ledger.Points {
	for i := range whole {
		whole[i] *= ledger.Point
	}
	return whole
}
