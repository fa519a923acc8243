package render

import (
	"encoding/json"
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"gongshi/generator/chart"
	"gongshi/generator/ledger"
)

// option returns a chart as ECharts draws it over its picture. Lengths are in the picture's units
// and colours are names of the style sheet's properties; the theme's charts.js replaces them with
// pixels and colours, and shows tips, whose texts are made here. Besides ECharts' own keys there
// are "tips" and, for lines, "ticks", one for each label.
//
// Of go-echarts only chart.JSON() is used: its HTML would let </script> through and give every
// chart a random id. The template writes the JSON as a script's data.
func (w words) option(c *chart.Chart) (map[string]any, error) {
	d := &drawing{speaker: &speaker{words: w}}
	draw := d.lineOption
	if c.Kind == chart.Bars {
		draw = d.barOption
	}
	option := draw(c)
	option["tips"] = d.tips(c)
	return option, d.err
}

// tips are shown for a pointer on a label: the label's line of the table.
func (d *drawing) tips(c *chart.Chart) []string {
	var tips []string
	columns := c.Columns()
	for i, label := range d.labels(c) {
		if c.Provisional || c.Labels[i].Provisional {
			label += d.t("provisional.mark")
		}
		for k := range columns {
			s := &columns[k]
			switch {
			case !s.Values[i].OK:
			case s.Upper != nil:
				label += "\n" + d.t(s.Word) + " " + s.Text(i) + "~" + s.UpperText(i)
			default:
				label += "\n" + d.t(s.Word) + " " + s.Text(i)
			}
		}
		tips = append(tips, label)
	}
	return tips
}

// labels returns the full texts of the places on the axis.
func (d *drawing) labels(c *chart.Chart) []string {
	var texts []string
	for _, l := range c.Labels {
		texts = append(texts, d.speaker.label(l))
	}
	return texts
}

// optionOf returns the options of a chart of some series, with the grid and the axes around them:
// nothing moves, and the pointer's text is drawn, not written as HTML, which the pages' security
// policy would refuse. What go-echarts has no field for is added here.
func optionOf(list []series, pointer string, l opts.Legend, around ...charts.GlobalOpts) map[string]any {
	chart := charts.NewLine() // bars too: only the series tell of which kind they are
	chart.SetGlobalOptions(append(around, charts.WithAnimation(false))...)
	option := chart.JSON()
	delete(option, "color") // a palette that nothing uses
	option["series"], option["legend"] = list, legend{Legend: l}
	option["tooltip"] = tooltip{opts.Tooltip{
		Trigger: "axis", BackgroundColor: "--paper", BorderColor: "--soft",
		AxisPointer: &opts.AxisPointer{Type: pointer},
	}, "richText", true, inkStyle()}
	return option
}

type tooltip struct {
	opts.Tooltip
	RenderMode string          `json:"renderMode"`
	Confine    bool            `json:"confine"`
	TextStyle  *opts.TextStyle `json:"textStyle"`
}

type legend struct {
	opts.Legend
	SelectedMode bool `json:"selectedMode"`
}

type series struct {
	charts.SingleSeries
	StackStrategy string `json:"stackStrategy,omitempty"`
	Emphasis      struct {
		Disabled bool `json:"disabled"`
	} `json:"emphasis"`
}

// seriesOf returns a series that stays as it is below the pointer.
func seriesOf(s charts.SingleSeries) series {
	all := series{SingleSeries: s}
	if all.Emphasis.Disabled = true; s.Stack != "" {
		all.StackStrategy = "all" // figures below zero too
	}
	return all
}

// datum is a figure with its own style.
type datum struct {
	Value     any        `json:"value"` // a json.Number, or nil for a gap
	ItemStyle *itemStyle `json:"itemStyle,omitempty"`
	Label     *marking   `json:"label,omitempty"`
}

// marking is a text beside a mark, with a border in the paper's colour so that no line runs
// through it.
type marking struct {
	opts.Label
	TextBorderColor string `json:"textBorderColor"`
	TextBorderWidth int    `json:"textBorderWidth"`
}

type itemStyle struct {
	opts.ItemStyle
	BorderType string `json:"borderType,omitempty"`
}

// hollow is the style of a provisional figure.
func hollow(border string) *itemStyle {
	return &itemStyle{opts.ItemStyle{Color: "--paper", BorderColor: "--quiet", BorderWidth: 2}, border}
}

// number returns a figure exactly as it is written.
func number(p ledger.Points) json.Number { return json.Number(p.String()) }

// units writes tenths of a unit as whole units.
func units(tenths int) string { return strconv.Itoa(tenths / 10) }

func inkStyle() *opts.TextStyle { return &opts.TextStyle{Color: "--ink", FontSize: textSize / 10} }

// figureLabel returns a figure on one side of its mark.
func figureLabel(text, position string) *marking {
	return &marking{opts.Label{
		Show: opts.Bool(true), Position: position, Formatter: text,
		Color: "--ink", FontSize: textSize / 10, FontWeight: "bold",
	}, "--paper", 4}
}

func axisLabel() *opts.AxisLabel {
	return &opts.AxisLabel{Show: opts.Bool(true), Color: "--ink", FontSize: textSize / 10}
}

func axisLine(show bool) *opts.AxisLine {
	return &opts.AxisLine{Show: opts.Bool(show), LineStyle: &opts.LineStyle{Color: "--soft"}}
}
