package page

import (
	"testing"

	"gongshi/generator/ledger"
)

func TestUsePages(t *testing.T) {
	book := useFixture(ledger.ConsentNumber)
	all := built(t, book, fixtureDay, "")
	rewards := page[*Rewards](t, all, "zhen/cun/rewards.html")
	if g := rewards.Goods[0]; g.Stock != "3" || g.Left != "1" || g.None || rewards.Goods[1].Stock != "" {
		t.Errorf("goods: %+v", rewards.Goods)
	}
	if l := rewards.Ledger; len(l) != 2 || l[0].ID != "001" || l[0].Name != "张晓明" || l[0].Points.String() != "10" || l[0].Href != "h/001.html" || l[1].Name != "" {
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
	has := NewLookup(publicOf(book, fixtureDay, false)).Has
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
}
