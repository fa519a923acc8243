package main

// fengshengEvents is a handful of additions and deductions for each month of the village.
func fengshengEvents(p *place, rules scheme) []event {
	var list []event
	for _, t := range fengshengMonths(p.joined) {
		for range 3 + p.dice.upTo(3) {
			if e := fengshengEvent(p, rules, t); !known(list, e) {
				list = append(list, e)
			}
		}
	}
	if p.path == "fengsheng/wangjia" {
		once := event{
			date: "2022-10-19", household: "018", kind: rules.kind("volunteer"), by: p.groups[0].panel[2],
			story: story{"村便民中心", "协助核对医保参保名册", "签到表", "村民小组"},
		}.approve(5)
		twice := once
		twice.by, twice.tag = p.groups[0].panel[3], "twice"
		list = append(list, once, twice)
	}
	number("F", list)
	if p.path == "fengsheng/jiecun" {
		list = append(list, fengshengLate(p, rules))
	}
	return list
}

// fengshengLate is approved after its month was posted, when another deed of the month has used up most of the cap:
// it takes what is left, in the month after, and what was posted stays. It was entered last, so it has the next number.
func fengshengLate(p *place, rules scheme) event {
	e := event{
		no: "F202311-05", date: "2023-11-12", household: "030", kind: rules.kind("volunteer"), times: 2, by: p.groups[1].panel[1],
		story: story{"人行便道", "参加便道除草清扫", "签到表", "志愿服务队"},
	}
	return e.approve(32)
}

func fengshengEvent(p *place, rules scheme, t period) event {
	h := pick(p.dice, p.roster(t))
	for h.partial == t.name {
		h = pick(p.dice, p.roster(t))
	}
	e := event{date: t.first.plus(1 + p.dice.upTo(21)), household: h.id, by: p.panel(h.group)[p.dice.upTo(5)]}
	switch n := p.dice.upTo(100); {
	case n < 30:
		e.kind, e.story = rules.kind("good-deed"), pick(p.dice, fengshengDeeds())
		return fengshengReview(p, e, t)
	case n < 78:
		e.kind, e.story = rules.kind("volunteer"), pick(p.dice, fengshengServices())
		e.times = 1 + p.dice.upTo(6)/4
		return fengshengReview(p, e, t)
	case n < 90:
		e.kind = rules.kind("litter")
		e.story = story{"公路边", "生活垃圾未投放到收集点", "现场照片", "保洁员"}
	case n < 94:
		e.kind = rules.kind("burning")
		e.story = story{"承包地", "露天焚烧秸秆，已当场扑灭", "现场照片", "护林员"}
	default:
		e.kind = rules.kind("absent")
		e.story = story{"村会议室", "接到通知后未请假也未到会", "会议签到表", "村民小组"}
	}
	return e
}

// fengshengReview is the village panel's word on an addition: mostly yes, now and then no; in the last
// month some still wait.
func fengshengReview(p *place, e event, t period) event {
	n := p.dice.upTo(100)
	e = e.approve(2 + p.dice.upTo(4))
	switch {
	case n < 6:
		e.review = refused
	case n < 30 && t.name == "2023-12":
		e.review, e.reviewed = pending, ""
	}
	return e
}

func fengshengDeeds() []story {
	return []story{
		{"村小学", "给学生讲安全防溺水知识", "活动照片", "村小学反馈"},
		{"院坝", "参加镇里组织的政策宣讲", "宣讲记录", "镇宣传办"},
		{"场镇", "拾到手机交还失主", "失主感谢信", "失主反馈"},
		{"公路边", "把迷路的老人送回家", "家属签字", "家属反馈"},
	}
}

func fengshengServices() []story {
	return []story{
		{"村便民中心", "协助开展环境卫生评比", "评比表", "村民小组"},
		{"人行便道", "参加便道除草清扫", "签到表", "志愿服务队"},
		{"村便民中心", "协助老人办理社保认证", "服务记录", "村民小组"},
		{"堰塘", "参加堰塘清淤", "签到表", "村民小组"},
	}
}
