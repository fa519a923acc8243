package page

import (
	"strings"
	"testing"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// useFixture is the fixture with a catalogue, three redemptions, one of them after the
// day, and a distribution.
func useFixture(consent ledger.Consent) *ledger.Book {
	book := fixture()
	book.Config.Privacy = ledger.Privacy{Names: ledger.NamesFull, Consent: consent}
	p := book.Places[0]
	p.Rewards = []*ledger.Reward{
		{No: "S1", Name: "=肥皂", Points: 5 * pt, HasStock: true, Stock: 3, Unit: "块", Source: "捐赠"},
		{No: "S2", Name: "理发", Points: 2 * pt},
	}
	for i, r := range []ledger.Redemption{
		{Date: fixtureDay, Household: "001", Reward: "S1", Count: 2},
		{Date: fixtureDay - 1, Household: "003", Reward: "理发", Count: 1, HasPoints: true, Points: 2 * pt},
		{Date: fixtureDay + 1, Household: "001", Reward: "理发", Count: 1},
	} {
		r.ID, r.Position = r.Household, diag.At("data/zhen/cun/redemptions.csv", i+2, 0)
		p.Redemptions = append(p.Redemptions, &r)
	}
	for i, h := range p.Households {
		h.Spans[0].Shares = ledger.Points(i) * pt
	}
	p.Distributions = map[int]*ledger.Distribution{2023: {
		Position: diag.At("data/zhen/cun/distributions/2023.toml", 1, 0), Year: 2023, Amount: 100_000,
		ShareWeight: (pt / 2).Exact(), Date: fixtureDay,
	}}
	return book
}

func TestUsePages(t *testing.T) {
	book := useFixture(ledger.ConsentNumber)
	all := built(t, book, fixtureDay, "")
	rewards := page[*Rewards](t, all, "zhen/cun/rewards.html")
	if g := rewards.Goods[0]; g.Stock != "3" || g.Left != "1" || g.None || rewards.Goods[1].Stock != "" {
		t.Errorf("goods: %+v", rewards.Goods)
	}
	if l := rewards.Ledger; len(l) != 2 || l[0].ID != "001" || l[0].Name != "张晓明" || l[0].Points != "10" || l[0].Href != "h/001.html" || l[1].Name != "" {
		t.Errorf("ledger: %+v", rewards.Ledger)
	}
	for _, b := range rewards.Balances {
		if h := page[*Household](t, all, "zhen/cun/h/"+b.ID+".html"); h.Purse.Balance.Left != b.Left || len(h.Parts) != 1 {
			t.Errorf("%s: %+v here, %+v there", b.ID, b.Left, h.Purse.Balance.Left)
		}
	}
	shares := page[*Distribution](t, all, "zhen/cun/distribution/2023.html")
	if len(shares.Parts) != 5 || shares.Amount != "1000.00" || shares.Weight != "0.5" || shares.Shares != "10" {
		t.Errorf("distribution: %+v", shares)
	}
	if uses := page[*Village](t, all, "zhen/cun/index.html").Uses; len(uses) != 2 || uses[0].Href != "rewards.html" || uses[1].Href != "distribution/2023.html" {
		t.Errorf("uses: %+v", uses)
	}
	has := Has(publicOf(book, fixtureDay, false))
	for address := range all {
		if address != "404.html" && !has(address) {
			t.Errorf("it denies %s", address)
		}
	}
	for _, address := range []string{"zhen/cun/distribution/2022.html", "zhen/cun/distribution/index.html", "zhen/rewards.html"} {
		if has(address) {
			t.Errorf("it grants %s", address)
		}
	}
}

// Who has not agreed to be shown stands in no row; the sums count it.
func TestOmittedHouseholdsAreOnNoUsePage(t *testing.T) {
	all := built(t, useFixture(ledger.ConsentOmit), fixtureDay, "")
	rewards := page[*Rewards](t, all, "zhen/cun/rewards.html")
	if len(rewards.Ledger) != 1 || rewards.Withheld != 1 || len(rewards.Balances) != 3 || rewards.Omitted != 2 || rewards.Total.Redeemed != "12" {
		t.Errorf("rewards: %+v", rewards)
	}
	shares := page[*Distribution](t, all, "zhen/cun/distribution/2023.html")
	if len(shares.Parts) != 3 || shares.Omitted != 2 || shares.Households != 5 || shares.Shares != "10" {
		t.Errorf("distribution: %+v", shares)
	}
	for _, name := range []string{"balances", "redemptions", "distribution-2023"} {
		f := page[*DataFile](t, all, "zhen/cun/data/"+name+".csv")
		text := strings.Join(lines(t, f), "\n")
		if strings.Contains(text, "002") || strings.Contains(text, "003|") || f.Withheld == 0 {
			t.Errorf("%s, %d withheld:\n%s", name, f.Withheld, text)
		}
	}
	goods := page[*DataFile](t, all, "zhen/cun/data/rewards.csv")
	wantLines(t, goods, "编号|名称|积分|库存|剩余|单位|来源|说明", "S1|=肥皂|5|3|1|块|捐赠|", "S2|理发|2|||||")
}
