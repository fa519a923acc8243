package render

import (
	"strconv"

	"gongshi/generator/ledger"
	"gongshi/generator/page"
)

// bars draws one series as lying bars, from zero, with each figure behind its bar. A label
// stands before its bar, or above it where the longest would leave too little room.
func (d *drawing) bars(c *page.Chart) {
	const bar, gap = 200, 60
	s := &c.Series[0]
	marks := make([]string, len(c.Labels))
	left, longest, most := 0, 0, ledger.Points(0)
	for i, l := range c.Labels {
		if l.Provisional {
			marks[i] = d.t("provisional.mark")
		}
		left = max(left, textWidth(l.Text))
		longest = max(longest, textWidth(s.Text(i)+marks[i]))
		most = max(most, s.Values[i].Points)
	}
	left += 80
	row, above := bar+gap, left > chartWidth/2
	if above {
		left, row = 5, bar+gap+lineHeight
	}
	length := chartWidth - left - longest - 80
	d.open(c, row*len(c.Labels)+gap/2)
	for i, l := range c.Labels {
		y := row*(i+1) - gap/2 - bar // of the bar
		if above {
			d.label(0, y-40, "start", "", l.Text)
		} else {
			d.label(left-60, y+bar-50, "end", "", l.Text)
		}
		width := 0
		if most > 0 {
			width = int(ledger.Points(length) * max(s.Values[i].Points, 0) / most)
		}
		d.str(`<rect class="bar`)
		if l.Provisional {
			d.str(` provisional`)
		}
		d.WriteByte('"')
		d.attr("x", left)
		d.attr("y", y)
		d.attr("width", width)
		d.attr("height", bar)
		d.str(`/>`)
		d.label(left+width+50, y+bar-50, "start", "value", s.Text(i)+marks[i])
	}
	d.rule(left, 0, left, row*len(c.Labels)+gap/2, "axis")
	d.str("</svg>")
}

// legend writes the names of the series above the picture, each with how it is drawn,
// and returns the height that it takes.
func (d *drawing) legend(c *page.Chart) int {
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
			d.str(`<rect class="band"`)
			d.attr("x", x)
			d.attr("y", y-100)
			d.attr("width", sample)
			d.attr("height", 100)
			d.str(`/>`)
		} else {
			d.rule(x, y-45, x+sample, y-45, class(s))
		}
		d.label(x+sample+50, y, "start", "", name)
		x += width
	}
	return y + 120
}

// class is how the theme knows a line.
func class(s *page.Series) string {
	if s.Quiet {
		return "line quiet"
	}
	return "line"
}

// digits is how many fraction digits a round figure needs.
func digits(step ledger.Points) int {
	switch {
	case step%ledger.Point == 0:
		return 0
	case step%10 == 0:
		return 1
	}
	return 2
}

// year is the year of a label, as text.
func year(l page.Label) string { return strconv.Itoa(l.Period.Year) }
