package chart

import (
	"cmp"
	"slices"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// Comparison compares villages whose rules may differ: by the share of the base that their
// households reached in the latest period. Points of a base of 100 and of one of 140 cannot be
// compared.
type Comparison struct {
	Chart     *Chart   // nil if fewer than two can be compared
	NoBase    []string // villages left out since nothing is assessed in the period, so that it has no base
	ByAverage []string // … since they rank by an average for each member
	NotYet    []string // … since nothing of theirs is published
}

// Compare compares the villages below p.
func Compare(p *gazette.Place, villages []*gazette.Place) *Comparison {
	m := &Comparison{}
	share, base := Series{Word: "chart.share", Decimals: 1}, Series{Word: "chart.base"}
	mean := Series{Word: "chart.village"}
	chart := &Chart{ID: "compare", Kind: Bars, Word: "chart.compare", Of: p.Name, Ranked: gazette.ColumnTotal, Axis: "overview.village"}
	names := distinct(villages)
	for i, v := range villages {
		t := v.Latest()
		switch {
		case t == nil:
			m.NotYet = append(m.NotYet, names[i])
			continue
		case t.Boards[0].Sum.Base.IsZero():
			m.NoBase = append(m.NoBase, names[i])
			continue
		case t.Scheme.RankBy == ledger.ByAverage:
			m.ByAverage = append(m.ByAverage, names[i])
			continue
		}
		st := t.Boards[0].Sum
		at := named(names[i])
		at.Provisional = label(t).Provisional
		chart.Labels = append(chart.Labels, at)
		share.Values = append(share.Values, Value{Points: st.Share(), OK: true})
		mean.addMean(st.Stats)
		base.add(st.Base.Div(st.N).Round(2))
	}
	if len(chart.Labels) > 1 {
		chart.Series = []Series{share, mean, base}
		chart.On = same(villages)
		chart.sort()
		m.Chart = chart
	}
	return m
}

// same is the latest period of villages, or none where it is not that of all that have one.
func same(villages []*gazette.Place) ledger.Period {
	var on ledger.Period
	for _, v := range villages {
		switch t := v.Latest(); {
		case t == nil || t.Period == on:
		case on != ledger.Period{}:
			return ledger.Period{}
		default:
			on = t.Period
		}
	}
	return on
}

// sort puts the places of c in the order of its first series, the highest first; equal ones stay
// in theirs. Those whose figures may still change come last.
func (c *Chart) sort() {
	order := make([]int, len(c.Labels))
	for i := range order {
		order[i] = i
	}
	first := c.Series[0].Values
	rank := func(i int) int {
		if c.Labels[i].Provisional {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(first[b].Points, first[a].Points))
	})
	c.Labels = picked(c.Labels, order)
	for i := range c.Series {
		c.Series[i].Values = picked(c.Series[i].Values, order)
	}
}

func picked[T any](list []T, order []int) []T {
	all := make([]T, len(order))
	for i, at := range order {
		all[i] = list[at]
	}
	return all
}

// distinct returns the places' names, after the name of the place above if two are alike.
func distinct(places []*gazette.Place) []string {
	count := make(map[string]int)
	for _, p := range places {
		count[p.Name]++
	}
	names := make([]string, len(places))
	for i, p := range places {
		if names[i] = p.Name; count[p.Name] > 1 && p.Parent != nil {
			names[i] = p.Parent.Name + p.Name
		}
	}
	return names
}
