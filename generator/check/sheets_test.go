package check

import (
	"testing"

	"gongshi/generator/ledger"
)

func TestSheets(t *testing.T) {
	december := ledger.Period{Cycle: ledger.Month, Year: 2023, Part: 12}
	all := []string{"001 15 10", "002 12 10", "003 8 -"}
	runCases(t, []ruleCase{{
		name:  "lost zeros",
		trips: func(v *village) { v.sheet(v.oct, "1 15 10", "2 12 10", "3 8 -") },
		want: []string{
			"error foreign-key scores/2023-10.csv:2 户号",
			"error foreign-key scores/2023-10.csv:3 户号",
			"error foreign-key scores/2023-10.csv:4 户号",
		},
	}, {
		name:  "unknown household",
		trips: func(v *village) { v.sheet(v.oct, append(all, "0O3 1 1")...) },
		want:  []string{"error foreign-key scores/2023-10.csv:5 户号"},
	}, {
		name:  "a household twice",
		trips: func(v *village) { v.sheet(v.oct, append(all, "001 1 1")...) },
		want:  []string{"error primary-key scores/2023-10.csv:5 户号"},
	}, {
		name: "a household that was not there",
		trips: func(v *village) {
			v.add(v.household("004", "2023-11-01"))
			v.sheet(v.oct, append(all, "004 1 1")...)
			v.sheet(v.nov, append(all, "004 1 1")...)
		},
		want: []string{"error not-in-place scores/2023-10.csv:5 户号"},
		keeps: func(v *village) {
			v.add(v.household("004", "2023-10-31"))
			v.sheet(v.oct, append(all, "004 1 1")...)
			v.sheet(v.nov, append(all, "004 1 1")...)
		},
	}, {
		name: "a household that takes no part",
		trips: func(v *village) {
			v.add(v.household("004")).Spans[0].TakesPart = false
			v.sheet(v.oct, append(all, "004 1 1")...)
		},
		want:  []string{"error not-in-place scores/2023-10.csv:5 户号"},
		keeps: func(v *village) { v.add(v.household("004")).Spans[0].TakesPart = false },
	}, {
		name:  "above the item's points, and below nothing",
		trips: func(v *village) { v.sheet(v.oct, "001 16 10", "002 12 -1", "003 15 0") },
		want:  []string{"error constraint-error scores/2023-10.csv:2:2 庭院", "error constraint-error scores/2023-10.csv:3:3 客厅"},
	}, {
		name:  "a row is missing",
		trips: func(v *village) { v.sheet(v.oct, all[:2]...) },
		want:  []string{"error missing-row scores/2023-10.csv 户号"},
		keeps: func(v *village) { v.sheet(v.oct, all[:2]...); v.scheme.Missing = ledger.MissingZero },
	}, {
		name:  "no rows at all are said once",
		trips: func(v *village) { v.sheet(v.oct) },
		want:  []string{"error missing-row scores/2023-10.csv:1 户号"},
	}, {
		name:  "a household there for a part of the period needs no row",
		trips: func(v *village) { v.add(v.household("004", "2023-10-02", "2023-11-29")) },
		keeps: func(v *village) {
			v.at.Joined = day("2023-11-02")
			delete(v.at.Notices, v.oct)
			delete(v.at.Sheets, v.oct)
			v.sheet(v.nov)
		},
	}, {
		name:  "one there by spans without a gap does",
		trips: func(v *village) { v.add(v.household("004", "2022-01-01", "2023-10-10", "2023-10-11", "2023-10-31")) },
		want:  []string{"error missing-row scores/2023-10.csv 户号"},
	}, {
		name: "corrections fill a row",
		trips: func(v *village) {
			v.sheet(v.oct, all[:2]...)
			v.correct("2023-11-05 2023-10 003 庭院 _ 9")
		},
		want: []string{"error missing-row scores/2023-10.csv 户号"},
		keeps: func(v *village) {
			v.sheet(v.oct, all[:2]...)
			v.correct("2023-11-05 2023-10 003 庭院 _ 9")
			v.correct("2023-11-05 2023-10 003 客厅 _ -")
		},
	}, {
		name:  "a cell is missing",
		trips: func(v *village) { v.sheet(v.oct, "001 15 _", "002 12", "003 8 -") },
		want:  []string{"error missing-cell scores/2023-10.csv:2:3 客厅", "error missing-cell scores/2023-10.csv:3:3 客厅"},
		keeps: func(v *village) {
			v.sheet(v.oct, "001 15 _", "002 12", "003 8 -")
			v.scheme.Missing = ledger.MissingFull
		},
	}, {
		name: "a correction fills a cell",
		trips: func(v *village) {
			v.sheet(v.oct, "001 15 _", "002 12 10", "003 8 -")
			v.correct("2023-12-05 2023-11 001 客厅 10 9")
		},
		want: []string{"error missing-cell scores/2023-10.csv:2:3 客厅"},
		keeps: func(v *village) {
			v.sheet(v.oct, "001 15 _", "002 12 10", "003 8 -")
			v.correct("2023-11-05 2023-10 001 客厅 _ 9")
		},
	}, {
		name:  "a column is missing, said once",
		trips: func(v *village) { v.sheet(v.oct, "001 15", "002 12", "003 8").Columns[1] = 0 },
		want:  []string{"error missing-label scores/2023-10.csv:1 客厅"},
	}, {
		name: "a column is missing where the scheme fills it",
		trips: func(v *village) {
			v.scheme.Missing = ledger.MissingFull
			v.sheet(v.oct, "001 15", "002 12", "003 8").Columns[1] = 0
		},
		want: []string{"note missing-label scores/2023-10.csv:1 客厅"},
	}, {
		name:  "a draft may have holes",
		trips: func(v *village) { v.sheet(december, "001 15 _", "002 _ _").Columns[1] = 0 },
		want:  []string{"note incomplete-draft scores/2023-12.csv:1 户号"},
		keeps: func(v *village) { v.sheet(december, all...) },
	}, {
		name:  "posted without its sheet",
		trips: func(v *village) { delete(v.at.Sheets, v.oct) },
		want:  []string{"error missing-sheet notices/2023-10.toml:2:1 posted"},
		keeps: func(v *village) { delete(v.at.Sheets, v.oct); v.scheme.Missing = ledger.MissingFull },
	}, {
		name:  "a notice without posted needs no sheet",
		trips: func(v *village) { v.notice(december).Posted = 0 },
	}, {
		name: "a sheet of a period before the place joined is said once",
		trips: func(v *village) {
			v.at.Joined = day("2023-11-01")
			delete(v.at.Notices, v.oct)
			v.sheet(v.oct, "001 15 _")
		},
		want: []string{"error not-in-place scores/2023-10.csv:1 周期"},
	}, {
		name:  "no households at all is said once",
		trips: func(v *village) { v.households() },
		want:  []string{"error foreign-key scores/2023-10.csv:2 户号"},
	}, {
		name:  "declared by an unknown household, and beyond the item",
		trips: func(v *village) { v.declared(v.oct, "001 16 _", "3 1 1") },
		want:  []string{"note constraint-error declared/2023-10.csv:2:2 庭院", "error foreign-key declared/2023-10.csv:3 户号"},
		keeps: func(v *village) { v.declared(v.oct, "001 15 _") },
	}})
}
