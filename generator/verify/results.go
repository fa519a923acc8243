package verify

import (
	"cmp"
	"fmt"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/score"
)

func diagAt(t *table, line int) diag.Position { return diag.At(t.file, line, 0) }

// honours holds a period's honours against the rules.
func (p *place) honours(q *period, t *score.Table) {
	name := "honours-" + q.state.Period.String() + ".csv"
	published := p.table(name)
	if t.Places == nil || q.state.Status != notice.Final {
		if published != nil {
			p.differ(diagAt(published, 1), figureCode, fmt.Sprintf("%s 没有荣誉，或者还没有生效，却公布了荣誉", q.state.Period))
		}
		return
	}
	if published == nil {
		p.differ(diag.Position{File: p.data(name)}, figureCode, fmt.Sprintf("%s 的荣誉已经生效，却没有公布", q.state.Period))
		return
	}
	if q.guessed || q.expired || p.resting(q, q.year(), false) || q.hidden[0] > 0 && q.scheme.Honours.TiesOut {
		p.not("%s %s：荣誉所依据的有的不公布，没有重新评", p.path, q.state.Period)
		return
	}
	for _, r := range t.Boards[0].Ranked {
		p.honour(q, t, r, published)
	}
	p.done("%s %s：荣誉，按名次和积分办法重新评定", p.path, q.state.Period)
	for _, row := range published.rows {
		h := q.byID[row.get("户号")]
		if h == nil || t.Row(h.of) == nil || t.Row(h.of).Organisation {
			p.differ(row.at(), figureCode, fmt.Sprintf("户号“%s”不在参评的户里", row.get("户号")))
		} else {
			p.honoured(t, q, row)
		}
	}
}

func (p *place) honour(q *period, t *score.Table, r *score.Row, published *table) {
	want := ""
	if r.Level != nil {
		want = r.Level.Name
	}
	row, stands := published.find("户号", r.Household.ID)
	got := row.cellsOr("称号")
	switch {
	case got == want && stands == (want != ""):
	case want != "" && !stands && p.mayBeVetoed(q, r.Household):
		p.not("%s %s 户号 %s：有不公布名称的事项，没有授予“%s”是否因为一票否决，没有核对", p.path, q.state.Period, r.Household.ID, want)
	default:
		at := q.byID[r.Household.ID].at()
		if stands {
			at = row.at()
		}
		p.differ(at, figureCode, fmt.Sprintf("户号“%s”的称号是“%s”，按名次和积分办法应是“%s”", r.Household.ID, got, want))
	}
}

// cellsOr is get, of a row that may not be there.
func (r row) cellsOr(heading string) string {
	if r.table == nil {
		return ""
	}
	return r.get(heading)
}

// mayBeVetoed reports whether a household has an approved event of the year whose name is
// not public.
func (p *place) mayBeVetoed(q *period, of *ledger.Household) bool {
	for _, o := range p.periods {
		if h := o.byID[of.ID]; h != nil && o.state.Period.Year == q.state.Period.Year {
			for _, e := range h.entries {
				if !e.named && e.Review == ledger.Approved {
					return true
				}
			}
		}
	}
	return false
}

// balances holds balances.csv against the periods that count and the redemptions.
func (p *place) balances(computed *score.Place) {
	t := p.table("balances.csv")
	if t == nil {
		return
	}
	redeemed, hidden := p.redeemed()
	known := p.withheld("merged.csv") == 0
	for _, q := range p.periods {
		known = known && !(q.state.Counts && (q.expired || q.guessed))
	}
	into := p.wentInto(t)
	earned, spent := make(map[string]ledger.Exact), make(map[string]ledger.Points)
	for id, h := range p.byID {
		at := cmp.Or(into[id], id)
		earned[at] = earned[at].Add(computed.Earned(h))
		spent[at] += redeemed[id]
	}
	for _, r := range t.rows {
		p.balance(r, earned[r.get("户号")], spent[r.get("户号")], known, hidden)
	}
	if !known {
		p.not("%s：余额里的累计得分有的明细不公布，没有重新算", p.path)
	}
	if hidden {
		p.not("%s：有的兑换不公布，已兑换只核对了公布的部分", p.path)
	}
	if known {
		p.done("%s：%d 户的余额，由各期得分和兑换重新计算", p.path, len(t.rows))
	}
}

func (p *place) balance(r row, earned ledger.Exact, spent ledger.Points, known, hidden bool) {
	got := [3]ledger.Points{}
	for i, heading := range [...]string{"累计得分", "已兑换", "余额"} {
		var ok bool
		if got[i], ok = ledger.ParsePoints(r.get(heading)); !ok {
			p.differ(r.at(), figureCode, fmt.Sprintf("户号“%s”的%s“%s”不是数", r.get("户号"), heading, r.get(heading)))
			return
		}
	}
	if want := earned.Round(2); known && got[0] != want {
		p.differ(r.at(), figureCode, fmt.Sprintf("户号“%s”的累计得分是 %s，各期得分之和是 %s", r.get("户号"), got[0], want))
	}
	if got[1] != spent && !(hidden && got[1] > spent) {
		p.differ(r.at(), figureCode, fmt.Sprintf("户号“%s”的已兑换是 %s，兑换记录之和是 %s", r.get("户号"), got[1], spent))
	}
	if got[0]-got[1] != got[2] {
		p.differ(r.at(), figureCode, fmt.Sprintf("户号“%s”的余额是 %s，%s 减 %s 是 %s", r.get("户号"), got[2], got[0], got[1], got[0]-got[1]))
	}
}

// redeemed is what each household redeemed, and whether some redemptions are not published.
func (p *place) redeemed() (map[string]ledger.Points, bool) {
	sums := make(map[string]ledger.Points)
	t := p.table("redemptions.csv")
	if t == nil {
		return sums, false
	}
	for _, r := range t.rows {
		points, _ := ledger.ParsePoints(r.get("积分"))
		sums[r.get("户号")] += points
	}
	return sums, p.withheld("redemptions.csv") > 0
}

// withheld is how many rows of a file are not published.
func (p *place) withheld(name string) int {
	for _, r := range p.pack.Resources {
		if r.Path == name {
			return r.Withheld
		}
	}
	return 0
}

// wentInto is in whose balance a household's points stand that has none of its own.
func (p *place) wentInto(balances *table) map[string]string {
	next := make(map[string]string)
	if t := p.table("merged.csv"); t != nil {
		for _, r := range t.rows {
			next[r.get("户号")] = r.get("并入")
		}
	}
	into := make(map[string]string)
	for id := range next {
		if _, own := balances.find("户号", id); own {
			continue
		}
		at := id
		for range next {
			if at = next[at]; at == "" {
				break
			}
			if _, stands := balances.find("户号", at); stands {
				into[id] = at
				break
			}
		}
	}
	return into
}
