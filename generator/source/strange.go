package source

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/scan"
)

// done reports the keys that nobody asked for, and those of the needed ones that were left out.
func (s *section) done(needed ...string) {
	s.need(needed...)
	if s.probe != nil {
		*s.probe = append(*s.probe, s)
		return
	}
	astray := map[string][]string{} // keys that belong elsewhere, by where that is
	for _, k := range s.unknown() {
		if homes := strings.Join(s.homes(k), "、"); homes != "" {
			astray[homes] = append(astray[homes], k)
			continue
		}
		s.report(s.where(k), diag.Error, k, &trouble{"unknown-key", "不认识“" + s.named(k) + "”这一项", s.strange(k)})
		meant := cmp.Or(s.lacking(synonyms[k]), nearest(k, s.lacks)) // told once, where it is misspelt
		s.lacks = slices.DeleteFunc(s.lacks, func(key string) bool { return key == meant })
	}
	for _, k := range s.lacks {
		sample := cmp.Or(samplesOf[k], samples[s.kindOf(k)], `"…"`)
		s.report(s.Position, diag.Error, k, &trouble{"missing-key", "缺少 " + s.prefix + k, "加上一行，例如 " + k + " = " + sample})
	}
	for homes, keys := range astray {
		s.report(s.where(keys[0]), diag.Error, keys[0], s.astray(strings.Split(homes, "、"), keys))
	}
}

// unknown are the keys that nobody asked for, in the order in which they are written.
func (s *section) unknown() []string {
	keys := slices.Collect(maps.Keys(s.values))
	keys = slices.DeleteFunc(keys, func(key string) bool { return slices.Contains(s.asked, key) })
	slices.SortFunc(keys, func(a, b string) int {
		return cmp.Or(cmp.Compare(s.where(a).Line, s.where(b).Line), strings.Compare(a, b))
	})
	return keys
}

// named is a key as it is written: a table with its brackets.
func (s *section) named(key string) string {
	switch s.values[key].(type) {
	case map[string]any, []map[string]any:
		if raw := s.shown(s.node.kid(key), key, s.values[key]); raw[0] == '[' {
			return scan.Short(raw)
		}
	}
	return scan.Short(key)
}

func (s *section) isTable(key string) bool { return strings.HasPrefix(s.named(key), "[") }

// top is the place of the keys above all headers, where other tables have their header.
const top = "最前面"

// homes are the tables to which a key belongs that is unknown here: the nearest table around this
// one, else those within it, else any; none if it is known nowhere.
func (s *section) homes(key string) []string {
	if s.lacking(synonyms[key]) != "" {
		return nil
	}
	var all, within []string
	around, nearness := "", -1
	for _, b := range s.doc.shape() {
		k, h := b.kindOf(key), b.header
		if k == 0 || k.isTable() != s.isTable(key) || strings.HasSuffix(tableName(h), ".before") {
			continue // what held before is written below what holds now
		}
		name := cmp.Or(h, top)
		all = append(all, name)
		switch {
		case h == "" && s.header != "", h != "" && strings.HasPrefix(tableName(s.header), tableName(h)+"."):
			if len(h) > nearness {
				around, nearness = name, len(h)
			}
		case strings.HasPrefix(tableName(h), tableName(s.header)+"."):
			within = append(within, name)
		}
	}
	switch {
	case around != "":
		return []string{around}
	case len(within) > 0:
		return within
	}
	return all
}

// astray is the trouble with keys that are written in the wrong table. What follows a header belongs to it, which
// people do not see when they add a line at the end of a file.
func (s *section) astray(homes, keys []string) *trouble {
	if s.isTable(keys[0]) {
		return s.astrayTable(homes, keys[0])
	}
	lines, here := "这一行", " "+s.header+" 下面"
	if len(keys) > 1 {
		lines = "这几行"
	}
	if s.header == "" {
		here = "所有方括号的上面"
	}
	message := "“" + strings.Join(keys, "”、“") + "”写错了地方：现在写在" + here + "，不是那里的内容"
	var hint string
	switch home := homes[0]; {
	case home == top:
		hint = "把" + lines + "移到文件的最前面，在所有方括号的上面"
	case len(homes) > 1 || strings.HasPrefix(home, "[["):
		hint = "把" + lines + "移到它所属的 " + strings.Join(homes, " 或 ") + " 下面，在下一个方括号的上面"
	case s.doc.values[tableName(home)] == nil:
		hint = "在文件末尾加一行 " + home + "，把" + lines + "移到它的下面"
	default:
		hint = "把" + lines + "移到 " + home + " 的下面，在下一个方括号的上面"
	}
	if near := s.lacking(perhaps[keys[0]]); near != "" {
		hint = "如果它就是“" + near + "”，改成 " + near + "；否则" + hint
	}
	return &trouble{"misplaced-key", message, hint}
}

// astrayTable is the trouble with a table that is written as part of another one, or of none.
func (s *section) astrayTable(homes []string, key string) *trouble {
	var right []string
	for _, home := range homes {
		home = strings.TrimPrefix(home, top)
		right = append(right, below(home, key, s.doc.named(tableName(home)).kindOf(key)))
	}
	return &trouble{"misplaced-key", "“" + s.named(key) + "”写错了地方", "写成 " + strings.Join(right, " 或 ")}
}

// synonyms are keys that are taken for each other.
var synonyms = map[string]string{"name": "title", "title": "name", "id": "no", "no": "id"}

// perhaps is what is meant by a key that may also be another table's.
var perhaps = map[string]string{"date": "posted"}

// lacking is a key of this table that is not given; empty if it is given, or none of its keys.
func (s *section) lacking(key string) string {
	if _, given := s.values[key]; given || !slices.Contains(s.asked, key) {
		return ""
	}
	return key
}

// strange is what to do about a key that is known nowhere.
func (s *section) strange(key string) string {
	if near := s.lacking(synonyms[key]); near != "" {
		return "是不是“" + near + "”？"
	}
	if near := nearest(key, s.asked); near != "" {
		return "是不是“" + s.written(near) + "”？"
	}
	if near := nearest(key, s.doc.known()); near != "" {
		if homes := s.homes(near); len(homes) > 0 && !s.isTable(key) {
			return "如果是“" + near + "”，它要写在" + strings.Join(homes, " 或 ")
		}
	}
	var names []string
	for _, k := range s.asked {
		names = append(names, s.written(k))
	}
	return "这里可以写的是：" + strings.Join(names, "、") + "；都不是，就删去它"
}

// kindOf is what a key of this table holds; 0 if it is none of its keys.
func (s *section) kindOf(key string) kind {
	if f := s.fields[key]; f != nil {
		return f.kind
	}
	return 0
}

// written is a key of this table as it is to be written: a table with its brackets.
func (s *section) written(key string) string {
	if k := s.kindOf(key); k.isTable() {
		return below(s.header, key, k)
	}
	return key
}
