package render

import (
	"bytes"
	"html"
	"html/template"
	"math"
	"strconv"

	"gongshi/generator/chart"
	"gongshi/generator/ledger"
)

// A chart is drawn in units of about one pixel on a phone. Positions are tenths of a unit, in
// integers, so that every machine draws the same bytes.
const (
	chartWidth = 3300
	textSize   = 160
	lineHeight = 210
)

// drawing writes SVG. It escapes text; everything else from data is numbers.
type drawing struct {
	bytes.Buffer
	*speaker
}

// svg draws a chart. The theme styles it by class; its table is beside it.
func (w words) svg(c *chart.Chart) (template.HTML, error) {
	d := drawing{speaker: &speaker{words: w}}
	switch {
	case len(c.Labels) == 0 || len(c.Series) == 0:
	case c.Kind == chart.Bars:
		d.bars(c)
	default:
		d.lines(c)
	}
	return template.HTML(d.String()), d.err
}

// open begins the picture, with its title and description.
func (d *drawing) open(c *chart.Chart, height int) {
	d.put(`<svg class="chart" role="img" aria-labelledby="`, c.ID, `-t `, c.ID, `-d" viewBox="0 0 `, chartWidth, " ", height, `">`)
	d.put(`<title id="`, c.ID, `-t">`, plain(d.caption(c)), `</title><desc id="`, c.ID, `-d">`)
	if finding := d.finding(c); finding != "" {
		d.put(plain(finding + d.t("form.stop")))
	}
	d.put(plain(d.remark(c)+d.t("chart.desc")), `</desc>`)
}

// plain is a text for people, not markup.
type plain string

// put writes markup, plain texts, and positions, which are tenths of a unit, as units.
func (d *drawing) put(parts ...any) {
	for _, p := range parts {
		switch p := p.(type) {
		case string:
			d.WriteString(p)
		case plain:
			d.WriteString(html.EscapeString(string(p)))
		case int:
			d.pos(p)
		}
	}
}

// pos writes tenths of a unit as units.
func (d *drawing) pos(tenths int) {
	var b [16]byte
	out := strconv.AppendInt(b[:0], int64(tenths/10), 10)
	if tenths < 0 && tenths > -10 {
		out = append(b[:0], "-0"...)
	}
	if rest := max(tenths%10, -(tenths % 10)); rest != 0 {
		out = append(out, '.', byte('0'+rest))
	}
	d.Write(out)
}

// rect draws a box.
func (d *drawing) rect(class string, x, y, width, height int) {
	d.put(`<rect class="`, class, `" x="`, x, `" y="`, y, `" width="`, width, `" height="`, height, `"/>`)
}

// label writes a text at a place; anchor is start, middle or end.
func (d *drawing) label(x, y int, anchor, class, s string) {
	d.put(`<text x="`, x, `" y="`, y, `"`)
	if anchor != "start" {
		d.put(` text-anchor="`, anchor, `"`)
	}
	if class != "" {
		d.put(` class="`, class, `"`)
	}
	d.put(`>`, plain(s), `</text>`)
}

// rule draws a level line, or, to the same x, one straight down.
func (d *drawing) rule(x1, y1, x2, y2 int, class string) {
	way, to := "H", x2
	if y1 != y2 {
		way, to = "V", y2
	}
	d.put(`<path class="`, class, `" d="M`, x1, " ", y1, way, to, `"/>`)
}

// fit returns a text cut to a width; the table has the whole text.
func fit(s string, width int) string {
	if textWidth(s) <= width {
		return s
	}
	runes := []rune(s)
	for len(runes) > 0 && textWidth(string(runes))+textSize > width {
		runes = runes[:len(runes)-1]
	}
	return string(runes) + "…"
}

// textWidth estimates the width of a text: a Chinese character is as wide as it is high.
func textWidth(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case r == '~':
			n += textSize * 17 / 20
		case r < 0x2e80 && r != '…':
			n += textSize * 13 / 20
		default:
			n += textSize
		}
	}
	return n
}

// scale maps figures onto positions; from and to are round figures step apart.
type scale struct {
	from, to, step ledger.Points
	at, length     int // position of from, and distance to that of to; negative means upwards
}

func (s scale) pos(p ledger.Points) int {
	return s.at + int(ledger.Points(s.length)*(p-s.from)/(s.to-s.from))
}

// lineScale returns a scale with all figures of a line chart; it need not begin at zero.
func lineScale(c *chart.Chart) scale {
	low, high := ledger.Points(math.MaxInt64), ledger.Points(math.MinInt64)
	for _, s := range c.Series {
		for _, list := range [2][]chart.Value{s.Values, s.Upper} {
			for _, v := range list {
				if v.OK {
					low, high = min(low, v.Points), max(high, v.Points)
				}
			}
		}
	}
	if low > high { // there is none
		low, high = 0, 0
	}
	return scaleFor(low, high)
}

// scaleFor returns a scale of at most four steps from low to high, with a point on either side of a
// single figure.
func scaleFor(low, high ledger.Points) scale {
	if low == high {
		low, high = low-ledger.Point, high+ledger.Point
	}
	for unit := ledger.Points(1); ; unit *= 10 {
		for _, m := range []ledger.Points{1, 2, 5} {
			step := m * unit
			from, to := low.Down(step), -(-high).Down(step)
			if (to-from)/step <= 4 {
				return scale{from: from, to: to, step: step}
			}
		}
	}
}
