package score_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/score"
	"gongshi/generator/source"
)

// redeem adds random redemptions of whole and broken points up to the book's day.
func redeem(book *ledger.Book, seed uint64) {
	random := rand.New(rand.NewPCG(seed, 23))
	for _, p := range book.Places {
		if len(p.Households) == 0 {
			continue
		}
		p.Rewards = []*ledger.Reward{{No: "1", Name: "肥皂", Points: 3 * ledger.Point}}
		for i := range 12 {
			h := p.Households[random.IntN(len(p.Households))]
			p.Redemptions = append(p.Redemptions, &ledger.Redemption{
				Record: diag.RecordAt("redemptions.csv", i+2), Date: book.Config.Date - ledger.Date(random.IntN(700)),
				Household: h.Key, ID: h.ID, Reward: "肥皂", Count: 1 + random.IntN(3),
				HasPoints: random.IntN(2) == 0, Points: ledger.Points(random.IntN(2000)),
			})
		}
	}
}

// records are a household's own points in the periods that count, from the records that
// the site publishes: what a sheet's marks and the events of the period gave.
func records(p *score.Place, h *ledger.Household) ledger.Exact {
	var sum ledger.Exact
	for _, t := range p.Tables {
		r := t.Row(h)
		if r == nil || !t.State.Counts {
			continue
		}
		for _, m := range t.Sheet(r).Marks {
			sum = sum.Add(m.Counted)
		}
		for _, e := range t.Entries(r) {
			sum = sum.Add(e.Counted.Exact())
		}
	}
	return sum
}

// The two ledgers reconcile: for every balance, the own points of the periods that count
// are what is left and what was redeemed; no point and no redemption is in two of them.
func TestBalancesReconcile(t *testing.T) {
	seen := 0
	for i, of := range randomSites(t) {
		seed, book := uint64(i), read(t, of.site)
		redeem(book, seed)
		s, _ := score.Of(book, notice.AsOf(book, book.Config.Date, false))
		for _, p := range book.Places {
			seen += reconcile(t, seed, s.Of(p))
		}
	}
	if seen < 1000 {
		t.Errorf("only %d balances", seen)
	}
}

func reconcile(t *testing.T, seed uint64, p *score.Place) int {
	t.Helper()
	var redeemed, all ledger.Points
	in := make(map[*ledger.Household]int)
	for _, b := range p.Balances {
		var earned ledger.Exact
		for _, h := range append([]*ledger.Household{b.Household}, b.From...) {
			in[h]++
			earned = earned.Add(records(p, h))
			if p.Balance(h) != b {
				t.Fatalf("seed %d %s: %s stands in another balance", seed, p.Path, h.ID)
			}
		}
		if earned.Cmp(b.Earned) != 0 || b.Left.Add(b.Redeemed.Exact()).Cmp(earned) != 0 {
			t.Fatalf("seed %d %s %s: records make %s; earned %s, redeemed %s, left %s", seed, p.Path, b.Household.ID, earned, b.Earned, b.Redeemed, b.Left)
		}
		redeemed += b.Redeemed
	}
	for _, r := range p.Redeemed {
		all += p.Cost(r)
	}
	for _, h := range p.Households {
		if in[h] > 1 || in[h] == 0 && !records(p, h).IsZero() {
			t.Fatalf("seed %d %s: %s stands in %d balances", seed, p.Path, h.ID, in[h])
		}
	}
	if redeemed != all {
		t.Fatalf("seed %d %s: balances say that %s were redeemed, the rows %s", seed, p.Path, redeemed, all)
	}
	return len(p.Balances)
}

// With carry = "lifetime", combine = "sum" and rank_by = "total", once all periods are
// final, 累计 = balance + redeemed: a redemption takes nothing from it.
func TestLifetimeIsBalanceAndRedeemed(t *testing.T) {
	seen, merged := 0, 0
	for i, of := range randomSites(t) {
		seed, book := uint64(i), read(t, of.site)
		redeem(book, seed)
		for _, p := range book.Places {
			for _, s := range p.Schemes {
				s.Carry, s.RankBy = true, false
				for _, c := range s.Categories {
					c.Combine = ledger.Sum
				}
			}
		}
		s, _ := score.Of(book, notice.AsOf(book, ledger.Day(2040, 1, 1), false))
		for _, p := range book.Places {
			place := s.Of(p)
			last := place.Latest()
			if last == nil || slices.ContainsFunc(p.Households, cameBack) || slices.ContainsFunc(place.Tables, func(t *score.Table) bool { return t.State.Status != notice.Final }) {
				continue
			}
			for _, r := range last.Rows {
				b := place.Balance(r.Household)
				if b == nil || b.Household != r.Household || slices.ContainsFunc(b.From, stillThere(last)) {
					continue
				}
				seen++
				merged += len(b.From)
				if got := b.Left.Add(b.Redeemed.Exact()); got.Cmp(r.Carried) != 0 {
					t.Fatalf("seed %d %s %s: 累计 %s, balance %s and redeemed %s", seed, p.Path, r.Household.ID, r.Carried, b.Left, b.Redeemed)
				}
			}
		}
	}
	if seen < 200 || merged == 0 {
		t.Errorf("only %d rows, %d of them merged, were compared", seen, merged)
	}
}

// cameBack reports whether a household went on in another and was there again: from then
// on its balance is its own, but a table in which it has no row counts it to the other.
func cameBack(h *ledger.Household) bool {
	return slices.ContainsFunc(h.Spans[:len(h.Spans)-1], func(s *ledger.Span) bool { return s.Into != "" })
}

// stillThere reports whether a household had not left for good before a table's last day.
func stillThere(t *score.Table) func(*ledger.Household) bool {
	return func(h *ledger.Household) bool {
		last := h.Spans[len(h.Spans)-1]
		return t.Row(h) != nil || last.Left == 0 || last.Left >= t.Period.Last()
	}
}

// BenchmarkRedemptions judges 2,000 redemptions of 3,000 households over 12 months.
func BenchmarkRedemptions(b *testing.B) {
	book, list, err := source.Read(large(3000), "")
	if err != nil || list.HasErrors() {
		b.Fatal(err, list)
	}
	p := book.Places[0]
	p.Rewards = []*ledger.Reward{{Name: "肥皂", Points: 5 * ledger.Point}}
	for i := range 2000 {
		h := p.Households[i*7%3000]
		p.Redemptions = append(p.Redemptions, &ledger.Redemption{
			Record: diag.RecordAt("r.csv", i+2), Date: book.Config.Date - ledger.Date(i%330),
			Household: h.Key, ID: h.ID, Reward: "肥皂", Count: 1,
		})
	}
	states := notice.AsOf(book, book.Config.Date, false)
	b.ReportAllocs()
	for b.Loop() {
		if s, _ := score.Of(book, states); len(s.Of(p).Balances) != 3000 {
			b.Fatal("balances are missing")
		}
	}
}
