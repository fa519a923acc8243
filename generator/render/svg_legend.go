package render

import (
	"gongshi/generator/chart"
)

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
