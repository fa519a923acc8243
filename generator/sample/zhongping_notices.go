package main

// zhongpingPosted is the day on which a month's notice went up; "" for the one in preparation.
func zhongpingPosted(t period) day {
	switch t.name {
	case "2024-01":
		return ""
	case "2023-12":
		return "2024-01-10"
	case "2023-11":
		return "2023-12-08"
	}
	return workday(t.last.plus(7))
}

// zhongpingNotice is a month's notice; one month is disputed, one corrected, the last a draft.
func zhongpingNotice(p *place, t period, i int) notice {
	n := notice{period: t, posted: zhongpingPosted(t), visited: zhongpingVisit(t)}
	if n.posted == "" {
		n.note = "草稿：入户评分已完成，评议会尚未召开，张贴后补填 posted"
		return n
	}
	n.meeting = workday(t.last.plus(2))
	n.present = 17 + (i*5)%7
	n.supervised = "村务监督委员会三名成员"
	n.panels = zhongpingPanels(p, i)
	n.objections = zhongpingObjections(t)
	switch t.name {
	case "2023-11", "2023-12": // disputed and open: not reported yet
	case "2023-06":
		n.reported = reportDay("2023-07-12")
	default:
		n.reported = reportDay(n.posted)
	}
	return n
}

// zhongpingQuarter is a quarter that sums its months, by which the village honours households.
func zhongpingQuarter() notice {
	return notice{
		period: quarterOf(2023, 3), posted: "2023-10-16", meeting: "2023-10-13", present: 21,
		supervised: "村务监督委员会三名成员", reported: "2023-10-20",
	}
}

// zhongpingPanels is the working group (两委、组长、片支部书记、党员代表、村民代表): the same members each
// month but for the last, the villagers' representative, who takes turns.
func zhongpingPanels(p *place, i int) []group {
	var list []group
	for j, g := range p.groups {
		members := append([]string{}, g.panel[:5]...)
		if (i+j)%3 != 0 {
			members = append(members, g.panel[5])
		}
		list = append(list, group{id: g.id, panel: members})
	}
	return list
}

func zhongpingObjections(t period) []objection {
	switch t.name {
	case "2023-06":
		return []objection{{
			household: "012", about: "庭院", received: "2023-07-09",
			text:    "院边木料不是本户堆放，请求复查",
			decided: "2023-07-12", outcome: upheld, answer: "复查属实，庭院由11分改为14分，公示期重新计算",
		}}
	case "2023-08":
		return []objection{{
			household: "031", about: "客厅", received: "2023-09-08",
			text:    "认为客厅扣分偏重",
			decided: "2023-09-09", outcome: rejected, answer: "评议小组对照入户照片复核，扣分符合标准，维持原分",
		}}
	case "2023-09":
		return []objection{{
			household: "042", about: "厨房", received: "2023-10-20",
			text:    "外出回来后才看到公示，请求说明厨房扣分原因",
			decided: "2023-10-22", outcome: rejected, answer: "公示期已于10月10日结束；仍逐项作了说明，原分不变",
		}}
	case "2023-11":
		return []objection{{
			household: "028", about: "厨房", received: "2023-12-11",
			text: "入户当天厨房正在翻修，请求另定日期复评",
		}}
	}
	return nil
}
