package render

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"gongshi/generator/chart"
	"gongshi/generator/ledger"
)

// barOption draws horizontal bars from zero, each with its figure behind it.
func (d *drawing) barOption(c *chart.Chart) map[string]any {
	texts, longest := d.barTexts(c)
	data := make([]datum, len(c.Labels))
	for i, l := range c.Labels {
		if v := c.Series[0].Values[i]; v.OK {
			data[i].Value = number(v.Points)
		}
		if data[i].Label = figureLabel(texts[i], "right"); c.Provisional || l.Provisional {
			data[i].ItemStyle = hollow("dashed")
		}
	}
	x, names := barScale(c), axisLabel()
	names.Width, names.Overflow = chartWidth/20, "break"
	bars := seriesOf(charts.SingleSeries{
		Name: d.t(c.Series[0].Word), Type: "bar", Data: data, BarWidth: "76%", ItemStyle: &opts.ItemStyle{Color: "--quiet"},
	})
	return optionOf([]series{bars}, "shadow", opts.Legend{Show: opts.Bool(false)},
		charts.WithGridOpts(opts.Grid{Left: "0", Top: "0", Bottom: "0", Right: units(longest + 80)}),
		charts.WithXAxisOpts(opts.XAxis{
			Type: "value", Min: number(x.from), Max: number(x.to),
			AxisLabel: &opts.AxisLabel{Show: opts.Bool(false)}, SplitLine: &opts.SplitLine{Show: opts.Bool(false)},
		}),
		charts.WithYAxisOpts(opts.YAxis{
			Type: "category", Data: d.labels(c), Inverse: opts.Bool(true), AxisLabel: names, AxisLine: axisLine(true),
		}),
	)
}

// lineOption draws the series over periods, the ones in the background first.
func (d *drawing) lineOption(c *chart.Chart) map[string]any {
	room := drawing{speaker: d.speaker}
	top := room.legend(c)
	y := lineScale(c)
	list, keys := d.lineList(c)
	option := optionOf(list, "line",
		opts.Legend{Left: "0", Top: "0", Data: keys, ItemWidth: 26, ItemHeight: 10, TextStyle: inkStyle()},
		charts.WithGridOpts(opts.Grid{Left: "0", Top: units(top), Bottom: "0", Right: units(lastWidth(c) / 2)}),
		charts.WithXAxisOpts(opts.XAxis{
			Type: "category", Data: d.labels(c), AxisLabel: axisLabel(), AxisLine: axisLine(true),
			AxisTick: &opts.AxisTick{Show: opts.Bool(false)},
		}),
		charts.WithYAxisOpts(opts.YAxis{
			Type: "value", Min: number(y.from), Max: number(y.to), SplitNumber: int((y.to - y.from) / y.step),
			AxisLabel: axisLabel(), AxisLine: axisLine(false),
			SplitLine: &opts.SplitLine{Show: opts.Bool(true), LineStyle: &opts.LineStyle{Color: "--rule"}},
		}),
	)
	ticks, widest := d.tickTexts(c)
	option["ticks"], option["room"] = underYears(c, ticks), tickRoom(c, widest)/10
	return option
}

// key is a series' name in the legend.
type key struct {
	Name      string          `json:"name"`
	Icon      string          `json:"icon,omitempty"`
	ItemStyle *opts.ItemStyle `json:"itemStyle,omitempty"`
}

// lineList returns the series, and a key for each: a patch for a band, a line for a line, and its mark.
func (d *drawing) lineList(c *chart.Chart) (list []series, keys []key) {
	for i := range c.Series {
		s := &c.Series[i]
		k := key{Name: d.t(s.Word)}
		if s.Upper != nil {
			k.Icon = "rect"
			list = append(list, d.bandSeries(s)...)
		} else {
			list = append(list, d.lineSeries(c, s))
		}
		if s.Upper == nil && s.Quiet {
			k.ItemStyle = &opts.ItemStyle{Opacity: opts.Float(0)}
		}
		keys = append(keys, k)
	}
	return list, keys
}

// underYears returns ticks, each above its year.
func underYears(c *chart.Chart, ticks []string) []string {
	for i, l := range c.Labels {
		if l.Period.Cycle != ledger.Year {
			ticks[i] += "\n" + year(l)
		}
	}
	return ticks
}

// lineSeries returns a line, with marks and its last figure unless it is in the background.
func (d *drawing) lineSeries(c *chart.Chart, s *chart.Series) series {
	data := make([]datum, len(s.Values))
	last := -1
	for i, v := range s.Values {
		if !v.OK {
			continue
		}
		if data[i].Value, last = number(v.Points), i; c.Labels[i].Provisional && !s.Quiet {
			data[i].ItemStyle = hollow("")
		}
	}
	e := charts.SingleSeries{
		Name: d.t(s.Word), Type: "line", Animation: opts.Bool(false), Data: data, Symbol: "circle", SymbolSize: 7,
		ItemStyle: &opts.ItemStyle{Color: "--quiet"}, LineStyle: &opts.LineStyle{Color: "--quiet", Width: 2.5},
	}
	if s.Quiet {
		e.Symbol = "none"
		e.ItemStyle, e.LineStyle = &opts.ItemStyle{Color: "--soft"}, &opts.LineStyle{Color: "--soft", Width: 1.6, Type: "dashed"}
	} else if last >= 0 {
		side := "top"
		if falls(s, last) {
			side = "bottom"
		}
		data[last].Label = figureLabel(s.Text(last), side)
	}
	return seriesOf(e)
}

// bandSeries fills the space from a series' values to its upper ones: an invisible line,
// and the difference stacked upon it.
func (d *drawing) bandSeries(s *chart.Series) []series {
	low, high := make([]datum, len(s.Values)), make([]datum, len(s.Values))
	for i, v := range s.Values {
		if v.OK {
			low[i].Value, high[i].Value = number(v.Points), number(s.Upper[i].Points-v.Points)
		}
	}
	edge := charts.SingleSeries{
		Type: "line", Animation: opts.Bool(false), Data: low, Stack: s.Word, Symbol: "none",
		ItemStyle: &opts.ItemStyle{Color: "--band"}, LineStyle: &opts.LineStyle{Color: "--band", Opacity: opts.Float(0)},
	}
	area := edge
	area.Name, area.Data, area.AreaStyle = d.t(s.Word), high, &opts.AreaStyle{Color: "--band", Opacity: opts.Float(1)}
	return []series{seriesOf(edge), seriesOf(area)}
}
