package render

import (
	"slices"
	"strings"

	"gongshi/generator/page"
)

// caption is what a chart shows, in words; （暂） says that all of it may still change.
func (w words) caption(c *page.Chart) (string, error) {
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

// remark is how a chart is to be read, where that does not go without saying: an axis
// that does not begin at zero, what a frame round a bar means, what is provisional.
func (w words) remark(c *page.Chart) (text string, err error) {
	say := func(key string, args ...any) {
		var sentence string
		if err == nil {
			sentence, err = w.t(key, args...)
			text += sentence
		}
	}
	lines := c.Kind == page.Lines
	if y := lineScale(c); lines && y.from != 0 {
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

// provisional reports whether some figure of a chart may still change.
func provisional(c *page.Chart) bool {
	return c.Provisional || slices.ContainsFunc(c.Labels, func(l page.Label) bool { return l.Provisional })
}
