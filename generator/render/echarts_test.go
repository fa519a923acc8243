package render

import (
	"encoding/json"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator/chart"
	"gongshi/generator/ledger"
	"gongshi/generator/page"
	"gongshi/generator/publicity"
	"gongshi/themes"
)

// withECharts is the default theme with a stand-in for ECharts.
func withECharts() fs.FS {
	return overlay{fstest.MapFS{"static/echarts.min.js": {Data: []byte("/* ECharts */")}}, themes.Default()}
}

// withoutECharts is the default theme as it is where npm has not run.
func withoutECharts() fs.FS {
	files := fstest.MapFS{}
	fs.WalkDir(themes.Default(), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && name != "static/echarts.min.js" {
			content, _ := fs.ReadFile(themes.Default(), name)
			files[name] = &fstest.MapFile{Data: content}
		}
		return err
	})
	return files
}

// villageWith is a village's page with a chart.
func villageWith(c *chart.Chart) *page.Village {
	return &page.Village{Head: benchHead("v/index.html", "village"), Chart: c}
}

// last is the page that a theme makes of a model.
func last(t *testing.T, theme fs.FS, m page.Page) string {
	t.Helper()
	files := render(t, theme, m)
	return string(files[len(files)-1].Content)
}

var script = regexp.MustCompile(`(?s)<script type="application/json" id="([^"]*)">(.*?)</script>`)

// options are what a page tells ECharts.
type options struct {
	Animation *bool
	Color     []string
	Tips      []string
	Ticks     []string
	Tooltip   struct{ RenderMode string }
	XAxis     []struct {
		Min  json.Number
		Data []string
	}
	YAxis []struct {
		Min  json.Number
		Data []string
	}
	Series []struct {
		Name string
		Data []struct {
			Value json.Number
			Label struct{ Formatter string }
		}
	}
}

func optionsIn(t *testing.T, html, id string) (o options) {
	t.Helper()
	m := script.FindStringSubmatch(html)
	if m == nil || m[1] != id {
		t.Fatalf("no options %s in %s", id, html)
	}
	if err := json.Unmarshal([]byte(m[2]), &o); err != nil {
		t.Fatal(err)
	}
	return o
}

// A line chart's options have every figure exactly, the axis of the picture, a text of the
// page's own for the pointer, and nothing that moves.
func TestLineOptions(t *testing.T) {
	c := benchChart(14)
	c.Labels[13].Provisional = true
	o := optionsIn(t, last(t, withECharts(), villageWith(c)), "path-option")
	if o.Animation == nil || *o.Animation || o.Tooltip.RenderMode != "richText" || o.Color != nil {
		t.Errorf("animation, tooltip or palette: %+v", o)
	}
	if got := o.Series[1]; got.Name != "本户" || got.Data[1].Value != "89" || got.Data[13].Label.Formatter != "94" {
		t.Errorf("series: %+v", got)
	}
	if o.YAxis[0].Min != "88" || o.Ticks[13] != "2月\n2023" || o.XAxis[0].Data[13] != "2023年2月" {
		t.Errorf("axes: %+v", o)
	}
	if want := "2023年2月（暂）\n本户 94\n农户平均 92.5"; o.Tips[13] != want {
		t.Errorf("tip: %q, want %q", o.Tips[13], want)
	}
}

// Bars begin at zero, or at the least figure below it, and say their figures as published.
func TestBarOptions(t *testing.T) {
	c := &chart.Chart{
		ID: "compare", Kind: chart.Bars, Word: "chart.compare", Ranked: "合计", Axis: "overview.village",
		Labels: labels("甲村", "乙村"),
		Series: []chart.Series{{Word: "chart.share", Decimals: 1, Values: []chart.Value{value(90), value(80)}}},
	}
	c.Labels[1].Provisional = true
	o := optionsIn(t, last(t, withECharts(), villageWith(c)), "compare-option")
	if o.XAxis[0].Min != "0" || !slices.Equal(o.YAxis[0].Data, []string{"甲村", "乙村"}) {
		t.Errorf("axes: %+v", o)
	}
	if got := o.Series[0].Data[1]; got.Value != "80" || got.Label.Formatter != "80.0（暂）" {
		t.Errorf("bar: %+v", got)
	}
	if want := "乙村（暂）\n占基础分（%） 80.0"; o.Tips[1] != want {
		t.Errorf("tip: %q, want %q", o.Tips[1], want)
	}
	c.Series[0].Values[1] = value(-5)
	if o := optionsIn(t, last(t, withECharts(), villageWith(c)), "compare-option"); o.XAxis[0].Min != "-5" {
		t.Errorf("the axis begins at %s", o.XAxis[0].Min)
	}
}

