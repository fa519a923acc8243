package check

import (
	"fmt"
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// gaps checks that each period's sheet has all that the scheme requires: a row for each household
// that was there for the whole period, a column for each item, a figure or 不适用 in each cell. What
// a correction fills is not missing. If the scheme defines what a gap counts as, only a missing
// column is noted: it may be a slip. Nothing is reported for a sheet, or rules, that cannot be
// read.
func (p *place) gaps() {
	if p.RulesUnread() {
		return
	}
	for _, period := range inOrder(p.Notices) {
		if p.posted(period) != 0 && p.Sheets[period] == nil && !p.sheetUnread(period) {
			p.missingSheet(period)
		}
	}
	for _, period := range inOrder(p.Sheets) {
		sheet := p.Sheets[period]
		s := p.SchemeFor(period)
		if s == nil || len(sheet.Items) == 0 || p.Joined > period.Last() || p.sheetUnread(period) {
			continue
		}
		g := gaps{p, sheet, p.posted(period) != 0, p.likely(period)}
		columns := g.columns(s.Missing)
		if s.Missing == ledger.MissingError && g.posted {
			g.report()
		} else if s.Missing == ledger.MissingError {
			g.summary(columns)
		}
	}
}

// missingSheet reports once that a posted period has no sheet at all.
func (p *place) missingSheet(period ledger.Period) {
	s := p.SchemeFor(period)
	if s == nil || s.Missing != ledger.MissingError {
		return
	}
	items, n := s.ItemsOf(period.Cycle), 0
	for _, h := range p.Households {
		if p.lacksRow(h, period, items) {
			n++
		}
	}
	if at := p.Notices[period]; n > 0 {
		p.Wrong(at.At("posted"), missingSheet,
			fmt.Sprintf("%s 已公示，却没有评分表 scores/%s.csv，%d 户没有分数", period, period, n),
			"补上评分表；若还没考评，删去 posted，通知就是草稿")
	}
}

// lacksRow reports whether a period lacks a row that a household needs: it was there for the
// whole period, and no correction fills all its cells.
func (p *place) lacksRow(h *ledger.Household, period ledger.Period, items []*ledger.Item) bool {
	if len(items) == 0 || p.Sheets[period].Row(h.Key) != nil || p.stay(h, period) != whole {
		return false
	}
	return slices.ContainsFunc(items, func(item *ledger.Item) bool { return !p.filled[cellKey{period, h.Key, item}] })
}

// gaps are the gaps of one sheet.
type gaps struct {
	*place
	sheet  *ledger.Sheet
	posted bool
	likely map[string]bool
}

// likely returns the households whose rows in a period's sheet have a 户号 that lost its zeros.
// That is reported at the row, and not again in what follows from it.
func (p *place) likely(period ledger.Period) map[string]bool {
	sheet := p.Sheets[period]
	if ids, known := p.likelyRows[period]; known || sheet == nil {
		return ids
	}
	ids := make(map[string]bool)
	for _, row := range sheet.Rows {
		if p.Household(row.Household) == nil {
			for _, h := range p.meant(row.Household) {
				ids[h.ID] = true
			}
		}
	}
	p.likelyRows[period] = ids
	return ids
}

// without returns the households that need a row, which the sheet lacks.
func (g gaps) without() (list []*ledger.Household) {
	for _, h := range g.Households {
		if !g.likely[h.ID] && g.lacksRow(h, g.sheet.Period, g.sheet.Items) && !g.Unread.Has("corrections.csv") {
			list = append(list, h)
		}
	}
	return list
}

// columns reports the items that have no column, once for each, unless corrections fill it for
// every row; it returns how many they are.
func (g gaps) columns(missing ledger.Missing) int {
	n := 0
	for i, item := range g.sheet.Items {
		if g.hasColumn(i) || !slices.ContainsFunc(g.sheet.Rows, func(row *ledger.SheetRow) bool { return g.empty(row, i) }) {
			continue
		}
		n++
		message := fmt.Sprintf("%s 的评分表没有“%s”这一列", g.sheet.Period, item.Name)
		switch {
		case missing != ledger.MissingError:
			g.Note(g.sheet.Position.As(item.Name), missingColumn, message+"，各户这一项都按 missing = “"+string(missing)+"”计",
				"若不是有意如此，核对表头的写法")
		case g.posted:
			g.Wrong(g.sheet.Position.As(item.Name), missingColumn, message, "加上这一列，表头写项目的名称；如果有这一列，核对表头的写法")
		}
	}
	return n
}

func (g gaps) hasColumn(i int) bool { return i < len(g.sheet.Columns) && g.sheet.Columns[i] != 0 }

func (g gaps) empty(row *ledger.SheetRow, i int) bool {
	return (i >= len(row.Cells) || row.Cells[i].Kind == ledger.Empty) &&
		!g.filled[cellKey{g.sheet.Period, row.Household, g.sheet.Items[i]}] && !g.Unread.Has("corrections.csv")
}

// report names each household without a row, and each empty cell.
func (g gaps) report() {
	without := g.without()
	if len(g.sheet.Rows) == 0 && g.sheet.Lost == 0 && len(without) > 0 { // once, and not for each household
		g.Wrong(g.sheet.Position.As("户号"), missingRow,
			fmt.Sprintf("%s 的评分表里没有读到一户，应有 %d 户", g.sheet.Period, len(without)), "补上各户的行")
	} else if len(without) > g.sheet.Lost { // otherwise they may be those whose 户号 cannot be read
		for _, h := range without {
			g.Wrong(diag.At(g.sheet.File, 0, 0).As("户号"), missingRow,
				fmt.Sprintf("%s 的评分表缺户号“%s”的行（全程参与积分）", g.sheet.Period, h.ID),
				"补上分数；以后才加入的、不参与的、已退出的，在 households.csv 里写明")
		}
	}
	g.eachEmpty(func(row *ledger.SheetRow, i int) {
		item := g.sheet.Items[i]
		g.Wrong(cellAt(g.sheet, row, i).As(item.Name), missingCell,
			fmt.Sprintf("户号“%s”的“%s”是空的，应填 0 到 %s 的分数，或“不适用”", row.ID, item.Name, item.Points),
			"补上分数；这一户没有这一项可评的，填“不适用”")
	})
}

// eachEmpty visits the empty cells of existing columns, of known households.
func (g gaps) eachEmpty(visit func(row *ledger.SheetRow, i int)) {
	for _, row := range g.sheet.Rows {
		if g.Household(row.Household) == nil {
			continue
		}
		for i := range g.sheet.Items {
			if g.hasColumn(i) && g.empty(row, i) {
				visit(row, i)
			}
		}
	}
}

// summary notes what a sheet that is not posted yet still lacks.
func (g gaps) summary(columns int) {
	cells := 0
	g.eachEmpty(func(*ledger.SheetRow, int) { cells++ })
	var lacks []string
	for _, l := range []struct {
		n    int
		what string
	}{{len(g.without()), "户的行"}, {columns, "列"}, {cells, "格"}} {
		if l.n > 0 {
			lacks = append(lacks, fmt.Sprintf("%d %s", l.n, l.what))
		}
	}
	if len(lacks) > 0 {
		g.Note(g.sheet.Position.As("户号"), incomplete,
			fmt.Sprintf("%s 的评分表还没填完：缺 %s", g.sheet.Period, strings.Join(lacks, "，")), "公示之前补齐")
	}
}
