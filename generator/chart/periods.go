package chart

import (
	"gongshi/generator/figure"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// Course returns the chart of a village's periods: mean, median and the middle half of the
// households. It shows the cycle with the most periods.
func Course(p *gazette.Place) *Chart {
	tables := MainCycle(p)
	if len(tables) < 2 {
		return nil
	}
	c := &Chart{ID: "course", Kind: Lines, Word: "chart.course", Of: p.Name, Ranked: figure.RankedBy(tables[0])}
	band := Series{Word: "chart.half", Quiet: true}
	mean, median := Series{Word: "chart.village"}, Series{Word: "chart.median", Quiet: true}
	for _, t := range tables {
		st := t.Boards[0].Sum
		c.Labels = append(c.Labels, label(t))
		band.Values = append(band.Values, Value{Points: st.Lower, OK: st.N > 0})
		band.Upper = append(band.Upper, Value{Points: st.Upper, OK: st.N > 0})
		mean.addMean(st.Stats)
		median.Values = append(median.Values, Value{Points: st.Median, OK: st.N > 0})
		band.Decimals = max(band.Decimals, t.Scheme.RankDecimals())
	}
	median.Decimals = mean.Decimals
	c.Series = []Series{band, median, mean}
	return c
}

// MainCycle returns the tables of the cycle that has the most of them, or of the shorter of two
// with as many. Only tables that rank by the same figure as the latest can be compared.
func MainCycle(p *gazette.Place) []*gazette.Table {
	var best []*gazette.Table
	for _, c := range []ledger.Cycle{ledger.Month, ledger.Quarter, ledger.Year} {
		if list := cycle(p, c); len(list) > len(best) {
			best = list
		}
	}
	return best
}

// cycle returns the tables of one cycle, from where the ranking last changed.
func cycle(p *gazette.Place, c ledger.Cycle) []*gazette.Table {
	var list []*gazette.Table
	for _, t := range p.Tables {
		if t.Period.Cycle != c {
			continue
		}
		if len(list) > 0 && list[0].Scheme.RankBy != t.Scheme.RankBy {
			list = nil
		}
		list = append(list, t)
	}
	return list
}

// label returns t's place on the axis of a chart.
func label(t *gazette.Table) Label {
	return Label{Period: t.Period, Provisional: t.State.Status != gazette.Final}
}

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
			f := figure.Of(t, r)
			value = Value{Points: t.Ranking(r), OK: true, Published: f.Ranking()}
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