// What a clerk writes cannot end the script that holds it, nor begin a comment in it.
func TestOptionsAreData(t *testing.T) {
	const name = "</script><!--<script>甲 \u2028 ' \" \\ __f__alert(1)__f__"
	c := &chart.Chart{
		ID: "compare", Kind: chart.Bars, Word: "chart.compare", Of: name, Ranked: "合计", Axis: "overview.village",
		Labels: labels(name, "乙村"),
		Series: []chart.Series{{Word: "chart.share", Values: []chart.Value{value(90), value(80)}}},
	}
	html := last(t, withECharts(), villageWith(c))
	if o := optionsIn(t, html, "compare-option"); o.YAxis[0].Data[0] != name {
		t.Errorf("%q, want %q", o.YAxis[0].Data[0], name)
	}
	if strings.Contains(html, "<!--") || strings.Count(html, "</script>") != 5 { // size, sort, the options, ECharts, charts
		t.Errorf("it can be read as markup: %s", html)
	}
	if html != last(t, withECharts(), villageWith(c)) {
		t.Error("not the same bytes twice")
	}
}

// Every colour is a property of the style sheet.
func TestColoursAreTheStyleSheets(t *testing.T) {
	css, err := fs.ReadFile(themes.Default(), "static/style.css")
	if err != nil {
		t.Fatal(err)
	}
	band := benchChart(3)
	band.Series[0].Word, band.Series[0].Upper = "chart.half", []chart.Value{value(99), value(98), value(97)}
	html := last(t, withECharts(), villageWith(band))
	colours := regexp.MustCompile(`"(\w*[cC]olor)":"([^"]*)"`).FindAllStringSubmatch(html, -1)
	for _, m := range colours {
		if !strings.HasPrefix(m[2], "--") || !strings.Contains(string(css), m[2]+":") {
			t.Errorf("%s is %q", m[1], m[2])
		}
	}
	if len(colours) < 10 {
		t.Errorf("only %d colours", len(colours))
	}
}

// Where ECharts is missing no page asks for it, and the picture and its table stand.
func TestWithoutECharts(t *testing.T) {
	period := benchPeriod(3)
	period.Distribution = benchChart(3)
	town := &page.Overview{Head: benchHead("t/index.html", "overview"), Compared: &chart.Comparison{Chart: benchChart(3)}}
	for _, m := range []page.Page{villageWith(benchChart(3)), period, town} {
		with, without := last(t, withECharts(), m), last(t, withoutECharts(), m)
		for _, want := range []string{`<svg class="chart" role="img"`, "<title", "<desc", "<table"} {
			if !strings.Contains(with, want) || !strings.Contains(without, want) {
				t.Errorf("%s: no %s", m.At(), want)
			}
		}
		if strings.Contains(without, "charts.") || strings.Contains(without, "application/json") {
			t.Errorf("%s: a script without ECharts", m.At())
		}
		if strings.Count(with, `<script defer src="../echarts.min.`) != 1 || strings.Count(with, `<script defer src="../charts.`) != 1 {
			t.Errorf("%s: not just the scripts that it needs: %s", m.At(), with)
		}
	}
	for _, m := range []page.Page{villageWith(nil), benchHousehold()} {
		if strings.Contains(last(t, withECharts(), m), "echarts") {
			t.Errorf("%s asks for ECharts, without an interactive chart", m.At())
		}
	}
	if list := StaticCharts(withoutECharts()); len(list) != 1 || list.HasErrors() || !strings.Contains(list[0].Hint, "npm ci --prefix themes") {
		t.Errorf("the build says %v", list)
	}
	if list := StaticCharts(withECharts()); len(list) != 0 {
		t.Errorf("the build says %v", list)
	}
}

// A village's page without the interactive chart, with all that it needs, is a light one.
func TestVillageWeight(t *testing.T) {
	const most, script = 30 << 10, 1536
	m := villageWith(benchChart(24))
	for i := range 24 {
		m.Periods = append(m.Periods, page.Summary{PeriodState: page.PeriodState{
			Period: ledger.Period{Cycle: ledger.Month, Year: 2022 + i/12, Part: i%12 + 1}, State: publicity.State{Word: "final"},
		}})
	}
	if n := len(last(t, withoutECharts(), m)); n > most {
		t.Errorf("%d bytes", n)
	}
	content, err := fs.ReadFile(themes.Default(), "static/charts.js")
	if err != nil {
		t.Fatal(err)
	}
	if n := compressed(t, content); n > script {
		t.Errorf("charts.js: %d bytes compressed", n)
	}
}
