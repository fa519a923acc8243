package convert

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/scan"
)

// saying is what a workbook tells of the period of a region's table.
type saying struct {
	text        string        // the titles, the sheet's name and the file's
	period      ledger.Period // zero if nothing tells it, or two things tell different ones
	one, second clue          // these two
}

// clue is one thing that tells a period.
type clue struct {
	words       string // 标题“2023年1月评分表”
	period      ledger.Period
	row, column int
}

// said gathers what the titles, the sheet's name and the file's name tell, and compares it with each other and
// with what was asked for: a clerk who starts from last month's workbook forgets one of them. A year alone tells
// the year of the others, and is the period only where there are none: titles name that of the rules as well.
func (r *recogniser) said(g *region) (s saying) {
	clues := r.clues(g, &s)
	year := r.Period.Year
	if i := slices.IndexFunc(clues, func(c clue) bool { return c.period.Year > 0 }); i >= 0 {
		year = clues[i].period.Year
	}
	if r.Period.Year > 0 {
		clues = append(clues, clue{words: asked, period: r.Period})
	}
	var alone ledger.Period
	for _, c := range clues {
		c.period.Year = cmp.Or(c.period.Year, year)
		switch p := c.period; {
		case p.Cycle == 0 || p.Year == 0:
		case p.Cycle == ledger.Year && p != r.Period:
			alone = p
		case s.period.Year == 0:
			s.period, s.one = p, c
		case p != s.period:
			return saying{text: s.text, one: s.one, second: c}
		}
	}
	if s.period.Year == 0 {
		s.period = alone
	}
	return s
}

// clues are the titles above a region's header, the name of its sheet and that of the file.
func (r *recogniser) clues(g *region, s *saying) (clues []clue) {
	for _, row := range g.titled() {
		for _, c := range row.Cells {
			s.text += c.kept() + "\n"
			if p := periodIn(c.kept()); p.Cycle > 0 {
				clues = append(clues, clue{"标题“" + scan.Short(c.kept()) + "”", p, row.Number, c.Column})
			}
		}
	}
	s.text += g.sheet.Name + "\n" + r.book.Name
	clues = append(clues, clue{words: sheetWords(g.sheet), period: periodIn(g.sheet.Name)})
	base := path.Base(r.book.Name)
	return append(clues, clue{words: "文件名“" + base + "”", period: periodIn(strings.TrimSuffix(base, path.Ext(base)))})
}

// titled are the rows above a region's header.
func (g *region) titled() []Row {
	if g.head == 0 {
		return g.above
	}
	return g.rows[:g.head]
}

// noPeriod reports why the period of a sheet of marks is not known.
func (r *recogniser) noPeriod(g *region, s saying, cycle ledger.Cycle) {
	row, column := cmp.Or(s.one.row, s.second.row, g.rows[g.head].Number), cmp.Or(s.one.column, s.second.column)
	switch {
	case s.second.words == "" && s.period.Year == 0:
		r.add(g, row, 0, diag.Error, "no-period", "不知道这张评分表是哪一期的", "在表头上面的标题里写明，例如“2023年1月”；也可以在命令里写 --period 2023-01")
	case s.second.words == "":
		r.add(g, row, column, diag.Error, "wrong-period", "这张评分表的项目是按"+cycleWords[cycle]+"评的，可期数是 "+s.period.String(),
			"把标题里的期数改对；项目的列名要和办法里的一样")
	case s.second.words == asked && g.sheet.Name != "" && s.one.words == sheetWords(g.sheet):
		r.add(g, row, 0, diag.Note, "other-period", s.one.words+"，不是要导入的 "+s.second.period.String()+"，没有读", "要导入它，把 --period 改成 "+s.one.period.String())
	default:
		r.add(g, row, column, diag.Error, "wrong-period",
			s.one.words+"是 "+s.one.period.String()+"，"+s.second.words+"是 "+s.second.period.String()+"，两样对不上", "看看这张表是哪一期的，把写错的改过来再导入")
	}
}

var cycleWords = map[ledger.Cycle]string{ledger.Month: "月", ledger.Quarter: "季", ledger.Year: "年"}

const asked = "要导入的"

func sheetWords(s *Sheet) string { return "工作表名“" + s.Name + "”" }
