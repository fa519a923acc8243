package convert

import (
	"slices"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/scan"
)

// sumHeadings are those of a column that adds up the marks of a row.
var sumHeadings = []string{"合计", "总分", "总计", "合计分", "合计得分", "总得分", "得分合计"}

// judgeSums tells of rows whose marks do not add up to the clerk's own sum, as where some were moved a column. A
// sum that most rows do not agree with is one of something else.
func (r *recogniser) judgeSums(g *region, t *Table) {
	column := g.sumColumn()
	if column == 0 || t.Kind != "scores" {
		return
	}
	var items []int // of the header
	for i, c := range t.Header {
		if r.isItem(c.Name, t.Period) {
			items = append(items, i)
		}
	}
	agree := 0
	type row struct {
		number    int
		said, sum ledger.Points
	}
	var differ []row
	for _, rec := range t.Records {
		said, ok := ledger.ParsePoints(scan.Narrow(g.rows[g.at(rec.Row)].text(column)))
		sum, all := rec.sum(items)
		switch {
		case !ok || !all:
		case said == sum:
			agree++
		default:
			differ = append(differ, row{rec.Row, said, sum})
		}
	}
	if agree == 0 || agree < len(differ) {
		return
	}
	for _, d := range differ {
		r.add(g, d.number, column, diag.Note, "sum-differs", "写的是“"+d.said.String()+"”，这一行各项加起来却是“"+d.sum.String()+"”",
			"看看是加错了，还是有的分数填错、移了一格：分数错了，改好再导入")
	}
}

// sumColumn is the column of a region that adds up; 0 if there is none, or several.
func (g *region) sumColumn() (column int) {
	for _, c := range g.rows[g.head].Cells {
		switch {
		case !slices.Contains(sumHeadings, scan.Label(c.Text)):
		case column > 0:
			return 0
		default:
			column = c.Column
		}
	}
	return column
}

// sum adds up some cells of a record; false if some of them are no figures, as 不适用, which may count.
func (r Record) sum(items []int) (sum ledger.Points, ok bool) {
	for _, i := range items {
		text := scan.Narrow(r.Cells[i])
		if text == "" {
			continue
		}
		p, ok := ledger.ParsePoints(text)
		if !ok {
			return 0, false
		}
		sum += p
	}
	return sum, true
}
