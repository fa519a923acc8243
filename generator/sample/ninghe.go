package main

// ninghe is N: a district, three towns, five villages; persons and households, averages, lifetime points.
func ninghe(s site) {
	district := &place{
		path: "ninghe", name: "宁河区（示例）", kind: "district", joined: "2022-01-01", line: 401,
		office: "区积分制工作领导小组办公室", supervisor: "区农业农村委",
	}
	district.writePlace(s)
	s.text(district.file("scheme/2022.toml"), ningheScheme(2022).toml())
	s.text(district.file("scheme/2023.toml"), ningheScheme(2023).toml())
	ningheTown(s, "dabei", "大北镇", 411, nil)
	ningheTown(s, "yuelong", "岳龙镇", 421, []setting{{"count", "working"}})
	ningheTown(s, "banqiao", "板桥镇", 431, nil)
	for i, v := range ningheVillages() {
		ningheVillage(s, v, 441+10*i)
	}
}

func ningheTown(s site, folder, name string, line int, publicity []setting) {
	town := &place{
		path: "ninghe/" + folder, name: name + "（示例）", kind: "town", line: line, publicity: publicity,
		office: name + "乡村治理办公室", supervisor: name + "纪委",
	}
	town.writePlace(s)
}

// A ningVillage is one of N8's five.
type ningVillage struct {
	path, name string
	seed       uint64
}

func ningheVillages() []ningVillage {
	return []ningVillage{
		{"ninghe/dabei/shifancun", "示范村", 0xa01}, {"ninghe/yuelong/jiangdian", "姜甸村", 0xa02},
		{"ninghe/banqiao/beizhu", "北株村", 0xa03}, {"ninghe/banqiao/beibanqiao", "北板桥村", 0xa04},
		{"ninghe/banqiao/yusan", "于三村", 0xa05},
	}
}

func ningheVillage(s site, v ningVillage, line int) {
	p := newPlace(v.path, v.name, v.seed)
	p.line, p.stage = line, "第一阶段试点"
	p.groups = []group{
		{id: "1", name: "东片", panel: p.names.names(5)},
		{id: "2", name: "西片", panel: p.names.names(5)},
	}
	p.example = example{"017", "2023"}
	p.settle(20, "2021-12-22")
	for i := range p.households {
		p.households[i].shares = 2 + p.dice.upTo(6)
	}
	for _, id := range []string{"018", "019"} {
		p.at(id).kind, p.at(id).shares = incoming, 0 // residents from elsewhere (N1)
	}
	ningheSpecial(p)
	people := newPeople(p)
	p.writePlace(s)
	p.writeHouseholds(s, true)
	people.write(s, p)
	if v.path == "ninghe/yuelong/jiangdian" {
		s.text(p.file("scheme/2023.toml"), jiangdianScheme().toml())
	}
	for _, year := range []int{2022, 2023} {
		for _, t := range append(quarters(year), yearOf(year)) {
			ningheNotice(p, t).write(s, p)
		}
	}
	events := ningheEvents(p, people)
	writeEvents(s, p, events, true)
	if v.path == "ninghe/banqiao/beizhu" {
		writeCorrections(s, p, ningheCorrections(events))
		ningheUse(s, p)
	}
}

// ningheSpecial gives each village what the others do not have.
func ningheSpecial(p *place) {
	switch p.path {
	case "ninghe/dabei/shifancun":
		p.note = "原文此处的村名已缺，示例称为示范村"
		h := p.at("019")
		h.joined, h.consent = "2023-02-15", "2023-02-15" // a deed of March lets it in within the quarter
	case "ninghe/banqiao/beizhu":
		p.at("020").left, p.at("020").into = "2022-12-31", "006"
	case "ninghe/banqiao/beibanqiao":
		p.at("015").left = "2023-08-10"
	case "ninghe/banqiao/yusan":
		p.at("014").away = true
		p.at("007").head = p.names.given("诸葛")
	}
}

// ningheNotice is the notice of a quarter or a year; what ends with the year goes up a few days into the next.
func ningheNotice(p *place, t period) notice {
	n := notice{
		period: t, posted: workday(t.last.plus(5)), meeting: workday(t.last.plus(1)),
		present: 8 + t.month%4, supervised: p.supervisor,
	}
	if len(t.name) == 4 {
		n.present = 25
		n.supervised = "镇包村干部、" + p.supervisor
	}
	if t.last == "2023-12-31" {
		n.posted, n.meeting = "2024-01-03", "2024-01-02"
	}
	n.reported = workday(lastDay(n.posted).plus(3))
	return n
}
