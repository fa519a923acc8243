package source

import (
	"cmp"
	"fmt"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/scan"

	"github.com/BurntSushi/toml"
)

// section is one table of a TOML file while it is read. Each key is asked for by one method,
// which reports a value of the wrong type; done reports the keys that nobody asked for, or that are missing.
type section struct {
	*file
	ledger.Section // its header, the whole file for the outermost; the keys of the nearest noun

	lines  *lines
	values map[string]any
	node   *node
	asked  []string
	lacks  []string // required keys that were left out
	prefix string   // of keys: "contact." for a table within a noun
	heir   bool     // what it leaves out is inherited

	doc    *document
	header string            // as it is written: [meeting]; empty for the outermost
	probe  *[]*section       // of a file that is read to learn its shape
	fields map[string]*field // what the keys hold that were asked for
}

// readTOML reads a TOML file into a noun by the function that reads a file of its kind; false if it is not
// TOML, which is reported.
func readTOML[T any](f *file, into *T, fill func(*section, *T)) bool {
	s := parseTOML(f, func(s *section) { fill(s, new(T)) })
	if s != nil {
		fill(s, into)
	}
	return s != nil
}

// parseTOML reads a file's text. It returns nil if it is not TOML, which it reports. read is the
// function that reads a file of its kind.
func parseTOML(f *file, read func(*section)) *section {
	text := plainBlanks(newlines.Replace(f.text))
	if at := tooDeep(text); at >= 0 {
		line, column := newLines(text).at(at)
		f.report(diag.At(f.path, line, column), diag.Error, "", &trouble{"toml-syntax", fmt.Sprintf("写得太深，超过 %d 层", deepest),
			"没有哪一项要这么深：删去多打的点、方括号或花括号"})
		f.unread = true
		return nil
	}
	doc := &document{read: read, values: map[string]any{}}
	if _, err := toml.Decode(text, &doc.values); err != nil {
		f.syntax(doc, text, err)
		f.unread = true
		return nil
	}
	return &section{
		file: f, Section: ledger.SectionAt(at(f.path)), lines: newLines(text),
		values: doc.values, node: locate(text), doc: doc, fields: map[string]*field{},
	}
}

var newlines = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// take is a key's value; false if it was left out.
func (s *section) take(key string, f field) (any, bool) {
	s.asked, s.fields[key] = append(s.asked, key), &f
	v, ok := s.values[key]
	if ok {
		s.Keys[s.prefix+key] = s.where(key)
	}
	return v, ok
}

// has reports whether a key is given; a file that is read to learn its shape has all.
func (s *section) has(key string) bool {
	_, given := s.values[key]
	return given || s.probe != nil
}

// where is the position of a key, or else of the table that lacks it.
func (s *section) where(key string) diag.Position { return s.place(s.node.kid(key)) }

func (s *section) place(n *node) diag.Position {
	if n == nil {
		return s.Position
	}
	line, column := s.lines.at(n.offset)
	return diag.At(s.path, line, column)
}

// fail reports a value; raw is its source, or a Go value instead.
func (s *section) fail(key string, v any, bad *trouble) {
	s.failAt(s.node.kid(key), key, v, bad)
}

func (s *section) failAt(n *node, key string, v any, bad *trouble) {
	s.value(s.place(n), key, s.shown(n, key, v), bad)
}

// shown is a value as it was typed; of a table its header.
func (s *section) shown(n *node, key string, v any) string {
	if text, ok := v.(string); ok {
		return text
	}
	if n != nil && n.raw != "" {
		return n.raw
	}
	switch v.(type) {
	case map[string]any:
		return below(s.header, key, aTable)
	case []map[string]any:
		return below(s.header, key, someTables)
	}
	return fmt.Sprint(v)
}

// need asks for required keys: done reports those that were left out.
func (s *section) need(keys ...string) {
	for _, k := range keys {
		s.fields[k].must = true
		v, ok := s.values[k]
		switch text, isText := v.(string); {
		case !ok:
			s.lacks = append(s.lacks, k)
		case isText && scan.Trim(text) == "":
			s.report(s.where(k), diag.Error, k, &trouble{"missing-key", s.prefix + k + " 空着，这里必须填", ""})
		}
	}
}

// sub is a table within the noun; an empty one if it was left out.
func (s *section) sub(key string) *section {
	v, ok := s.take(key, field{kind: aTable})
	n := s.node.kid(key)
	values, isTable := v.(map[string]any)
	header := below(s.header, key, aTable)
	if several, isList := v.([]map[string]any); isList {
		s.fail(key, v, typeError("写成 "+header+"；写了几节的，合成一节", "多了一层方括号"))
		values, n = several[0], n.element(0)
	} else if ok && !isTable {
		s.fail(key, v, typeError("写成 "+header+"，下面一行一项", "应是一节"))
	}
	t := s.inner(header, n, values)
	t.Keys, t.prefix = s.Keys, s.prefix+key+"."
	return t
}

// inner is a table below a header, a noun of its own.
func (s *section) inner(header string, n *node, values map[string]any) *section {
	return &section{
		file: s.file, Section: ledger.SectionAt(s.place(n)), lines: s.lines,
		values: values, node: n, doc: s.doc, header: header, probe: s.probe, heir: s.heir, fields: map[string]*field{},
	}
}

// list reads the tables of [[key]], each a noun of its own.
func list[T any](s *section, key string, read func(*section) T) (all []T) {
	for _, t := range s.tables(key) {
		all = append(all, read(t))
	}
	return all
}

func (s *section) tables(key string) []*section {
	v, ok := s.take(key, field{kind: someTables})
	n := s.node.kid(key)
	header := below(s.header, key, someTables)
	if s.probe != nil {
		return []*section{s.inner(header, nil, nil)}
	}
	if !ok {
		return nil
	}
	tables := tablesOf(v)
	if table, isTable := v.(map[string]any); isTable {
		s.fail(key, v, typeError("写成 "+header, "少了一层方括号"))
		tables = []map[string]any{table} // so that nothing follows from it
	} else if tables == nil {
		s.fail(key, v, typeError("写成 "+header+"，下面一行一项；没有的，删去这一行", "应是一节一节的"))
	}
	var list []*section
	for i, t := range tables {
		list = append(list, s.inner(header, cmp.Or(n.element(i), n), t))
	}
	return list
}

// tablesOf are the tables of a list; nil if the value is none.
func tablesOf(v any) []map[string]any {
	if tables, ok := v.([]map[string]any); ok {
		return tables
	}
	list, isList := v.([]any)
	if !isList {
		return nil
	}
	tables := make([]map[string]any, 0, len(list))
	for _, e := range list {
		t, isTable := e.(map[string]any)
		if !isTable {
			return nil
		}
		tables = append(tables, t)
	}
	return tables
}
