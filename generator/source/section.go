package source

import (
	"fmt"
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"

	"github.com/BurntSushi/toml"
)

// section is one table of a TOML file while it is read. Each key is asked for by one
// method, which reports a value of the wrong type; done reports the keys that nobody
// asked for.
type section struct {
	*file
	lines  *lines
	at     diag.Position // its header; the whole file for the outermost
	values map[string]any
	node   *node
	asked  []string
	keys   ledger.Keys // where the nearest noun's keys stand
	prefix string      // of keys: "contact." for a table within a noun
}

// parseTOML reads a file's text; nil if it is not TOML, which is reported.
func parseTOML(f *file) *section {
	text := newlines.Replace(f.text)
	values := map[string]any{}
	if _, err := toml.Decode(text, &values); err != nil {
		f.syntax(text, err)
		f.unread = true
		return nil
	}
	return &section{
		file: f, lines: newLines(text), at: at(f.path),
		values: values, node: locate(text), keys: ledger.Keys{},
	}
}

var newlines = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// take is a key's value; false if it was left out.
func (s *section) take(key string) (any, bool) {
	s.asked = append(s.asked, key)
	v, ok := s.values[key]
	if ok {
		s.keys[s.prefix+key] = s.where(key)
	}
	return v, ok
}

// where is the position of a key, or else of the table that lacks it.
func (s *section) where(key string) diag.Position { return s.place(s.node.kid(key)) }

func (s *section) place(n *node) diag.Position {
	if n == nil {
		return s.at
	}
	line, column := s.lines.at(n.offset)
	return diag.At(s.path, line, column)
}

// fail reports a value; raw is its source, or a Go value that stands for it.
func (s *section) fail(key string, v any, bad *trouble) {
	s.failAt(s.node.kid(key), key, v, bad)
}

func (s *section) failAt(n *node, key string, v any, bad *trouble) {
	raw := fmt.Sprint(v)
	if n != nil && n.raw != "" {
		raw = n.raw
	}
	if text, ok := v.(string); ok {
		raw = text
	}
	s.value(s.place(n), key, raw, bad)
}

// need reports required keys that were left out or are empty.
func (s *section) need(keys ...string) {
	for _, k := range keys {
		v, ok := s.values[k]
		switch text, isText := v.(string); {
		case !ok:
			s.report(s.at, diag.Error, k, &trouble{"missing-key", "缺少 " + s.prefix + k, s.lackHint(k)})
		case isText && trim(text) == "":
			s.report(s.where(k), diag.Error, k, &trouble{"missing-key", s.prefix + k + " 空着，这里必须填", ""})
		}
	}
}

// lackHint names an unknown key that may be meant for a missing one.
func (s *section) lackHint(key string) string {
	var left []string
	for k := range s.values {
		if !slices.Contains(s.asked, k) {
			left = append(left, k)
		}
	}
	slices.Sort(left)
	if n := nearest(key, left); n != "" {
		return "如果“" + n + "”就是它，改成 " + key
	}
	return "加上一行，例如 " + key + " = " + sampleOf(key)
}

// sampleOf shows how a required key is written.
func sampleOf(key string) string {
	switch key {
	case "points":
		return "10"
	case "effective", "received", "date":
		return "2023-01-01"
	case "kind":
		return `"village"`
	case "household":
		return `"001"`
	case "period":
		return `"2023-06"`
	case "amount":
		return "20000"
	case "share_weight":
		return "0.5"
	}
	return `"…"`
}

// done reports the keys that nobody asked for.
func (s *section) done() {
	var unknown []string
	for k := range s.values {
		if !slices.Contains(s.asked, k) {
			unknown = append(unknown, k)
		}
	}
	slices.Sort(unknown)
	for _, k := range unknown {
		hint := meant(k, s.asked)
		if hint == "" {
			hint = "删去它；这里可以写的是：" + strings.Join(s.asked, "、")
		}
		s.report(s.where(k), diag.Error, k, &trouble{"unknown-key", "不认识“" + short(k) + "”这一项", hint})
	}
}

// sub is a table within the noun; an empty one if it was left out.
func (s *section) sub(key string) *section {
	v, ok := s.take(key)
	n := s.node.kid(key)
	values, isTable := v.(map[string]any)
	if ok && !isTable {
		s.fail(key, v, typeError("写成 ["+key+"]，下面一行一项", "应是一个表"))
	}
	return &section{
		file: s.file, lines: s.lines, at: s.place(n), values: values, node: n,
		keys: s.keys, prefix: s.prefix + key + ".",
	}
}

// list is the tables of [[key]], each a noun of its own.
func (s *section) list(key string) []*section {
	v, ok := s.take(key)
	if !ok {
		return nil
	}
	n := s.node.kid(key)
	var tables []map[string]any
	switch v := v.(type) {
	case []map[string]any:
		tables = v
	case []any:
		for _, e := range v {
			if t, isTable := e.(map[string]any); isTable {
				tables = append(tables, t)
			}
		}
		if len(tables) == len(v) {
			break
		}
		s.fail(key, v, typeError("写成 [["+key+"]]，下面一行一项", "应是表的列表"))
		return nil
	default:
		s.fail(key, v, typeError("写成 [["+key+"]]，两层方括号", "应是表的列表"))
		return nil
	}
	var list []*section
	for i, t := range tables {
		e := n.element(i)
		list = append(list, &section{
			file: s.file, lines: s.lines, at: s.place(e), values: t, node: e, keys: ledger.Keys{},
		})
	}
	return list
}
