package main

// longwuScheme is L1 and L2: forty and forty by the quarter, three times twenty by the year. The texts name the
// categories and their points; the items, the additions and the deductions are chosen.
func longwuScheme() scheme {
	return scheme{
		title: "农户积分制实施办法（示例）", basis: "镇乡村治理积分制实施方案",
		effective: "2023-01-01", carry: "year", decimals: 1, base: 140,
		missing: "error", notApplicable: "scale", cross: true,
		benefits: []string{
			"发展党员、推荐入党积极分子的重要依据", "优先推荐政府贴息贷款", "适度提高本地银行的信用额度", "年终各类评先评优",
		},
		adopted: adopted{date: "2022-12-16", meeting: "两村村民代表会议（合计）", yes: 71, no: 4, filed: "2022-12-20"},
		categories: []category{
			{id: "habitat", name: "环境整治", cycle: "quarter", combine: "mean", items: []item{
				{id: "yard", name: "院内整洁", points: 10, standard: "院内不堆杂物，农具柴草摆放有序"},
				{id: "gate", name: "门前三包", points: 10, standard: "门前包卫生、包绿化、包秩序"},
				{id: "sorting", name: "垃圾分类", points: 8, standard: "按类投放，不乱倒"},
				{id: "toilet", name: "厕所卫生", points: 6, standard: "卫生厕所常年能用，干净无异味"},
				{id: "green", name: "庭院绿化", points: 6, standard: "院内院外有花木并有人照管"},
			}},
			{id: "manners", name: "文明新风", cycle: "quarter", combine: "mean", items: []item{
				{id: "thrift", name: "移风易俗", points: 10, standard: "红白事从简，不攀比"},
				{id: "culture", name: "文体活动", points: 10, standard: "参加村里的文化、体育和学习活动"},
				{id: "elders", name: "敬老爱幼", points: 10, standard: "老人有人养，孩子有人管", sensitive: true},
				{id: "neighbours", name: "邻里互助", points: 10, standard: "邻里相帮，有矛盾先商量", sensitive: true},
			}},
			{id: "party", name: "党的建设", cycle: "year", items: []item{
				{id: "meetings", name: "参加会议学习", points: 8, standard: "党员按时参加组织生活；群众参加村里的宣讲和会议"},
				{id: "support", name: "支持村务", points: 6, standard: "支持村里依规作出的决定"},
				{id: "spread", name: "宣传政策", points: 6, standard: "把政策讲给家人和邻居听"},
			}},
			{id: "living", name: "民生保障", cycle: "year", items: []item{
				{id: "insurance", name: "参保缴费", points: 8, standard: "家人按时参加医疗和养老保险"},
				{id: "school", name: "子女教育", points: 6, standard: "适龄子女在校读书，没有辍学"},
				{id: "safety", name: "用电用火安全", points: 6, standard: "线路、灶具和取暖没有隐患"},
			}},
			{id: "law", name: "遵纪守法", cycle: "year", items: []item{
				{id: "lawful", name: "遵守法律", points: 10, standard: "家人没有违法行为"},
				{id: "covenant", name: "村规民约", points: 5, standard: "遵守村规民约"},
				{id: "petition", name: "依法表达", points: 5, standard: "有诉求通过正当途径反映"},
			}},
		},
		kinds:   longwuKinds(),
		honours: longwuHonours(),
	}
}

func longwuKinds() []kind {
	return []kind{
		{id: "commended", name: "受镇级以上表彰", category: "加分项", points: 5, per: "次", perYear: 10, approval: true},
		{id: "good-deed", name: "好人好事", category: "加分项", points: 2, per: "件", perYear: 10, approval: true},
		{id: "volunteer", name: "志愿服务", category: "加分项", points: 1, per: "次", perMonth: 2, approval: true},
		{id: "public", name: "支持公益事业", category: "加分项", low: 1, high: 4, per: "件", perYear: 8, approval: true},
		{id: "litter", name: "乱堆乱放", category: "减分项", points: -2, per: "次"},
		{id: "feast", name: "大操大办", category: "减分项", points: -4, per: "件"},
		{id: "building", name: "违法建设拒不整改", category: "减分项", points: -5, per: "件", approval: true, veto: true},
	}
}

// longwuHonours is L7.
func longwuHonours() *honours {
	return &honours{cycle: "year", rounding: "down", ties: "in", levels: []level{
		{name: "五星级文明户", top: 10, floor: "base", reward: "颁发奖牌，奖励300元的生活用品"},
		{name: "四星级文明户", top: 20, floor: "base", reward: "颁发奖牌，奖励200元的生活用品"},
		{name: "三星级文明户", top: 30, floor: "base", reward: "颁发奖牌，奖励100元的生活用品"},
	}}
}
