package source

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"gongshi/generator/ledger"
)

// text reads a string, trimmed.
func (s *section) text(key string) string {
	v, ok := s.take(key)
	if !ok {
		return ""
	}
	t, isText := v.(string)
	if !isText {
		s.fail(key, v, typeError(fmt.Sprintf("写成 %s = %q", key, s.source(key, v)), "应是文字，两边加英文双引号"))
	}
	return trim(t)
}

// source is a value as it was typed.
func (s *section) source(key string, v any) string {
	if n := s.node.kid(key); n != nil && n.raw != "" {
		return n.raw
	}
	return fmt.Sprint(v)
}

// texts reads a list of strings.
func (s *section) texts(key string) []string {
	v, ok := s.take(key)
	if !ok {
		return nil
	}
	list, isList := v.([]any)
	if !isList {
		hint := "写成 " + key + " = [\"…\", \"…\"]"
		if t, isText := v.(string); isText {
			hint = fmt.Sprintf("写成 %s = [%q]", key, trim(t))
		}
		s.fail(key, v, typeError(hint, "应是几段文字的列表，外面加方括号"))
		return nil
	}
	var texts []string
	for i, e := range list {
		t, isText := e.(string)
		if !isText {
			s.failAt(s.node.kid(key).element(i), key, e, typeError("两边加英文双引号", "应是文字"))
			continue
		}
		texts = append(texts, trim(t))
	}
	return texts
}

// date reads a local date; 0 if it was left out.
func (s *section) date(key string) ledger.Date {
	v, ok := s.take(key)
	if !ok {
		return 0
	}
	d, bad := tomlDate(key, v)
	if bad != nil {
		s.fail(key, v, bad)
	}
	return d
}

// dates reads a list of local dates.
func (s *section) dates(key string, each func(ledger.Date, *node)) {
	v, ok := s.take(key)
	if !ok {
		return
	}
	list, isList := v.([]any)
	if !isList {
		s.fail(key, v, typeError("写成 "+key+" = [2023-01-01, 2023-01-02]", "应是日期的列表"))
		return
	}
	for i, e := range list {
		n := s.node.kid(key).element(i)
		d, bad := tomlDate("", e)
		if bad != nil {
			s.failAt(n, key, e, bad)
			continue
		}
		each(d, n)
	}
}

// tomlDate reads a date without quotation marks; key words the hint.
func tomlDate(key string, v any) (ledger.Date, *trouble) {
	if key != "" {
		key += " = "
	}
	switch v := v.(type) {
	case time.Time:
		if v.Location().String() == "time-local" {
			return 0, typeError("写成 "+key+"2023-03-01", "是钟点，应是日期")
		}
		y, m, d := v.Date()
		return within(ledger.Day(y, m, d))
	case string:
		if d, bad := parseDate(v); bad == nil {
			return 0, typeError("写成 "+key+d.String()+"，不加引号", "应是日期，不加引号")
		} else if bad.code == "constraint-error" {
			return 0, bad
		}
	}
	return 0, typeError("写成 "+key+"2023-03-01，不加引号", "不是日期")
}

// yes reads true or false.
func (s *section) yes(key string, otherwise bool) bool {
	v, ok := s.take(key)
	if !ok {
		return otherwise
	}
	b, isBool := v.(bool)
	if !isBool {
		s.fail(key, v, typeError("写 true（是）或 false（否），不加引号", "应是 true 或 false"))
		return otherwise
	}
	return b
}

// whole reads a whole number from least to most.
func (s *section) whole(key string, otherwise, least, most int) int {
	v, ok := s.take(key)
	if !ok {
		return otherwise
	}
	n, isInt := v.(int64)
	switch {
	case !isInt:
		example := max(otherwise, least)
		if text, isText := v.(string); isText {
			if typed, bad := parseWhole(text, least); bad == nil {
				example = typed
			}
		}
		s.fail(key, v, typeError("写成 "+key+" = "+strconv.Itoa(example), "应是整数，不加引号"))
		return otherwise
	case n < int64(least) || n > int64(most):
		s.fail(key, v, wholeRange(least, most))
		return otherwise
	}
	return int(n)
}

const anyNumber = 1_000_000

func wholeRange(least, most int) *trouble {
	if most >= anyNumber {
		return constraintError(fmt.Sprintf("写 %d 或更大的整数", least), "太小，至少是 %d", least)
	}
	return constraintError(fmt.Sprintf("写 %d 到 %d 的整数", least, most), "应在 %d 到 %d 之间", least, most)
}

// points reads an exact number; false if it was left out or is none.
func (s *section) points(key string) (ledger.Points, bool) {
	v, ok := s.take(key)
	if !ok {
		return 0, false
	}
	p, bad := tomlPoints(v, s.node.kid(key))
	if bad != nil {
		s.fail(key, v, bad)
	}
	return p, bad == nil
}

func tomlPoints(v any, n *node) (ledger.Points, *trouble) { return tomlNumber(v, n, parsePoints) }

// tomlNumber reads a number from its source text, so that no binary float comes between.
func tomlNumber[N fmt.Stringer](v any, n *node, read func(string) (N, *trouble)) (N, *trouble) {
	var none N
	raw := ""
	switch v := v.(type) {
	case int64:
		raw = strconv.FormatInt(v, 10)
	case float64:
		raw = strconv.FormatFloat(v, 'f', -1, 64)
		if n != nil && parsesAs(strings.ReplaceAll(n.raw, "_", "")) {
			raw = strings.ReplaceAll(n.raw, "_", "")
		}
	case string:
		if p, bad := read(withoutUnit(v)); bad == nil {
			return none, typeError("写成 "+p.String()+"，不加引号", "应是数字，不加引号")
		}
		return none, typeError("写成像 2 或 2.5 这样，不加引号", "应是数字")
	default:
		return none, typeError("写成像 2 或 2.5 这样", "应是数字")
	}
	return read(raw)
}

// span reads [from, to].
func (s *section) span(key string) (from, to ledger.Points, ok bool) {
	v, given := s.take(key)
	if !given {
		return 0, 0, false
	}
	list, isList := v.([]any)
	if !isList || len(list) != 2 {
		s.fail(key, v, typeError("写成 "+key+" = [1, 5]：最少和最多", "应是两个数"))
		return 0, 0, false
	}
	var ends [2]ledger.Points
	ok = true
	for i, e := range list {
		n := s.node.kid(key).element(i)
		p, bad := tomlPoints(e, n)
		if bad != nil {
			s.failAt(n, key, e, bad)
			ok = false
		}
		ends[i] = p
	}
	if ok && ends[0] > ends[1] {
		s.fail(key, v, constraintError(fmt.Sprintf("写成 [%s, %s]", ends[1], ends[0]), "前一个数大于后一个"))
		ok = false
	}
	return ends[0], ends[1], ok
}

// word reads one of a few words; the first is what a key left out means.
func (s *section) word(key string, words ...string) string {
	v, ok := s.take(key)
	if !ok {
		return words[0]
	}
	t, isText := v.(string)
	if isText {
		for _, w := range words {
			if trim(t) == w {
				return w
			}
		}
	}
	s.fail(key, v, constraintError(meantWord(t, key, words), "应是其中之一：%s", glossed(key, words)))
	return words[0]
}
