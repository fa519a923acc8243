package main

import "strings"

// zhongping is Z: a village of one hundred points, monthly, with organisations beside its households.
func zhongping(s site) {
	p := zhongpingPlace()
	rules := zhongpingScheme()
	p.writePlace(s)
	p.writeHouseholds(s, false)
	s.text(p.file("scheme/2023.toml"), rules.toml())
	var corrections []correction
	for i, t := range append(months(2023, 1, 12), monthOf(2024, 1)) {
		sh := zhongpingSheet(p, rules, t, i)
		if t.name == "2023-06" {
			sh.set("012", "庭院", "11")
			corrections = append(corrections, correction{
				date: "2023-07-12", period: t.name, household: "012", target: "庭院", from: "11", to: "14",
				reason: "复查：院边的木料是邻户当日卸放，不应扣本户的分", objection: "1",
			})
		}
		sh.write(s, p)
		zhongpingNotice(p, t, i).write(s, p)
	}
	zhongpingQuarter().write(s, p)
	writeCorrections(s, p, corrections)
	writeEvents(s, p, zhongpingEvents(p, rules), false)
	goods := zhongpingRewards()
	writeRewards(s, p, goods)
	writeRedemptions(s, p, zhongpingRedemptions(p, goods))
}

// zhongpingPlace settles the village, with the households that are something special.
func zhongpingPlace() *place {
	p := newPlace("zhongping", "中坪村", 0x5a01)
	p.joined, p.line = "2023-01-01", 101
	p.groups = []group{
		{id: "1", name: "第一组", panel: p.names.names(6)},
		{id: "2", name: "第二组", panel: p.names.names(6)},
	}
	p.example = example{"002", "2023-09"}
	p.settle(60, "2022-12-19")
	for _, id := range strings.Fields("007 019 034 051 058") {
		p.at(id).kind = elderly
	}
	p.at("005").head = p.names.given("欧阳")
	p.at("033").head = p.names.given("单")
	p.at("036").consent = ""
	p.at("045").away = true
	p.at("023").left = "2023-08-20"
	p.moves("017", "2", "2023-06-30")
	p.at("060").joined, p.at("060").consent, p.at("060").partial = "2023-05-10", "2023-05-10", "2023-05"
	for i, name := range []string{"便民超市", "农家餐馆", "花灯协会", "互助养蜂社"} {
		p.households = append(p.households, household{
			id: "D0" + string(rune('1'+i)), head: "示例" + name, group: p.groups[i%2].id, kind: unit,
			consent: "2022-12-28", quality: 90 + 2*i,
		})
	}
	return p
}

// zhongpingSheet is a month's visit: the villagers get a little better through the year, worse in harvest.
func zhongpingSheet(p *place, rules scheme, t period, month int) *sheet {
	items := rules.items("month")
	season := month / 2
	if t.month == 6 || t.month == 10 {
		season -= 7
	}
	if t.month == 1 {
		season += 6 // cleaned for the Spring Festival
	}
	return newSheet(p, t, items, zhongpingVisit(t), func(h household, it item) string {
		if !canApply(h, it, hasStudents(h)) {
			return na
		}
		bonus := season
		if it.id == "voice" || it.id == "law" || it.id == "family" || it.id == "neighbours" {
			bonus += 12
		}
		return mark(p.dice, min(97, h.quality-14+bonus), it.points)
	})
}

// zhongpingVisit is the first day of the two on which the working group goes round.
func zhongpingVisit(t period) day {
	if t.name == "2024-01" {
		return "2024-01-09"
	}
	if t.month == 1 {
		return "2023-01-17"
	}
	return workday(t.first.plus(22))
}

// hasStudents tells which households have children at school: a little over half of them.
func hasStudents(h household) bool {
	d := dice(0x57d)
	for _, r := range h.id {
		d += dice(r) << 8
		d.next()
	}
	return h.kind == farming && d.chance(58)
}
