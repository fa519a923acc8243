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
		title, err = w.t(c.Word, c.Of, ranked)
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

// gist describes a chart for screen readers: the latest figure of lines, and the largest and
// smallest of the series in front. For bars in frames of different size there is no largest.
func (w words) gist(c *chart.Chart) (text string, err error) {
	front, lines := &c.Series[0], c.Kind == chart.Lines
	if lines {
		front = &c.Series[len(c.Series)-1]
	}
	last, most, least := ends(front)
	if last < 0 || c.Bound() != nil {
		return "", nil
	}
	say := func(key string, at ...int) {
		var args []any
		for _, i := range at {
			label, bad := w.label(c.Labels[i])
			err = cmp.Or(err, bad)
			args = append(args, label, front.Text(i))
		}
		sentence, bad := w.t(key, args...)
		text, err = text+sentence, cmp.Or(err, bad)
	}
	if lines {
		say("chart.last", last)
	}
	if most != least {
		say("chart.span", most, least)
	}
	return text, err
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
