package main

import "slices"

// A habit is how often a kind of event happens, whether a member or the household does it, and its story.
type habit struct {
	weight int
	kind   string
	member bool
	story  story
}

// ningheEvents: in each quarter most households pass the look at their yard, and some do more.
func ningheEvents(p *place, all people) []event {
	var list []event
	for _, year := range []int{2022, 2023} {
		rules, habits := ningheScheme(year), ningheHabits()
		if year == 2023 && p.path == "ninghe/yuelong/jiangdian" {
			rules = jiangdianScheme()
			habits = append(habits, habit{14, "river", true, story{"河堤", "按班次巡护河道，清理漂浮物", "巡护记录", "村河长"}})
		}
		for _, t := range quarters(year) {
			for _, h := range p.roster(t) {
				list = append(list, ningheQuarter(p, all, rules, h, t, habits)...)
			}
		}
	}
	if p.path == "ninghe/dabei/shifancun" {
		list = append(list, ningheNewcomer(p, ningheScheme(2023)))
	}
	number("N", list)
	return list
}

// ningheNewcomer is a deed of a household within the quarter in which it came: there is no sheet in which it
// could have a row, and the deed puts it into the quarter's table.
func ningheNewcomer(p *place, rules scheme) event {
	return event{
		date: "2023-03-26", household: "019", member: "019-1", kind: rules.kind("volunteer"), times: 1,
		story: story{"文化广场", "参加志愿服务队活动", "签到表", "志愿服务队"}, by: p.panel("2")[0],
	}
}

// ningheCorrections: when its income was long shared out, 北株村 finds a deed of that year that was none. What
// was paid stays.
func ningheCorrections(events []event) []correction {
	for _, e := range events {
		if e.household == "016" && e.date == "2022-12-23" && e.kind.id == "training" {
			return []correction{{
				date: "2024-01-05", period: "2022-Q4", household: e.household, target: e.no, from: "2", to: "0",
				reason: "核对结业名册，这场培训没有本户的人，撤销本条",
			}}
		}
	}
	panic("no such deed")
}

// ningheQuarter is what a household does in a quarter; nothing rare twice, and nothing twice on a day.
func ningheQuarter(p *place, all people, rules scheme, h household, t period, habits []habit) []event {
	var list []event
	if p.dice.chance(h.quality - 5) {
		list = append(list, ningheEvent(p, all, rules, h, t, habits[0]))
	}
	for range p.dice.upTo(h.quality / 11) {
		b := choose(p.dice, rules, habits)
		e := ningheEvent(p, all, rules, h, t, b)
		rare := b.weight <= 6 && slices.ContainsFunc(list, func(o event) bool { return o.kind.id == e.kind.id })
		if !rare && !known(list, e) {
			list = append(list, e)
		}
	}
	return list
}

// choose is one of the habits that the rules know, by weight.
func choose(d *dice, rules scheme, habits []habit) habit {
	sum := 0
	for _, b := range habits {
		sum += b.weight
	}
	for {
		n := d.upTo(sum)
		for _, b := range habits {
			if n -= b.weight; n >= 0 {
				continue
			}
			for _, k := range rules.kinds {
				if k.id == b.kind {
					return b
				}
			}
			break
		}
	}
}

func ningheEvent(p *place, all people, rules scheme, h household, t period, b habit) event {
	e := event{
		date: date(t.year, t.month+p.dice.upTo(3), 2+p.dice.upTo(23)), household: h.id,
		kind: rules.kind(b.kind), times: 1, story: b.story, by: p.panel(h.group)[p.dice.upTo(5)],
	}
	if b.member {
		e.member = pick(p.dice, all.on(h.id, e.date)).no
	}
	if b.kind == "jobs" {
		e.points = 2 + p.dice.upTo(5)
	}
	if e.kind.approval {
		return e.approve(3)
	}
	return e
}

// ningheHabits begins with the look at the yards.
func ningheHabits() []habit {
	return []habit{
		{0, "clean", false, story{"自家庭院", "季度抽查，庭院清洁合格", "抽查表、照片", "村积分管理员"}},
		{10, "lecture", true, story{"村委会", "参加集中宣讲", "签到表", "村积分管理员"}},
		{1, "enlist", true, story{"区武装部", "应征入伍", "入伍通知书", "区武装部反馈"}},
		{6, "mediate", true, story{"村调解室", "劝和邻里，促成双方签字和解", "调解协议书", "人民调解委员会"}},
		{1, "gamble", true, story{"村外", "参与赌博受到处理", "行政处罚决定书", "法律文书"}},
		{22, "meeting", true, story{"村委会", "参加村民会议并发言", "签到表", "村积分管理员"}},
		{16, "labour", true, story{"村东沟渠", "义务清淤半天", "派工单", "村委会"}},
		{6, "advice", true, story{"村委会", "提出的路灯布点建议被采用", "会议纪要", "村委会"}},
		{10, "sorting", false, story{"分类投放点", "当月垃圾分类达标", "检查表", "保洁员"}},
		{6, "rubbish", false, story{"街巷", "占用公共通道堆放杂物", "现场照片", "村积分管理员"}},
		{6, "care", false, story{"自家", "多年照料卧床老人", "邻里证言", "妇女主任"}},
		{4, "kin", true, story{"镇政府", "获评好公婆、好儿媳", "表彰文件", "镇妇联"}},
		{30, "volunteer", true, story{"文化广场", "参加志愿服务队活动", "签到表", "志愿服务队"}},
		{4, "blood", true, story{"区献血屋", "无偿献血", "献血证", "区血站反馈"}},
		{3, "thrift", false, story{"本村", "婚事新办，只请近亲", "红白理事会记录", "红白理事会"}},
		{1, "lavish", false, story{"本村", "宴席规模超过村规民约", "红白理事会记录", "红白理事会"}},
		{10, "training", true, story{"镇成人学校", "完成种植技术培训", "结业证", "镇农业服务中心"}},
		{5, "jobs", false, story{"家庭农场", "带动村民就近务工", "用工合同", "区新闻报道"}},
	}
}
