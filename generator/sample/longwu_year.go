package main

import "strconv"

// longwuYear writes the year's own sheet, what the households declared of themselves (L6), and its notice.
func longwuYear(s site, p *place, rules scheme, stars []star) {
	t := yearOf(2023)
	sh := newSheet(p, t, rules.items("year"), "2023-12-25", longwuCell(p, stars))
	for _, st := range stars {
		longwuLose(p, sh, st.id, st.lostYear)
	}
	if p.path == "longwu/longyuzhuang" {
		sh.set("057", "子女教育", na)
	}
	sh.write(s, p)
	longwuDeclared(s, p, sh)
	notice{
		period: t, posted: "2024-01-02", meeting: "2023-12-29", present: 46,
		supervised: "包村领导、包村干部、村监委会", reported: "2024-01-08",
	}.write(s, p)
}

// longwuDeclared adds declared/2023.csv: what was granted, and now and then an item in which the household
// gave itself full marks.
func longwuDeclared(s site, p *place, sh *sheet) {
	header := []string{"户号"}
	for _, it := range sh.items {
		header = append(header, it.name)
	}
	header = append(header, "证明")
	var rows [][]string
	for _, h := range sh.rows {
		row := []string{h.id}
		for _, it := range sh.items {
			cell := sh.cells[h.id][it.name]
			if cell != na && p.dice.chance(40) {
				cell = strconv.Itoa(it.points)
			}
			row = append(row, cell)
		}
		rows = append(rows, append(row, pick(p.dice, longwuProofs())))
	}
	s.table(p.file("declared/2023.csv"), header, rows)
}

func longwuProofs() []string {
	return []string{
		"医保缴费凭证、会议签到表", "养老保险缴费凭证、在校证明", "会议签到表、用电安全检查单", "参保缴费凭证", "积分申报表及小组长签字",
	}
}
