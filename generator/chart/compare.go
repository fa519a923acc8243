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

// Compare compares the villages below p: the highest first, and last those whose figures may still
// change.
func Compare(p *gazette.Place, villages []*gazette.Place) *Comparison {
	m := &Comparison{}
	names := distinct(villages)
	type village struct {
		name  string
		table *gazette.Table
	}
	var compared []village
	for i, v := range villages {
		switch t := v.Latest(); {
		case t == nil:
			m.NotYet = append(m.NotYet, names[i])
		case t.Boards[0].Sum.Base.IsZero():
			m.NoBase = append(m.NoBase, names[i])
		case t.Scheme.RankBy == ledger.ByAverage:
			m.ByAverage = append(m.ByAverage, names[i])
		default:
			compared = append(compared, village{names[i], t})
		}
	}
	if len(compared) < 2 {
		return m
	}
	late := func(v village) int {
		if label(v.table).Provisional {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(compared, func(a, b village) int {
		return cmp.Or(late(a)-late(b), cmp.Compare(b.table.Boards[0].Sum.Share(), a.table.Boards[0].Sum.Share()))
	})
	share, base := Series{Word: "chart.share", Decimals: 1}, Series{Word: "chart.base"}
	mean := Series{Word: "chart.village"}
	chart := &Chart{
		ID: "compare", Kind: Bars, Word: "chart.compare", Of: p.Name,
		Ranked: gazette.ColumnTotal, Axis: "overview.village", On: same(villages),
	}
	for _, v := range compared {
		st, at := v.table.Boards[0].Sum, named(v.name)
		at.Provisional = label(v.table).Provisional
		chart.Labels = append(chart.Labels, at)
		share.Values = append(share.Values, Value{Points: st.Share(), OK: true})
		mean.addMean(st.Stats)
		base.add(st.Base.Div(st.N).Round(2))
	}
	chart.Series = []Series{share, mean, base}
	m.Chart = chart
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
