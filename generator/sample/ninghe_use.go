package main

// A decimal is a number as it stands in the file.
type decimal string

// ningheUse is N6 and N7 in one village: points buy goods, and the cooperative's income is shared
// out by shares and points. Goods, prices and the sum are invented.
func ningheUse(s site, p *place) {
	goods := []reward{
		{"B01", "毛巾", 5, 30, "条", "股份经济合作社", ""},
		{"B02", "洗衣粉", 6, 30, "袋", "股份经济合作社", ""},
		{"B03", "食用油", 12, 20, "桶", "股份经济合作社", "每桶二点五升"},
		{"B04", "大米", 15, 20, "袋", "爱心企业捐赠", "每袋五千克"},
	}
	writeRewards(s, p, goods)
	by := p.groups[1].panel[0]
	var list []redemption
	for _, r := range []struct {
		date      day
		household string
		good, n   int
	}{
		{"2022-10-22", "015", 0, 1}, {"2022-10-22", "017", 1, 1},
		{"2023-02-11", "006", 3, 2}, // more than it earned itself: 020 has gone on in it
		{"2023-02-11", "010", 2, 1}, {"2023-02-12", "002", 1, 1},
		{"2023-05-13", "018", 3, 1}, {"2023-05-13", "012", 0, 1},
		{"2023-08-19", "017", 3, 2}, {"2023-08-19", "003", 2, 1},
		{"2023-11-11", "011", 2, 2}, {"2023-11-12", "007", 0, 2},
		{"2024-01-10", "002", 3, 1},
	} {
		list = append(list, redemption{date: r.date, household: r.household, reward: goods[r.good], count: r.n, by: by})
	}
	writeRedemptions(s, p, list)
	var d doc
	d.set("title", "2022年度股份经济合作社收益分配")
	d.set("amount", decimal("36000.00"))
	d.set("share_weight", decimal("0.6"))
	d.set("date", day("2023-03-18"))
	d.head("[adopted]")
	d.set("date", day("2023-03-12"))
	d.set("meeting", "股份经济合作社成员大会")
	d.set("for", 47)
	d.set("against", 3)
	d.set("filed", day("2023-03-15"))
	s.text(p.file("distributions/2022.toml"), d.String())
}
