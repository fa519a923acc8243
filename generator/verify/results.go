package verify

import (
	"cmp"
	"slices"

	"gongshi/generator/diag"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/score"
)

// honoursFile returns the name of the file of its honours.
func (q *period) honoursFile() string { return "honours-" + q.file() }

// honours checks a period's honours against the rules.
func (p *place) honours(q *period, t *score.Table) {
	name := q.honoursFile()
	awarded, published := t.Places != nil && q.State.Status == notice.Final, p.files.has(p.data(name))
	switch {
	case published && !awarded:
		p.differ(p.top(name), figureCode, "%s 没有荣誉，或者还没有生效，却公布了荣誉", q.Period)
	case awarded && !published:
		p.differ(diag.Position{File: p.data(name)}, figureCode, "%s 的荣誉已经生效，却没有公布", q.Period)
	case !awarded:
	case q.guessed || !q.Kept || p.resting(q, q.year(), false) || q.Records.Households[0] > 0 && q.Scheme.Honours.Ties == ledger.TiesOut:
		p.not("%s %s：荣誉所依据的有的不公布，没有重新评", p.path, q.Period)
	default:
		p.holdHonours(q, t)
		p.done("%s %s：荣誉，按名次和积分办法重新评定", p.path, q.Period)
	}
}

func (p *place) holdHonours(q *period, t *score.Table) {
	form := q.HonoursForm()
	by := map[string]string{"称号": "按名次和积分办法应是%s", "": p.data(q.file()) + " 里是%s"}
	for _, row := range q.honoured {
		id := row.Is.ID
		h := q.byID[id]
		if h == nil || t.Row(h.of) == nil || t.Row(h.of).Organisation {
			p.differ(row.At, figureCode, "户号“%s”不在参评的户里", id)
			continue
		}
		should := h.Is
		if should.Level = t.Row(h.of).Level; should.Level == nil {
			should.Level = &ledger.Level{} // none
		}
		hold(p, form, row, &should, h.String(), by)
	}
	for _, r := range t.Boards[0].Ranked {
		switch id := r.Household.ID; {
		case r.Level == nil || q.levels[id] != nil:
		case p.mayBeVetoed(q, r.Household):
			p.not("%s %s 户号 %s：有不公布名称的事项，没有授予“%s”是否因为一票否决，没有核对", p.path, q.Period, id, r.Level.Name)
		default:
			p.differ(q.byID[id].At, figureCode, "户号“%s”的称号是“”，按名次和积分办法应是“%s”", id, r.Level.Name)
		}
	}
}

// mayBeVetoed reports whether a household has an approved event of the year whose name is not
// public.
func (p *place) mayBeVetoed(q *period, of *ledger.Household) bool {
	return slices.ContainsFunc(p.periods, func(o *period) bool {
		h := o.byID[of.ID]
		return h != nil && o.Period.Year == q.Period.Year && slices.ContainsFunc(h.entries, func(e *record) bool {
			return !e.named && e.event.Review == ledger.Approved
		})
	})
}

// holdBalances compares balances.csv with the periods that count and the redemptions.
func (p *place) holdBalances(computed *score.Place) {
	if !p.files.has(p.data("balances.csv")) {
		return
	}
	known, hidden := p.withheld("merged.csv") == 0, p.withheld("redemptions.csv") > 0
	unknown := func(q *period) bool { return q.State.Counts && (!q.Kept || q.guessed) }
	known = known && !slices.ContainsFunc(p.periods, unknown)
	into := p.wentInto()
	earned, spent := make(map[string]ledger.Exact), make(map[string]ledger.Points)
	for id, h := range p.byID {
		at := cmp.Or(into[id], id)
		earned[at] = earned[at].Add(computed.Earned(h))
	}
	for _, r := range p.redemptions {
		spent[cmp.Or(into[r.Is.ID], r.Is.ID)] += r.Is.Points
	}
	by := map[string]string{
		gazette.ColumnEarned: "各期得分之和是%s", gazette.ColumnRedeemed: "兑换记录之和是%s", gazette.ColumnLeft: "累计得分减已兑换是%s",
	}
	for _, row := range p.balances {
		should := row.Is
		should.Left = row.Is.Earned.Add((-row.Is.Redeemed).Exact())
		if known {
			should.Earned = earned[row.Is.ID]
		}
		if !hidden || row.Is.Redeemed < spent[row.Is.ID] {
			should.Redeemed = spent[row.Is.ID]
		}
		hold(p, gazette.BalancesForm, row, &should, "户号“"+row.Is.ID+"”", by)
	}
	if known {
		p.done("%s：%d 户的余额，由各期得分和兑换重新计算", p.path, len(p.balances))
	} else {
		p.not("%s：余额里的累计得分有的明细不公布，没有重新算", p.path)
	}
	if hidden {
		p.not("%s：有的兑换不公布，已兑换只核对了公布的部分", p.path)
	}
}

// wentInto returns the household whose balance contains the points of one that has none of its
// own.
func (p *place) wentInto() map[string]string {
	next, own, into := make(map[string]string), make(map[string]bool), make(map[string]string)
	for _, m := range p.merged {
		next[m.Is.ID] = m.Is.Into
	}
	for _, b := range p.balances {
		own[b.Is.ID] = true
	}
	for id := range next {
		at := id
		for range next { // as far as possible, once around a circle
			if at == "" || own[at] {
				break
			}
			at = next[at]
		}
		if own[at] && at != id {
			into[id] = at
		}
	}
	return into
}
