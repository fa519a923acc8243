package check

import (
	"fmt"
	"path"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// The words for the two kinds of sheets.
const (
	scored  = "评分表"
	claimed = "申报表"
)

// sheets checks scores/<period>.csv or declared/<period>.csv.
func (p *place) sheets(sheets map[ledger.Period]*ledger.Sheet, what string) {
	for _, period := range inOrder(sheets) {
		sheet := sheets[period]
		if p.needless(sheet, p.ruled(period, sheet.Position.As("周期"), what), what) {
			continue
		}
		p.rows(sheet, what)
		for _, row := range sheet.Rows {
			p.points(sheet, row, what)
		}
	}
}

// needless reports whether a sheet needs no filling in, and notes it: it puts nobody into a
// table. A posted summary quarter is made without it, and what the clerk wrote in it is not in
// the sum.
func (p *place) needless(sheet *ledger.Sheet, s *ledger.Scheme, what string) bool {
	if s == nil || p.RulesUnread() || len(sheet.Items) > 0 {
		return false
	}
	if p.Summary(sheet.Period) {
		month := ledger.PeriodOf(ledger.Month, sheet.Period.First()).String()
		p.wrongOrNote(what == scored && p.posted(sheet.Period) != 0, sheet.Position.As("周期"), noTable,
			fmt.Sprintf("%s 只汇总各月，没有自己的%s，这个文件里的分数没有计入", sheet.Period, what),
			"把分数写进各月的"+what+"（如 "+path.Base(path.Dir(sheet.File))+"/"+month+".csv），删去这个文件")
		return true
	}
	hint := "核对文件名里的周期，或删去这个文件"
	if what == scored && len(s.Events) > 0 && s.Cycle == sheet.Period.Cycle {
		hint += "：有计分的加减分，中途加入或退出的户就列入当期，不用评分表"
	}
	p.Note(sheet.Position.As("周期"), noTable,
		fmt.Sprintf("%s 有%s，而当期的办法（%s）里没有这个周期要评的项目，这张表不起作用", sheet.Period, what, s.File), hint)
	return true
}

// rows checks that each is of a household that exists, takes part in the period, and has no other
// row.
func (p *place) rows(sheet *ledger.Sheet, what string) {
	seen := make(map[string]diag.Position, len(sheet.Rows))
	for _, row := range sheet.Rows {
		if row.Household == "" {
			continue
		}
		at := row.At("户号")
		if first, twice := seen[row.Household]; twice {
			p.refer(at, first, primaryKey,
				fmt.Sprintf("户号“%s”在这张%s里有两行：%s和本行", row.ID, what, first.Row()), "删去重复的一行，或改正户号")
			continue
		}
		seen[row.Household] = row.Position
		h := p.registered(at, row.ID, row.Household)
		if h == nil || p.Joined > sheet.Period.Last() { // the latter is reported for the whole sheet
			continue
		}
		switch p.stay(h, sheet.Period) {
		case absent:
			p.Wrong(at, notInPlace,
				fmt.Sprintf("户号“%s”在 %s 不在册（%s）", row.ID, sheet.Period, stays(h)), "删去本行，或改正 households.csv 的加入、退出日期")
		case idle:
			span := h.SpanFor(sheet.Period)
			p.refer(at, span.Position, notInPlace,
				fmt.Sprintf("户号“%s”在 %s 不参与积分（%s %s）", row.ID, sheet.Period, span.File, span.Row()),
				"删去本行；若该户参与，在 households.csv 的“参与”填“是”")
		}
	}
}

// stays returns the days on which a household is there, in words; the latest few stays.
func stays(h *ledger.Household) string {
	const few = 3
	return "在册：" + strings.Join(each(h.Spans[max(0, len(h.Spans)-few):], stretch), "，")
}

// points checks that what is entered is between nothing and the item's points. What a household claims does
// not count, so a claim beyond them is a note.
func (p *place) points(sheet *ledger.Sheet, row *ledger.SheetRow, what string) {
	if p.RulesUnread() {
		return
	}
	for i, c := range row.Cells[:min(len(row.Cells), len(sheet.Items))] {
		item := sheet.Items[i]
		if c.Kind != ledger.Entered || item.Points <= 0 || 0 <= c.Points && c.Points <= item.Points {
			continue
		}
		at := cellAt(sheet, row, i).As(item.Name)
		if what == claimed {
			p.Note(at, constraintError,
				fmt.Sprintf("户号“%s”申报的“%s”是“%s”，这一项在 0 到 %s 之间", row.ID, item.Name, c.Points, item.Points),
				"核对申报表；若农户确实这样申报，可以保留")
			continue
		}
		p.Wrong(at, constraintError,
			fmt.Sprintf("户号“%s”的“%s”是“%s”，应在 0 到 %s 之间", row.ID, item.Name, c.Points, item.Points),
			"改正分数；奖励和扣分记在 events/ 里，不记在评分表里")
	}
}

// cellAt returns where a row's cell for an item is, or would be.
func cellAt(sheet *ledger.Sheet, row *ledger.SheetRow, i int) diag.Position {
	if i < len(row.Cells) && row.Cells[i].Column != 0 {
		return row.Col(int(row.Cells[i].Column))
	}
	if i < len(sheet.Columns) {
		return row.Col(sheet.Columns[i])
	}
	return row.Position
}
