package score_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/score"
	"gongshi/generator/source"
)

// sharers is a village where every household has so many shares and got so many points
// in 2023, given as "shares points".
func sharers(t *testing.T, households ...string) *ledger.Book {
	t.Helper()
	list, events := "户号,户主,股份\n", "编号,日期,户号,项目,分值\n"
	for i, h := range households {
		f := strings.Fields(h)
		list += fmt.Sprintf("%03d,示例,%s\n", i+1, f[0])
		if f[1] != "0" {
			kind := "好事"
			if f[1][0] == '-' {
				kind = "坏事"
			}
			events += fmt.Sprintf("%d,2023-05-01,%03d,%s,%s\n", i, i+1, kind, f[1])
		}
	}
	site := fstest.MapFS{}
	for name, text := range map[string]string{
		"config.toml":           "date = 2024-03-01\n",
		"data/v/place.toml":     "name = \"村\"\nkind = \"village\"\n",
		"data/v/scheme/a.toml":  "effective = 2023-01-01\ncycle = \"month\"\n[[event]]\nid = \"a\"\nname = \"好事\"\nrange = [0, 100]\n[[event]]\nid = \"b\"\nname = \"坏事\"\nrange = [-100, 0]\n",
		"data/v/households.csv": list, "data/v/events/a.csv": events,
		"data/v/notices/2023-05.toml": "posted = 2023-06-02\n",
	} {
		site[name] = &fstest.MapFile{Data: []byte(text)}
	}
	book, found, err := source.Read(site, "")
	if err != nil || found.HasErrors() {
		t.Fatal(err, found)
	}
	return book
}

func exact(text string) ledger.Exact {
	r, ok := new(big.Rat).SetString(text)
	if !ok {
		panic(text)
	}
	return ledger.ExactOf(r)
}

func shared(book *ledger.Book, amount ledger.Points, weight string) (*score.Distribution, diag.List) {
	p := book.Places[0]
	p.Distributions = map[int]*ledger.Distribution{2023: {
		Section: ledger.SectionAt(diag.At("data/v/distributions/2023.toml", 1, 1)),
		Year:    2023, Amount: amount, ShareWeight: exact(weight), Date: book.Config.Date,
	}}
	s, list := score.Of(book, notice.AsOf(book, book.Config.Date, false))
	if len(s.Of(p).Distributions) == 0 {
		return nil, list
	}
	return s.Of(p).Distributions[0], list
}

// Worked by hand.
func TestDistribution(t *testing.T) {
	for _, test := range []struct {
		name       string
		households []string
		amount     ledger.Points
		weight     string
		want       string
	}{
		// 50 by shares is 16.666… each; 50 by points is 8.333…, 16.666…, 25. So 25, 33.333…,
		// 41.666…; cut off they make 99.99, and 003 lost most.
		{"both", []string{"1 10", "1 20", "1 30"}, 10_000, "0.5", "25.00 33.33 41.67"},
		// 33.333… fen each: the one that is over goes to the lowest 户号.
		{"tie", []string{"1 0", "1 0", "1 0"}, 100, "1", "0.34 0.33 0.33"},
		// 66.666… fen each: two are over.
		{"tie of two", []string{"2 1", "2 1", "2 1"}, 200, "1", "0.67 0.67 0.66"},
		// A negative figure counts as 0 and takes nothing from the others.
		{"negative", []string{"9 -5", "0 15", "9 5"}, 10_000, "0", "0.00 75.00 25.00"},
		// Neither shares nor points: 0, and listed.
		{"nothing", []string{"5 50", "0 0", "3 30", "2 20"}, 2_000_000, "0.6", "10000.00 0.00 6000.00 4000.00"},
		// 1000 × (0.6 × 5 ÷ 10 + 0.4 × 1 ÷ 4) = 400; 1000 × (0.6 × 5 ÷ 10 + 0.4 × 3 ÷ 4) = 600.
		{"weight", []string{"5 1", "5 3"}, 100_000, "0.6", "400.00 600.00"},
		// By points alone: 1 ÷ 3 and 2 ÷ 3 of 0.01 yuan.
		{"one fen", []string{"0 1", "0 2"}, 1, "0", "0.00 0.01"},
	} {
		d, list := shared(sharers(t, test.households...), test.amount, test.weight)
		if len(list) > 0 {
			t.Errorf("%s: %v", test.name, list)
			continue
		}
		var got []string
		for _, p := range d.Parts {
			got = append(got, p.Amount.Text(2))
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("%s: %s, want %s", test.name, s, test.want)
		}
	}
}

