package main

// fengshengPosted is the day of a month's notice: in the first days of the next month; 街村 was late with its last.
func fengshengPosted(folder string, t period, i int) day {
	if t.name == "2023-12" {
		if folder == "jiecun" {
			return "2024-01-10"
		}
		return "2024-01-05"
	}
	return workday(t.last.plus(5 + i%3))
}

func fengshengNotice(p *place, folder string, t period, i int) notice {
	n := notice{
		period: t, posted: fengshengPosted(folder, t, i), visited: fengshengVisit(t),
		meeting: workday(t.last.plus(2)), present: 9 + (i+t.month)%5, supervised: p.supervisor,
		objections: fengshengObjections(folder, t),
	}
	settled := n.posted
	for _, o := range n.objections {
		if o.outcome == upheld {
			settled = o.decided
		}
	}
	if settled < "2024-01-10" {
		n.reported = reportDay(settled)
	}
	return n
}

// fengshengQuarter is what 双碑村 alone posts besides: a quarter that sums its months, once
// they were all final.
func fengshengQuarter(p *place) notice {
	return notice{
		period: quarterOf(2023, 1), posted: "2023-04-17", meeting: "2023-04-14", present: 12,
		supervised: p.supervisor, reported: reportDay("2023-04-17"),
	}
}

func fengshengObjections(folder string, t period) []objection {
	switch folder + " " + t.name {
	case "qiaowan 2023-05":
		return []objection{{
			household: "013", about: "室外三归", received: "2023-06-08", text: "评分表上此项空着，却按满分计",
			decided: "2023-06-09", outcome: upheld, answer: "该项漏评属实，已补看现场并补记4分",
		}}
	case "wangjia 2022-10":
		return []objection{{
			household: "018", about: "志愿服务与村务", received: "2022-11-08", text: "同一次服务记了两遍",
			decided: "2022-11-09", outcome: upheld, answer: "查签到表，同一天的服务重复登记，撤销其中一条",
		}}
	case "shijia 2023-07":
		return []objection{{
			household: "025", about: "庭院三不见", received: "2023-08-08", text: "认为院角堆的是备用砖块，不是建筑垃圾",
			decided: "2023-08-10", outcome: rejected, answer: "现场照片中为拆除后的碎砖，属于建筑垃圾，维持原分",
		}}
	}
	return nil
}

// fengshengCorrections: one fills an empty cell, one voids an event.
func fengshengCorrections(folder string, events []event) []correction {
	switch folder {
	case "qiaowan":
		return []correction{{
			date: "2023-06-09", period: "2023-05", household: "013", target: "室外三归", from: "", to: "4",
			reason: "评分表漏填，补看现场后补记", objection: "1",
		}}
	case "wangjia":
		return []correction{{
			date: "2022-11-09", period: "2022-10", household: "018", target: tagged(events, "twice"), from: "3", to: "0",
			reason: "同一次服务重复登记，撤销本条", objection: "1",
		}}
	}
	return nil
}
