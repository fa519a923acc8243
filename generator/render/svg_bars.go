package render

import (
	"gongshi/generator/chart"
	"gongshi/generator/ledger"
)

// bars draws the first series as horizontal bars from zero, with each figure behind its bar. If a
// series bounds it, a frame shows how far a bar could reach. A label is before its bar, or above
// it if the longest would leave too little room.
func (d *drawing) bars(c *chart.Chart) {
	const bar, gap = 210, 60
	figures, longest := d.barTexts(c)
	labels, left := d.labels(c), 0
	for _, l := range labels {
		left = max(left, textWidth(l))
	}
	left += 80
	row, above := bar+gap, left > chartWidth/2
	if above {
		left, row = 5, bar+gap+lineHeight
	}
	height := row*len(c.Labels) + gap/2
	d.open(c, height)
	x := barScale(c)
	x.at, x.length = left, chartWidth-left-longest-80
	for i, l := range labels {
		y := row*(i+1) - gap/2 - bar // of the bar
		if above {
			d.label(0, y-40, "start", "", fit(l, chartWidth))
		} else {
			d.label(left-60, y+bar-50, "end", "", l)
		}
		end := d.bar(c, i, x, y, bar)
		d.label(end+50, y+bar-50, "start", "value", figures[i])
	}
	d.rule(x.pos(0), 0, x.pos(0), height, "axis")
	d.put("</svg>")
}

// bar draws the bar at index i with its frame, and returns where they end.
func (d *drawing) bar(c *chart.Chart, i int, x scale, y, height int) int {
	zero, end := x.pos(0), x.pos(c.Series[0].Values[i].Points)
	right := max(zero, end)
	if b := c.Bound(); b != nil && b.Values[i].OK {
		to := x.pos(b.Values[i].Points)
		d.rect("bound", zero, y, max(to-zero, 0), height)
		right = max(right, to)
	}
	class := "bar"
	if c.Provisional || c.Labels[i].Provisional {
		class = "bar provisional"
	}
	d.rect(class, min(zero, end), y, max(end-zero, zero-end), height)
	return right
}

// barTexts returns the figures behind the bars, and the width of the longest.
func (d *drawing) barTexts(c *chart.Chart) (texts []string, longest int) {
	bound := c.Bound()
	for i, l := range c.Labels {
		text := c.Series[0].Text(i)
		if bound != nil && bound.Values[i].OK {
			text += " / " + bound.Text(i)
		}
		if l.Provisional {
			text += d.t("provisional.mark")
		}
		texts = append(texts, text)
		longest = max(longest, textWidth(text))
	}
	return texts, longest
}

// barScale returns a scale from zero, or the least figure below it, to the greatest.
func barScale(c *chart.Chart) scale {
	s := scale{step: ledger.Point}
	for i := range c.Series {
		if i == 0 || c.Series[i].Bound {
			for _, v := range c.Series[i].Values {
				s.from, s.to = min(s.from, v.Points), max(s.to, v.Points)
			}
		}
	}
	if s.from == s.to {
		s.to = s.step
	}
	return s
}
