package verify

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// figures works everything out anew, and holds it against the tables.
func (p *place) figures() {
	p.merge()
	for _, q := range p.periods {
		p.own(q)
		p.gathered(q)
	}
	p.caps()
	given := make([]score.Given, len(p.periods))
	for i, q := range p.periods {
		given[i] = q.given()
	}
	computed := score.Recompute(p.rules, given)
	periods, rows := 0, 0
	for i, t := range computed.Tables {
		if p.compare(p.periods[i], t) {
			periods, rows = periods+1, rows+len(t.Rows)
		}
	}
	if periods > 0 {
		p.done("%s：%d 期 %d 行的得分、合计和名次，由明细和积分办法重新计算", p.path, periods, rows)
	}
	for i, t := range computed.Tables {
		p.honours(p.periods[i], t)
	}
	p.balances(computed)
}

// given are a period's own points for package score.
func (q *period) given() score.Given {
	g := score.Given{State: q.state, Scheme: q.scheme, Hidden: q.hidden[0]}
	for _, h := range q.rows {
		r := score.GivenRow{Household: h.of, Span: h.span, Members: h.members, Categories: h.points}
		r.Rank, _ = number(h.get("名次"))
		for _, e := range h.entries {
			r.Entries = append(r.Entries, e.Entry)
		}
		g.Rows = append(g.Rows, r)
	}
	return g
}

// merge reads which household went on in which other.
func (p *place) merge() {
	households := slices.SortedFunc(maps.Values(p.byID), func(a, b *ledger.Household) int { return strings.Compare(a.ID, b.ID) })
	t := p.table("merged.csv")
	if t != nil {
		for _, r := range t.rows {
			h, into := p.byID[r.get("户号")], p.byID[r.get("并入")]
			left, ok := ledger.ParseDate(r.get("退出"))
			if h != nil && into != nil && ok {
				h.Spans = append(h.Spans, &ledger.Span{Left: left, Into: into.Key})
			}
		}
	}
	p.rules.SetHouseholds(households)
}

// sums reports whether q's figures are made from those of other periods.
func (q *period) sums() bool { return q.summary || q.state.Period.Cycle == ledger.Year }

// gathers reports whether q has nothing assessed of its own, but the rows of those whom the
// periods that it sums have.
func (q *period) gathers() bool { return q.sums() && len(categories(q)) == 0 }

// year is the year of q.
func (q *period) year() ledger.Period {
	return ledger.Period{Cycle: ledger.Year, Year: q.state.Period.Year}
}

// resting reports whether a figure of a period rests on others whose points are not known, or,
// where it is an average, whose members are not (they are published where a period ranks by
// average itself): those in a longer period, or, where a lifetime is summed, all before.
func (p *place) resting(q *period, in ledger.Period, lifetime bool) bool {
	for _, o := range p.periods {
		unknown := o.expired || o.guessed || q.scheme.ByAverage && !o.scheme.ByAverage
		if unknown && o != q && o.state.Period.Compare(q.state.Period) < 0 &&
			(lifetime || in.Contains(o.state.Period)) {
			return true
		}
	}
	return false
}

// compare holds a recomputed table against the published one; false where it could not be
// recomputed.
func (p *place) compare(q *period, t *score.Table) bool {
	own := !q.guessed && !q.expired && !(q.sums() && p.resting(q, q.state.Period, false))
	carried := own && !p.resting(q, q.year(), q.scheme.Lifetime) && !p.mergedHidden(q)
	if !own {
		p.not("%s %s：有的明细已过保留期限或不公布，得分没有重新算", p.path, q.state.Period)
	} else if !carried {
		p.not("%s %s：有的明细已过保留期限或不公布，累计没有重新算", p.path, q.state.Period)
	}
	columns := p.columns(q, t)
	if columns == nil {
		return false
	}
	for _, r := range t.Rows {
		h := q.byID[r.Household.ID]
		if own {
			p.same(h, columns, texts(t, r))
		}
		if want := r.Shown.Carried.Text(t.Scheme.RankDecimals()); carried && h.get("累计") != want {
			p.differ(h.at(), figureCode, fmt.Sprintf("户号“%s”的累计是 %s，应是 %s", h.id, h.get("累计"), want))
		}
		if got := h.get("状态"); got != q.state.Status.String() {
			p.differ(h.at(), figureCode, fmt.Sprintf("户号“%s”的状态是 %s，notices.csv 里是 %s", h.id, got, q.state.Status))
		}
	}
	for b := range t.Boards {
		board := &t.Boards[b]
		if own {
			p.ranks(q, board.Ranked, q.hidden[b], "名次", func(r *score.Row) ledger.Points { points, _ := t.Ranking(r); return points })
		}
		if carried {
			p.ranks(q, board.Carried, q.hidden[b], "累计名次", func(r *score.Row) ledger.Points { return r.Shown.Carried })
		}
	}
	return own
}

