package gazette_test

import (
	"fmt"
	"testing"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/oracle"
	"gongshi/generator/proof"
	"gongshi/generator/score"
	"gongshi/generator/source"
)

// randomSite is what is published of a random site, and its standings.
func randomSite(t *testing.T, seed uint64) *gazette.Site {
	t.Helper()
	book, list, err := source.Read(oracle.RandomSite(seed), "")
	if err != nil || list.HasErrors() {
		t.Fatal(err, list)
	}
	day := book.Config.Date
	standings, _ := score.Of(book, notice.AsOf(book, day, false))
	proofs, _ := proof.Of(book, proof.Options{Day: day})
	return gazette.Of(book, standings, proofs, gazette.Choices{Day: day})
}

// Every derivation arrives at the exact figures of its row, each step by the formula that it
// prints, whatever of the site is withheld or has left it.
func TestDerivationsArriveAtTheRow(t *testing.T) {
	const sites = 100
	rows, lifetimes, inherited := 0, 0, 0
	for seed := range uint64(sites) {
		for _, p := range randomSite(t, seed).Places {
			for _, table := range p.Tables {
				if !table.Kept {
					continue
				}
				for _, r := range table.Rows {
					name := fmt.Sprintf("seed %d %s %s %s", seed, p.Path, table.Period, r.ID)
					checkDerivation(t, name, table, r)
					rows++
					if !r.Before.IsZero() {
						lifetimes++
					}
					inherited += len(r.From)
				}
			}
		}
	}
	if rows < 3000 || lifetimes < 300 || inherited < 50 {
		t.Errorf("only %d rows, %d with former years, %d households that went on in others", rows, lifetimes, inherited)
	}
}

// FuzzDerivation: the same of whatever site a number makes.
func FuzzDerivation(f *testing.F) {
	for _, seed := range []uint64{100, 1 << 20, 1<<64 - 1} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		for _, p := range randomSite(t, seed).Places {
			for _, table := range p.Tables {
				if !table.Kept {
					continue
				}
				for _, r := range table.Rows {
					checkDerivation(t, fmt.Sprintf("seed %d %s %s %s", seed, p.Path, table.Period, r.ID), table, r)
				}
			}
		}
	})
}

func checkDerivation(t *testing.T, name string, table *gazette.Table, r *gazette.Row) {
	t.Helper()
	type figure struct {
		exact ledger.Exact
		shown ledger.Points
	}
	want := map[string]figure{
		gazette.ColumnAdditions:  {r.Additions, r.Shown.Additions},
		gazette.ColumnDeductions: {r.Deductions, r.Shown.Deductions},
		gazette.ColumnTotal:      {r.Total, r.Shown.Total},
		gazette.ColumnCarried:    {r.Carried, r.Shown.Carried},
	}
	if table.Scheme.RankBy == ledger.ByAverage {
		want[gazette.ColumnAverage] = figure{r.Average, r.Shown.Average}
	}
	for i, c := range table.Categories {
		want[c.Name] = figure{r.Categories[i], r.Shown.Categories[i]}
	}
	for _, step := range table.Derive(r) {
		w, known := want[step.Figure]
		if !known || w.exact.Cmp(step.Exact) != 0 || w.shown != step.Shown {
			t.Fatalf("%s: %s is derived as %s ≈ %s, and is %s ≈ %s", name, step.Figure, step.Exact, step.Shown, w.exact, w.shown)
		}
		if got := oracle.Evaluate(t, name, step.Formula()); got.Cmp(step.Exact.Rat()) != 0 {
			t.Fatalf("%s: %s = %s makes %s, not %s", name, step.Figure, step.Formula(), got.RatString(), step.Exact)
		}
		delete(want, step.Figure)
	}
	if len(want) > 0 {
		t.Fatalf("%s: not derived: %v", name, want)
	}
}
