package render

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"gongshi/generator/ledger"
	"gongshi/generator/page"
	"gongshi/themes"
)

func draw(t *testing.T, c *page.Chart) string {
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
		s := scaleFor(test.low, test.high, 4)
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
		c.Series[i].Values = make([]page.Value, 2)
	}
	draw(t, c)
}

// Bars begin at zero and are as long as their figures say; the text is escaped.
func TestBars(t *testing.T) {
	value := func(n int) page.Value { return page.Value{Points: ledger.Points(n) * ledger.Point, OK: true} }
	c := &page.Chart{
		ID: "d", Kind: page.Bars, Word: "chart.distribution", Ranked: "合计",
		Labels: []page.Label{{Text: "<90>"}, {Text: "80"}, {Text: "70"}},
		Series: []page.Series{{Word: "chart.households", Values: []page.Value{value(10), value(5), value(0)}}},
	}
	svg := draw(t, c)
	if !strings.Contains(svg, "&lt;90&gt;") {
		t.Error("the label is not escaped")
	}
	var widths []string
	for _, part := range strings.Split(svg, `class="bar"`)[1:] {
		_, rest, _ := strings.Cut(part, `width="`)
		width, _, _ := strings.Cut(rest, `"`)
		widths = append(widths, width)
	}
	if len(widths) != 3 || widths[2] != "0" {
		t.Errorf("widths: %v", widths)
	}
}

func TestEmptyCharts(t *testing.T) {
	if svg := draw(t, &page.Chart{}); svg != "" {
		t.Errorf("an empty chart draws %s", svg)
	}
}

// Where a label is longer than half of the picture it stands above its bar, which keeps
// room; a bar never has a negative length.
func TestLongLabels(t *testing.T) {
	long := strings.Repeat("长", 30)
	svg := draw(t, &page.Chart{
		ID: "c", Kind: page.Bars, Word: "chart.compare", Ranked: "合计",
		Labels: []page.Label{{Text: long}, {Text: "短", Provisional: true}},
		Series: []page.Series{{Values: []page.Value{{Points: 9000, OK: true}, {Points: -500, OK: true}}}},
	})
	for _, want := range []string{
		`<text x="0" y="19">` + long, `<rect class="bar" x="0.5" y="23" width="`, `<rect class="bar provisional" x="0.5" y="69" width="0"`, "-5（暂）",
	} {
		if !strings.Contains(svg, want) {
			t.Errorf("no %s in %s", want, svg)
		}
	}
}
