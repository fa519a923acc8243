package verify

import (
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
)

// others compares the tables about notices, objections and rewards with each other, and reports
// what no published file can prove.
func (p *place) others() {
	objections, corrections := make(map[ledger.Period]int), make(map[ledger.Period]int)
	for _, o := range p.objections {
		objections[o.Is.Period]++
	}
	for _, c := range p.corrections {
		corrections[c.Is.Period]++
	}
	for _, q := range p.periods {
		st := q.State
		if n := objections[q.Period]; st.Received < n || st.Received > n+p.withheld("objections.csv") {
			p.differ(q.at, figureCode, "%s 的异议数是 %d，objections.csv 里有 %d 件", q.Period, st.Received, n)
		}
		if n := corrections[q.Period]; p.withheld("corrections.csv") == 0 && st.Corrected != (n > 0) {
			is := map[bool]string{true: "是", false: "否"}[st.Corrected]
			p.differ(q.at, figureCode, "%s 的“已更正”是“%s”，corrections.csv 里有 %d 处更正", q.Period, is, n)
		}
		if st.FirstDay < st.Posted || st.LastDay < st.FirstDay {
			p.differ(q.at, figureCode, "%s 的张贴日期 %s、起算日 %s、截止日 %s 先后不对", q.Period, st.Posted, st.FirstDay, st.LastDay)
		}
		p.holdState(q)
	}
	p.holdRewards()
	p.not("户主姓名：没有别的公布文件可对")
}

// holdState checks that a timely objection keeps a period from taking effect until it is decided.
func (p *place) holdState(q *period) {
	pending := ""
	for _, o := range p.objections {
		if o.Is.Period == q.Period && o.Is.Timely && o.Is.Decided == 0 {
			pending = o.Is.No
		}
	}
	switch st := q.State.Status; {
	case st == notice.Final && pending != "":
		p.differ(q.at, figureCode, "%s 的状态是“已生效”，而 objections.csv 里公示期内提出的异议“%s”还没有办结", q.Period, pending)
	case st == notice.Disputed && pending == "" && p.withheld("objections.csv") == 0:
		p.differ(q.at, figureCode, "%s 的状态是“异议核查中”，而 objections.csv 里公示期内提出的异议都已办结", q.Period)
	}
}

// holdRewards checks that a redemption costs what the catalogue states, and that the stock left
// is the stock without what was given.
func (p *place) holdRewards() {
	if !p.files.has(p.data("rewards.csv")) {
		return
	}
	prices, given := make(map[string]ledger.Points), make(map[string]int)
	for _, r := range p.rewards {
		prices[r.Is.Name] = r.Is.Points
	}
	for _, r := range p.redemptions {
		given[r.Is.Reward] += r.Is.Count
		if price, sold := prices[r.Is.Reward]; !sold || price*ledger.Points(r.Is.Count) != r.Is.Points {
			p.differ(r.At, figureCode, "“%s”%d 件用了 %s 分，商品目录里一件是 %s 分", r.Is.Reward, r.Is.Count, r.Is.Points, price)
		}
	}
	for _, r := range p.rewards {
		should := r.Is
		if should.Left = r.Is.Stock - given[r.Is.Name]; p.withheld("redemptions.csv") > 0 {
			should.Left = min(should.Left, r.Is.Left) // redemptions that are not published
		}
		hold(p, gazette.RewardsForm, r, &should, "“"+r.Is.Name+"”", map[string]string{"": "按库存和兑换记录应是%s"})
	}
}
