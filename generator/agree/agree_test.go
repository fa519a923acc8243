// Package agree holds the second scorer, oracle, against the program, on many random sites: apart
// from other tests because it takes long.
package agree

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator/check"
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/oracle"
	"gongshi/generator/score"
	"gongshi/generator/site"
	"gongshi/generator/sitetest"
	"gongshi/generator/source"
)

func TestMain(m *testing.M) {
	debug.SetGCPercent(400) // a random site is small, and soon forgotten
	os.Exit(m.Run())
}

// The second scorer, written from the contract alone, agrees with score and notice on
// random sites that use every feature.
func TestSecondScorerAgreesOnRandomSites(t *testing.T) {
	sites, parts := oracle.Sites(300, 1000), uint64(4) // side by side
	for part := range parts {
		t.Run(fmt.Sprint(part), func(t *testing.T) {
			t.Parallel()
			for seed := part; seed < sites && !t.Failed(); seed += parts {
				compareScorers(t, seed)
			}
		})
	}
}

func compareScorers(t *testing.T, seed uint64) {
	t.Helper()
	site := oracle.RandomSite(seed)
	book, list, err := source.Read(site, "")
	if err != nil {
		t.Fatal(err)
	}
	if list = append(list, check.Book(book)...); list.HasErrors() {
		t.Fatalf("seed %d: the random site has errors:\n%s", seed, sitetest.Told(list))
	}
	day := book.Config.Date
	standings, _ := score.Of(book, notice.AsOf(book, day, false))
	figures, levels := oracle.Score(book, day)
	differences := disagreements(book, standings, figures, levels)
	differences = append(differences, otherParts(book, standings, oracle.Shared(book, day))...)
	for _, d := range differences[:min(len(differences), 20)] {
		t.Errorf("seed %d: %s", seed, d)
	}
	if t.Failed() {
		writeSite(t, site, seed)
	}
}

// On the sample, it agrees with the published files themselves.
func TestSecondScorerAgreesOnTheSample(t *testing.T) {
	t.Parallel()
	files := sitetest.Part(t, site.Options{Source: sitetest.Root()}, func(path string) bool { return strings.HasSuffix(path, ".csv") })
	book, list, err := source.Read(os.DirFS(sitetest.Root()), "")
	if err != nil || list.HasErrors() {
		t.Fatal(err, list)
	}
	figures, levels := oracle.Score(book, book.Config.Date)
	tables := 0
	for place, periods := range figures {
		for period, want := range periods {
			name := place + "/data/" + period + ".csv"
			got := sitetest.Columns(t, name, files[name])
			for _, d := range differ(name, got, want) {
				t.Error(d)
			}
			tables++
		}
	}
	if tables < 200 {
		t.Errorf("only %d tables were compared", tables)
	}
	published := 0
	for name := range files {
		dir, file, _ := strings.Cut(name, "/data/")
		if period, ok := ledger.ParsePeriod(strings.TrimSuffix(file, ".csv")); ok && figures[dir][period.String()] != nil {
			published++
		}
	}
	if published != tables {
		t.Errorf("%d tables are published, the second scorer has %d", published, tables)
	}
	compareHonours(t, levels, files)
	for place, years := range oracle.Shared(book, book.Config.Date) {
		for year, want := range years {
			name := fmt.Sprintf("%s/data/distribution-%d.csv", place, year)
			for _, d := range differ(name, sitetest.Columns(t, name, files[name]), want) {
				t.Error(d)
			}
		}
	}
}

func compareHonours(t *testing.T, levels oracle.Levels, files sitetest.Tree) {
	for place, periods := range levels {
		for period, want := range periods {
			content, published := files[place+"/data/honours-"+period+".csv"]
			if !published {
				continue // not final
			}
			got := sitetest.Columns(t, period, content)
			for id, level := range want {
				if got[id]["称号"] != level {
					t.Errorf("%s %s %s: %q, the second scorer has %q", place, period, id, got[id]["称号"], level)
				}
			}
			if len(got) != len(want) {
				t.Errorf("%s %s: %d honoured, the second scorer has %d", place, period, len(got), len(want))
			}
		}
	}
}

