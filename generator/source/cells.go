package source

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/scan"
)

func (r row) fail(heading string, bad *trouble) { r.failCell(r.get(heading), heading, bad) }

func (r row) failCell(v scan.Cell, heading string, bad *trouble) {
	if r.wide {
		if !r.mute { // likewise: further errors of the row are dropped
			r.blamed = true
			r.report(r.line(), diag.Error, "", r.tooWide())
		}
		return
	}
	if v.Text == "" {
		r.report(r.position(v), diag.Error, heading, &trouble{bad.code, heading + bad.message, bad.hint})
		return
	}
	r.value(r.position(v), heading, v.Text, bad)
}

// must reports an empty cell that has to be filled in, and returns whether it is filled.
func (r row) must(heading string) bool {
	if r.get(heading).Text != "" {
		return true
	}
	if r.has(heading) { // otherwise the column itself is missing, which is reported once
		r.fail(heading, &trouble{"missing-cell", "空着，这里必须填", "填上；如果整行多余，删去整行"})
	}
	r.lost = true
	return false
}

// demand reports the empty cells of those that a record needs.
func (r row) demand() {
	for _, c := range r.needs {
		if r.cell(c).Text == "" {
			r.must(r.want[c].name)
		}
	}
}

func (r row) text(heading string) string { return r.get(heading).Text }

// name reads a person's name, in which Excel's ANSI leaves a ? for rare characters.
func (r row) name(heading string) string {
	s := r.text(heading)
	if strings.Contains(s, "?") {
		r.fail(heading, &trouble{"encoding-error", "里有“?”：多半是另存时丢了生僻字", "补上这个字；" + scan.SaveAs(".csv")})
	}
	return s
}

// number reads an event's 编号, which may be anything that a spreadsheet has not turned into
// something else.
func (r row) number(heading string) string {
	no := published(r.text(heading))
	if exponentForm.MatchString(no) || strings.HasPrefix(no, "#") {
		r.fail(heading, checkID(no))
	}
	return no
}

// code returns a name or an id as it was typed, but an id in narrow forms.
func code(s string) string {
	if n := scan.Narrow(s); scan.IsASCII(n) {
		return n
	}
	return s
}

// id returns an id as published and as compared, empty if the cell is empty or wrong.
func (r row) id(heading string) (id, key string) {
	id, ok := parsed(r, heading, func(s string) (string, *trouble) { return published(s), checkID(published(s)) })
	if !ok {
		return "", ""
	}
	return id, Key(id)
}

// parsed is a cell as parse reads it; false if it is empty or wrong.
func parsed[T any](r row, heading string, parse func(string) (T, *trouble)) (v T, ok bool) {
	s := r.text(heading)
	if s == "" {
		return v, false
	}
	v, bad := parse(s)
	if bad != nil {
		r.fail(heading, bad)
		r.lost = r.lost || r.want[r.index(heading)].role >= head
	}
	return v, bad == nil
}

// date returns the date of a cell; 0 if it is empty or wrong.
func (r row) date(heading string) ledger.Date {
	d, _ := parsed(r, heading, func(s string) (ledger.Date, *trouble) {
		d, bad := parseDate(s)
		if bad != nil && isAnswer(s) {
			bad = typeError(cmp.Or(dayOfWhat[heading], example), "不是日期，这一列填的是哪一天")
		}
		return d, bad
	})
	return d
}

func (r row) period() ledger.Period {
	p, _ := parsed(r, "周期", parsePeriod)
	return p
}

// isAnswer reports whether a text answers a question with yes or no.
func isAnswer(s string) bool {
	return slices.Contains([]string{"是", "否", "有", "无", "已", "未", "同意", "不同意", "已同意", "未同意", "已签", "未签", "√", "✓", "✔", "×", "yes", "no", "y", "n", "true", "false"}, strings.ToLower(s))
}

// dayOfWhat names the day in a column.
var dayOfWhat = map[string]string{
	"同意":   "填签同意书的那一天，" + strings.TrimPrefix(example, "写成") + "；没有签的留空",
	"加入":   "填加入的那一天；一开始就在的留空",
	"退出":   "填最后在册的那一天；没有退出的留空",
	"审核日期": "填审核的那一天；没有审核的留空",
}

func (r row) yes(heading string) bool {
	yes, ok := parsed(r, heading, parseYes)
	return yes || !ok // empty, or reported, it is yes
}

// word reads one of a column's words; it is empty if the cell is empty or has none of them.
func (r row) word(heading string) string {
	word, _ := parsed(r, heading, func(s string) (string, *trouble) { return oneOf(s, r.holds(heading).words) })
	return word
}

// whole reads a whole number of at least the column's minimum, which is also the default.
func (r row) whole(heading string) int {
	if n, ok := r.count(heading); ok {
		return n
	}
	return r.holds(heading).least
}

// count is whole; false where the cell is empty or wrong.
func (r row) count(heading string) (int, bool) {
	return parsed(r, heading, func(s string) (int, *trouble) { return parseWhole(s, r.holds(heading).least) })
}

// points reads points, and returns false if the cell is empty or wrong.
func (r row) points(heading string) (ledger.Points, bool) {
	return parsed(r, heading, func(s string) (ledger.Points, *trouble) {
		p, bad := parsePoints(s)
		if bad != nil && heading != "分值" {
			if _, figure := spoken(number(s)); figure != "" {
				bad.hint = "只填数字 " + figure // a price has no sign
			}
		}
		return p, bad
	})
}

// score reads a cell of a sheet: empty, points or 不适用. An unreadable one is reported and counts
// as entered with 0, so that it is not reported as missing too.
func (r row) score(v scan.Cell, heading string) ledger.Cell {
	scored := ledger.Cell{Column: uint16(min(v.Column, math.MaxUint16))}
	switch {
	case v.Text == "":
		return scored
	case isNA(v.Text):
		scored.Kind = ledger.NA
		return scored
	}
	scored.Kind = ledger.Entered
	p, bad := parsePoints(v.Text)
	if bad != nil {
		if bad.hint == unnumbered {
			bad.hint = "填阿拉伯数字，例如 3 或 2.5；没有评就留空，不用评就填“不适用”"
		}
		if verb, figure := spoken(number(v.Text)); figure != "" {
			bad.hint = scoreHint(heading, verb, figure)
		}
		r.lost = true
		r.failCell(v, heading, bad)
	}
	scored.Points = p
	return scored
}

// scoreHint tells what to write instead of 扣2分 where points are a score and not a change.
func scoreHint(heading, verb, figure string) string {
	correction := heading == "原分" || heading == "现分"
	switch {
	case strings.ContainsAny(verb, "得记"):
		return "只填数字 " + figure
	case correction && isLoss(verb):
		return "填扣完以后的分数；更正的是扣分事件的，写成 -" + figure
	case correction:
		return "填加完以后的分数；更正的是加分事件的，写成 " + figure
	case isLoss(verb):
		return "这里填扣完以后的得分；另外扣的，记在 events/ 里，分值写 -" + figure
	}
	return "这里填得分；另外加的，记在 events/ 里，分值写 " + figure
}
