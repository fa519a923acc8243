package check

import (
	"testing"

	"gongshi/generator/ledger"
)

func TestEvents(t *testing.T) {
	event := func(text string, change ...func(e *ledger.Event)) func(*village) {
		return func(v *village) {
			e := v.event(text)
			for _, f := range change {
				f(e)
			}
		}
	}
	points := func(times int, p ledger.Points) func(*ledger.Event) {
		return func(e *ledger.Event) { e.Times, e.HasPoints, e.Points = times, true, p*ledger.Point }
	}
	reviewed := func(r ledger.Review, on string) func(*ledger.Event) {
		return func(e *ledger.Event) { e.Review, e.Reviewed = r, day(on) }
	}
	member := func(id string) func(*village) {
		return func(v *village) {
			for i, h := range v.at.Households {
				v.member(h, string(rune('a'+i)), "", "")
			}
			v.event("1 2023-10-05 001 好人好事").Member = id
		}
	}
	partly := func(id, joined, left string, rows ...string) func(*village) {
		return func(v *village) {
			v.add(v.household(id, joined, left))
			v.event("1 2023-10-20 " + id + " 好人好事")
			v.sheet(v.oct, append([]string{"001 15 10", "002 12 10", "003 8 -"}, rows...)...)
		}
	}
	runCases(t, []ruleCase{{
		name:  "unknown household",
		trips: event("1 2023-10-05 3 好人好事"),
		want:  []string{"error foreign-key events/2023.csv:2 户号"},
		keeps: event("1 2023-10-05 003 good-deed"),
	}, {
		name:  "unknown kind",
		trips: event("1 2023-10-05 003 好人好市"),
		want:  []string{"error foreign-key events/2023.csv:2 项目"},
	}, {
		name:  "unknown member",
		trips: member("z"),
		want:  []string{"error foreign-key events/2023.csv:2 成员号"},
		keeps: member("a"),
	}, {
		name:  "a member of another household",
		trips: member("b"),
		want:  []string{"error foreign-key events/2023.csv:2 成员号"},
	}, {
		name:  "编号 twice",
		trips: func(v *village) { v.event("1 2023-10-05 001 好人好事"); v.event("1 2023-10-06 001 好人好事") },
		want:  []string{"error primary-key events/2023.csv:3 编号"},
		keeps: func(v *village) { v.event("1 2023-10-05 001 好人好事"); v.event("2 2023-10-05 001 好人好事") },
	}, {
		name:  "before the place joined",
		trips: event("1 2022-12-31 001 好人好事"),
		want:  []string{"error not-in-place events/2023.csv:2 日期"},
		keeps: event("1 2023-01-01 001 好人好事"),
	}, {
		name:  "outside the household's days",
		trips: partly("004", "2023-10-21", "", "004 1 1"),
		want:  []string{"error not-in-place events/2023.csv:2 日期", "error missing-row scores/2023-11.csv 户号"},
	}, {
		name:  "no scheme on that day",
		trips: func(v *village) { v.at.Joined = 0; v.event("1 2022-12-31 001 好人好事") },
		want:  []string{"error no-scheme events/2023.csv:2 日期"},
	}, {
		name:  "fixed points",
		trips: event("1 2023-10-05 001 好人好事", points(3, 4)),
		want:  []string{"error constraint-error events/2023.csv:2 分值"},
		keeps: event("1 2023-10-05 001 好人好事", points(3, 6)),
	}, {
		name:  "points of a range",
		trips: event("1 2023-10-05 001 志愿服务", points(2, 11)),
		want:  []string{"error constraint-error events/2023.csv:2 分值"},
		keeps: event("1 2023-10-05 001 志愿服务", points(2, 10)),
	}, {
		name:  "points of a range that is one figure",
		trips: func(v *village) { v.scheme.Events[1].To = 100; event("1 2023-10-05 001 志愿服务", points(1, 2))(v) },
		want:  []string{"error constraint-error events/2023.csv:2 分值"},
		keeps: func(v *village) { v.scheme.Events[1].To = 100; event("1 2023-10-05 001 志愿服务", points(1, 1))(v) },
	}, {
		name: "points of a range that cannot be read are not judged",
		trips: func(v *village) {
			v.scheme.Events[1].Ranged = false
			event("1 2023-10-05 001 志愿服务", points(1, 2))(v)
		},
	}, {
		name:  "a member without members.csv is nobody's concern",
		trips: event("1 2023-10-05 001 好人好事", func(e *ledger.Event) { e.Member = "z" }),
	}, {
		name:  "a range needs points",
		trips: event("1 2023-10-05 001 志愿服务"),
		want:  []string{"error missing-cell events/2023.csv:2 分值"},
	}, {
		name:  "reviewed before it happened",
		trips: event("1 2023-10-05 001 乱倒垃圾", reviewed(ledger.Approved, "2023-10-04")),
		want:  []string{"error date-order events/2023.csv:2 审核日期"},
		keeps: event("1 2023-10-05 001 乱倒垃圾", reviewed(ledger.Approved, "2023-10-05")),
	}, {
		name:  "approved on the day of posting",
		trips: event("1 2023-10-05 001 乱倒垃圾", reviewed(ledger.Approved, "2023-11-02")),
		want:  []string{"note same-day events/2023.csv:2 审核日期"},
		keeps: event("1 2023-10-05 001 乱倒垃圾", reviewed(ledger.Approved, "2023-11-01")),
	}, {
		name:  "approved on no day",
		trips: event("1 2023-10-05 001 乱倒垃圾", reviewed(ledger.Approved, "")),
		want:  []string{"note missing-cell events/2023.csv:2 审核日期"},
		keeps: event("1 2023-10-05 001 好人好事", reviewed(ledger.Approved, "")), // no approval asked for
	}, {
		name:  "there for a part of a posted period, without a row",
		trips: partly("004", "2023-10-11", "2023-10-25"),
		want:  []string{"error missing-row events/2023.csv:2 户号"},
		keeps: partly("004", "2023-10-11", "2023-10-25", "004 1 1"),
	}, {
		name: "… of a draft",
		trips: func(v *village) {
			v.add(v.household("004", "2023-12-11"))
			v.event("1 2023-12-20 004 好人好事")
		},
		want: []string{"note missing-row events/2023.csv:2 户号"},
		keeps: func(v *village) { // not counted yet
			v.add(v.household("004", "2023-12-11"))
			v.event("1 2023-12-20 004 乱倒垃圾")
		},
	}, {
		name: "there for a part of a period of events alone: the event is enough",
		trips: func(v *village) {
			partly("004", "2023-10-11", "2023-10-25")(v)
			v.scheme.Categories = v.scheme.Categories[1:] // assessed each quarter
			clear(v.at.Sheets)
		},
	}, {
		name: "takes no part when it counts",
		trips: func(v *village) {
			v.add(v.household("004")).Spans[0].TakesPart = false
			v.event("1 2023-10-20 004 好人好事")
		},
		want: []string{"note not-in-place events/2023.csv:2 户号"},
	}, {
		name: "approved late, when the household has left",
		trips: func(v *village) {
			v.add(v.household("004", "2022-01-01", "2023-10-31"))
			v.sheet(v.oct, "001 15 10", "002 12 10", "003 8 -", "004 1 1")
			v.event("1 2023-10-20 004 乱倒垃圾").Review = ledger.Approved
			v.at.Events[0].Reviewed = v.at.Notices[v.oct].Posted
		},
		want: []string{"note not-in-place events/2023.csv:2 户号", "note same-day events/2023.csv:2 审核日期"},
		keeps: func(v *village) {
			v.add(v.household("004", "2022-01-01", "2023-10-31"))
			v.sheet(v.oct, "001 15 10", "002 12 10", "003 8 -", "004 1 1")
			v.event("1 2023-10-20 004 乱倒垃圾").Review = ledger.Approved
			v.at.Events[0].Reviewed = v.at.Notices[v.oct].Posted - 1
		},
	}})
}
