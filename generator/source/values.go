package source

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"time"

	"gongshi/generator/ledger"
	"gongshi/generator/scan"
)

// text reads a string, trimmed.
func (s *section) text(key string) string { return s.textOr(key, "") }

// textOr reads a string; otherwise is what it means left out or empty.
func (s *section) textOr(key, otherwise string) string {
	t, _ := typed[string](s, key, field{kind: aText, otherwise: otherwise}, func(v any) *trouble {
		return typeError(s.rewritten(key, aText, v, `"…"`), "应是文字，两边加英文双引号")
	})
	return cmp.Or(scan.Trim(t), otherwise)
}

// typed is a key's value; false if it was left out or is of another type, which is reported.
func typed[T any](s *section, key string, f field, wrong func(v any) *trouble) (T, bool) {
	v, given := s.take(key, f)
	t, fits := v.(T)
	if given && !fits {
		s.fail(key, v, wrong(v))
	}
	return t, fits
}

// rewritten tells how a value should be written: as it was meant, if that is certain, otherwise
// like an example. A number has no example, which would be taken for the right value.
func (s *section) rewritten(key string, k kind, v any, example string) string {
	switch v.(type) {
	case map[string]any, []map[string]any:
		return "写成一行 " + key + " = …，不用方括号"
	}
	if m := mended(key, k, s.shown(s.node.kid(key), key, v)); m != "" {
		return "写成 " + key + " = " + m
	}
	if example == "" {
		return "只写阿拉伯数字"
	}
	return "写成像 " + key + " = " + example + " 这样"
}

func (s *section) texts(key string) []string {
	list, _ := typed[[]any](s, key, field{kind: someTexts}, func(v any) *trouble {
		return typeError(s.rewritten(key, someTexts, v, `["…", "…"]`), "应是几段文字的列表，外面加方括号")
	})
	var texts []string
	for i, e := range list {
		t, isText := e.(string)
		if !isText {
			s.failAt(s.node.kid(key).element(i), key, e, typeError("每一项两边加英文双引号", "应是文字"))
			continue
		}
		texts = append(texts, scan.Trim(t))
	}
	return texts
}

// date reads a local date; 0 if it was left out.
func (s *section) date(key string) ledger.Date {
	d, _ := unquotedValue(s, key, aDate, "2023-03-01", tomlDate)
	return d
}

// dates reads a list of local dates.
func (s *section) dates(key string, each func(ledger.Date, *node)) {
	list, _ := typed[[]any](s, key, field{kind: someDates}, func(any) *trouble {
		return typeError("写成像 "+key+" = [2023-01-01, 2023-01-02] 这样", "应是日期的列表")
	})
	for i, e := range list {
		n := s.node.kid(key).element(i)
		d, bad := tomlDate(e, n)
		if bad != nil {
			if bad.hint == "" {
				bad.hint = example
				if m := mended(key, aDate, fmt.Sprint(e)); m != "" {
					bad.hint = "写成 " + m + "，不加引号"
				}
			}
			s.failAt(n, key, e, bad)
			continue
		}
		each(d, n)
	}
}

// tomlDate reads a date without quotation marks. A trouble without a hint is about its form.
func tomlDate(v any, _ *node) (ledger.Date, *trouble) {
	switch v := v.(type) {
	case time.Time:
		if v.Location().String() == "time-local" {
			return 0, typeError("", "是钟点，应是日期")
		}
		y, m, d := v.Date()
		return plausible(ledger.Day(y, m, d), y)
	case string:
		switch _, bad := parseDate(withoutWeekday(v)); {
		case bad == nil:
			return 0, typeError("", "应是日期，不加引号")
		case bad.hint != example:
			return 0, bad
		}
	}
	return 0, typeError("", "不是日期")
}

func (s *section) yes(key string, otherwise bool) bool {
	yes, ok := typed[bool](s, key, field{kind: aYes, otherwise: otherwise}, func(v any) *trouble {
		hint := "写 true（是）或 false（否），不加引号"
		if m := mended(key, aYes, s.shown(s.node.kid(key), key, v)); m != "" {
			hint = "写成 " + key + " = " + m + "，不加引号"
		}
		return typeError(hint, "应是 true（是）或 false（否）")
	})
	if !ok {
		return otherwise
	}
	return yes
}

