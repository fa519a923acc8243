package render

import (
	"strconv"

	"gongshi/generator/chart"
	"gongshi/generator/ledger"
)

// lines draws the series over periods: bands first, then lines with a mark at each
// figure, hollow where it is provisional. The scale need not begin at zero.
func (d *drawing) lines(c *chart.Chart) {
	const height = 1500
	foot := 240
	if c.Labels[0].Period.Cycle != ledger.Year {
		foot = 440 // for the line with the years
	}
	legend := drawing{speaker: d.speaker}
	top := legend.legend(c)
	d.open(c, top+height+foot)
	d.Write(legend.Bytes())
	texts, widest := d.tickTexts(c)

	y := lineScale(c)
	y.at, y.length = top+height, -height
	left := 0
	for p := y.from; p <= y.to; p += y.step {
		left = max(left, textWidth(p.Text(y.step.Decimals())))
	}
	left += 80
	for p := y.from; p <= y.to; p += y.step {
		d.rule(left, y.pos(p), chartWidth, y.pos(p), "grid")
		d.label(left-50, y.pos(p)+50, "end", "", p.Text(y.step.Decimals()))
	}
	x := columnsOf(len(c.Labels), left, max(160, widest/2, lastWidth(c)/2))
	d.ticks(c, texts, tickRoom(c, widest), x, top+height)
	for i := range c.Series {
		if s := &c.Series[i]; s.Upper != nil {
			d.band(s, x, y)
		} else {
			d.line(c, s, x, y)
		}
	}
	d.put("</svg>")
}

// columnsOf returns the positions of n labels, the outer ones edge away from the sides.
func columnsOf(n, left, edge int) []int {
	x := make([]int, n)
	for i := range x {
		x[i] = (left + chartWidth) / 2
		if n > 1 {
			x[i] = left + edge + i*(chartWidth-left-2*edge)/(n-1)
		}
	}
	return x
}

// lastWidth returns the width of the widest last figure.
func lastWidth(c *chart.Chart) (widest int) {
	for i := range c.Series {
		s := &c.Series[i]
		widest = max(widest, textWidth(s.Text(len(s.Values)-1)))
	}
	return widest
}

// tickTexts returns the labels in the short form for an axis, and the widest's width.
func (d *drawing) tickTexts(c *chart.Chart) (texts []string, widest int) {
	for _, l := range c.Labels {
		text := d.tick(l.Period)
		texts = append(texts, text)
		widest = max(widest, textWidth(text))
	}
	return texts, widest
}

// tickRoom returns the least distance of two labels if the widest is so wide.
func tickRoom(c *chart.Chart, widest int) int {
	return 80 + max(widest, textWidth(year(c.Labels[0])))
}

// ticks writes the periods below the picture, as many as there is room for, always with the last
// one; and below these the year where it begins.
func (d *drawing) ticks(c *chart.Chart, texts []string, room int, x []int, bottom int) {
	n := len(texts)
	every := 1
	for n > 1 && every < n && (x[1]-x[0])*every < room {
		every++
	}
	shown := ""
	for i, l := range c.Labels {
		if (n-1-i)%every != 0 {
			continue
		}
		d.label(x[i], bottom+190, "middle", "", texts[i])
		if y := year(l); y != shown && l.Period.Cycle != ledger.Year {
			d.label(x[i], bottom+380, "middle", "", y)
			shown = y
		}
	}
}

// year returns the year of a label, as text.
func year(l chart.Label) string { return strconv.Itoa(l.Period.Year) }

// runs yields the stretches of a series without a gap, as indices from and to.
func runs(values []chart.Value, yield func(from, to int)) {
	from := -1
	for i := 0; i <= len(values); i++ {
		switch ok := i < len(values) && values[i].OK; {
		case ok && from < 0:
			from = i
		case !ok && from >= 0:
			yield(from, i)
			from = -1
		}
	}
}

// band fills the space from a series' values to its upper ones.
func (d *drawing) band(s *chart.Series, x []int, y scale) {
	runs(s.Values, func(from, to int) {
		d.put(`<path class="band" d="M`)
		for i := from; i < to; i++ {
			d.point(x[i], y.pos(s.Upper[i].Points))
		}
		for i := to - 1; i >= from; i-- {
			d.point(x[i], y.pos(s.Values[i].Points))
		}
		d.put(`Z"/>`)
	})
}

// line draws a series, with marks and its last figure unless it is in the background.
func (d *drawing) line(c *chart.Chart, s *chart.Series, x []int, y scale) {
	runs(s.Values, func(from, to int) {
		d.put(`<path class="`, class(s), `" d="M`)
		for i := from; i < to; i++ {
			d.point(x[i], y.pos(s.Values[i].Points))
		}
		d.put(`"/>`)
	})
	if s.Quiet {
		return
	}
	last := -1
	for i, v := range s.Values {
		if !v.OK {
			continue
		}
		last = i
		mark := "mark"
		if c.Labels[i].Provisional {
			mark = "mark provisional"
		}
		d.put(`<circle class="`, mark, `" cx="`, x[i], `" cy="`, y.pos(v.Points), `" r="3.5"/>`)
	}
	if last >= 0 {
		at := y.pos(s.Values[last].Points) - 90
		if room := y.pos(y.from) - 30; at-textSize < y.pos(y.to) || falls(s, last) && at+270 < room {
			at += 270
		}
		d.label(x[last], at, "middle", "value", s.Text(last))
	}
}

// falls reports whether a line falls to the figure at index i, so that there is more room below
// it.
func falls(s *chart.Series, i int) bool {
	return i > 0 && s.Values[i-1].OK && s.Values[i-1].Points > s.Values[i].Points
}

// point writes a pair of positions of a path.
func (d *drawing) point(x, y int) {
	if b := d.Bytes(); b[len(b)-1] != 'M' {
		d.WriteByte(' ')
	}
	d.put(x, " ", y)
}

// legend writes the names of the series above the picture, each with a sample of its line, and
// returns its height.
func (d *drawing) legend(c *chart.Chart) int {
	const sample = 260
	x, y := 0, lineHeight
	for i := range c.Series {
		s := &c.Series[i]
		name := d.t(s.Word)
		width := sample + 50 + textWidth(name) + 160
		if x > 0 && x+width > chartWidth {
			x, y = 0, y+lineHeight+20
		}
		if s.Upper != nil {
			d.rect("band", x, y-100, sample, 100)
		} else {
			d.rule(x, y-45, x+sample, y-45, class(s))
		}
		d.label(x+sample+50, y, "start", "", name)
		x += width
	}
	return y + 180 // below its letters and above the topmost figure of an axis
}

// class returns the theme's class of a line.
func class(s *chart.Series) string {
	if s.Quiet {
		return "line quiet"
	}
	return "line"
}
