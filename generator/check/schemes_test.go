package check

import (
	"testing"

	"gongshi/generator/ledger"
)

func TestSchemes(t *testing.T) {
	runCases(t, []ruleCase{{
		name:  "two versions on one day",
		trips: func(v *village) { v.at.Schemes = append(v.at.Schemes, v.newScheme("b.toml", "2023-01-01")); v.clear() },
		want:  []string{"error primary-key b.toml:2:1 effective"},
		keeps: func(v *village) { v.at.Schemes = append(v.at.Schemes, v.newScheme("b.toml", "2024-01-01")) },
	}, {
		name:  "category ids and names",
		trips: func(v *village) { c := v.scheme.Categories; c[1].ID, c[1].Name = c[0].ID, c[0].Name },
		want:  []string{"error primary-key rules.toml:41:1 id", "error primary-key rules.toml:42:1 name"},
	}, {
		name:  "item ids are unique in the scheme",
		trips: func(v *village) { v.read.ID = "yard" },
		want:  []string{"error primary-key rules.toml:51:1 id"},
		keeps: func(v *village) { v.read.Name = "庭院" },
	}, {
		name:  "item names within a category",
		trips: func(v *village) { v.hall.Name = "庭院" },
		want:  []string{"error primary-key rules.toml:32:1 name"},
	}, {
		name:  "an item's name is another's id",
		trips: func(v *village) { v.read.Name = "yard" },
		want:  []string{"error ambiguous rules.toml:52:1 name"},
		keeps: func(v *village) { v.read.Name = "read" },
	}, {
		name: "bases are sums",
		trips: func(v *village) {
			v.scheme.HasBase, v.scheme.Base = true, 31*ledger.Point
			v.scheme.Categories[0].HasBase, v.scheme.Categories[0].Base = true, 24*ledger.Point
		},
		want: []string{"error base-mismatch rules.toml:4:1 base", "error base-mismatch rules.toml:14:1 base"},
		keeps: func(v *village) {
			v.scheme.HasBase, v.scheme.Base = true, 30*ledger.Point
			v.scheme.Categories[0].HasBase, v.scheme.Categories[0].Base = true, 25*ledger.Point
		},
	}, {
		name:  "a category without items",
		trips: func(v *village) { v.scheme.Categories[1].Items = nil },
		want:  []string{"error constraint-error rules.toml:40:1 category"},
	}, {
		name:  "an item that gives nothing",
		trips: func(v *village) { v.read.Points = 0 },
		want:  []string{"error constraint-error rules.toml:53:1 points"},
		keeps: func(v *village) { v.read.Points = 0; delete(v.read.Keys, "points") }, // source says so
	}, {
		name: "two levels of one name",
		trips: func(v *village) {
			l := &ledger.Level{Name: "五星", Section: ledger.Section{Keys: keys("rules.toml", 110, "name")}}
			v.scheme.Honours = &ledger.Honours{Cycle: ledger.Year, Levels: []*ledger.Level{l, l}}
		},
		want: []string{"error primary-key rules.toml:110:1 name"},
	}, {
		name:  "a sensitive item alone",
		trips: func(v *village) { v.read.Sensitive = true },
		want:  []string{"note sensitive-alone rules.toml:54:1 sensitive"},
		keeps: func(v *village) { v.yard.Sensitive = true },
	}, {
		name:  "marks finer than what is shown",
		trips: func(v *village) { v.sheet(v.nov, "001 14.5 10", "002 15 9.25", "003 15 10") },
		want:  []string{"note finer-than-shown rules.toml:1:1 decimals"},
		keeps: func(v *village) { v.scheme.Decimals = 2; v.sheet(v.nov, "001 14.5 10", "002 15 9.25", "003 15 10") },
	}, {
		name:  "events and corrections finer than what is shown",
		trips: func(v *village) { v.event("1 2023-10-05 002 好人好事"); v.scheme.Events[1].To = 450 },
		want:  []string{"note finer-than-shown rules.toml:1:1 decimals"},
		keeps: func(v *village) { v.scheme.Decimals = 1; v.scheme.Events[1].To = 450 },
	}, {
		name:  "the first version may come in the middle of a year",
		trips: func(v *village) { v.scheme.Effective = day("2023-03-15") },
	}, {
		name: "a base is not held against items that cannot be read",
		trips: func(v *village) {
			v.hall.Points, v.scheme.HasBase, v.scheme.Base = 0, true, 30*ledger.Point
			delete(v.hall.Keys, "points")
		},
	}, {
		name: "events that come in the middle of a year, where there were none",
		trips: func(v *village) {
			s := v.newScheme("b.toml", "2023-12-01")
			s.Cycle, v.scheme.Events = ledger.Quarter, nil
			v.at.Schemes = append(v.at.Schemes, s)
		},
	}, {
		name: "another cycle in the middle of a year",
		trips: func(v *village) {
			s := v.newScheme("b.toml", "2023-12-01")
			s.Categories[1].Cycle, s.Cycle = ledger.Year, ledger.Quarter
			v.at.Schemes = append(v.at.Schemes, s)
		},
		want: []string{"note cycle-change b.toml:3:1 cycle", "note cycle-change b.toml:43:1 cycle"},
		keeps: func(v *village) {
			s := v.newScheme("b.toml", "2024-01-01")
			s.Categories[1].Cycle, s.Cycle = ledger.Year, ledger.Quarter
			v.at.Schemes = append(v.at.Schemes, s)
		},
	}})
}