func TestDistributionOfNothing(t *testing.T) {
	for _, test := range []struct {
		households []string
		weight     string
		want       int
	}{
		{[]string{"0 5", "0 5"}, "0.01", 1},
		{[]string{"0 5", "0 5"}, "0", 0},
		{[]string{"1 0", "1 -5"}, "0.99", 1},
		{[]string{"1 0", "1 -5"}, "1", 0},
		{[]string{"0 0"}, "0.5", 2},
	} {
		_, list := shared(sharers(t, test.households...), 100, test.weight)
		if len(list) != test.want || list.HasErrors() != (test.want > 0) {
			t.Errorf("%v by %s: %v", test.households, test.weight, list)
		}
	}
}

func TestDistributionAfterTheDayDoesNotExist(t *testing.T) {
	book := sharers(t, "1 1")
	book.Places[0].Distributions = map[int]*ledger.Distribution{2023: {Year: 2023, Amount: 1, Date: book.Config.Date + 1}}
	s, list := score.Of(book, notice.AsOf(book, book.Config.Date, false))
	if len(list) > 0 || len(s.Of(book.Places[0]).Distributions) > 0 {
		t.Errorf("it exists: %v", list)
	}
}

// On random places the parts add up to the amount, each is less than a fen away from the
// formula, and what is over went to those that lost most.
func TestPartsAddUp(t *testing.T) {
	made := 0
	for i, of := range randomSites(t) {
		seed, book := uint64(i), read(t, of.site)
		random := rand.New(rand.NewPCG(seed, 11))
		for _, p := range book.Places {
			for _, h := range p.Households {
				for _, s := range h.Spans {
					s.Shares = ledger.Points(random.IntN(12) * 25)
				}
			}
			p.Distributions = map[int]*ledger.Distribution{}
			for year := 2020; year < 2026; year++ {
				p.Distributions[year] = &ledger.Distribution{
					Year: year, Date: book.Config.Date, Amount: ledger.Points(1 + random.IntN(5_000_000)), ShareWeight: exact(fmt.Sprintf("0.%d", random.IntN(10))),
				}
			}
		}
		s, _ := score.Of(book, notice.AsOf(book, book.Config.Date, false))
		for _, p := range book.Places {
			for _, d := range s.Of(p).Distributions {
				made++
				checkParts(t, seed, d)
			}
		}
	}
	if made < 100 {
		t.Errorf("only %d distributions", made)
	}
}

func checkParts(t *testing.T, seed uint64, d *score.Distribution) {
	t.Helper()
	var sum ledger.Points
	var whole ledger.Exact
	least, most := big.NewRat(2, 1), big.NewRat(-2, 1) // lost by who got one of those over, by who got none
	for _, p := range d.Parts {
		sum += p.Amount
		whole = whole.Add(p.Exact)
		off := p.Exact.Rat()
		off.Sub(off, p.Amount.Exact().Rat()).Mul(off, big.NewRat(100, 1))
		if off.Cmp(big.NewRat(-1, 1)) <= 0 || off.Cmp(big.NewRat(1, 1)) >= 0 {
			t.Fatalf("seed %d %d %s: %s of %s", seed, d.Year, p.Household.ID, p.Amount, p.Exact)
		}
		if off.Sign() < 0 {
			if off.Add(off, big.NewRat(1, 1)); off.Cmp(least) < 0 {
				least = off
			}
		} else if off.Cmp(most) > 0 {
			most = off
		}
	}
	if sum != d.Amount || whole.Cmp(d.Amount.Exact()) != 0 || least.Cmp(most) < 0 {
		t.Fatalf("seed %d %d: parts make %s, the formula %s, the amount is %s (%s, %s)", seed, d.Year, sum, whole, d.Amount, least, most)
	}
	if !slices.IsSortedFunc(d.Parts, func(a, b *score.Part) int { return strings.Compare(a.Household.ID, b.Household.ID) }) {
		t.Fatalf("seed %d %d: not by 户号", seed, d.Year)
	}
}
