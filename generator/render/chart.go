package render

import (
	"cmp"
	"slices"
	"strings"

	"gongshi/generator/chart"
)

// caption returns a chart's subject in words; （暂） marks that all of it may still change.
func (w words) caption(c *chart.Chart) (string, error) {
	ranked := ""
	if c.Ranked != "" {
		var err error
		if ranked, err = w.t("column." + c.Ranked); err != nil {
			return "", err
		}
	}
	title, err := w.t(c.Word)
	if strings.Contains(title, "%") {
		var on string
		if on, err = w.t("chart.latest"); c.On.Year != 0 {
			on, err = w.label(chart.Label{Period: c.On})
		}
		if err == nil {
			title, err = w.t(c.Word, c.Of, ranked, on)
		}
	}
	if err != nil || !c.Provisional {
		return title, err
	}
	mark, err := w.t("provisional.mark")
	return title + mark, err
}

// remark explains how to read a chart if that is not obvious: an axis that does not begin at
// zero, the meaning of a frame around a bar, provisional figures.
func (w words) remark(c *chart.Chart) (text string, err error) {
	say := func(key string, args ...any) {
		var sentence string
		if err == nil {
			sentence, err = w.t(key, args...)
			text += sentence
		}
	}
	lines := c.Kind == chart.Lines
	if y := lineScale(c); lines && (y.from > 0 || y.to < 0) {
		say("chart.from", y.from.Text(digits(y.step)))
	}
	if b := c.Bound(); b != nil {
		name, err := w.t(b.Word)
		if err != nil {
			return "", err
		}
		say("chart.bounded", name)
	}
	if provisional(c) {
		if lines {
			say("chart.hollow")
		} else {
			say("chart.dashed")
		}
	}
	return text, err
}

// finding says what a chart shows, in a sentence: the latest figure of lines and how it moved; of
// bars the highest and the lowest, and of those in frames the one that has the least share. Of villages it
// tells how far they are apart and names none, since each assesses by itself. It is "" for a chart
// without figures.
func (w words) finding(c *chart.Chart) (string, error) {
	switch {
	case len(c.Series) == 0:
		return "", nil
	case c.Kind == chart.Lines:
		return w.moved(c)
	case c.Bound() != nil:
		return w.lacking(c)
	case c.Word == "chart.categories":
		return "", nil // each has its own full marks
	}
	if c.Word == "chart.compare" {
		return w.spread(c)
	}
	_, most, least := ends(&c.Series[0])
	if most < 0 {
		return "", nil
	}
	if c.Word == "chart.distribution" { // of counts the least says nothing
		return w.t("chart.crowded", w.most(c, most), c.Series[0].Text(most))
	}
	text, err := w.t("chart.most", w.most(c, most), c.Series[0].Text(most))
	if err == nil && c.Series[0].Values[most].Points != c.Series[0].Values[least].Points {
		var more string
		more, err = w.t("chart.least", w.most(c, least), c.Series[0].Text(least))
		text += more
	}
	return text, err
}

// spread tells how far those bars are apart whose figures do not change any more.
func (w words) spread(c *chart.Chart) (string, error) {
	settled := c.Series[0]
	settled.Values = slices.Clone(settled.Values)
	for i := range settled.Values {
		settled.Values[i].OK = settled.Values[i].OK && !c.Labels[i].Provisional
	}
	_, most, least := ends(&settled)
	if most < 0 || most == least {
		return "", nil
	}
	by := settled.Values[most].Points - settled.Values[least].Points
	return w.t("chart.spread", settled.Text(least), settled.Text(most), by.Text(settled.Decimals))
}

// most names the places that share the figure of the one at i, up to three.
func (w words) most(c *chart.Chart, i int) string {
	var names []string
	for k, v := range c.Series[0].Values {
		if v.OK && v.Points == c.Series[0].Values[i].Points {
			name, _ := w.label(c.Labels[k])
			names = append(names, name)
		}
	}
	comma, _ := w.t("form.comma")
	if len(names) > 3 {
		more, _ := w.t("chart.others", names[0], len(names))
		return more
	}
	return strings.Join(names, comma)
}

// moved tells the latest figure of the line in front, against the latest one before it that does
// not change any more.
func (w words) moved(c *chart.Chart) (string, error) {
	front := &c.Series[len(c.Series)-1]
	last, _, _ := ends(front)
	if last < 0 {
		return "", nil
	}
	name, err := w.t(front.Word)
	at, bad := w.label(c.Labels[last])
	text, worse := w.t("chart.last", at, name, front.Text(last))
	before := c.Settled(last)
	if err = cmp.Or(err, bad, worse); err != nil || before < 0 || !front.Values[before].OK {
		return text, err
	}
	by, way := front.Values[last].Points-front.Values[before].Points, "chart.rose"
	switch {
	case by == 0:
		way = "chart.level"
	case by < 0:
		by, way = -by, "chart.fell"
	}
	than, err := w.t("chart.before")
	if before < last-1 {
		than, err = w.label(c.Labels[before])
	}
	if err != nil {
		return "", err
	}
	more, err := w.t(way, than, by.Text(front.Decimals))
	if err == nil && before < last-1 {
		var left, skipped string
		if left, err = w.label(c.Labels[last-1]); err == nil {
			skipped, err = w.t("screen.skipped", left)
		}
		more += skipped
	}
	return text + more, err
}

// lacking tells which bar fills the least of its frame, where all have one.
func (w words) lacking(c *chart.Chart) (string, error) {
	front, bound, worst := &c.Series[0], c.Bound(), -1
	if bound.Word != "column.满分" {
		return "", nil // what is not done yet may not be due
	}
	for i, v := range front.Values {
		full := bound.Values[i]
		if !v.OK {
			continue
		}
		if !full.OK || full.Points <= 0 {
			return "", nil // it cannot be told which one it is
		}
		if worst < 0 || v.Points*bound.Values[worst].Points < front.Values[worst].Points*full.Points {
			worst = i
		}
	}
	if worst < 0 {
		return "", nil
	}
	name, err := w.label(c.Labels[worst])
	text, bad := w.t("chart.lacks", name, front.Text(worst), bound.Text(worst))
	return text, cmp.Or(err, bad)
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