// clear takes the sheets and notices away.
func (v *village) clear() { clear(v.at.Sheets); clear(v.at.Notices) }

func TestEventKinds(t *testing.T) {
	kind := func(change func(good, range_, bad *ledger.EventKind)) func(*village) {
		return func(v *village) { e := v.scheme.Events; change(e[0], e[1], e[2]) }
	}
	runCases(t, []ruleCase{{
		name:  "ids and names",
		trips: kind(func(a, b, _ *ledger.EventKind) { b.ID, b.Name = a.ID, a.Name }),
		want:  []string{"error primary-key rules.toml:71:1 id", "error primary-key rules.toml:72:1 name"},
	}, {
		name:  "a name that is another's id",
		trips: kind(func(_, b, _ *ledger.EventKind) { b.Name = "good-deed" }),
		want:  []string{"error ambiguous rules.toml:72:1 name"},
		keeps: kind(func(_, b, _ *ledger.EventKind) { b.Name = b.ID }),
	}, {
		name:  "range of both signs",
		trips: kind(func(_, b, _ *ledger.EventKind) { b.From, b.To = -100, 500 }),
		want:  []string{"error constraint-error rules.toml:73:1 range"},
		keeps: kind(func(_, b, _ *ledger.EventKind) { b.From, b.To = 0, 500 }),
	}, {
		name: "cap smaller than one event",
		trips: kind(func(a, b, _ *ledger.EventKind) {
			a.HasMaxMonth, a.MaxPerMonth, b.HasMaxYear, b.MaxPerYear = true, 100, true, 499
		}),
		want: []string{"note useless-cap rules.toml:64:1 max_per_month", "note useless-cap rules.toml:75:1 max_per_year"},
		keeps: kind(func(a, b, _ *ledger.EventKind) {
			a.HasMaxMonth, a.MaxPerMonth, b.HasMaxYear, b.MaxPerYear = true, 200, true, 500
		}),
	}, {
		name: "cap of zero, and of an event that gives zero",
		trips: kind(func(a, _, c *ledger.EventKind) {
			a.HasMaxMonth, c.Points, c.HasMaxYear, c.MaxPerYear = true, 0, true, 100
		}),
		want: []string{"note useless-cap rules.toml:64:1 max_per_month", "note useless-cap rules.toml:85:1 max_per_year"},
	}})
}

func TestHonours(t *testing.T) {
	honours := func(cycle ledger.Cycle, levels ...*ledger.Level) func(*village) {
		return func(v *village) {
			v.scheme.Honours = &ledger.Honours{Section: ledger.Section{Keys: keys("rules.toml", 101, "cycle")}, Cycle: cycle, Levels: levels}
			for i, l := range levels {
				l.Keys = keys("rules.toml", 110+10*i, "name", "top", "count", "min", "floor")
			}
		}
	}
	top := func(name string, percent ledger.Points) *ledger.Level {
		return &ledger.Level{Name: name, HasTop: true, Top: percent * ledger.Point}
	}
	count := func(name string, n int) *ledger.Level { return &ledger.Level{Name: name, HasCount: true, Count: n} }
	score := func(name string, n ledger.Points) *ledger.Level {
		return &ledger.Level{Name: name, HasMin: true, Min: n * ledger.Point}
	}
	both := func(f, g func(*village)) func(*village) { return func(v *village) { f(v); g(v) } }
	average := func(v *village) { v.scheme.RankBy = true }
	floor := &ledger.Level{Name: "五星", HasTop: true, Top: 1000, FloorBase: true}
	number := &ledger.Level{Name: "五星", HasTop: true, Top: 1000, HasFloor: true, Floor: 100}
	runCases(t, []ruleCase{{
		name:  "percents ascend",
		trips: honours(ledger.Year, top("五星", 10), top("四星", 10)),
		want:  []string{"error constraint-error rules.toml:121:1 top"},
		keeps: honours(ledger.Year, top("五星", 10), top("四星", 20), top("三星", 100)),
	}, {
		name:  "places ascend",
		trips: honours(ledger.Year, count("五星", 2), count("四星", 5), count("三星", 5)),
		want:  []string{"error constraint-error rules.toml:132:1 count"},
		keeps: honours(ledger.Year, count("五星", 3), count("四星", 8)),
	}, {
		name:  "scores descend",
		trips: honours(ledger.Year, score("五星", 80), score("四星", 80)),
		want:  []string{"error constraint-error rules.toml:123:1 min"},
		keeps: honours(ledger.Year, score("五星", 90), score("四星", 80)),
	}, {
		name:  "a floor of the base under averages",
		trips: both(average, honours(ledger.Year, floor)),
		want:  []string{"error constraint-error rules.toml:114:1 floor"},
		keeps: both(average, honours(ledger.Year, number)),
	}, {
		name: "a cycle without a table",
		trips: func(v *village) {
			v.scheme.Events, v.scheme.Cycle = nil, ledger.Quarter
			v.scheme.Categories = v.scheme.Categories[:1]
			honours(ledger.Quarter)(v)
		},
		want: []string{"error no-table rules.toml:101:1 cycle"},
		keeps: func(v *village) { // summary quarters
			v.scheme.Events = nil
			v.scheme.Categories = v.scheme.Categories[:1]
			honours(ledger.Quarter)(v)
		},
	}})
}
