package proof

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"gongshi/generator/ledger"
)

// was returns a line's text when it was sealed, from the built site, or nil if that does not have
// it.
func (f *findings) was(s *ledger.Seal, salt *ledger.Salt) []string {
	if f.built == nil || salt == nil {
		return nil
	}
	if f.former == nil {
		f.former = make(map[int][]string)
	}
	lines, read := f.former[s.No]
	if !read {
		lines = publishedLines(f.built, fmt.Sprintf("%s/data/seal-%d.csv", f.Place.Path, s.No))
		f.former[s.No] = lines
	}
	for _, line := range lines {
		if LineDigest(salt.Salt, line) == salt.Digest {
			return Fields(line)
		}
	}
	return nil
}

// since describes a line when it was sealed and now, as far as that is known.
func (f *findings) since(s *ledger.Seal, l *Line, salt *ledger.Salt, sh shape) string {
	was := f.was(s, salt)
	if was == nil {
		return ""
	}
	now := Fields(string(l.whole(salt.Private)))
	if d := sh.difference(versionOf(f.salts[s.No]), was, now); d != "" {
		return "：" + d
	}
	return "：变的是不公布的内容"
}

// publishedLines returns the lines of a seal in a built site, as far as they can be read.
func publishedLines(built fs.FS, name string) []string {
	content, err := fs.ReadFile(built, name)
	if err != nil {
		return nil
	}
	rows, err := csv.NewReader(bytes.NewReader(content)).ReadAll()
	if err != nil {
		return nil
	}
	var lines []string
	for _, r := range rows {
		lines = append(lines, r[len(r)-2])
	}
	return lines
}

// shape is the names of a line's fields: those at its beginning, after its name, and those of its
// parts.
type shape struct {
	head  fields
	parts map[string]fields
}

// fields are the names of fields in order.
type fields struct {
	names []string
	first int // how many version 1 has
	name  int // the one that names the part, from 1
}

var householdShape = shape{
	head: fields{[]string{"户号", "组", "类别", "人数"}, 4, 1},
	parts: map[string]fields{
		partMark:    {[]string{"分类", "项目", "满分", "原始", "更正", "得分", "满分"}, 7, 2},
		partEntry:   {[]string{"编号", "日期", "项目", "次数", "原始", "更正", "事由"}, 6, 1},
		partFix:     {[]string{"日期", "对象", "原分", "现分", "原因", "异议"}, 6, 2},
		partPrivate: {[]string{"摘要"}, 1, 1},
	},
}

var rulesShape = shape{
	head: fields{[]string{"effective", "cycle", "carry", "rank_by", "decimals", "missing", "not_applicable", "title", "basis",
		"max_households", "min_panel", "cross"}, 7, 1},
	parts: map[string]fields{
		partBenefit:  {[]string{"benefits"}, 1, 1},
		partCategory: {[]string{"id", "name", "cycle", "combine"}, 4, 2},
		partItem:     {[]string{"id", "name", "points", "sensitive", "standard"}, 4, 2},
		partEntry: {[]string{"id", "name", "points", "range", "range", "max_per_month", "max_per_year", "approval", "sensitive",
			"veto", "category", "per"}, 10, 2},
		partHonours: {[]string{"cycle", "rounding", "ties"}, 3, 1},
		partLevel:   {[]string{"name", "top", "count", "min", "floor", "reward"}, 5, 1},
	},
}

// shapeOfFact returns the shape of a fact by its name.
func shapeOfFact(of string) shape {
	var names []string
	switch {
	case strings.HasPrefix(of, ObjectionFact):
		names = []string{"received", "household", "about", "decided", "outcome", "answer"}
	case of == VotesFact || strings.HasSuffix(of, "/表决"):
		names = []string{"date", "meeting", "for", "against"}
	case strings.HasPrefix(of, SharedFact) && strings.Count(of, "/") == 1:
		names = []string{"date", "amount", "share_weight"}
	}
	return shape{head: fields{names, len(names), 1}}
}

// of returns the names in a version.
func (f fields) of(version int) []string {
	if version == 1 {
		return f.names[:f.first]
	}
	return f.names
}

// difference returns the first difference between a line's old and new text, or "" if it is in
// what is not public.
func (sh shape) difference(version int, was, now []string) string {
	if sh.parts == nil {
		was, now = public(was), public(now)
	}
	for i, name := range sh.head.of(version) {
		if i+1 < min(len(was), len(now)) && was[i+1] != now[i+1] {
			return differs(name, was[i+1], now[i+1])
		}
	}
	if sh.parts == nil {
		if slices.Equal(was, now) {
			return ""
		}
		return differs("", strings.Join(was[1:], " "), strings.Join(now[1:], " "))
	}
	a, b := sh.split(version, was), sh.split(version, now)
	for i := range max(len(a), len(b)) {
		switch {
		case i >= len(b) || i < len(a) && a[i].key != b[i].key && !has(b, a[i]):
			return "当时有“" + a[i].name + "”，现在没有"
		case i >= len(a) || a[i].key != b[i].key:
			return "当时没有“" + b[i].name + "”"
		case a[i].key == partPrivate:
			continue
		}
		for j, name := range sh.parts[a[i].fields[0]].of(version) {
			if j+1 < min(len(a[i].fields), len(b[i].fields)) && a[i].fields[j+1] != b[i].fields[j+1] {
				return differs("“"+a[i].name+"”的 "+name, a[i].fields[j+1], b[i].fields[j+1])
			}
		}
	}
	return ""
}

// public returns a line without the digest at its end of what is not public.
func public(line []string) []string {
	if n := len(line) - 2; n > 0 && line[n] == partPrivate {
		return line[:n]
	}
	return line
}

// headDiffers reports whether lines differ at their beginning.
func (sh shape) headDiffers(was, now []string) bool {
	n := 1 + len(sh.head.names)
	return !slices.Equal(was[:min(n, len(was))], now[:min(n, len(now))])
}

func differs(name, was, now string) string {
	return strings.TrimSpace(fmt.Sprintf("%s 当时是“%s”，现在是“%s”", name, was, now))
}

// part is a part of a line.
type part struct {
	key, name string
	fields    []string
}

func has(list []part, p part) bool {
	return slices.ContainsFunc(list, func(q part) bool { return q.key == p.key })
}

// split splits what follows the head of a line.
func (sh shape) split(version int, line []string) []part {
	var list []part
	for i := 1 + len(sh.head.of(version)); i < len(line); {
		of := sh.parts[line[i]]
		p := part{key: line[i], fields: line[i:min(i+1+len(of.of(version)), len(line))]}
		if i += len(p.fields); p.key != partPrivate && of.name < len(p.fields) {
			p.name = p.fields[of.name]
			p.key += "|" + p.name
		}
		list = append(list, p)
	}
	return list
}
