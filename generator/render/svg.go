package render

import (
	"bytes"
	"html"
	"html/template"
	"strconv"

	"gongshi/generator/ledger"
	"gongshi/generator/page"
)

// A chart is drawn in units of which a phone shows about one a pixel. Positions are
// tenths of a unit, in integers, so that every machine draws the same bytes.
const (
	chartWidth = 3600
	textSize   = 150
	lineHeight = 200
)

// drawing writes SVG. Text is escaped here; nothing else comes from data but numbers.
type drawing struct {
	bytes.Buffer
	words words
	err   error
}

// svg draws a chart. Its look is the theme's, by class; its table stands beside it.
func (w words) svg(c *page.Chart) (template.HTML, error) {
	d := &drawing{words: w}
	switch {
	case len(c.Labels) == 0 || len(c.Series) == 0:
	case c.Kind == page.Bars:
		d.bars(c)
	default:
		d.lines(c)
	}
	return template.HTML(d.String()), d.err
}

// t is a text of the words; the first error is kept.
func (d *drawing) t(key string, args ...any) string {
	s, err := d.words.t(key, args...)
	d.keep(err)
	return s
}

func (d *drawing) keep(err error) {
	if d.err == nil {
		d.err = err
	}
}

// open begins the picture, with its title and description.
func (d *drawing) open(c *page.Chart, height int) {
	d.str(`<svg class="chart" role="img" aria-labelledby="`, c.ID, `-t `, c.ID, `-d" viewBox="0 0 `)
	d.pos(chartWidth)
	d.WriteByte(' ')
	d.pos(height)
	d.str(`"><title id="`, c.ID, `-t">`)
	d.text(d.t(c.Word, c.Of, d.t("column."+c.Ranked)))
	d.str(`</title><desc id="`, c.ID, `-d">`)
	d.text(d.t("chart.desc"))
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

// textWidth is about how wide a text is: a Chinese character is as wide as it is high.
func textWidth(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case r == '~':
			n += textSize * 17 / 20
		case r < 0x2e80:
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
	at, length     int // position of from, and from there to to; negative: upwards
}

func (s scale) pos(p ledger.Points) int {
	return s.at + int(ledger.Points(s.length)*(p-s.from)/(s.to-s.from))
}

// scaleFor is a scale of at most n steps that holds low and high, and a point to either
// side of a single figure.
func scaleFor(low, high ledger.Points, n int) scale {
	if low == high {
		low, high = low-ledger.Point, high+ledger.Point
	}
	for unit := ledger.Points(1); ; unit *= 10 {
		for _, m := range []ledger.Points{1, 2, 5} {
			step := m * unit
			from, to := down(low, step), -down(-high, step)
			if (to-from)/step <= ledger.Points(n) {
				return scale{from: from, to: to, step: step}
			}
		}
	}
}

// down is the largest multiple of step that is not above p.
func down(p, step ledger.Points) ledger.Points {
	q := p / step
	if p < 0 && p%step != 0 {
		q--
	}
	return q * step
}
