package main

// fengshengScheme is F2 to F5. The texts lost the amounts of the additions and say nothing of the deductions:
// those here are chosen.
func fengshengScheme() scheme {
	return scheme{
		title: "丰盛镇乡村治理积分制办法（示例）", basis: "丰盛镇推广运用乡村治理积分制的方案",
		effective: "2022-03-01", carry: "year", base: 100,
		missing: "full", notApplicable: "full",
		benefits: []string{"年终评选先进时作为参考", "村集体奖励的依据"},
		adopted:  adopted{date: "2022-02-18", meeting: "先行四村村民代表会议（合计）", yes: 148, no: 5, filed: "2022-02-22"},
		categories: []category{
			{id: "patriotism", name: "爱国", cycle: "month", combine: "sum", items: []item{
				{id: "leaflets", name: "政策宣传", points: 2, standard: "宣传国家政策，帮忙发放宣传资料"},
				{id: "speaking", name: "会议发言", points: 2, standard: "在村里召开的会议上主动发言，内容积极健康"},
				{id: "admission", name: "升学入伍", points: 2, standard: "家人考上本科及以上、报名入伍或申请入党"},
				{id: "rescue", name: "抢险救助", points: 4, standard: "为保护公共财产或他人安全而抢险、救灾、救人"},
			}},
			{id: "habitat", name: "人居环境", cycle: "month", combine: "sum", items: []item{
				{id: "yard", name: "庭院三不见", points: 6, standard: "看不到白色垃圾、生活垃圾、建筑垃圾"},
				{id: "rooms", name: "室内三整齐", points: 6, standard: "家具家电、被子床单、生活用品都放整齐"},
				{id: "kitchen", name: "厨房三要", points: 6, standard: "通风透气，摆放合理，干净有序"},
				{id: "toilet", name: "厕所三无", points: 6, standard: "无溢流、无蚊蝇、无臭味"},
				{id: "outdoors", name: "室外三归", points: 6, standard: "农具归顺，柴草归位，畜禽归栏"},
			}},
			{id: "law", name: "遵纪守法", cycle: "month", combine: "sum", items: []item{
				{id: "covenant", name: "村规民约", points: 5, standard: "遵守村规民约"},
				{id: "meetings", name: "支持配合", points: 5, standard: "支持村两委工作，参加村民会议等集体活动"},
				{id: "feasts", name: "喜事简办", points: 5, standard: "婚丧、满月、祝寿、升学、乔迁、开业等从简，不收高额彩礼礼金"},
				{id: "report", name: "举报违法", points: 5, standard: "举报违法犯罪并经查实", sensitive: true},
			}},
			{id: "manners", name: "乡风文明", cycle: "month", combine: "sum", items: []item{
				{id: "conviction", name: "拥护领导", points: 10, standard: "拥护党的领导，贯彻党和国家的方针政策"},
				{id: "harmony", name: "和睦文明", points: 10, standard: "家庭和睦、邻里和谐、尊老爱幼，崇尚科学，不搞迷信活动"},
			}},
			{id: "example", name: "示范带动", cycle: "month", combine: "sum", items: []item{
				{id: "business", name: "产业与建言", points: 10, standard: "发展致富产业，为村里献策并被采纳"},
				{id: "building", name: "参与建设", points: 5, standard: "参加乡村建设行动"},
				{id: "sorting", name: "环保与四防", points: 5, standard: "带头分类垃圾、堆肥，参加防火、防盗、防爆、防事故活动"},
			}},
		},
		kinds: []kind{
			{id: "good-deed", name: "好人好事与宣讲", category: "加分项", points: 5, per: "件", perMonth: 10, approval: true},
			{id: "volunteer", name: "志愿服务与村务", category: "加分项", points: 3, per: "次", perMonth: 9, approval: true},
			{id: "litter", name: "乱丢乱倒", category: "减分项", points: -2, per: "次"},
			{id: "burning", name: "露天焚烧秸秆", category: "减分项", points: -5, per: "件"},
			{id: "absent", name: "无故不参加村民会议", category: "减分项", points: -1, per: "次", perMonth: 2},
		},
	}
}
