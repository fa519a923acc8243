package proof

import (
	"crypto/rand"
	"fmt"
	"testing"

	"gongshi/generator/ledger"
)

// county is a book of villages of forty households, each with so many sealed months.
func county(tb testing.TB, villages, months int) *ledger.Book {
	book := &ledger.Book{}
	for v := range villages {
		book.Places = append(book.Places, village(fmt.Sprintf("v%03d", v), months))
	}
	day := ledger.Day(2040, 1, 1)
	proofs, list := Of(book, Options{Day: day})
	if list.HasErrors() {
		tb.Fatal(list)
	}
	for _, p := range book.Places {
		seals, salts, _, err := proofs.Of(p).Append(day, rand.Text)
		if err != nil {
			tb.Fatal(err)
		}
		p.Seals, p.Salts = seals, salts
	}
	return book
}

func village(path string, months int) *ledger.Place {
	s := &ledger.Scheme{Effective: ledger.Day(2020, 1, 1), Cycle: ledger.Month, Missing: ledger.MissingError}
	for c := range 3 {
		category := &ledger.Category{ID: fmt.Sprint("c", c), Name: fmt.Sprint("分类", c), Cycle: ledger.Month}
		for i := range 3 {
			category.Items = append(category.Items, &ledger.Item{
				Category: category, ID: fmt.Sprint("i", c, i), Name: fmt.Sprint("项目", c, i), Points: 10 * ledger.Point,
			})
		}
		s.Categories = append(s.Categories, category)
	}
	p := &ledger.Place{
		Path: path, Schemes: []*ledger.Scheme{s},
		Sheets: make(map[ledger.Period]*ledger.Sheet), Notices: make(map[ledger.Period]*ledger.Notice),
	}
	s.Place = p
	var households []*ledger.Household
	for h := range 40 {
		id := fmt.Sprintf("%03d", h)
		households = append(households, &ledger.Household{ID: id, Key: id, Spans: []*ledger.Span{{Kind: "农户", Group: "1", TakesPart: true}}})
	}
	p.SetHouseholds(households)
	for m := range months {
		period := ledger.Period{Cycle: ledger.Month, Year: 2020 + m/12, Part: m%12 + 1}
		sheet := &ledger.Sheet{Period: period, Scheme: s, Items: s.ItemsOf(ledger.Month)}
		for h, of := range households {
			row := &ledger.SheetRow{Household: of.Key, ID: of.ID}
			for i := range sheet.Items {
				row.Cells = append(row.Cells, ledger.Cell{Kind: ledger.Entered, Points: ledger.Points(h+i+m) % 11 * ledger.Point})
			}
			sheet.Rows = append(sheet.Rows, row)
		}
		sheet.Index()
		p.Sheets[period] = sheet
		p.Notices[period] = &ledger.Notice{Period: period, Posted: period.Last() + 5}
		for _, of := range households[:10] {
			p.Redemptions = append(p.Redemptions, &ledger.Redemption{
				Date: period.Last(), Household: of.Key, ID: of.ID, Reward: "米", Count: 1, HasPoints: true, Points: ledger.Point,
			})
		}
	}
	return p
}

// 5,000 sealed periods of 40 households each, held against the data: what the seals add to a
// build.
func BenchmarkProofs5000(b *testing.B) {
	book := county(b, 100, 50)
	for b.Loop() {
		if _, list := Of(book, Options{Day: ledger.Day(2030, 1, 1)}); len(list) > 0 {
			b.Fatal(list)
		}
	}
}

// BenchmarkSeal5000 seals as many.
func BenchmarkSeal5000(b *testing.B) {
	for b.Loop() {
		county(b, 100, 50)
	}
}

// BenchmarkChain holds one village's seals against its data: what a seal costs does not grow with those
// before it, though each tells whatever the place has used its points for.
func BenchmarkChain(b *testing.B) {
	for _, months := range []int{50, 100, 200} {
		book := county(b, 1, months)
		b.Run(fmt.Sprint(months), func(b *testing.B) {
			for b.Loop() {
				if _, list := Of(book, Options{Day: ledger.Day(2040, 1, 1)}); len(list) > 0 {
					b.Fatal(list)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(months), "ns/seal")
		})
	}
}
