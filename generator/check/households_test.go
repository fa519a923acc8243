package check

import (
	"testing"

	"gongshi/generator/ledger"
)

func TestHouseholds(t *testing.T) {
	runCases(t, []ruleCase{{
		name:  "overlapping spans",
		trips: func(v *village) { v.add(v.household("004", "2022-01-01", "2023-05-31", "2023-05-31", "2023-09-30")) },
		want:  []string{"error primary-key households.csv:6 户号"},
		keeps: func(v *village) { v.add(v.household("004", "2022-01-01", "2023-05-31", "2023-06-01", "2023-09-30")) },
	}, {
		name: "a span inside an older one",
		trips: func(v *village) {
			v.add(v.household("004", "2020-01-01", "2023-09-30", "2021-01-01", "2021-12-31", "2022-06-01", "2022-07-01"))
		},
		want: []string{"error primary-key households.csv:6 户号", "error primary-key households.csv:7 户号"},
	}, {
		name: "a row after two, of which the older lasts",
		trips: func(v *village) {
			v.add(v.household("004", "2020-01-01", "2020-12-31", "2021-01-01", "2023-09-30", "2023-09-30", "2023-09-30"))
		},
		want: []string{"error primary-key households.csv:7 户号"},
		keeps: func(v *village) {
			v.add(v.household("004", "2020-01-01", "2020-12-31", "2021-01-01", "2021-12-31", "2023-09-30", "2023-09-30"))
		},
	}, {
		name: "a row after one that has not ended",
		trips: func(v *village) {
			v.add(v.household("004", "2023-11-02", "2023-11-03", "2023-11-05", "", "2023-11-07", "2023-11-08"))
		},
		want: []string{"error primary-key households.csv:7 户号"},
	}, {
		name: "the same household twice",
		trips: func(v *village) {
			h := v.at.Households[0]
			h.Spans = append(h.Spans, v.household("001").Spans...)
			v.households(v.at.Households...)
		},
		want: []string{"error primary-key households.csv:3 户号"},
	}, {
		name:  "left before it joined",
		trips: func(v *village) { v.add(v.household("004", "2022-05-01", "2022-04-30")) },
		want:  []string{"error date-order households.csv:5 退出"},
		keeps: func(v *village) { v.add(v.household("004", "2022-05-01", "2022-05-01")) },
	}, {
		name: "unknown group",
		trips: func(v *village) {
			v.group("1", "", 0)
			v.at.Households[1].Spans[0].Group = "2"
		},
		want:  []string{"error foreign-key households.csv:3 组"},
		keeps: func(v *village) { v.group("1", "", 0) },
	}, {
		name:  "groups that place.toml does not declare are noted once",
		trips: func(v *village) { v.at.Households[0].Spans[0].Group, v.at.Households[1].Spans[0].Group = "1", "2" },
		want:  []string{"note foreign-key households.csv:2 组"},
	}, {
		name: "households without a group are noted once",
		trips: func(v *village) {
			v.group("1", "", 0)
			v.at.Households[1].Spans[0].Group, v.at.Households[2].Spans[0].Group = "", ""
		},
		want: []string{"note ungrouped households.csv:3 组"},
		keeps: func(v *village) {
			v.group("1", "", 0)
			v.at.Households[1].Spans[0].Group, v.at.Households[1].Spans[0].Kind = "", ledger.Organisation
		},
	}, {
		name: "household becomes a 单位",
		trips: func(v *village) {
			v.add(v.household("004", "2021-01-01", "2021-12-31", "2022-01-01", "2022-12-31")).Spans[1].Kind = ledger.Organisation
		},
		want: []string{"note kind-change households.csv:6 类别"},
		keeps: func(v *village) {
			v.add(v.household("004", "2021-01-01", "2021-12-31", "2022-01-01", "2022-12-31")).Spans[1].Kind = "老年户"
		},
	}, {
		name: "ids that differ in zeros alone",
		trips: func(v *village) {
			v.add(v.household("1", "2022-01-01", "2022-12-31"))
		},
		want: []string{"note leading-zeros households.csv:5 户号"},
		keeps: func(v *village) {
			v.add(v.household("A1", "2022-01-01", "2022-12-31"))
			v.add(v.household("A01", "2022-01-01", "2022-12-31"))
		},
	}})
}