// differ compares the columns that want has.
func differ(where string, got, want map[string]map[string]string) []string {
	var list []string
	for id, columns := range want {
		if got[id] == nil {
			list = append(list, fmt.Sprintf("%s: %s is missing", where, id))
			continue
		}
		for heading, text := range columns {
			if got[id][heading] != text {
				list = append(list, fmt.Sprintf("%s %s %s: %q, the second scorer has %q", where, id, heading, got[id][heading], text))
			}
		}
	}
	for id := range got {
		if want[id] == nil {
			list = append(list, fmt.Sprintf("%s: %s should not stand there", where, id))
		}
	}
	return list
}

func disagreements(book *ledger.Book, s *score.Standings, want oracle.Figures, honours oracle.Levels) []string {
	var list []string
	for _, p := range book.Places {
		tables := s.Of(p).Tables
		if len(tables) != len(want[p.Path]) {
			list = append(list, fmt.Sprintf("%s: %d tables, the second scorer has %d", p.Path, len(tables), len(want[p.Path])))
		}
		for _, table := range tables {
			where := p.Path + " " + table.Period.String()
			got := make(map[string]map[string]string)
			for _, r := range table.Rows {
				got[r.Household.ID] = columns(table, r)
				level := ""
				if r.Level != nil {
					level = r.Level.Name
				}
				if w := honours[p.Path][table.Period.String()][r.Household.ID]; w != level {
					list = append(list, fmt.Sprintf("%s %s: honour %q, the second scorer has %q", where, r.Household.ID, level, w))
				}
			}
			list = append(list, differ(where, got, want[p.Path][table.Period.String()])...)
		}
	}
	return list
}

// otherParts compares distributions.
func otherParts(book *ledger.Book, s *score.Standings, want oracle.Parts) []string {
	var list []string
	for _, p := range book.Places {
		made := s.Of(p).Distributions
		if len(made) != len(want[p.Path]) {
			list = append(list, fmt.Sprintf("%s: %d distributions, the second scorer has %d", p.Path, len(made), len(want[p.Path])))
		}
		for _, d := range made {
			got := make(map[string]map[string]string)
			for _, part := range d.Parts {
				got[part.Household.ID] = map[string]string{
					"股份": part.Shares.String(), "积分": part.Points.Round(2).String(), "金额元": part.Amount.Text(2),
				}
			}
			list = append(list, differ(fmt.Sprintf("%s distribution %d", p.Path, d.Year), got, want[p.Path][d.Year])...)
		}
	}
	return list
}

// columns are a row's texts as its data file prints them.
func columns(t *score.Table, r *score.Row) map[string]string {
	d := t.Scheme.Decimals
	m := map[string]string{
		"加分": r.Shown.Additions.Text(d), "扣分": r.Shown.Deductions.Text(d), "合计": r.Shown.Total.Text(d),
		"名次": fmt.Sprint(r.Rank), "累计": r.Shown.Carried.Text(t.Scheme.RankDecimals()), "累计名次": fmt.Sprint(r.CarryRank),
		"状态": t.State.Status.String(),
	}
	for i, c := range t.Categories {
		m[c.Name] = r.Shown.Categories[i].Text(d)
	}
	if t.Scheme.RankBy == ledger.ByAverage {
		m["平均"], m["人数"] = r.Shown.Average.Text(2), fmt.Sprint(r.Members)
	}
	return m
}

// writeSite keeps a failing random site where the one who mends can look at it.
func writeSite(t *testing.T, site fstest.MapFS, seed uint64) {
	dir := filepath.Join(os.TempDir(), fmt.Sprintf("gongshi-random-%d", seed))
	if err := os.RemoveAll(dir); err == nil {
		t.Logf("the site: %s (%v)", dir, os.CopyFS(dir, site))
	}
}
