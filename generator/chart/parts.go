package chart

import (
	"gongshi/generator/figure"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// Groups returns the means of the households' board by group, in the order of place.toml. A place
// with a single group has none to compare.
func Groups(t *gazette.Table) *Chart {
	c := partsChart(t, "groups", "column.组")
	mean, households := Series{Word: "stats.mean"}, Series{Word: "column.户数"}
	for _, g := range figure.ByGroup(t.Place, t.Boards[0].Ranked) {
		c.Labels = append(c.Labels, Label{Name: g.Name})
		mean.addMean(gazette.StatsOf(t.Rankings(g.Rows), t.Scheme.RankDecimals()))
		households.add(ledger.Points(len(g.Rows)) * ledger.Point)
	}
	if len(c.Labels) < 2 {
		return nil
	}
	c.Series = []Series{mean, households}
	return c
}

// Categories returns the means of the households' board by category, compared with full marks.
func Categories(t *gazette.Table) *Chart {
	rows := t.Boards[0].Ranked
	if len(rows) == 0 || len(t.Categories) == 0 {
		return nil
	}
	c := partsChart(t, "categories", "column.分类")
	c.Ranked = gazette.ColumnTotal
	mean, bound := Series{Word: "stats.mean"}, Series{Word: "column.满分", Bound: true}
	share := Series{Word: "chart.offull", Decimals: 1}
	bounded := false
	for i, category := range t.Categories {
		values := make([]ledger.Points, len(rows))
		for k, r := range rows {
			values[k] = r.Shown.Categories[i]
		}
		st := gazette.StatsOf(values, t.Scheme.Decimals)
		c.Labels = append(c.Labels, named(gazette.CategoryColumn(t.Categories, category)))
		mean.addMean(st)
		full := figure.Full(t, category)
		if full <= 0 {
			bound.gap()
			share.gap()
			continue
		}
		bounded = true
		bound.add(full)
		share.add(st.Mean.Exact().MulDiv(100*int64(ledger.Point), int64(full)).Round(1))
	}
	if c.Series = []Series{mean}; bounded {
		c.Series = []Series{mean, bound, share}
	}
	return c
}

// partsChart returns a chart of means over parts of t, without figures yet.
func partsChart(t *gazette.Table, id, axis string) *Chart {
	return &Chart{ID: id, Kind: Bars, Word: "chart." + id, Ranked: figure.RankedBy(t), Axis: axis, Provisional: label(t).Provisional}
}
