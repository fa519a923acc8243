package chart

import (
	"gongshi/generator/figure"
	"gongshi/generator/gazette"
)

// Household returns the chart of the household with the row r in latest: its periods compared
// with the mean of its board, in the village's main cycle, or, if it has only one period of that,
// in its latest's.
func Household(id string, latest *gazette.Table, r *gazette.Row) *Chart {
	c := pathOver(last(MainCycle(latest.Place)), id, r)
	if c == nil {
		c = pathOver(last(cycle(latest.Place, latest.Period.Cycle)), id, r)
	}
	return c
}

// longest is how many periods a household's chart has, so that its page does not grow with the
// years.
const longest = 24

func last(tables []*gazette.Table) []*gazette.Table { return tables[max(0, len(tables)-longest):] }

func pathOver(tables []*gazette.Table, id string, latest *gazette.Row) *Chart {
	own, mean := Series{Word: "chart.own"}, Series{Word: "chart.village", Quiet: true}
	c := &Chart{ID: "path", Kind: Lines, Word: "chart.path", Of: id}
	if latest.Organisation {
		mean.Word, own.Word = "chart.organisations", "chart.unit"
	}
	for _, t := range tables {
		r := t.Row(id)
		if r == nil && len(own.Values) == 0 {
			continue
		}
		value := Value{}
		if r != nil {
			p, _ := t.Ranking(r)
			f := figure.Of(t, r)
			value = Value{Points: p, OK: true, Published: f.Ranking()}
		}
		c.Labels, c.Ranked = append(c.Labels, label(t)), figure.RankedBy(t)
		own.Values = append(own.Values, value)
		own.Decimals = max(own.Decimals, t.Scheme.RankDecimals())
		mean.addMean(t.Board(latest.Organisation).Sum.Stats)
	}
	if len(own.Values) < 2 {
		return nil
	}
	c.Series = []Series{mean, own}
	return c
}
