package main

// zhongpingScheme is Z2 to Z6: five categories that make 100 points, assessed each month.
func zhongpingScheme() scheme {
	return scheme{
		title: "中坪村社会治理积分办法（示例）", basis: "《中坪村社会治理积分使用管理办法》",
		effective: "2023-01-01", carry: "year", decimals: 1, base: 100,
		missing: "error", notApplicable: "full",
		benefits: []string{"凭积分在爱心超市兑换日用品", "年终评选先进时作为参考"},
		adopted:  adopted{date: "2022-12-18", meeting: "村民代表会议", yes: 34, no: 2, filed: "2022-12-22"},
		honours: &honours{cycle: "quarter", rounding: "down", ties: "in", levels: []level{
			{name: "季度文明户", top: 10, reward: "张榜表扬，赠送日用品一份"},
		}},
		categories: []category{
			{id: "habitat", name: "人居环境", cycle: "month", combine: "sum", items: []item{
				{id: "yard", name: "庭院", points: 15, standard: "院坝扫过，看不到生活垃圾和废旧杂物"},
				{id: "parlour", name: "客厅", points: 10, standard: "地面清洁，桌椅柜面没有积灰"},
				{id: "kitchen", name: "厨房", points: 10, standard: "锅碗灶具归位，地面干净"},
				{id: "bedroom", name: "卧室", points: 10, standard: "被褥叠好，衣帽鞋袜各有其位"},
				{id: "toilet", name: "厕所", points: 5, standard: "无异味、无污垢，粪污不外流，能正常使用"},
			}},
			{id: "vanguard", name: "先锋模范", cycle: "month", combine: "sum", items: []item{
				{id: "lead", name: "带头与参与", points: 10, standard: "党员家庭看带头、骨干和联系群众；其他家庭看参与产业和公益"},
				{id: "voice", name: "传播正能量", points: 5, standard: "说实话、传好事，不造谣传谣"},
				{id: "law", name: "遵纪守法", points: 5, standard: "遵守法律和社会公德"},
			}},
			{id: "study", name: "学生就学", cycle: "month", combine: "sum", items: []item{
				{id: "parents", name: "父母督促", points: 5, standard: "支持孩子上学，过问孩子学习"},
				{id: "reading", name: "学生读书", points: 5, standard: "按时到校，学习用功"},
			}},
			{id: "work", name: "创业就业", cycle: "month", combine: "sum", items: []item{
				{id: "attitude", name: "务工态度", points: 5, standard: "有劳动能力的人踏实做工，不沾赌博"},
				{id: "jobs", name: "就业创业", points: 5, standard: "家中富余劳动力有事做：务工、经营或创业"},
			}},
			{id: "unity", name: "团结友爱", cycle: "month", combine: "sum", items: []item{
				{id: "family", name: "孝老爱亲", points: 5, standard: "赡养老人、关爱子女，家中无暴力", sensitive: true},
				{id: "neighbours", name: "邻里和睦", points: 5, standard: "与邻居和周围的人相处融洽", sensitive: true},
			}},
		},
		kinds: []kind{
			{id: "good-deed", name: "好人好事", category: "unity", points: 2, per: "件", perMonth: 4, perYear: 10, approval: true},
			{id: "party-lead", name: "党员带头义务劳动", category: "vanguard", points: 1, per: "次", perMonth: 2},
			{id: "volunteer", name: "志愿服务", category: "vanguard", low: 1, high: 3, per: "次", perMonth: 6},
			{id: "litter", name: "乱倒垃圾", category: "habitat", points: -2, per: "次"},
			{id: "quarrel", name: "邻里纠纷拒绝调解", category: "unity", points: -3, per: "次", sensitive: true},
		},
	}
}

// canApply says whether an item can apply to a household or organisation of Z at all.
func canApply(h household, it item, students bool) bool {
	switch it.id {
	case "parents", "reading":
		return h.kind != unit && students
	case "attitude":
		return h.kind == farming
	case "jobs":
		return h.kind != elderly
	case "parlour", "kitchen", "bedroom", "family":
		return h.kind != unit
	}
	return true
}
