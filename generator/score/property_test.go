package score_test

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path"
	"reflect"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/oracle"
	"gongshi/generator/score"
	"gongshi/generator/sitetest"
	"gongshi/generator/source"
)

func TestMain(m *testing.M) {
	debug.SetGCPercent(400) // a random site is small, and soon forgotten
	os.Exit(m.Run())
}

const sites = 150

func read(tb testing.TB, site fstest.MapFS) *ledger.Book {
	tb.Helper()
	book, list, err := source.Read(site, "")
	if err != nil || list.HasErrors() {
		tb.Fatal(err, list)
	}
	return book
}

func standings(tb testing.TB, site fstest.MapFS) (*ledger.Book, *score.Standings) {
	tb.Helper()
	book := read(tb, site)
	s, list := score.Of(book, notice.AsOf(book, book.Config.Date, false))
	if list.HasErrors() {
		tb.Fatal(list)
	}
	return book, s
}

// scored is a random site with its standings, which no test leaves changed.
type scored struct {
	site      fstest.MapFS
	book      *ledger.Book
	standings *score.Standings
}

// randomSites are random sites, by their seeds, for all tests.
var randomSites = sitetest.Once(func(tb testing.TB) []scored {
	list := make([]scored, sites)
	for seed := range list {
		s := &list[seed]
		s.site = oracle.RandomSite(uint64(seed))
		s.book, s.standings = standings(tb, s.site)
	}
	return list
})

// tables visits every table of the random sites.
func tables(t *testing.T, visit func(seed int, p *score.Place, table *score.Table)) {
	t.Helper()
	for seed, s := range randomSites(t) {
		for _, p := range s.book.Places {
			for _, table := range s.standings.Of(p).Tables {
				visit(seed, s.standings.Of(p), table)
			}
		}
	}
}

// The total of a month or quarter is the sum of its records, and so is each category.
func TestTotalsAreTheSumOfTheirRecords(t *testing.T) {
	tables(t, func(seed int, p *score.Place, table *score.Table) {
		if table.Sums {
			return
		}
		for _, r := range table.Rows {
			var total ledger.Exact
			byCategory := make(map[*ledger.Category]ledger.Exact)
			for _, m := range score.Public(table.Sheet(r).Marks) {
				total = total.Add(m.Counted)
				byCategory[m.Category] = byCategory[m.Category].Add(m.Counted)
			}
			for _, e := range table.Entries(r) {
				total = total.Add(e.Counted.Exact())
			}
			if total.Cmp(r.Total) != 0 {
				t.Fatalf("seed %d %s %s %s: records make %s, 合计 is %s", seed, p.Path, table.Period, r.Household.ID, total, r.Total)
			}
			for i, c := range table.Categories {
				if byCategory[c].Cmp(r.Categories[i]) != 0 {
					t.Fatalf("seed %d %s %s %s %s: records make %s, the figure is %s", seed, p.Path, table.Period, r.Household.ID, c.Name, byCategory[c], r.Categories[i])
				}
			}
		}
	})
}

// Without the notices of its summary quarters a place has the same figures everywhere else.
func TestSummaryQuartersAddNothing(t *testing.T) {
	summaries := 0
	for seed, site := range randomSites(t) {
		book, with := site.book, site.standings
		bare := read(t, site.site)
		for _, p := range bare.Places {
			for of := range p.Notices {
				if p.Summary(of) {
					delete(p.Notices, of)
				}
			}
		}
		without, _ := score.Of(bare, notice.AsOf(bare, bare.Config.Date, false))
		for _, p := range book.Places {
			other := without.Of(bare.Place(p.Path))
			for _, table := range with.Of(p).Tables {
				if table.Summary {
					summaries++
					continue
				}
				for _, r := range table.Rows {
					w := other.Table(table.Period).Row(bare.Place(p.Path).Household(r.Household.Key))
					if w == nil || !reflect.DeepEqual(r.Shown, w.Shown) || r.Rank != w.Rank || r.CarryRank != w.CarryRank || level(r) != level(w) || r.CarryProvisional != w.CarryProvisional {
						t.Fatalf("seed %d %s %s %s: the summary quarters change %v", seed, p.Path, table.Period, r.Household.ID, r.Shown)
					}
				}
			}
			for _, h := range p.Households {
				if with.Of(p).Earned(h).Cmp(other.Earned(bare.Place(p.Path).Household(h.Key))) != 0 {
					t.Fatalf("seed %d %s %s: the summary quarters change what was earned", seed, p.Path, h.ID)
				}
			}
		}
	}
	if summaries < 20 {
		t.Errorf("only %d summary quarters", summaries)
	}
}

// Ranks are standard competition ranks of what is shown: one more than the number of
// those on the same board that show more.
func TestRanksAreConsistent(t *testing.T) {
	tables(t, func(seed int, p *score.Place, table *score.Table) {
		for _, board := range table.Boards {
			for _, r := range board.Ranked {
				rank, carryRank := 1, 1
				mine := table.Ranking(r)
				for _, other := range board.Ranked {
					if theirs := table.Ranking(other); theirs > mine {
						rank++
					}
					if other.Shown.Carried > r.Shown.Carried {
						carryRank++
					}
				}
				if r.Rank != rank || r.CarryRank != carryRank || r.Organisation != board.Organisations {
					t.Fatalf("seed %d %s %s %s: ranks %d and %d, want %d and %d", seed, p.Path, table.Period, r.Household.ID, r.Rank, r.CarryRank, rank, carryRank)
				}
			}
		}
		if len(table.Boards[0].Ranked)+len(table.Boards[1].Ranked) != len(table.Rows) {
			t.Fatalf("seed %d %s %s: a row stands on no board, or on two", seed, p.Path, table.Period)
		}
	})
}

// The order of rows in the files changes no figure. Corrections keep theirs, which
// means something.
func TestOrderOfRowsChangesNothing(t *testing.T) {
	for seed, s := range randomSites(t) {
		book, got := standings(t, shuffle(s.site, uint64(seed)))
		for _, p := range book.Places {
			other := s.standings.Of(s.book.Place(p.Path))
			for i, table := range got.Of(p).Tables {
				for j, r := range table.Rows {
					w := other.Tables[i].Rows[j]
					if r.Household.ID != w.Household.ID || !reflect.DeepEqual(r.Shown, w.Shown) || r.Rank != w.Rank || r.CarryRank != w.CarryRank || level(r) != level(w) {
						t.Fatalf("seed %d %s %s %s: %v became %v", seed, p.Path, table.Period, r.Household.ID, w.Shown, r.Shown)
					}
				}
			}
		}
	}
}

func level(r *score.Row) string {
	if r.Level == nil {
		return ""
	}
	return r.Level.Name
}

// shuffle puts the rows of every table but the corrections in another order.
func shuffle(site fstest.MapFS, seed uint64) fstest.MapFS {
	random := rand.New(rand.NewPCG(seed, 7))
	out := make(fstest.MapFS)
	for name, file := range site {
		if path.Ext(name) != ".csv" || strings.HasSuffix(name, "corrections.csv") || bytes.Contains(file.Data, []byte(`"`)) {
			out[name] = file
			continue
		}
		lines := strings.SplitAfter(strings.TrimRight(string(file.Data), "\r\n")+"\n", "\n")
		rows := lines[1 : len(lines)-1]
		random.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
		out[name] = &fstest.MapFile{Data: []byte(strings.Join(slices.Concat(lines[:1], rows), ""))}
	}
	return out
}
