package score_test

import (
	"reflect"
	"testing"

	"gongshi/generator/notice"
	"gongshi/generator/score"
)

// What a corrected row showed before is what the whole site shows, as of the same states,
// with the corrections of that period taken out of the file; and no other row is marked.
func TestWhatStoodBeforeCorrections(t *testing.T) {
	marked, changed := 0, 0
	for seed, site := range randomSites(t) {
		book, s := site.book, site.standings
		for _, p := range book.Places {
			all := p.Corrections
			for _, table := range s.Of(p).Tables {
				concerned := make(map[string]bool)
				p.Corrections = nil
				for _, c := range all {
					if c.Period == table.Period && c.Date <= book.Config.Date {
						concerned[c.Household] = true
					} else {
						p.Corrections = append(p.Corrections, c)
					}
				}
				before := table // where none was corrected, no row has another
				if len(concerned) > 0 {
					without, _ := score.Of(book, s.States)
					before = without.Of(p).Table(table.Period)
				}
				for _, r := range table.Rows {
					var want *score.Shown
					if was := before.Row(r.Household); was != nil && concerned[r.Household.Key] {
						shown := was.Shown
						shown.Carried = 0
						want = &shown
					}
					got := r.Was
					if got != nil {
						shown := *got
						shown.Carried, got = 0, &shown
						marked++
						if got.Total != r.Shown.Total {
							changed++
						}
					}
					if r.Corrected != concerned[r.Household.Key] || !reflect.DeepEqual(got, want) {
						t.Fatalf("site %d, %s %s %s: corrected %v, was %+v, want %+v", seed, p.Path, table.Period, r.Household.ID, r.Corrected, got, want)
					}
				}
			}
			p.Corrections = all
		}
	}
	if marked < 20 || changed < 10 {
		t.Errorf("only %d rows were corrected, %d with another total", marked, changed)
	}
}

// A figure rests on every other period that its sums take in and that is not final: those
// alone make a row provisional whose own period is final.
func TestRestsOnUnsettledPeriods(t *testing.T) {
	rests := 0
	tables(t, func(seed int, p *score.Place, table *score.Table) {
		for _, of := range table.Rests {
			rests++
			st := p.Table(of).State
			if st.Status == notice.Final || st.Period == table.Period || !st.Counts {
				t.Errorf("site %d, %s %s rests on %s: %+v", seed, p.Path, table.Period, st.Period, st)
			}
		}
		for _, r := range table.Rows {
			unsettled := table.State.Status != notice.Final || len(table.Rests) > 0
			if (r.Provisional || r.CarryProvisional) != unsettled {
				t.Errorf("site %d, %s %s %s: provisional %v, %v; rests on %v", seed, p.Path, table.Period, r.Household.ID, r.Provisional, r.CarryProvisional, table.Rests)
			}
		}
	})
	if rests == 0 {
		t.Error("no period rests on another that is not final")
	}
}
