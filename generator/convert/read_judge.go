package convert

import (
	"slices"
	"strconv"

	"gongshi/generator/diag"
	"gongshi/generator/privacy"
	"gongshi/generator/scan"
)

// judge tells what is wrong with what is kept of a table, and of rows and columns that nobody sees.
func (r *recogniser) judge(g *region, t *Table) {
	r.judgeCells(g, t)
	key := slices.IndexFunc(t.Header, func(c Column) bool { return c.Name == "户号" })
	for _, rec := range t.Records {
		if key >= 0 && rec.Cells[key] == "" && !g.sheet.isMerged(rec.Row, t.Header[key].Number) {
			r.add(g, rec.Row, t.Header[key].Number, diag.Error, "no-household", "空着，不知道这一行是哪一户的", "填上户号；要是分数粘贴低了一行，或移了一格，先把它们放回各户的那一行；整行真是多余的，才删去整行")
		}
		if rec.Hidden {
			r.add(g, rec.Row, 0, diag.Note, "hidden-row", "这一行被隐藏或筛选掉了，也一起读了", "要是不该读，就取消筛选、删去这一行再导入")
		}
	}
	for _, c := range t.Header {
		if slices.Contains(g.sheet.HiddenColumns, c.Number) {
			r.add(g, g.rows[g.head].Number, c.Number, diag.Note, "hidden-column", "这一列是隐藏的，也一起读了", "要是不该读，就删去这一列再导入")
		}
	}
}

// judgeCells tells what is wrong with the cells that are kept.
func (r *recogniser) judgeCells(g *region, t *Table) {
	for _, rec := range t.Records {
		row := &g.rows[g.at(rec.Row)]
		for _, c := range t.Header {
			if cell := row.cell(c.Number); cell != nil {
				r.judgeCell(g, row.Number, cell)
			}
		}
	}
	for _, m := range g.sheet.Merged {
		r.judgeMerged(g, t, m)
	}
}

func (r *recogniser) judgeCell(g *region, row int, c *Cell) {
	switch c.Fault {
	case NoValue:
		r.add(g, row, c.Column, diag.Error, "no-value", "公式“"+scan.Short(c.Text)+"”没有存下结果", "在 Excel 或 WPS 里打开，按 F9 算一遍，保存再导入；或把这一格改成数字")
		return
	case Failed:
		r.add(g, row, c.Column, diag.Error, "formula-error", "公式出错，结果是“"+scan.Short(c.Text)+"”", "在表格里改好公式，或直接填数字，再导入")
		return
	case Picture:
		r.add(g, row, c.Column, diag.Note, "cell-picture", "格子里是图片，没有导入", "不必改；这一格要有内容的，改成文字")
		return
	}
	if what, found := private(c.Text); what != "" && r.Place.Household(c.Text) == nil {
		r.add(g, row, c.Column, diag.Error, "private-cell", "写着"+what+"（“"+privacy.Mask(found)+"”）", "从这一格里删去号码，再导入：这类号码不能放进网站的文件里")
	}
}

// judgeMerged tells of merged cells among those that are kept: whether the others mean the same or
// nothing, nobody can know.
func (r *recogniser) judgeMerged(g *region, t *Table, m Range) {
	row, _ := slices.BinarySearchFunc(t.Records, m.Row, func(rec Record, n int) int { return rec.Row - n })
	column, _ := slices.BinarySearchFunc(t.Header, m.Column, func(c Column, n int) int { return c.Number - n })
	if row == len(t.Records) || t.Records[row].Row > m.LastRow || column == len(t.Header) || t.Header[column].Number > m.LastColumn {
		return
	}
	r.add(g, t.Records[row].Row, t.Header[column].Number, diag.Error, "merged-cells",
		m.String()+" 是合并的单元格，只有第一格有内容", "取消合并，每一格都填上，再导入")
}

// isMerged reports whether a cell is one with others.
func (s *Sheet) isMerged(row, column int) bool {
	return slices.ContainsFunc(s.Merged, func(m Range) bool {
		return m.Row <= row && row <= m.LastRow && m.Column <= column && column <= m.LastColumn
	})
}

// String is a range as a spreadsheet names it: B3:B4.
func (m Range) String() string {
	return diag.Letter(m.Column-1) + strconv.Itoa(m.Row) + ":" + diag.Letter(m.LastColumn-1) + strconv.Itoa(m.LastRow)
}
