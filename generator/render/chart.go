package render

import (
	"slices"
	"strings"

	"gongshi/generator/chart"
)

// caption returns a chart's subject in words; （暂） marks that all of it may still change.
func (s *speaker) caption(c *chart.Chart) string {
	ranked := ""
	if c.Ranked != "" {
		ranked = s.t("column." + c.Ranked)
	}
	title := s.t(c.Word)
	if strings.Contains(title, "%") {
		on := s.t("chart.latest")
		if c.On.Year != 0 {
			on = s.period(c.On)
		}
		title = s.t(c.Word, c.Of, ranked, on)
	}
	if c.Provisional {
		title += s.t("provisional.mark")
	}
	return title
}

// remark explains how to read a chart if that is not obvious: an axis that does not begin at
// zero, the meaning of a frame around a bar, provisional figures.
func (s *speaker) remark(c *chart.Chart) (text string) {
	lines := c.Kind == chart.Lines
	if y := lineScale(c); lines && (y.from > 0 || y.to < 0) {
		text += s.t("chart.from", y.from.Text(y.step.Decimals()))
	}
	if b := c.Bound(); b != nil {
		text += s.t("chart.bounded", s.t(b.Word))
	}
	switch {
	case !provisional(c):
	case lines:
		text += s.t("chart.hollow")
	default:
		text += s.t("chart.dashed")
	}
	return text
}

// finding tells what a chart shows, in a sentence: the latest figure of lines and how it moved; of
// bars the highest and the lowest, and of those in frames the one that has the least share. Of villages it
// tells how far they are apart and names none, since each assesses by itself. It is "" for a chart
// without figures.
func (s *speaker) finding(c *chart.Chart) string {
	switch {
	case len(c.Series) == 0:
		return ""
	case c.Kind == chart.Lines:
		return s.moved(c)
	case c.Bound() != nil:
		return s.lacking(c)
	case c.Word == "chart.categories":
		return "" // each has its own full marks
	case c.Word == "chart.compare":
		return s.spread(c)
	}
	front := &c.Series[0]
	_, most, least := ends(front)
	switch {
	case most < 0:
		return ""
	case c.Word == "chart.distribution": // of counts the least tells nothing
		return s.t("chart.crowded", s.most(c, most), front.Text(most))
	}
	text := s.t("chart.most", s.most(c, most), front.Text(most))
	if front.Values[most].Points != front.Values[least].Points {
		text += s.t("chart.least", s.most(c, least), front.Text(least))
	}
	return text
}

// spread tells how far those bars are apart whose figures do not change any more.
func (s *speaker) spread(c *chart.Chart) string {
	settled := c.Series[0]
	settled.Values = slices.Clone(settled.Values)
	for i := range settled.Values {
		settled.Values[i].OK = settled.Values[i].OK && !c.Labels[i].Provisional
	}
	_, most, least := ends(&settled)
	if most < 0 || most == least {
		return ""
	}
	by := settled.Values[most].Points - settled.Values[least].Points
	return s.t("chart.spread", settled.Text(least), settled.Text(most), by.Text(settled.Decimals))
}

// most names the places that share the figure of the one at i, up to three.
func (s *speaker) most(c *chart.Chart, i int) string {
	var names []string
	for k, v := range c.Series[0].Values {
		if v.OK && v.Points == c.Series[0].Values[i].Points {
			names = append(names, s.label(c.Labels[k]))
		}
	}
	if len(names) > 3 {
		return s.t("chart.others", names[0], len(names))
	}
	return s.list(names)
}

// moved tells the latest figure of the line in front, against the latest one before it that does
// not change any more.
func (s *speaker) moved(c *chart.Chart) string {
	front := &c.Series[len(c.Series)-1]
	last, _, _ := ends(front)
	if last < 0 {
		return ""
	}
	text := s.t("chart.last", s.label(c.Labels[last]), s.t(front.Word), front.Text(last))
	before := c.Settled(last)
	if before < 0 || !front.Values[before].OK {
		return text
	}
	by, way := front.Values[last].Points-front.Values[before].Points, "chart.rose"
	switch {
	case by == 0:
		way = "chart.level"
	case by < 0:
		by, way = -by, "chart.fell"
	}
	if before == last-1 {
		return text + s.t(way, s.t("chart.before"), by.Text(front.Decimals))
	}
	text += s.t(way, s.label(c.Labels[before]), by.Text(front.Decimals))
	return text + s.t("screen.skipped", s.label(c.Labels[last-1]))
}

// lacking tells which bar fills the least of its frame, where all have one.
func (s *speaker) lacking(c *chart.Chart) string {
	front, bound, worst := &c.Series[0], c.Bound(), -1
	if bound.Word != "column.满分" {
		return "" // what is not done yet may not be due
	}
	for i, v := range front.Values {
		full := bound.Values[i]
		if !v.OK {
			continue
		}
		if !full.OK || full.Points <= 0 {
			return "" // it cannot be told which one it is
		}
		if worst < 0 || v.Points*bound.Values[worst].Points < front.Values[worst].Points*full.Points {
			worst = i
		}
	}
	if worst < 0 {
		return ""
	}
	return s.t("chart.lacks", s.label(c.Labels[worst]), front.Text(worst), bound.Text(worst))
}

// ends returns the indices of the last, the largest and the smallest figure of a series, or -1.
func ends(s *chart.Series) (last, most, least int) {
	last, most, least = -1, -1, -1
	for i, v := range s.Values {
		if !v.OK {
			continue
		}
		last = i
		if most < 0 || v.Points > s.Values[most].Points {
			most = i
		}
		if least < 0 || v.Points < s.Values[least].Points {
			least = i
		}
	}
	return last, most, least
}

// provisional reports whether some figure of a chart may still change.
func provisional(c *chart.Chart) bool {
	return c.Provisional || slices.ContainsFunc(c.Labels, func(l chart.Label) bool { return l.Provisional })
}
