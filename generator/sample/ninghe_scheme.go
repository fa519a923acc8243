package main

import "slices"

// ningheScheme is N1 to N6: events alone, under the eight headings that the text names (the ninth and the list
// of 51 items are lost, so the items here are chosen). 2023 drops an item, adds one and changes a value (N3).
func ningheScheme(year int) scheme {
	r := scheme{
		title: "宁河区乡村治理积分制（示例，2022年版）", basis: "宁河区推广运用积分制实施方案",
		effective: "2022-01-01", cycle: "quarter", carry: "lifetime", rankBy: "average",
		benefits: []string{"各级评优评先优先考虑", "优先享受扶持政策", "优先享受信用贷款", "村内福利按积分浮动", "股份经济合作社收益按“股份+积分”分配"},
		adopted:  adopted{date: "2021-12-20", meeting: "五个试点村村民代表会议（合计）", yes: 139, no: 6, filed: "2021-12-24"},
		kinds:    ningheKinds(),
		honours: &honours{cycle: "year", rounding: "down", ties: "out", levels: []level{
			{name: "文明家庭", count: 3, reward: "全村通报表扬，优先推荐区、镇评选"},
			{name: "最美家庭", count: 6, reward: "全村通报表扬"},
		}},
	}
	if year == 2022 {
		return r
	}
	r.title, r.effective = "宁河区乡村治理积分制（示例，2023年版）", "2023-01-01"
	r.adopted = adopted{date: "2022-12-19", meeting: "五个试点村村民代表会议（合计）", yes: 143, no: 3, filed: "2022-12-23"}
	r.kinds = slices.DeleteFunc(r.kinds, func(k kind) bool { return k.id == "lecture" })
	for i, k := range r.kinds {
		if k.id == "volunteer" {
			r.kinds[i].points = 3
		}
	}
	rubbish := slices.IndexFunc(r.kinds, func(k kind) bool { return k.id == "rubbish" })
	r.kinds = slices.Insert(r.kinds, rubbish, kind{
		id: "sorting", name: "垃圾分类达标", category: "人居环境", points: 1, per: "次", perMonth: 1,
	})
	return r
}

// jiangdianScheme is the district's of 2023 with an item that this village adds.
func jiangdianScheme() scheme {
	r := ningheScheme(2023)
	r.title = "姜甸村积分制（示例，2023年版）"
	r.basis = "宁河区推广运用积分制实施方案；姜甸村增加“河道巡护”一项"
	r.adopted = adopted{date: "2022-12-24", meeting: "姜甸村村民代表会议", yes: 29, no: 1, filed: "2022-12-27"}
	rubbish := slices.IndexFunc(r.kinds, func(k kind) bool { return k.id == "rubbish" })
	r.kinds = slices.Insert(r.kinds, rubbish, kind{
		id: "river", name: "河道巡护", category: "人居环境", points: 2, per: "次", perMonth: 4,
	})
	return r
}

func ningheKinds() []kind {
	return []kind{
		{id: "lecture", name: "参加集中宣讲", category: "爱党爱国", points: 1, per: "次", perMonth: 2},
		{id: "enlist", name: "应征入伍", category: "爱党爱国", points: 10, per: "人"},
		{id: "mediate", name: "主动化解纠纷", category: "遵纪守法", points: 3, per: "件"},
		{id: "gamble", name: "参与赌博", category: "遵纪守法", points: -5, per: "次", sensitive: true},
		{id: "meeting", name: "参加村民会议", category: "乡村建设", points: 1, per: "次", perMonth: 2},
		{id: "labour", name: "义务投工", category: "乡村建设", points: 2, per: "次", perMonth: 6},
		{id: "advice", name: "建言被采纳", category: "乡村建设", points: 3, per: "件"},
		{id: "clean", name: "清洁庭院抽查合格", category: "人居环境", points: 2, per: "次", perMonth: 2},
		{id: "rubbish", name: "乱堆乱放", category: "人居环境", points: -2, per: "次"},
		{id: "care", name: "照料老人事迹突出", category: "家庭美德", points: 3, per: "件"},
		{id: "kin", name: "获评好公婆好儿媳", category: "家庭美德", points: 5, per: "次"},
		{id: "volunteer", name: "志愿服务", category: "公益美德", points: 2, per: "次", perYear: 24},
		{id: "blood", name: "无偿献血", category: "公益美德", points: 5, per: "次"},
		{id: "thrift", name: "红白事简办", category: "移风易俗", points: 5, per: "件"},
		{id: "lavish", name: "大操大办", category: "移风易俗", points: -5, per: "件"},
		{id: "training", name: "参加技能培训", category: "兴业致富", points: 2, per: "次", perMonth: 4},
		{id: "jobs", name: "带动就业", category: "兴业致富", low: 2, high: 6, per: "人", perYear: 18, approval: true},
	}
}
