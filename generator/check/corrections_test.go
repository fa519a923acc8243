package check

import (
	"testing"

	"gongshi/generator/ledger"
)

func TestCorrections(t *testing.T) {
	correct := func(lines ...string) func(*village) {
		return func(v *village) {
			for _, l := range lines {
				v.correct(l)
			}
		}
	}
	event := func(lines ...string) func(*village) {
		return func(v *village) {
			v.event("E1 2023-10-05 001 好人好事").Times = 3
			v.event("E2 2023-10-31 001 好人好事").Reviewed = v.at.Notices[v.oct].Posted + 1
			correct(lines...)(v)
		}
	}
	filled := func(missing ledger.Missing, line string) func(*village) {
		return func(v *village) {
			v.scheme.Missing = missing
			v.sheet(v.oct, "001 15 10", "002 12 _")
			v.correct(line)
		}
	}
	runCases(t, []ruleCase{{
		name:  "unknown household",
		trips: correct("2023-11-05 2023-10 1 庭院 15 14"),
		want:  []string{"error foreign-key corrections.csv:2 户号"},
		keeps: correct("2023-11-05 2023-10 001 庭院 15 14"),
	}, {
		name:  "no scheme in force",
		trips: correct("2023-11-05 2022-10 001 庭院 15 14"),
		want:  []string{"error no-scheme corrections.csv:2 周期"},
	}, {
		name:  "not posted",
		trips: func(v *village) { v.unpost(v.oct); v.correct("2023-11-05 2023-10 001 庭院 15 14") },
		want:  []string{"note not-posted corrections.csv:2 周期"},
	}, {
		name:  "before the posting",
		trips: correct("2023-11-01 2023-10 001 庭院 15 14"),
		want:  []string{"note date-order corrections.csv:2 日期"},
		keeps: correct("2023-11-02 2023-10 001 庭院 15 14"),
	}, {
		name:  "unknown target",
		trips: correct("2023-11-05 2023-10 001 庭园 15 14", "2023-11-05 2023-10 001 读书 5 4"),
		want:  []string{"error foreign-key corrections.csv:2 对象", "error foreign-key corrections.csv:3 周期"},
		keeps: correct("2023-11-05 2023-10 001 yard 15 14", "2023-11-05 2023-10 001 人居环境/客厅 10 9"),
	}, {
		name:  "an ambiguous target",
		trips: func(v *village) { v.twin(); v.correct("2023-11-05 2023-10 001 庭院 15 14") },
		want:  []string{"error ambiguous corrections.csv:2 对象"},
		keeps: func(v *village) { v.twin(); v.correct("2023-11-05 2023-10 001 人居环境/庭院 15 14") },
	}, {
		name: "an item's name that is also a 编号",
		trips: func(v *village) {
			v.event("yard 2023-10-05 001 好人好事")
			v.correct("2023-11-05 2023-10 001 yard 15 14")
		},
		want: []string{"error ambiguous corrections.csv:2 对象"},
	}, {
		name:  "原分 is what stands",
		trips: correct("2023-11-05 2023-10 001 庭院 14 13", "2023-11-05 2023-10 003 客厅 10 9", "2023-11-05 2023-10 002 庭院 _ 9"),
		want: []string{
			"error wrong-original corrections.csv:2 原分",
			"error wrong-original corrections.csv:3 原分",
			"error wrong-original corrections.csv:4 原分",
		},
		keeps: correct("2023-11-05 2023-10 003 客厅 - 9", "2023-11-05 2023-10 002 庭院 12 -"),
	}, {
		name:  "… after earlier corrections, by date, then line",
		trips: correct("2023-11-05 2023-10 001 庭院 15 14", "2023-11-05 2023-10 001 庭院 15 13"),
		want:  []string{"error wrong-original corrections.csv:3 原分"},
		keeps: correct("2023-11-06 2023-10 001 庭院 14 13", "2023-11-05 2023-10 001 庭院 15 14", "2023-11-06 2023-10 001 庭院 13 12"),
	}, {
		name:  "a filled cell may be called empty or by what fills it",
		trips: filled(ledger.MissingFull, "2023-11-05 2023-10 002 客厅 0 9"),
		want:  []string{"error wrong-original corrections.csv:2 原分"},
		keeps: filled(ledger.MissingFull, "2023-11-05 2023-10 002 客厅 10 9"),
	}, {
		name:  "a row filled with nothing, likewise",
		trips: filled(ledger.MissingZero, "2023-11-05 2023-10 003 客厅 10 9"),
		want:  []string{"error wrong-original corrections.csv:2 原分"},
		keeps: filled(ledger.MissingZero, "2023-11-05 2023-10 003 客厅 0 9"),
	}, {
		name:  "现分 above the item",
		trips: correct("2023-11-05 2023-10 001 庭院 15 16", "2023-11-05 2023-10 001 客厅 10 -1"),
		want:  []string{"error constraint-error corrections.csv:2 现分", "error constraint-error corrections.csv:3 现分"},
	}, {
		name:  "no 现分",
		trips: correct("2023-11-05 2023-10 001 庭院 15 _"),
		want:  []string{"error missing-cell corrections.csv:2 现分"},
	}, {
		name:  "an event's points before caps",
		trips: event("2023-11-05 2023-10 001 E1 2 0"),
		want:  []string{"error wrong-original corrections.csv:2 原分"},
		keeps: event("2023-11-05 2023-10 001 E1 6 0"),
	}, {
		name:  "an event of another household",
		trips: event("2023-11-05 2023-10 002 E1 6 0"),
		want:  []string{"error foreign-key corrections.csv:2 对象"},
	}, {
		name:  "an event of another period",
		trips: event("2023-12-05 2023-10 001 E2 2 0"),
		want:  []string{"error foreign-key corrections.csv:2 周期"},
		keeps: event("2023-12-05 2023-11 001 E2 2 0"),
	}, {
		name:  "an event's new points are of its size and sign",
		trips: event("2023-11-05 2023-10 001 E1 6 7", "2023-11-06 2023-10 001 E1 7 -1"),
		want:  []string{"note constraint-error corrections.csv:2 现分", "note constraint-error corrections.csv:3 现分"},
		keeps: event("2023-11-05 2023-10 001 E1 6 4", "2023-11-06 2023-10 001 E1 4 2"),
	}, {
		name:  "an event cannot be 不适用",
		trips: event("2023-11-05 2023-10 001 E1 6 -"),
		want:  []string{"error constraint-error corrections.csv:2 现分"},
	}, {
		name: "a household that does not stand in the period",
		trips: func(v *village) {
			v.add(v.household("004", "2023-10-11"))
			v.sheet(v.nov, "001 1 1", "002 1 1", "003 1 1", "004 1 1")
			v.correct("2023-11-05 2023-10 004 庭院 _ 14")
		},
		want: []string{"error not-in-place corrections.csv:2 户号"},
	}, {
		name:  "an objection that nobody raised",
		trips: func(v *village) { v.correct("2023-11-05 2023-10 001 庭院 15 14").Objection = "2" },
		want:  []string{"error foreign-key corrections.csv:2 异议"},
		keeps: func(v *village) {
			v.objection(v.at.Notices[v.oct], "2", "001")
			v.correct("2023-11-05 2023-10 001 庭院 15 14").Objection = "2"
		},
	}})
}

// twin adds a category in which 庭院 stands a second time.
func (v *village) twin() {
	c := &ledger.Category{ID: "outside", Name: "户外", Cycle: ledger.Month}
	c.Items = []*ledger.Item{item(c, "rules.toml", 90, "yard2", "庭院", 5)}
	v.scheme.Categories = append(v.scheme.Categories, c)
	for _, period := range []ledger.Period{v.oct, v.nov} {
		v.sheet(period, "001 15 10 5", "002 12 10 5", "003 8 - 5")
	}
}
