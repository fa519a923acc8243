package main

import "slices"

// A fengVillage is one of F1's eight.
type fengVillage struct {
	folder, name string
	joined       day
	seed         uint64
}

func fengVillages() []fengVillage {
	return []fengVillage{
		{"youfang", "油房村", "2022-03-01", 0xf01}, {"wangjia", "王家村", "2022-03-01", 0xf02},
		{"qiaowan", "桥湾村", "2022-03-01", 0xf03}, {"shuangbei", "双碑村", "2022-03-01", 0xf04},
		{"shijia", "石家村", "2023-01-01", 0xf05}, {"liping", "梨坪村", "2023-01-01", 0xf06},
		{"jiecun", "街村", "2023-01-01", 0xf07}, {"qiaoshang", "桥上村", "2023-01-01", 0xf08},
	}
}

// fengsheng is F: a town whose one scheme eight villages inherit, half of them from the first year on.
func fengsheng(s site) {
	town := &place{
		path: "fengsheng", name: "丰盛镇（示例）", kind: "town", joined: "2022-03-01",
		office: "丰盛镇乡村治理办公室", supervisor: "丰盛镇纪委", line: 201,
	}
	town.writePlace(s)
	s.text(town.file("scheme/2022.toml"), fengshengScheme().toml())
	for i, v := range fengVillages() {
		fengshengVillage(s, v, i)
	}
}

func fengshengVillage(s site, v fengVillage, i int) {
	p := fengshengPlace(v, i)
	p.example = example{"006", "2023-06"}
	rules := fengshengScheme()
	events := fengshengEvents(p, rules)
	p.writePlace(s)
	p.writeHouseholds(s, false)
	for m, t := range fengshengMonths(v.joined) {
		sh := newSheet(p, t, rules.items("month"), fengshengVisit(t), fengshengCell(p, m+2*i, t))
		fengshengGaps(sh, v.folder)
		sh.write(s, p)
		fengshengNotice(p, v.folder, t, i).write(s, p)
	}
	if v.folder == "shuangbei" {
		fengshengQuarter(p).write(s, p)
	}
	if list := fengshengCorrections(v.folder, events); list != nil {
		writeCorrections(s, p, list)
	}
	writeEvents(s, p, events, false)
}

// fengshengMonths are the months from the village's first day to the end of 2023.
func fengshengMonths(joined day) []period {
	if joined == "2022-03-01" {
		return slices.Concat(months(2022, 3, 12), months(2023, 1, 12))
	}
	return months(2023, 1, 12)
}

func fengshengPlace(v fengVillage, i int) *place {
	p := newPlace("fengsheng/"+v.folder, v.name, v.seed)
	p.joined, p.line = v.joined, 211+10*i
	p.stage = "第一批试点"
	if v.joined == "2023-01-01" {
		p.stage = "全面推开"
	}
	p.groups = []group{
		{id: "1", name: "第一村民小组", panel: p.names.names(5)},
		{id: "2", name: "第二村民小组", panel: p.names.names(5)},
	}
	p.settle(40, v.joined.plus(-20))
	p.at("011").kind, p.at("032").kind = elderly, elderly
	switch v.folder {
	case "shuangbei":
		p.at("040").joined, p.at("040").consent, p.at("040").partial = "2022-09-12", "2022-09-12", "2022-09"
		p.at("022").left = "2023-03-31"
	case "liping":
		p.at("016").away = true
		p.at("038").consent = ""
	case "qiaoshang":
		p.at("009").away, p.at("027").away = true, true
	}
	return p
}

// fengshengVisit is the first day of the two on which the group looks at the houses.
func fengshengVisit(t period) day { return workday(t.first.plus(22)) }

// fengshengCell: what depends on an occasion (a rescue, a report …) does not apply where there was none.
func fengshengCell(p *place, progress int, t period) func(household, item) string {
	season := progress / 3
	if t.month == 6 || t.month == 10 {
		season -= 7
	}
	return func(h household, it item) string {
		bonus := season
		switch it.id {
		case "admission", "rescue", "report":
			if p.dice.chance(80) {
				return na
			}
			bonus += 20
		case "conviction":
			bonus += 30
		case "harmony", "covenant":
			bonus += 10
		}
		return mark(p.dice, min(98, h.quality-16+bonus), it.points)
	}
}

// fengshengGaps leaves a row or a cell out here and there; the scheme counts them in full.
func fengshengGaps(sh *sheet, folder string) {
	switch folder + " " + sh.period.name {
	case "youfang 2022-07":
		sh.drop("021")
	case "qiaowan 2023-05":
		sh.set("013", "室外三归", "")
	case "liping 2023-08":
		sh.drop("030")
	case "jiecun 2023-10":
		sh.set("007", "厨房三要", "")
		sh.set("024", "参与建设", "")
	}
}
