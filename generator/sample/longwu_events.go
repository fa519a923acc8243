package main

// longwuOrdinaryEvents: some others add a point or two, a few lose some.
func longwuOrdinaryEvents(p *place, rules scheme, stars []star) []event {
	var list []event
	for _, h := range p.roster(yearOf(2023)) {
		if starred(stars, h.id) {
			continue
		}
		e := event{date: date(2023, 1+p.dice.upTo(12), 2+p.dice.upTo(22))}
		switch n := p.dice.upTo(100); {
		case n < 45:
			e.kind, e.times = rules.kind("volunteer"), 1+p.dice.upTo(2)
			e.story = pick(p.dice, longwuServices())
		case n < 58:
			e.kind = rules.kind("litter")
			e.story = story{"巷道", "占用巷道堆放杂物，提醒后未清理", "现场照片", "评议小组"}
		case n < 62:
			e.kind = rules.kind("feast")
			e.story = story{"本村", "办酒席超过村规民约的桌数", "红白理事会记录", "红白理事会"}
		default:
			continue
		}
		list = append(list, longwuRecorded(p, e, h.id))
	}
	return list
}

func longwuCommendations() []story {
	return []story{
		{"镇政府", "获评镇级好媳妇", "表彰文件", "镇妇联"},
		{"镇政府", "获评镇级致富带头人", "表彰文件", "镇农业服务中心"},
		{"县城", "获评县级优秀志愿者", "荣誉证书", "县志愿者协会"},
	}
}

func longwuDeeds() []story {
	return []story{
		{"村道", "自备材料填补村道坑洼", "现场照片", "小组长"},
		{"邻家", "帮行动不便的老人搬运粮食", "老人签字", "小组长"},
		{"村口", "拾到钱包交还失主", "失主感谢信", "失主反馈"},
		{"机井房", "发现漏电及时断电报修", "维修单", "村电工"},
	}
}

func longwuServices() []story {
	return []story{
		{"村文化广场", "参加清扫志愿服务", "签到表", "志愿服务队"},
		{"村卫生室", "协助组织老人体检", "签到表", "村卫生室"},
		{"主街", "参加交通劝导", "值班表", "评议小组"},
	}
}