func TestInto(t *testing.T) {
	left := func(v *village, id, into string) *ledger.Household {
		h := v.add(v.household(id, "2021-01-01", "2022-12-31"))
		h.Spans[0].Into = into
		return h
	}
	runCases(t, []ruleCase{{
		name:  "unknown target",
		trips: func(v *village) { left(v, "004", "009") },
		want:  []string{"error foreign-key households.csv:5 并入"},
		keeps: func(v *village) { left(v, "004", "001") },
	}, {
		name:  "itself",
		trips: func(v *village) { left(v, "004", "004") },
		want:  []string{"error constraint-error households.csv:5 并入"},
	}, {
		name:  "without 退出",
		trips: func(v *village) { v.at.Households[0].Spans[0].Into = "002" },
		want:  []string{"error constraint-error households.csv:2 并入"},
	}, {
		name: "in a circle",
		trips: func(v *village) {
			v.add(v.household("007", "2023-01-01", "2023-01-31"))
			left(v, "004", "005").Spans[0].Left = day("2022-10-31")
			left(v, "005", "006").Spans[0].Left = day("2022-11-30")
			left(v, "006", "004")
		},
		want:  []string{"error constraint-error households.csv:8 并入", "note not-in-place households.csv:8 并入"},
		keeps: func(v *village) { left(v, "004", "001"); left(v, "005", "001") },
	}, {
		name: "into one that is not there then",
		trips: func(v *village) {
			left(v, "004", "005")
			v.add(v.household("005", "2021-01-01", "2022-12-31"))
		},
		want: []string{"note not-in-place households.csv:5 并入"},
		keeps: func(v *village) {
			left(v, "004", "005")
			v.add(v.household("005", "2021-01-01", "2023-01-01"))
		},
	}})
}

func TestMembers(t *testing.T) {
	all := func(v *village) {
		for _, h := range v.at.Households {
			v.member(h, "1", "", "")
		}
	}
	runCases(t, []ruleCase{{
		name: "a member twice on one day",
		trips: func(v *village) {
			all(v)
			v.member(v.at.Households[0], "1", "2023-01-01", "")
		},
		want: []string{"error primary-key members.csv:3 成员号"},
		keeps: func(v *village) {
			all(v)
			v.member(v.at.Households[1], "2", "", "2022-01-01")
			v.member(v.at.Households[1], "2", "2022-01-02", "2023-01-01")
			v.member(v.at.Households[1], "2", "2023-01-02", "")
		},
	}, {
		name: "a member's older row that lasts",
		trips: func(v *village) {
			all(v)
			v.member(v.at.Households[0], "2", "", "2023-06-30")
			v.member(v.at.Households[0], "2", "2022-01-01", "2022-01-02")
			v.member(v.at.Households[0], "2", "2023-06-30", "2023-07-31")
			v.member(v.at.Households[0], "2", "2023-07-31", "")
		},
		want: []string{
			"error primary-key members.csv:4 成员号",
			"error primary-key members.csv:5 成员号",
			"error primary-key members.csv:6 成员号",
		},
	}, {
		name: "a member twice in between",
		trips: func(v *village) {
			all(v)
			v.member(v.at.Households[0], "1", "2023-01-01", "")
		},
		want: []string{"error primary-key members.csv:3 成员号"},
		keeps: func(v *village) {
			all(v)
			v.member(v.at.Households[0], "2", "", "2023-01-01")
			v.member(v.at.Households[0], "2", "2023-01-02", "")
		},
	}, {
		name: "a member left before joining",
		trips: func(v *village) {
			all(v)
			v.member(v.at.Households[0], "2", "2023-01-02", "2023-01-01")
		},
		want: []string{"error date-order members.csv:3 退出"},
	}, {
		name: "takes part with nobody",
		trips: func(v *village) {
			all(v)
			v.at.Households[1].Members[0].TakesPart = false
		},
		want: []string{"error missing-row households.csv:3 户号"},
		keeps: func(v *village) {
			all(v)
			v.add(v.household("004")).Spans[0].TakesPart = false
		},
	}, {
		name: "takes part when its members are not there",
		trips: func(v *village) {
			all(v)
			v.member(v.add(v.household("004", "2022-01-01", "2022-12-31")), "1", "2023-01-01", "")
			v.member(v.add(v.household("005", "2022-01-01", "2022-12-31")), "1", "2021-01-01", "2021-12-31")
		},
		want: []string{"error missing-row households.csv:5 户号", "error missing-row households.csv:6 户号"},
		keeps: func(v *village) {
			all(v)
			v.member(v.add(v.household("004", "2022-01-01", "2022-12-31")), "1", "2022-12-31", "")
			v.member(v.add(v.household("005", "2022-01-01", "2022-12-31")), "1", "2021-01-01", "2022-01-01")
		},
	}, {
		name: "divided by nobody on a period's last day",
		trips: func(v *village) {
			all(v)
			v.scheme.RankBy = true
			v.at.Households[1].Members[0].Left = day("2023-10-30")
		},
		want: []string{"error missing-row households.csv:3 户号"},
		keeps: func(v *village) { // ranked by total, nothing is divided
			all(v)
			v.at.Households[1].Members[0].Left = day("2023-10-30")
		},
	}})
}