// whole reads a whole number from least to most.
func (s *section) whole(key string, otherwise, least, most int) int {
	f := field{kind: aWhole, otherwise: otherwise, least: least, most: most}
	n, ok := typed[int64](s, key, f, func(v any) *trouble {
		return typeError(s.rewritten(key, aWhole, v, ""), "应是整数，不加引号，不带单位")
	})
	if ok && (n < int64(least) || n > int64(most)) {
		s.fail(key, n, wholeRange(n, least, most))
		ok = false
	}
	if !ok {
		return otherwise
	}
	return int(n)
}

const anyNumber = 1_000_000

func wholeRange(n int64, least, most int) *trouble {
	switch {
	case most >= anyNumber && n > int64(most):
		return constraintError("看看是不是多打了几位", "太大，最多 %d", most)
	case most >= anyNumber:
		return constraintError(fmt.Sprintf("写 %d 或更大的整数", least), "太小，至少是 %d", least)
	}
	return constraintError(fmt.Sprintf("写 %d 到 %d 的整数", least, most), "应在 %d 到 %d 之间", least, most)
}

// points reads an exact number; false if it was left out or is none.
func (s *section) points(key string) (ledger.Points, bool) {
	return unquotedValue(s, key, aNumber, "", tomlPoints)
}

// unquotedValue reads what takes no quotation marks; false if it was left out or is none.
func unquotedValue[T any](
	s *section, key string, k kind, example string, parse func(any, *node) (T, *trouble),
) (value T, ok bool) {
	v, ok := s.take(key, field{kind: k})
	if !ok {
		return value, false
	}
	value, bad := parse(v, s.node.kid(key))
	if bad != nil {
		if bad.hint == "" { // it is none at all
			bad.hint = s.rewritten(key, k, v, example) + "，不加引号"
		}
		s.fail(key, v, bad)
	}
	return value, bad == nil
}

func tomlPoints(v any, n *node) (ledger.Points, *trouble) { return tomlNumber(v, n, parsePoints) }

// tomlNumber reads a number from its source text, so that no binary float comes between.
func tomlNumber[N any](v any, n *node, read func(string) (N, *trouble)) (N, *trouble) {
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
	default:
		return none, typeError("", "应是数字，不带引号和单位")
	}
	return read(raw)
}

// span reads [from, to].
func (s *section) span(key string) (from, to ledger.Points, ok bool) {
	v, given := s.take(key, field{kind: aSpan})
	if !given {
		return 0, 0, false
	}
	list, isList := v.([]any)
	if !isList || len(list) != 2 {
		s.fail(key, v, typeError(s.rewritten(key, aSpan, v, "[1, 5]")+"：最少和最多", "应是两个数"))
		return 0, 0, false
	}
	var ends [2]ledger.Points
	ok = true
	for i, e := range list {
		n := s.node.kid(key).element(i)
		p, bad := tomlPoints(e, n)
		if bad != nil {
			if bad.hint == "" {
				bad.hint = "两个数都不加引号，像 " + key + " = [1, 5] 这样"
			}
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

// word reads one of a few words; the first is what a key left out, or a word that is none of
// them, means.
func (s *section) word(key string, words ...string) string {
	w, _ := s.wordOK(key, words...)
	s.fields[key].otherwise = words[0]
	return w
}

// wordOK is a word; false if it is none of those allowed, which is reported.
func (s *section) wordOK(key string, words ...string) (string, bool) {
	v, ok := s.take(key, field{kind: aWord, words: words})
	if !ok {
		return words[0], true
	}
	t, _ := v.(string)
	if w, ok := understood(key, t, words); ok {
		return w, true
	}
	s.fail(key, v, constraintError(meantOr(t, words), "应是其中之一：%s", glossed(key, words)))
	return words[0], false
}
