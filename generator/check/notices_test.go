package check

import (
	"testing"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

func TestNotices(t *testing.T) {
	on := func(change func(n *ledger.Notice)) func(*village) {
		return func(v *village) { change(v.at.Notices[v.oct]) }
	}
	early := ledger.Period{Cycle: ledger.Month, Year: 2022, Part: 12}
	quarter := ledger.Period{Cycle: ledger.Quarter, Year: 2023, Part: 3}
	runCases(t, []ruleCase{{
		name:  "no scheme in force",
		trips: func(v *village) { v.at.Joined = 0; v.notice(early); v.sheet(early); v.declared(early) },
		want: []string{
			"error no-scheme declared/2022-12.csv:1 周期",
			"error no-scheme notices/2022-12.toml:1:1 周期",
			"error no-scheme scores/2022-12.csv:1 周期",
		},
	}, {
		name:  "before the place joined",
		trips: func(v *village) { v.notice(early) },
		want:  []string{"error not-in-place notices/2022-12.toml:1:1 周期"},
	}, {
		name: "a quarter in which nothing is assessed",
		trips: func(v *village) {
			v.scheme.Categories = v.scheme.Categories[:1]
			v.scheme.Cycle, v.scheme.Events = ledger.Quarter, nil
			v.notice(quarter)
			v.sheet(quarter, "001")
		},
		want: []string{"error no-table notices/2023-Q3.toml:1:1 周期", "note no-table scores/2023-Q3.csv:1 周期"},
		keeps: func(v *village) {
			v.scheme.Categories = v.scheme.Categories[:1]
			v.scheme.Cycle = ledger.Quarter
			v.notice(quarter)
		},
	}, {
		name: "a sheet for events alone",
		trips: func(v *village) {
			v.scheme.Categories = v.scheme.Categories[:1]
			v.scheme.Cycle = ledger.Quarter
			v.notice(quarter)
			v.sheet(quarter, "001")
		},
		want: []string{"note no-table scores/2023-Q3.csv:1 周期"},
	}, {
		name: "a sheet of a quarter that sums its months",
		trips: func(v *village) {
			v.scheme.Categories = v.scheme.Categories[:1]
			v.notice(quarter)
			v.sheet(quarter, "001")
		},
		want: []string{"error no-table scores/2023-Q3.csv:1 周期"},
		keeps: func(v *village) {
			v.scheme.Categories = v.scheme.Categories[:1]
			v.notice(quarter)
		},
	}, {
		name: "events cease to count by the month within a quarter",
		trips: func(v *village) {
			v.scheme.Categories, v.scheme.Events = v.scheme.Categories[:1], nil
			next := *v.scheme
			next.Effective, next.Cycle, next.Position.File = day("2023-08-01"), ledger.Quarter, "next.toml"
			v.at.Schemes = append(v.at.Schemes, &next)
			v.notice(quarter)
		},
		want: []string{"error no-table notices/2023-Q3.toml:1:1 周期"},
		keeps: func(v *village) {
			v.scheme.Categories, v.scheme.Events = v.scheme.Categories[:1], nil
			next := *v.scheme
			next.Effective, next.Position.File = day("2023-08-01"), "next.toml"
			v.at.Schemes = append(v.at.Schemes, &next)
			v.notice(quarter)
		},
	}, {
		name: "a year sums its periods",
		trips: func(v *village) {
			v.notice(ledger.Period{Cycle: ledger.Year, Year: 2023})
			v.sheet(ledger.Period{Cycle: ledger.Year, Year: 2023}, "001")
		},
		want:  []string{"note no-table scores/2023.csv:1 周期"},
		keeps: func(v *village) { v.notice(ledger.Period{Cycle: ledger.Year, Year: 2023}) },
	}, {
		name:  "posted before the period began",
		trips: on(func(n *ledger.Notice) { n.Posted = day("2023-10-01") }),
		want:  []string{"error date-order notices/2023-10.toml:2:1 posted"},
		keeps: on(func(n *ledger.Notice) { n.Posted = day("2023-10-31") }),
	}, {
		name:  "posted before the period ended",
		trips: on(func(n *ledger.Notice) { n.Posted = day("2023-10-30") }),
		want:  []string{"note date-order notices/2023-10.toml:2:1 posted"},
	}, {
		name:  "steps after the posting",
		trips: on(func(n *ledger.Notice) { n.Visited, n.Meeting.Date, n.Reported = n.Posted+1, n.Posted+1, n.Posted-1 }),
		want: []string{
			"note date-order notices/2023-10.toml:3:1 visited",
			"note date-order notices/2023-10.toml:4:1 date",
			"note date-order notices/2023-10.toml:5:1 date",
		},
		keeps: on(func(n *ledger.Notice) { n.Visited, n.Meeting.Date, n.Reported = n.Posted-2, n.Posted-1, n.Posted }),
	}, {
		name:  "a visit before the period",
		trips: on(func(n *ledger.Notice) { n.Visited = day("2022-10-28") }),
		want:  []string{"note date-order notices/2023-10.toml:3:1 visited"},
	}, {
		name: "panels of groups",
		trips: func(v *village) {
			v.group("1", "", 0)
			n := v.at.Notices[v.oct]
			for i, g := range []string{"1", "1", "3"} {
				n.Panels = append(n.Panels, ledger.Panel{Group: g, Section: ledger.Section{Position: n.Position, Keys: keys(n.File, 20+i, "group")}})
			}
		},
		want: []string{"error primary-key notices/2023-10.toml:21:1 group", "error foreign-key notices/2023-10.toml:22:1 group"},
	}})
}

func TestObjections(t *testing.T) {
	one := func(change func(v *village, o *ledger.Objection)) func(*village) {
		return func(v *village) { change(v, v.objection(v.at.Notices[v.oct], "1", "001")) }
	}
	runCases(t, []ruleCase{{
		name:  "unknown household",
		trips: one(func(_ *village, o *ledger.Objection) { o.Household, o.ID = "1", "1" }),
		want:  []string{"error foreign-key notices/2023-10.toml:13:1 household"},
		keeps: one(func(*village, *ledger.Objection) {}),
	}, {
		name:  "a number twice",
		trips: one(func(v *village, _ *ledger.Objection) { v.objection(v.at.Notices[v.oct], "1", "002") }),
		want:  []string{"error primary-key notices/2023-10.toml:21:1 no"},
		keeps: one(func(v *village, _ *ledger.Objection) { v.objection(v.at.Notices[v.nov], "1", "002") }),
	}, {
		name:  "decided before it was received",
		trips: one(func(_ *village, o *ledger.Objection) { o.Decided, o.Outcome = o.Received-1, "rejected" }),
		want:  []string{"error date-order notices/2023-10.toml:14:1 decided"},
		keeps: one(func(_ *village, o *ledger.Objection) { o.Decided, o.Outcome = o.Received, "rejected" }),
	}, {
		name:  "an outcome without a decision",
		trips: one(func(_ *village, o *ledger.Objection) { o.Outcome = "rejected"; delete(o.Keys, "decided") }),
		want:  []string{"error missing-cell notices/2023-10.toml:15:1 outcome"},
	}, {
		name:  "an answer without a decision",
		trips: one(func(_ *village, o *ledger.Objection) { o.Answer = "x"; delete(o.Keys, "decided") }),
		want:  []string{"note missing-cell notices/2023-10.toml:16:1 answer"},
		keeps: one(func(_ *village, o *ledger.Objection) { o.Answer = "x" }), // its date cannot be read: source says so
	}, {
		name:  "upheld without a correction",
		trips: one(func(_ *village, o *ledger.Objection) { o.Decided, o.Outcome = o.Received, "upheld" }),
		want:  []string{"note no-correction notices/2023-10.toml:15:1 outcome"},
		keeps: one(func(v *village, o *ledger.Objection) {
			o.Decided, o.Outcome = o.Received, "upheld"
			v.correct("2023-11-04 2023-10 001 庭院 15 14").Objection = "1"
		}),
	}, {
		name:  "received before the posting",
		trips: one(func(v *village, o *ledger.Objection) { o.Received = v.at.Notices[v.oct].Posted - 1 }),
		want:  []string{"note date-order notices/2023-10.toml:12:1 received"},
	}})
}

func TestSourceLink(t *testing.T) {
	runCases(t, []ruleCase{{
		name:  "links to unmasked data",
		trips: func(v *village) { v.Config.SourceURL = "https://example.org/{path}" },
		want:  []string{"note source-link  url"},
	}, {
		name: "an exception of privacy is listed",
		trips: func(v *village) {
			v.Exceptions = []ledger.Exception{{Position: diag.At("data/privacy.toml", 2, 1), Text: "0512-63210123", Date: ledger.Day(2026, 5, 1), Reason: "值班电话"}}
		},
		want: []string{"note privacy-exception data/privacy.toml:2:1 "},
	}, {
		name: "words about private life in a correction's reason",
		trips: func(v *village) {
			v.at.Corrections = []*ledger.Correction{{Record: diag.Record{Position: diag.At("corrections.csv", 9, 1)}, Reason: "低保户，典型的懒汉"}}
		},
		want: []string{"note delicate-words corrections.csv:9 原因", "note delicate-words corrections.csv:9 原因"},
		keeps: func(v *village) {
			v.Config.SourceURL = "https://example.org/{path}"
			v.Config.Privacy.Names = ledger.NamesFull
		},
	}})
}