func TestGroups(t *testing.T) {
	runCases(t, []ruleCase{{
		name:  "an id twice",
		trips: func(v *village) { v.group("1", "", 0); v.group("1", "", 0) },
		want:  []string{"error primary-key place.toml:31:1 id"},
		keeps: func(v *village) { v.group("1", "", 0); v.group("2", "", 0) },
	}, {
		name:  "assesses an unknown group",
		trips: func(v *village) { v.group("1", "7", 0) },
		want:  []string{"error foreign-key place.toml:24:1 assesses"},
		keeps: func(v *village) { v.group("1", "2", 0); v.group("2", "1", 0) },
	}, {
		name:  "two panels assess one group",
		trips: func(v *village) { v.group("1", "2", 0); v.group("2", "", 0); v.group("3", "2", 0) },
		want:  []string{"note primary-key place.toml:44:1 assesses"},
	}, {
		name:  "too many households",
		trips: func(v *village) { v.scheme.Zone.MaxHouseholds = 2; v.group("1", "", 0) },
		want:  []string{"note zone-size place.toml:20:1 group"},
		keeps: func(v *village) { v.scheme.Zone.MaxHouseholds = 3; v.group("1", "", 0) },
	}, {
		name: "counted as the last posted period reads them",
		trips: func(v *village) {
			v.scheme.Zone.MaxHouseholds = 2
			v.group("1", "", 0)
			clear(v.at.Notices)
			clear(v.at.Sheets)
		},
		want: []string{"note zone-size place.toml:20:1 group"},
		keeps: func(v *village) {
			v.scheme.Zone.MaxHouseholds = 3
			v.add(v.household("004", "2022-01-01", "2022-12-31"))
			v.group("1", "", 0)
		},
	}, {
		name: "those who left are not counted before anything is posted",
		trips: func(v *village) {
			v.scheme.Zone.MaxHouseholds = 3
			v.clear()
			v.add(v.household("004", "2022-01-01"))
			v.group("1", "", 0)
		},
		want: []string{"note zone-size place.toml:20:1 group"},
		keeps: func(v *village) {
			v.scheme.Zone.MaxHouseholds = 3
			v.clear()
			v.add(v.household("004", "2022-01-01", "2022-12-31"))
			v.group("1", "", 0)
		},
	}, {
		name:  "before anything is posted the newest rules hold",
		trips: func(v *village) { v.clear(); v.newerZone() },
		want:  []string{"note zone-size place.toml:20:1 group"},
		keeps: func(v *village) { // a draft under newer rules
			v.notice(ledger.Period{Cycle: ledger.Month, Year: 2024, Part: 1}).Posted = 0
			v.newerZone()
		},
	}, {
		name: "too small a panel",
		trips: func(v *village) {
			v.scheme.Zone.MinPanel = 5
			v.group("1", "", 4)
			v.at.Notices[v.oct].Panels = []ledger.Panel{{Group: "1", Members: make([]string, 3), Section: ledger.SectionAt(v.at.Notices[v.oct].Position)}}
		},
		want:  []string{"note zone-panel notices/2023-10.toml:1:1 members", "note zone-panel place.toml:23:1 panel"},
		keeps: func(v *village) { v.scheme.Zone.MinPanel = 5; v.group("1", "", 5) },
	}, {
		name:  "a panel assesses its own group",
		trips: func(v *village) { v.scheme.Zone.Cross = true; v.group("1", "2", 0); v.group("2", "", 0) },
		want:  []string{"note zone-cross place.toml:34:1 assesses"},
		keeps: func(v *village) { v.scheme.Zone.Cross = true; v.group("1", "2", 0); v.group("2", "1", 0) },
	}})
}

// newerZone adds a version from 2024 on with a limit that the one group exceeds.
func (v *village) newerZone() {
	s := v.newScheme("b.toml", "2024-01-01")
	s.Zone.MaxHouseholds = 2
	v.at.Schemes = append(v.at.Schemes, s)
	v.group("1", "", 0)
}
