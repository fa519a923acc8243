package render

import (
	"encoding/xml"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gongshi/generator/chart"
	"gongshi/generator/ledger"
	"gongshi/generator/score"
	"gongshi/themes"
)

func draw(t *testing.T, c *chart.Chart) string {
	t.Helper()
	w, err := readWords(themes.Default(), "zh-CN")
	if err != nil {
		t.Fatal(err)
	}
	svg, err := w.svg(c)
	if err != nil {
		t.Fatal(err)
	}
	d := xml.NewDecoder(strings.NewReader(string(svg)))
	for {
		if _, err := d.Token(); err == io.EOF {
			return string(svg)
		} else if err != nil {
			t.Fatalf("not well formed: %v\n%s", err, svg)
		}
	}
}

func TestPositions(t *testing.T) {
	for tenths, want := range map[int]string{0: "0", 5: "0.5", 10: "1", 3600: "360", 1234: "123.4", -5: "-0.5", -15: "-1.5", -20: "-2"} {
		var d drawing
		if d.pos(tenths); d.String() != want {
			t.Errorf("%d: %s, want %s", tenths, d.String(), want)
		}
	}
}

// A scale holds every figure, begins and ends at round ones, and has few steps.
func TestScales(t *testing.T) {
	tests := []struct{ low, high, from, to, step ledger.Points }{
		{8800, 9700, 8500, 10000, 500},
		{9000, 9000, 8900, 9100, 50},
		{0, 100, 0, 100, 50},
		{-250, 330, -400, 400, 200},
		{1, 3, 1, 3, 1},
	}
	for _, test := range tests {
		s := scaleFor(test.low, test.high)
		if s.from != test.from || s.to != test.to || s.step != test.step {
			t.Errorf("%s to %s: %s to %s by %s", test.low, test.high, s.from, s.to, s.step)
		}
	}
}

func TestLines(t *testing.T) {
	c := benchChart(14)
	c.Labels[13].Provisional = true
	c.Series[1].Values[5].OK = false
	svg := draw(t, c)
	if n := strings.Count(svg, `class="line"`); n != 3 { // two stretches, and the legend
		t.Errorf("%d stretches", n)
	}
	if n := strings.Count(svg, "<circle"); n != 13 {
		t.Errorf("%d marks", n)
	}
	if n := strings.Count(svg, `class="mark provisional"`); n != 1 {
		t.Errorf("%d provisional marks", n)
	}
	if strings.Contains(svg, "style=") {
		t.Error("an inline style, which the security policy forbids")
	}
	if draw(t, c) != svg {
		t.Error("it is not drawn twice alike")
	}
}

func TestOneFigureAlone(t *testing.T) {
	draw(t, benchChart(1))
	c := benchChart(2)
	for i := range c.Series {
		c.Series[i].Values = make([]chart.Value, 2)
	}
	draw(t, c)
}

// The labels of an axis never touch, however many periods there are, and the last one
// always stands.
func TestTicksKeepApart(t *testing.T) {
	for n := 1; n <= 72; n++ {
		c := benchChart(n)
		for i := range c.Labels {
			c.Labels[i].Period = ledger.Period{Cycle: ledger.Month, Year: 2020 + i/12, Part: i%12 + 1}
		}
		svg := draw(t, c)
		rows := make(map[string][]tick)
		for _, m := range tickText.FindAllStringSubmatch(svg, -1) {
			x, err := strconv.ParseFloat(m[1], 64)
			if err != nil {
				t.Fatal(err)
			}
			rows[m[2]] = append(rows[m[2]], tick{x, float64(textWidth(m[3])) / 10, m[3]})
		}
		if len(rows) != 2 {
			t.Fatalf("%d periods: %d rows of labels in %s", n, len(rows), svg)
		}
		last := ""
		for _, row := range rows {
			for i := 1; i < len(row); i++ {
				if row[i-1].x+row[i-1].width/2 >= row[i].x-row[i].width/2 {
					t.Errorf("%d periods: %s touches %s", n, row[i-1].text, row[i].text)
				}
			}
			if text := row[len(row)-1].text; strings.HasSuffix(text, "月") {
				last = text
			}
		}
		if want := strconv.Itoa((n-1)%12+1) + "月"; last != want {
			t.Errorf("%d periods: the last label is %s, want %s", n, last, want)
		}
	}
}

type tick struct {
	x, width float64
	text     string
}

var tickText = regexp.MustCompile(`<text x="([0-9.]+)" y="([0-9.]+)" text-anchor="middle">([^<]*)</text>`)

func value(n int) chart.Value { return chart.Value{Points: ledger.Points(n) * ledger.Point, OK: true} }

// bar is what a picture of bars has of one: its frame, if any, and itself.
var bar = regexp.MustCompile(`<rect class="(bar|bar provisional|bound)" x="([0-9.]+)" y="[0-9.]+" width="([0-9.]+)"`)

func barsIn(t *testing.T, svg string) (list [][3]string) {
	t.Helper()
	for _, m := range bar.FindAllStringSubmatch(svg, -1) {
		list = append(list, [3]string(m[1:]))
	}
	return list
}

