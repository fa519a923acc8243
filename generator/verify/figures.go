package verify

import (
	"maps"
	"slices"
	"strings"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// figures works everything out again, and compares it with the tables.
func (p *place) figures() {
	p.merge()
	for _, q := range p.periods {
		p.own(q)
		p.gathered(q)
	}
	p.caps()
	computed := score.Recompute(p.rules, p.given())
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
	p.holdBalances(computed)
}

// merge records which household was merged into which other.
func (p *place) merge() {
	households := slices.SortedFunc(maps.Values(p.byID), func(a, b *ledger.Household) int { return strings.Compare(a.ID, b.ID) })
	for _, m := range p.merged {
		if h, into := p.byID[m.Is.ID], p.byID[m.Is.Into]; h != nil && into != nil {
			h.Spans = append(h.Spans, &ledger.Span{Left: m.Is.Left, Into: into.Key})
		}
	}
	p.rules.SetHouseholds(households)
}

// gathers reports whether q has nothing assessed of its own, but the rows of those who are in the
// periods that it sums.
func (q *period) gathers() bool { return q.Sums && len(q.Scheme.CategoriesOf(q.Period.Cycle)) == 0 }

// year returns the year of q.
func (q *period) year() ledger.Period { return ledger.Period{Cycle: ledger.Year, Year: q.Period.Year} }

// resting reports whether a figure of a period depends on others whose points are not known, or,
// for an average, whose members are not (they are published if a period ranks by average itself).
// The others are those in a longer period or, for a lifetime, all earlier ones.
func (p *place) resting(q *period, in ledger.Period, lifetime bool) bool {
	return slices.ContainsFunc(p.periods, func(o *period) bool {
		unknown := !o.Kept || o.guessed || q.Scheme.RankBy == ledger.ByAverage && o.Scheme.RankBy != ledger.ByAverage
		return unknown && o != q && o.Period.Compare(q.Period) < 0 && (lifetime || in.Contains(o.Period))
	})
}

// compare compares a recomputed table with the published one. It returns false if that was not
// possible.
func (p *place) compare(q *period, t *score.Table) bool {
	own := !q.guessed && q.Kept && !(q.Sums && p.resting(q, q.Period, false))
	carried := own && !p.resting(q, q.year(), q.Scheme.Carry == ledger.Lifetime) && !(q.Scheme.Carry == ledger.Lifetime && p.withheld("merged.csv") > 0)
	if !own {
		p.not("%s %s：有的明细已过保留期限或不公布，得分没有重新算", p.path, q.Period)
		return false
	}
	if !carried {
		p.not("%s %s：有的明细已过保留期限或不公布，累计没有重新算", p.path, q.Period)
	}
	form := q.RowsForm()
	for _, r := range t.Rows {
		h := q.byID[r.Household.ID]
		should := h.Is
		if should.Shown, should.Members = r.Shown, r.Members; !carried {
			should.Shown.Carried = h.Is.Shown.Carried
		}
		hold(p, form, h.Told, &should, h.String(), map[string]string{"": "按明细和积分办法应是%s"})
	}
	for b, board := range t.Boards {
		hidden := q.Records.Households[b]
		p.ranks(q, board.Ranked, hidden, gazette.ColumnRank, t.Ranking,
			func(r *gazette.Row) int { return r.Rank })
		if carried {
			p.ranks(q, board.Carried, hidden, gazette.ColumnCarryRank, func(r *score.Row) ledger.Points { return r.Shown.Carried },
				func(r *gazette.Row) int { return r.CarryRank })
		}
	}
	return true
}

// ranks checks the published ranks of a board against its figures, highest first. If k households
// are hidden, a published rank may be up to k places behind the rank among those that are shown,
// and the difference never shrinks.
func (p *place) ranks(q *period, rows []*score.Row, k int, heading string, figure func(*score.Row) ledger.Points, published func(*gazette.Row) int) {
	rank, gap := 0, 0
	for i, r := range rows {
		if i == 0 || figure(r) != figure(rows[i-1]) {
			rank = i + 1
		}
		h := q.byID[r.Household.ID]
		got := published(&h.Is)
		switch {
		case h.Broken:
		case k == 0 && got != rank:
			p.differ(h.At, figureCode, "户号“%s”的%s是 %d，应是 %d", h.Is.ID, heading, got, rank)
		case got-rank < gap, got-rank > k, rank != i+1 && got-rank != gap:
			p.differ(h.At, figureCode, "户号“%s”的%s是 %d，在公布的户里是第 %d，未公布的只有 %d 户", h.Is.ID, heading, got, rank, k)
		default:
			gap = got - rank
		}
	}
}
