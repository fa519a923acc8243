package main

// zhongpingEvents are the month's ordinary deeds and those that show a rule of their own.
func zhongpingEvents(p *place, rules scheme) []event {
	list := zhongpingSpecial(rules)
	for _, t := range months(2023, 1, 12) {
		for range 3 + p.dice.upTo(2) {
			list = append(list, zhongpingOrdinary(p, rules, t))
		}
	}
	for i := range list {
		list[i].by = p.groups[i%2].panel[1]
	}
	number("Z", list)
	return list
}

// zhongpingOrdinary is a deed of some household that stands in the month.
func zhongpingOrdinary(p *place, rules scheme, t period) event {
	h := pick(p.dice, p.roster(t))
	for h.id == "008" || h.partial == t.name {
		h = pick(p.dice, p.roster(t))
	}
	e := event{date: t.first.plus(1 + p.dice.upTo(23)), household: h.id}
	switch n := p.dice.upTo(100); {
	case n < 35:
		e.kind, e.story = rules.kind("good-deed"), pick(p.dice, goodDeeds())
		e = e.approve(2 + p.dice.upTo(3))
	case n < 55 && h.kind != unit:
		e.kind, e.times = rules.kind("party-lead"), 1
		e.story = story{"文化广场", "党员户带头参加每月清扫日", "签到表", "片支部"}
	case n < 90:
		e.kind, e.points = rules.kind("volunteer"), 1+p.dice.upTo(3)
		e.story = pick(p.dice, services())
	default:
		e.kind = rules.kind("litter")
		e.story = story{"河沟边", "向河沟倾倒生活垃圾，经提醒当场清走", "现场照片", "河道巡查"}
	}
	return e
}

// zhongpingSpecial: caps of the month and the year, a late approval, one pending, one refused, a sensitive one.
func zhongpingSpecial(rules scheme) []event {
	deed := rules.kind("good-deed")
	rescue := story{"村口公路", "清理塌方落石，守到道路恢复通行", "现场照片", "片长上报"}
	visit := story{"二组", "照看独居老人，代为取药", "服务记录", "村卫生室反馈"}
	return []event{
		event{date: "2023-02-14", household: "008", kind: deed, times: 3, story: rescue, tag: "month-cap"}.approve(4),
		event{date: "2023-05-11", household: "008", kind: deed, times: 1, story: visit}.approve(3),
		event{date: "2023-08-16", household: "008", kind: deed, times: 1, story: visit}.approve(3),
		event{date: "2023-10-17", household: "008", kind: deed, times: 1, story: visit}.approve(3),
		event{date: "2023-12-12", household: "008", kind: deed, times: 1, story: visit, tag: "year-cap"}.approve(3),
		event{date: "2023-03-20", household: "009", kind: deed, times: 1, story: rescue, tag: "late"}.approve(23),
		{date: "2023-12-18", household: "014", kind: deed, times: 1, story: visit, review: pending},
		{
			date: "2023-07-15", household: "026", kind: deed, times: 1, review: refused, reviewed: "2023-07-20",
			story: story{"村口", "帮亲戚搬运家具", "口头说明", "本户申报"},
		},
		{
			date: "2023-09-13", household: "052", kind: rules.kind("quarrel"),
			story: story{"二组", "与邻居争执，两次约请调解都未到场", "调解记录", "人民调解委员会"},
		},
		{
			date: "2023-11-09", household: "D03", kind: rules.kind("volunteer"), times: 2, points: 6,
			story: story{"文化广场", "义务组织敬老演出两场", "演出照片", "村文化站反馈"},
		},
	}
}

func goodDeeds() []story {
	return []story{
		{"村小学", "护送走散的低年级学生回家", "学校证明", "村小学反馈"},
		{"村道", "拾到钱物，找到失主归还", "失主感谢信", "失主反馈"},
		{"一组", "帮助缺少劳力的邻居搬运肥料和粮食", "邻居签字", "组长上报"},
		{"蓄水池", "发现水管破裂，自备工具抢修", "现场照片", "片长上报"},
	}
}

func services() []story {
	return []story{
		{"村委会", "协助入户登记", "签到表", "村委会"},
		{"文化广场", "参加环境清扫志愿服务", "签到表", "志愿服务队"},
		{"防火卡点", "防火期值守", "值班表", "护林员"},
		{"院坝", "协助组织院坝会", "会议记录", "组长上报"},
	}
}
