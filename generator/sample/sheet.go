package main

import "strconv"

// A sheet is scores/<period>.csv in the making: a row for each household that stands in the period.
type sheet struct {
	period period
	items  []item
	rows   []household
	cells  map[string]map[string]string // by household and item name
	dates  map[string]day               // when a group was visited
	by     map[string]string            // who wrote a group's marks down
	remark map[string]string            // by household
}

// newSheet fills a sheet cell by cell.
func newSheet(p *place, t period, items []item, visited day, cell func(household, item) string) *sheet {
	sh := &sheet{
		period: t, items: items, rows: p.roster(t), cells: map[string]map[string]string{},
		dates: map[string]day{}, by: map[string]string{}, remark: map[string]string{},
	}
	for i, g := range p.groups {
		sh.dates[g.id] = visited.plus(i)
		if panel := p.panel(g.id); len(panel) > 1 {
			sh.by[g.id] = panel[0] + "、" + panel[1+p.dice.upTo(len(panel)-1)]
		}
	}
	for _, h := range sh.rows {
		sh.cells[h.id] = map[string]string{}
		for _, it := range items {
			sh.cells[h.id][it.name] = cell(h, it)
		}
		if p.dice.chance(3) {
			sh.remark[h.id] = pick(p.dice, []string{"户主外出，家人在场", "次日补看", "已当面提醒整改", "正在修缮房屋"})
		}
	}
	return sh
}

// set overwrites a cell; "" leaves it empty.
func (sh *sheet) set(id, item, value string) { sh.cells[id][item] = value }

// drop leaves a household's row out.
func (sh *sheet) drop(id string) {
	for i, h := range sh.rows {
		if h.id == id {
			sh.rows = append(sh.rows[:i:i], sh.rows[i+1:]...)
			return
		}
	}
}

// write adds the sheet to the site.
func (sh *sheet) write(s site, p *place) {
	header := []string{"户号"}
	for _, it := range sh.items {
		header = append(header, it.name)
	}
	header = append(header, "评分日期", "评分人", "备注")
	var rows [][]string
	for _, h := range sh.rows {
		row := []string{h.id}
		for _, it := range sh.items {
			row = append(row, sh.cells[h.id][it.name])
		}
		rows = append(rows, append(row, string(sh.dates[h.group]), sh.by[h.group], sh.remark[h.id]))
	}
	s.table(p.file("scores/"+sh.period.name+".csv"), header, rows)
}

const na = "不适用"

// mark is what one assessment gives: full marks in so many of a hundred, else a little less.
func mark(d *dice, quality, full int) string {
	if d.chance(quality) {
		return strconv.Itoa(full)
	}
	most := max(1, full*2/5)
	lost := 1 + min(d.upTo(most), d.upTo(most))
	if full <= 6 && d.chance(40) {
		return halves(2*(full-lost) + 1)
	}
	return strconv.Itoa(full - lost)
}

// halves writes a number of half points.
func halves(n int) string {
	if n%2 == 0 {
		return strconv.Itoa(n / 2)
	}
	return strconv.Itoa(n/2) + ".5"
}
