package main

import (
	"fmt"
	"slices"
)

// A star is a household whose year total is given: what it loses in the quarters and the year, and what its
// events must add, follow from it.
type star struct {
	id       string
	lost     [4]int // in each quarter; the mean of the four counts
	lostYear int
	add      int
	veto     bool
}

// plan makes stars of year totals in half points. Every third household is one, and neighbours in rank
// are not neighbours in the village.
func plan(seed uint64, halfTotals []int, vetoed int) []star {
	d := dice(seed)
	var list []star
	for i, half := range halfTotals {
		st := star{id: fmt.Sprintf("%03d", 2+3*(i*7%26)), lostYear: d.upTo(3), veto: i == vetoed}
		quarters := 4 * d.upTo(3)
		if half%2 != 0 {
			quarters += 2
		}
		for n := range quarters {
			st.lost[(n+i)%4]++
		}
		st.add = (half+quarters/2)/2 - 140 + st.lostYear
		if st.veto {
			st.add += 5
		}
		list = append(list, st)
	}
	return list
}

// longyuzhuangStars: 78 households rank, so the bands end at places 7, 15 and 23. Four share place 6,
// and three share place 22: each tie lies across an edge.
func longyuzhuangStars() []star {
	return plan(0x57a1, []int{
		304, 301, 298, 296, 294, 292, 292, 292, 292, 291, 290, 289, 288, 287, 286, 285, 284, 284, 283, 282, 282,
		281, 281, 281, 280,
	}, -1)
}

// wujiahuiStars: 77 households rank, with the same edges. Only 18 reach the base of 140, so the third band
// stays half empty; the third in rank is vetoed.
func wujiahuiStars() []star {
	return plan(0x57a2, []int{
		302, 296, 295, 292, 290, 289, 288, 287, 286, 285, 284, 284, 283, 282, 281, 281, 280, 280,
	}, 2)
}

func starred(list []star, id string) bool {
	return slices.ContainsFunc(list, func(st star) bool { return st.id == id })
}

// longwuStarEvents are the events that add up to what a star must get.
func longwuStarEvents(p *place, rules scheme, st star) []event {
	var list []event
	left := st.add
	if left >= 9 {
		list = append(list, event{kind: rules.kind("commended"), story: pick(p.dice, longwuCommendations())})
		left -= 5
	}
	for n := 0; left > 4 && n < 5 || left >= 2 && n < 1; n++ {
		list = append(list, event{kind: rules.kind("good-deed"), times: 1, story: pick(p.dice, longwuDeeds())})
		left -= 2
	}
	if left > 0 {
		list = append(list, event{
			kind: rules.kind("public"), points: left,
			story: story{"村文化广场", "出工出料支持村内公益设施维修", "收料单", "村委会"},
		})
	}
	if st.veto {
		list = append(list, event{
			kind: rules.kind("building"), date: "2023-08-10",
			story: story{"宅院西侧", "占道搭建，限期内未拆除", "整改通知书", "镇综合执法队"},
		})
	}
	for i := range list {
		if list[i].date == "" {
			list[i].date = date(2023, 1+(i*5+p.dice.upTo(12))%12, 2+p.dice.upTo(22))
		}
		list[i] = longwuRecorded(p, list[i], st.id)
	}
	return list
}

// longwuRecorded fills in who wrote the event down, and that its panel approved it where that is asked.
func longwuRecorded(p *place, e event, id string) event {
	e.household, e.by = id, p.panel(p.at(id).group)[p.dice.upTo(5)]
	if e.kind.approval {
		return e.approve(3)
	}
	return e
}