// same holds the figures of a row against the published ones.
func (p *place) same(h *household, columns, figures []string) {
	for i, want := range figures {
		if got := gazette.Plain(h.cells[4+i]); got != want {
			p.differ(h.at(), figureCode, fmt.Sprintf("户号“%s”的%s是 %s，按明细和积分办法应是 %s", h.id, columns[i], got, want))
		}
	}
}

// mergedHidden reports whether a lifetime may rest on a household that is not told.
func (p *place) mergedHidden(q *period) bool {
	return q.scheme.Lifetime && p.withheld("merged.csv") > 0
}

// columns are the headings of the figures of a table, without ranks; nil where the table has
// others than the rules give it.
func (p *place) columns(q *period, t *score.Table) []string {
	var want []string
	for _, c := range t.Categories {
		want = append(want, gazette.CategoryColumn(t.Categories, c))
	}
	want = append(want, "加分", "扣分", "合计")
	if q.scheme.ByAverage {
		want = append(want, "平均", "人数")
	}
	want = append(want, "名次", "累计", "累计名次", "状态")
	head := make([]string, 0, len(want))
	for _, h := range q.table.head[min(4, len(q.table.head)):] {
		head = append(head, gazette.Plain(h))
	}
	if !slices.Equal(head, want) {
		p.differ(diagAt(q.table, 1), figureCode, fmt.Sprintf("列是 %v，按积分办法应是 %v", head, want))
		return nil
	}
	return want
}

// texts are a row's figures as the table writes them, beside columns, up to the ranks.
func texts(t *score.Table, r *score.Row) []string {
	var list []string
	decimals := t.Scheme.Decimals
	for _, c := range r.Shown.Categories {
		list = append(list, c.Text(decimals))
	}
	list = append(list, r.Shown.Additions.Text(decimals), r.Shown.Deductions.Text(decimals), r.Shown.Total.Text(decimals))
	if t.Scheme.ByAverage {
		list = append(list, r.Shown.Average.Text(2), strconv.Itoa(r.Members))
	}
	return list
}

// ranks holds the published ranks of a board against its figures, highest first. Where k
// households are hidden, a published rank may lie up to k places behind that among those
// that are shown, no more, and the gaps never shrink.
func (p *place) ranks(q *period, rows []*score.Row, k int, heading string, figure func(*score.Row) ledger.Points) {
	rank, gap := 0, 0
	for i, r := range rows {
		if i == 0 || figure(r) != figure(rows[i-1]) {
			rank = i + 1
		}
		h := q.byID[r.Household.ID]
		got, ok := number(h.get(heading))
		switch {
		case k == 0 && (!ok || got != rank):
			p.differ(h.at(), figureCode, fmt.Sprintf("户号“%s”的%s是 %s，应是 %d", h.id, heading, h.get(heading), rank))
		case !ok, got-rank < gap, got-rank > k, rank != i+1 && got-rank != gap:
			p.differ(h.at(), figureCode, fmt.Sprintf("户号“%s”的%s是 %s，在公布的户里是第 %d，未公布的只有 %d 户", h.id, heading, h.get(heading), rank, k))
		default:
			gap = got - rank
		}
	}
}
