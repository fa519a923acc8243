package render

import (
	"bytes"
	"html"
	"html/template"
	"strconv"

	"gongshi/generator/chart"
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
	d.str(`<svg class="chart" role="img" aria-labelledby="`, c.ID, `-t `, c.ID, `-d" viewBox="0 0 `)
	d.pos(chartWidth)
	d.WriteByte(' ')
	d.pos(height)
	d.str(`"><title id="`, c.ID, `-t">`)
	d.text(d.caption(c))
	d.str(`</title><desc id="`, c.ID, `-d">`)
	if finding := d.finding(c); finding != "" {
		d.text(finding + d.t("form.stop"))
	}
	d.text(d.remark(c) + d.t("chart.desc"))
	d.str(`</desc>`)
}

// str writes markup.
func (d *drawing) str(parts ...string) {
	for _, p := range parts {
		d.WriteString(p)
	}
}

// text writes text.
func (d *drawing) text(s string) { d.WriteString(html.EscapeString(s)) }

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

// attr writes an attribute that is a position.
func (d *drawing) attr(name string, tenths int) {
	d.str(" ", name, `="`)
	d.pos(tenths)
	d.WriteByte('"')
}

// rect draws a box.
func (d *drawing) rect(class string, x, y, width, height int) {
	d.str(`<rect class="`, class, `"`)
	d.attr("x", x)
	d.attr("y", y)
	d.attr("width", width)
	d.attr("height", height)
	d.str(`/>`)
}

// label writes a text at a place; anchor is start, middle or end.
func (d *drawing) label(x, y int, anchor, class, s string) {
	d.str("<text")
	d.attr("x", x)
	d.attr("y", y)
	if anchor != "start" {
		d.str(` text-anchor="`, anchor, `"`)
	}
	if class != "" {
		d.str(` class="`, class, `"`)
	}
	d.WriteByte('>')
	d.text(s)
	d.str("</text>")
}

// rule draws a straight line.
func (d *drawing) rule(x1, y1, x2, y2 int, class string) {
	d.str(`<path class="`, class, `" d="M`)
	d.pos(x1)
	d.WriteByte(' ')
	d.pos(y1)
	if y1 == y2 {
		d.WriteByte('H')
		d.pos(x2)
	} else {
		d.WriteByte('V')
		d.pos(y2)
	}
	d.str(`"/>`)
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
