package verify

import (
	"fmt"
	"strconv"

	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// others holds the tables about notices, objections and rewards against each other, and says
// what no published file can prove.
func (p *place) others() {
	for _, q := range p.periods {
		p.tallies(q, "异议数", "objections.csv")
		fixed := p.rowsOf("corrections.csv", q.state.Period)
		if p.withheld("corrections.csv") == 0 && q.state.Corrected != (fixed > 0) {
			p.differ(q.notice.at(), figureCode, fmt.Sprintf("%s 的“已更正”是“%s”，corrections.csv 里有 %d 处更正", q.state.Period, q.notice.get("已更正"), fixed))
		}
		first, last := q.notice.get("起算日"), q.notice.get("截止日")
		if posted := q.notice.get("张贴日期"); first < posted || last < first {
			p.differ(q.notice.at(), figureCode, fmt.Sprintf("%s 的张贴日期 %s、起算日 %s、截止日 %s 先后不对", q.state.Period, posted, first, last))
		}
	}
	p.rewards()
	p.not("户主姓名、异议和答复、更正的原因、公示期的起止：没有别的公布文件可对")
}

// rowsOf is how many rows of a table are about a period.
func (p *place) rowsOf(name string, of ledger.Period) int {
	n := 0
	if t := p.table(name); t != nil {
		for _, r := range t.rows {
			if r.get("周期") == of.String() {
				n++
			}
		}
	}
	return n
}

// tallies holds a number of a notice against the rows of a table.
func (p *place) tallies(q *period, heading, name string) {
	rows, got := p.rowsOf(name, q.state.Period), q.notice.get(heading)
	if n, err := strconv.Atoi(got); err != nil || n < rows || n > rows+p.withheld(name) {
		p.differ(q.notice.at(), figureCode, fmt.Sprintf("%s 的%s是 %s，%s 里有 %d 件", q.state.Period, heading, got, name, rows))
	}
}

// rewards: a redemption costs what the catalogue says, and what is left is the stock without
// what was given.
func (p *place) rewards() {
	goods, redemptions := p.table("rewards.csv"), p.table("redemptions.csv")
	if goods == nil || redemptions == nil {
		return
	}
	given := make(map[string]int)
	for _, r := range redemptions.rows {
		reward, ok := goods.find("名称", r.get("商品"))
		price, priced := ledger.ParsePoints(reward.cellsOr("积分"))
		cost, paid := ledger.ParsePoints(r.get("积分"))
		n, counted := number(r.get("数量"))
		if !ok || !priced || !paid || !counted || price*ledger.Points(n) != cost {
			p.differ(r.at(), figureCode, fmt.Sprintf("“%s”%s 件用了 %s 分，商品目录里一件是 %s 分", r.get("商品"), r.get("数量"), r.get("积分"), reward.cellsOr("积分")))
		}
		given[r.get("商品")] += n
	}
	for _, r := range goods.rows {
		stock, limited := number(r.get("库存"))
		left, ok := number(r.get("剩余"))
		gone := stock - left - given[r.get("名称")] // redemptions that are not published
		if limited && (!ok || gone < 0 || gone > 0 && p.withheld("redemptions.csv") == 0) {
			p.differ(r.at(), figureCode, fmt.Sprintf("“%s”库存 %s、剩余 %s，兑换记录里有 %d 件", r.get("名称"), r.get("库存"), r.get("剩余"), given[r.get("名称")]))
		}
	}
}

// honoured holds the other figures of a row of honours against the table.
func (p *place) honoured(t *score.Table, q *period, r row) {
	h := q.byID[r.get("户号")]
	column := "合计"
	if t.Scheme.ByAverage {
		column = "平均"
	}
	for _, heading := range []string{"名次", column, "组"} {
		if r.get(heading) != h.get(heading) {
			p.differ(r.at(), figureCode, fmt.Sprintf("户号“%s”的%s是 %s，%s 里是 %s", h.id, heading, r.get(heading), q.table.file, h.get(heading)))
		}
	}
}
