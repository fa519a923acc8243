package main

import (
	"slices"
	"strings"
)

// longwu is L: two villages that assess by quarter and year, across their zones, and give stars.
func longwu(s site) {
	town := &place{
		path: "longwu", name: "龙雨庄、武家汇试点（示例）", kind: "town", joined: "2023-01-01", stage: "第一批试点",
		office: "镇乡村治理领导小组办公室（设在党政办）", supervisor: "镇纪委", line: 301,
	}
	town.writePlace(s)
	s.text(town.file("scheme/2023.toml"), longwuScheme().toml())
	longwuVillage(s, longwuPlace("longyuzhuang", "龙雨庄村", 311, 0x1a1), longyuzhuangStars(), []string{"033", "066"})
	longwuVillage(s, longwuPlace("wujiahui", "武家汇村", 321, 0x1a2), wujiahuiStars(), []string{"012", "048", "072"})
}

// longwuPlace has two zones of forty whose panels assess each other's (L4).
func longwuPlace(folder, name string, line int, seed uint64) *place {
	p := newPlace("longwu/"+folder, name, seed)
	p.joined, p.line = "2023-01-01", line
	p.supervisor = "镇纪委、" + name + "村监委会"
	p.publicity = []setting{{"days", 3}}
	p.groups = []group{
		{id: "1", name: "第一片区", panel: p.names.names(5), assesses: "2"},
		{id: "2", name: "第二片区", panel: p.names.names(6), assesses: "1"},
	}
	p.example = example{"002", "2023"}
	p.settle(80, "2022-12-20")
	return p
}

// longwuVillage writes a village: its stars are made to order, so that the edges of the bands are where
// something is to be seen.
func longwuVillage(s site, p *place, stars []star, away []string) {
	for _, id := range append([]string{"027", "054"}, away...) {
		p.at(id).kind = elderly // old people's households may choose (L3)
		p.at(id).away = slices.Contains(away, id)
	}
	rules := longwuScheme()
	p.writePlace(s)
	p.writeHouseholds(s, false)
	var events []event
	for _, st := range stars {
		events = append(events, longwuStarEvents(p, rules, st)...)
	}
	events = append(events, longwuOrdinaryEvents(p, rules, stars)...)
	number("L", events)
	for q, t := range quarters(2023) {
		sh := newSheet(p, t, rules.items("quarter"), workday(t.last.plus(-11)), longwuCell(p, stars))
		for _, st := range stars {
			longwuLose(p, sh, st.id, st.lost[q])
		}
		if t.name == "2023-Q2" && strings.HasSuffix(p.path, "wujiahui") {
			sh.set("033", "庭院绿化", na)
		}
		sh.write(s, p)
		longwuNotice(p, t).write(s, p)
	}
	longwuYear(s, p, rules, stars)
	writeEvents(s, p, events, false)
}

// longwuCell gives full marks to the stars, from whom points are taken by plan, and fair marks to the others.
func longwuCell(p *place, stars []star) func(household, item) string {
	return func(h household, it item) string {
		if starred(stars, h.id) {
			return number0(it.points)
		}
		return mark(p.dice, h.quality*7/8, it.points)
	}
}

// longwuLose takes so many points, one by one, from a household's cells that are not sensitive.
func longwuLose(p *place, sh *sheet, id string, points int) {
	var open []item
	for _, it := range sh.items {
		if !it.sensitive {
			open = append(open, it)
		}
	}
	start := p.dice.upTo(len(open))
	for i := range points {
		it := open[(start+i)%len(open)]
		sh.set(id, it.name, number0(it.points-1-i/len(open)))
	}
}

// longwuNotice is a quarter's notice.
func longwuNotice(p *place, t period) notice {
	n := notice{
		period: t, posted: workday(t.last.plus(6)), visited: workday(t.last.plus(-11)),
		meeting: workday(t.last.plus(-3)), present: 11, supervised: "镇纪委驻村干部、" + strings.TrimPrefix(p.supervisor, "镇纪委、"),
	}
	if t.name == "2023-Q4" {
		n.posted = "2024-01-02"
	}
	n.reported = reportDay(n.posted)
	if t.name == "2023-Q2" && strings.HasSuffix(p.path, "longyuzhuang") {
		n.objections = []objection{{
			household: "021", about: "门前三包", received: "2023-07-07", text: "认为门前停车不是本户的车",
			decided: "2023-07-09", outcome: rejected, answer: "扣分原因是门前堆放建材，与停车无关，维持原分",
		}}
	}
	return n
}
