package convert

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/scan"
)

const (
	idNumber    = "身份证号码"
	cardNumber  = "银行卡号"
	phoneNumber = "电话号码"
)

// dropPrivate takes the columns out of a region that hold what belongs to one person alone, by
// their heading or by what most of their cells hold, and tells of each. It comes before
// anything is read of the region, so that nothing of them is kept or quoted.
func (r *recogniser) dropPrivate(g *region) {
	first, last := g.head, g.head
	if last+1 < len(g.rows) {
		last++ // a header may have two rows
	}
	columns := map[int]string{}
	for _, row := range g.rows[first : last+1] {
		for _, c := range row.Cells {
			if what := privateBy(c.Text); what != "" {
				columns[c.Column] = what
			}
		}
	}
	filled, held := map[int]int{}, map[int]map[string]int{}
	for _, row := range g.rows[g.head:] {
		for _, c := range row.Cells {
			filled[c.Column]++
			if what, found := private(c.Text); found == scan.Narrow(c.Text) && what != "" {
				if held[c.Column] == nil {
					held[c.Column] = map[string]int{}
				}
				held[c.Column][what]++
			}
		}
	}
	for column, whats := range held {
		for what, n := range whats {
			if 2*n >= filled[column] && columns[column] == "" {
				columns[column] = what
			}
		}
	}
	for column, what := range columns {
		r.drop(g, column, what)
	}
}

// drop takes a column out of a region.
func (r *recogniser) drop(g *region, column int, what string) {
	heading, example, row := "", "", g.rows[g.head].Number
	for i := g.head; i < len(g.rows); i++ {
		c := g.rows[i].cell(column)
		if c == nil {
			continue
		}
		if _, found := private(c.Text); found != "" && example == "" {
			example, row = "（例如“"+masked(scan.Narrow(found))+"”）", g.rows[i].Number
		}
		if i == g.head || heading == "" {
			heading = c.Text
		}
	}
	if p, _ := private(heading); p != "" {
		heading = ""
	}
	g.heads[column] = scan.Short(heading)
	r.add(g, row, column, diag.Note, "private-column", "这一列“"+g.heads[column]+"”是"+what+example+"，没有导入", "不必改；这类号码不要放进网站的文件里")
	for i := g.head; i < len(g.rows); i++ {
		cells := &g.rows[i].Cells
		*cells = slices.DeleteFunc(*cells, func(c Cell) bool { return c.Column == column })
	}
	g.rows = slices.DeleteFunc(g.rows, func(r Row) bool { return len(r.Cells) == 0 })
}

// dropUnits takes out a row under the header that holds nothing but units or the most that an item
// gives.
func (r *recogniser) dropUnits(g *region) {
	i := g.head + 1
	if i >= len(g.rows) || slices.ContainsFunc(g.rows[i].Cells, func(c Cell) bool { return !unitForm.MatchString(scan.Narrow(c.Text)) }) {
		return
	}
	row := g.rows[i]
	r.add(g, row.Number, 0, diag.Note, "passed-row", "“"+scan.Short(row.Cells[0].kept())+"”不是记录，已跳过", "不必改")
	g.rows = slices.Delete(g.rows, i, i+1)
}

var unitForm = regexp.MustCompile(`^(?:\((?:满分|最高)?:?\d+(?:\.\d+)?分?\)|(?:满分|最高):?\d+(?:\.\d+)?分?|\d+(?:\.\d+)?分|\(?(?:分|元|次|户|人|件)\)?)$`)

// dropSeparators takes out the rows below a header that are one text over several columns, as 第一组
// over its households: they are no records.
func (r *recogniser) dropSeparators(g *region) {
	over := map[int]int{} // row → the column from which cells are one in it
	for _, m := range g.sheet.Merged {
		if m.Row == m.LastRow && m.LastColumn > m.Column {
			over[m.Row] = m.Column
		}
	}
	separates := func(row Row) bool {
		return row.Number > g.rows[g.head].Number && len(row.Cells) == 1 && over[row.Number] == row.Cells[0].Column &&
			scan.MarkOf(row.Cells[0].Text) == scan.Unmarked
	}
	for _, row := range g.rows {
		if separates(row) {
			r.add(g, row.Number, 0, diag.Note, "passed-row", "“"+scan.Short(row.Cells[0].kept())+"”不是记录，已跳过", "不必改")
		}
	}
	g.rows = slices.DeleteFunc(g.rows, separates)
}

// restoreZeros puts the zeros back in front of a 户号 that a spreadsheet has taken for a number,
// where one household alone can be meant, and tells which.
func (r *recogniser) restoreZeros(g *region) {
	i := slices.IndexFunc(g.rows[g.head].Cells, func(c Cell) bool {
		return slices.ContainsFunc(scan.Spellings(c.Text), func(s string) bool { return s == "户号" || s == "id" })
	})
	if i < 0 {
		return
	}
	column := g.rows[g.head].Cells[i].Column
	bare, known := r.bareIDs()
	var from, to []string
	first := 0
	for _, row := range g.rows[g.head+1:] {
		c := row.cell(column)
		if c == nil || known[scan.Narrow(c.Text)] || len(bare[scan.Narrow(c.Text)]) != 1 {
			continue
		}
		from, to = append(from, c.Text), append(to, bare[scan.Narrow(c.Text)][0])
		c.Text = to[len(to)-1]
		if first == 0 {
			first = row.Number
		}
	}
	if len(from) == 0 {
		return
	}
	message := "户号“" + from[0] + "”按名册读作“" + to[0] + "”"
	if n := len(from); n > 1 {
		const some = 10
		names := strings.Join(to[:min(n, some)], "、")
		if n > some {
			names += "……"
		}
		message = fmt.Sprintf("户号“%s”按名册读作“%s”，共 %d 户这样补了零：%s", from[0], to[0], n, names)
	}
	r.add(g, first, column, diag.Note, "lost-zeros", message, "对就不必改；表格里把户号这一列设为“文本”格式，零就不会丢")
}

// bareIDs are the 户号 of the register by what remains of them without the zeros in front, and
// those that there are.
func (r *recogniser) bareIDs() (bare map[string][]string, known map[string]bool) {
	bare, known = map[string][]string{}, map[string]bool{}
	for _, h := range r.Place.Households {
		known[h.ID] = true
		for short := strings.TrimPrefix(h.ID, "0"); short != h.ID && len(short) > 0; short = strings.TrimPrefix(short, "0") {
			bare[short] = append(bare[short], h.ID)
			if short[0] != '0' {
				break
			}
		}
	}
	return bare, known
}
