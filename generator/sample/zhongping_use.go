package main

import (
	"cmp"
	"slices"
	"strconv"
)

// A reward is a row of rewards.csv.
type reward struct {
	no, name     string
	points       int
	stock        int // 0: no limit
	unit         string
	source, note string
}

// A redemption is a row of redemptions.csv.
type redemption struct {
	date      day
	household string
	reward    reward
	count     int
	by        string
}

// zhongpingRewards is Z8's catalogue; goods and prices are invented.
func zhongpingRewards() []reward {
	return []reward{
		{"S01", "洗衣皂", 20, 60, "块", "村集体收入", ""},
		{"S02", "毛巾", 30, 40, "条", "县妇联捐赠", ""},
		{"S03", "牙膏", 30, 40, "支", "村集体收入", ""},
		{"S04", "挂面", 40, 40, "把", "爱心企业捐赠", "每把一千克"},
		{"S05", "洗衣液", 80, 20, "瓶", "村集体收入", ""},
		{"S06", "菜籽油", 150, 12, "桶", "村集体收入", "每桶二点五升"},
		{"S07", "大米", 160, 12, "袋", "爱心企业捐赠", "每袋五千克"},
		{"S08", "理发一次", 40, 0, "次", "志愿服务队", "村里的理发店凭券"},
	}
}

// zhongpingRedemptions: from March on, on a market day after the former month became final, a
// few households exchange far less than they have: of each month that is final, thirty points.
func zhongpingRedemptions(p *place, goods []reward) []redemption {
	var list []redemption
	used := make(map[string]int)
	for _, t := range months(2023, 3, 12) {
		for range 4 {
			h := pick(p.dice, p.roster(t))
			for h.joined > "2023-03-01" || used[h.id] > 0 && p.dice.chance(70) {
				h = pick(p.dice, p.roster(t))
			}
			r := redemption{
				date: t.first.plus(17 + p.dice.upTo(3)), household: h.id,
				reward: pick(p.dice, goods), count: 1, by: p.groups[0].panel[2],
			}
			if r.reward.points < 50 && p.dice.chance(40) {
				r.count = 2
			}
			have := 30*(t.month-2) - used[h.id]
			for r.reward.points*r.count > have && r.reward.points > 20 {
				r.reward, r.count = pick(p.dice, goods), 1
			}
			if r.reward.points*r.count <= have {
				used[h.id] += r.reward.points * r.count
				list = append(list, r)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b redemption) int { return cmp.Compare(a.date, b.date) })
	return list
}

func writeRewards(s site, p *place, goods []reward) {
	var rows [][]string
	for _, g := range goods {
		stock := ""
		if g.stock > 0 {
			stock = strconv.Itoa(g.stock)
		}
		rows = append(rows, []string{g.no, g.name, strconv.Itoa(g.points), stock, g.unit, g.source, g.note})
	}
	s.table(p.file("rewards.csv"), []string{"编号", "名称", "积分", "库存", "单位", "来源", "说明"}, rows)
}

func writeRedemptions(s site, p *place, list []redemption) {
	var rows [][]string
	for _, r := range list {
		points := strconv.Itoa(r.reward.points * r.count)
		rows = append(rows, []string{string(r.date), r.household, r.reward.name, strconv.Itoa(r.count), points, r.by})
	}
	s.table(p.file("redemptions.csv"), []string{"日期", "户号", "商品", "数量", "积分", "经办"}, rows)
}
