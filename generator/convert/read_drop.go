package convert

import (
	"cmp"
	"maps"
	"regexp"
	"slices"

	"gongshi/generator/diag"
	"gongshi/generator/privacy"
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
	columns := g.privateCells()
	for _, row := range g.rows[g.head:min(g.head+2, len(g.rows))] { // a header may have two rows
		for _, c := range row.Cells {
			if what := privateBy(c.Text); what != "" {
				columns[c.Column] = what
			}
		}
	}
	for _, column := range slices.Sorted(maps.Keys(columns)) {
		r.drop(g, column, columns[column])
	}
}

// privateCells are the columns of which most cells are such numbers and nothing else, with what
// the first is.
func (g *region) privateCells() map[int]string {
	filled, held, columns := map[int]int{}, map[int]int{}, map[int]string{}
	for _, row := range g.rows[g.head:] {
		for _, c := range row.Cells {
			filled[c.Column]++
			if what, found := private(c.Text); what != "" && found == scan.Narrow(c.Text) {
				held[c.Column]++
				columns[c.Column] = cmp.Or(columns[c.Column], what)
			}
		}
	}
	maps.DeleteFunc(columns, func(column int, _ string) bool { return 2*held[column] < filled[column] })
	return columns
}

// drop takes a column out of a region.
func (r *recogniser) drop(g *region, column int, what string) {
	heading, example, row := "", "", g.rows[g.head].Number
	for i := range g.rows[g.head:] {
		c := g.rows[g.head+i].cell(column)
		if c == nil {
			continue
		}
		_, found := private(c.Text)
		switch {
		case found == "" && heading == "":
			heading = scan.Short(c.Text)
		case found != "" && example == "":
			example, row = "（例如“"+privacy.Mask(found)+"”）", g.rows[g.head+i].Number
		}
		g.rows[g.head+i].Cells = slices.DeleteFunc(g.rows[g.head+i].Cells, func(c Cell) bool { return c.Column == column })
	}
	g.heads[column] = heading
	r.add(g, row, column, diag.Note, "private-column", "这一列“"+heading+"”是"+what+example+"，没有导入", "不必改；这类号码不要放进网站的文件里")
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