// Bars begin at zero, where the axis stands, and are as long as their figures say; the
// text is escaped.
func TestBars(t *testing.T) {
	c := &chart.Chart{
		ID: "d", Kind: chart.Bars, Word: "chart.distribution", Ranked: "合计",
		Labels: labels("<90>", "80", "70"),
		Series: []chart.Series{{Word: "chart.households", Values: []chart.Value{value(10), value(5), value(0)}}},
	}
	svg := draw(t, c)
	if !strings.Contains(svg, "&lt;90&gt;") {
		t.Error("the label is not escaped")
	}
	if !strings.Contains(svg, `<title id="d-t">合计的分布（户数）</title><desc id="d-d">户数最多的是 &lt;90&gt;，10 户。数字见图下的数据表。</desc>`) {
		t.Error("no title, or no description")
	}
	// The widest label takes 4 × 10.4 and the longest figure 2 × 10.4 units, and 8 are left beside each: 251.6.
	want := [][3]string{{"bar", "49.6", "251.6"}, {"bar", "49.6", "125.8"}, {"bar", "49.6", "0"}}
	if got := barsIn(t, svg); !slices.Equal(got, want) {
		t.Errorf("bars: %v", got)
	}
	if !strings.Contains(svg, `<path class="axis" d="M49.6 0V`) {
		t.Error("the axis does not stand at zero")
	}
}

// A frame shows how far a bar could reach, on the same scale; a figure below zero goes to
// the left of it; where all is provisional, every bar looks so, and the title says it.
func TestBoundedAndNegativeBars(t *testing.T) {
	c := &chart.Chart{
		ID: "c", Kind: chart.Bars, Word: "chart.distribution", Ranked: "合计", Provisional: true,
		Labels: labels("甲", "乙", "丙"),
		Series: []chart.Series{
			{Word: "stats.mean", Values: []chart.Value{value(10), value(-20), value(30)}},
			{Word: "column.满分", Bound: true, Values: []chart.Value{value(20), {}, value(30)}},
		},
	}
	svg := draw(t, c)
	// 330 less 16 + 8 for a label and 7 × 10.4 + 8 for 30 / 30 leave 225.2 for 50 points; zero is at 24 + 20 × 4.504.
	want := [][3]string{
		{"bound", "114", "90.1"}, {"bar provisional", "114", "45.1"},
		{"bar provisional", "24", "90"},
		{"bound", "114", "135.2"}, {"bar provisional", "114", "135.2"},
	}
	if got := barsIn(t, svg); !slices.Equal(got, want) {
		t.Errorf("bars: %v in %s", got, svg)
	}
	for _, text := range []string{"10 / 20</text>", ">-20</text>", "30 / 30</text>", "合计的分布（户数）（暂）</title>", "外框为满分。虚线框为暂定数。"} {
		if !strings.Contains(svg, text) {
			t.Errorf("no %s in %s", text, svg)
		}
	}
}

// A chart says where its axis begins, unless that is zero, and what is provisional.
func TestRemarks(t *testing.T) {
	w, err := readWords(themes.Default(), "zh-CN")
	if err != nil {
		t.Fatal(err)
	}
	c := benchChart(3)
	for want, change := range map[string]func(){
		"纵轴从 88 起，不是从 0 起。":         func() {},
		"纵轴从 88 起，不是从 0 起。空心点为暂定数。": func() { c.Labels[2].Provisional = true },
		"纵轴从 -100 起，不是从 0 起。":       func() { all(c, -100, 10) },
		"":         func() { all(c, -100, 100) }, // zero stands on it
		"空心点为暂定数。": func() { c.Labels[2].Provisional, c.Series[1].Values[0] = true, value(0) },
	} {
		c = benchChart(3)
		change()
		s := speaker{words: w}
		if got := s.remark(c); s.err != nil || got != want {
			t.Errorf("%q (%v), want %q", got, s.err, want)
		}
	}
}

// all makes the figures of every series the same: from, then a step more each.
func all(c *chart.Chart, from, step int) {
	for i := range c.Series {
		s := &c.Series[i]
		s.Upper = nil
		for j := range s.Values {
			s.Values[j] = value(from + j*step)
		}
	}
}

func TestEmptyCharts(t *testing.T) {
	if svg := draw(t, &chart.Chart{}); svg != "" {
		t.Errorf("an empty chart draws %s", svg)
	}
}

// Where a label is longer than half of the picture it stands above its bar, which keeps
// room; one that is longer than the whole is cut, since the table has it.
func TestLongLabels(t *testing.T) {
	long := strings.Repeat("长", 30)
	c := &chart.Chart{
		ID: "c", Kind: chart.Bars, Word: "chart.compare", Ranked: "合计",
		Labels: labels(long, "短"),
		Series: []chart.Series{{Values: []chart.Value{{Points: 9000, OK: true}, {Points: 500, OK: true}}}},
	}
	c.Labels[1].Provisional = true
	svg := draw(t, c)
	for _, want := range []string{
		`<text x="0" y="20">` + strings.Repeat("长", 19) + "…</text>", `<rect class="bar" x="0.5" y="24" width="`, `<rect class="bar provisional" x="0.5" y="72" width="`, ">5（暂）",
	} {
		if !strings.Contains(svg, want) {
			t.Errorf("no %s in %s", want, svg)
		}
	}
}

// A part of the village without a name of its own is no period: its word stands at its bar,
// and an empty name leaves its place empty.
func TestLabelsWithoutName(t *testing.T) {
	svg := draw(t, &chart.Chart{
		ID: "groups", Kind: chart.Bars, Word: "chart.groups", Axis: "column.组",
		Labels: []chart.Label{{Name: score.Phrase{Text: "一组"}}, {Name: score.Phrase{Key: "households.nogroup"}}, {}},
		Series: []chart.Series{{Word: "stats.mean", Values: []chart.Value{value(9), value(8), value(7)}}},
	})
	for _, want := range []string{">一组</text>", ">未分组</text>", "最低 ：7"} {
		if !strings.Contains(svg, want) {
			t.Errorf("no %s in %s", want, svg)
		}
	}
}

// labels are places on the axis by their names.
func labels(names ...string) []chart.Label {
	list := make([]chart.Label, len(names))
	for i, name := range names {
		list[i].Name.Text = name
	}
	return list
}
