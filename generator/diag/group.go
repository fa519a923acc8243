package diag

import (
	"slices"
	"strconv"
	"strings"
)

// Spot is one of the places of a diagnostic that tells of several.
type Spot struct {
	Position
	Cell Cell
}

// Group makes one diagnostic of those that have one cause: they are in one file, or have one
// Scope, and say the same of other values. What differs is told by its first examples. The
// order is that of the first of each.
func (l *List) Group() {
	first := map[cause]int{}
	var groups [][]Diagnostic
	for _, d := range *l {
		k := causeOf(&d)
		i, known := first[k]
		if !known {
			i = len(groups)
			first[k] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], d)
	}
	grouped := make(List, 0, len(groups))
	for _, g := range groups {
		grouped.Add(join(g))
	}
	*l = grouped
}

// cause is what diagnostics of one cause have in common.
type cause struct {
	scope    string
	severity Severity
	code     string
	words    string // the message without the values
	hint     string // likewise
}

func causeOf(d *Diagnostic) cause {
	k := cause{d.Scope, d.Severity, d.Code, strings.Join(d.words(), "“"), withoutFigures(strings.Join(outside(d.Hint), "“"))}
	if d.Scope == "" {
		k.scope = d.File
	}
	if d.Code == "type-error" || len(d.Refs) > 0 { // which tells in figures how to read a value, or other rows
		k.words = withoutFigures(k.words)
	}
	return k
}

// withoutFigures is a text without the figures of its values.
func withoutFigures(text string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' || r == '.' || r == '-' {
			return -1
		}
		return r
	}, text)
}

// words are the parts of the message outside of quotation marks, without the heading with
// which it may begin.
func (d *Diagnostic) words() []string {
	words := outside(d.Message)
	if len(words) > 1 && words[0] == d.Heading {
		words[0] = ""
	}
	return words
}

// outside are the parts of a text outside of quotation marks.
func outside(text string) []string {
	var list []string
	for i, part := range parts(text) {
		if i%2 == 0 {
			list = append(list, part)
		}
	}
	return list
}

// parts are what is outside and what is inside of a text's quotation marks, by turns.
func parts(text string) []string {
	list, marks := []string{}, [2]string{"“", "”"}
	for {
		before, after, found := strings.Cut(text, marks[len(list)%2])
		if !found {
			return append(list, text)
		}
		list, text = append(list, before), after
	}
}

// join makes one diagnostic of those of one cause.
func join(g []Diagnostic) Diagnostic {
	d := g[0]
	if len(g) == 1 {
		return d
	}
	for _, other := range g {
		d.Spots = append(d.Spots, Spot{other.Position, other.Cell})
		if other.Heading != d.Heading {
			d.Heading = ""
		}
	}
	d.Message, d.Hint = joinMessages(g, d.Heading), joinHints(g)
	return d
}

// joinMessages tells the values of all in the first one's words; where these are the first
// one's alone, it is an example.
func joinMessages(g []Diagnostic, heading string) string {
	words := g[0].words()
	for _, d := range g {
		if !slices.Equal(words, d.words()) {
			return "例如" + g[0].Message
		}
	}
	if words[0] == "" && strings.HasPrefix(g[0].Message, heading+"“") {
		words[0] = heading
	}
	most := examples
	if !slices.ContainsFunc(g, func(d Diagnostic) bool { return d.File != g[0].File || d.Line != g[0].Line }) {
		most = manyExamples // no row tells which they are
	}
	s := words[0]
	for i, w := range words[1:] {
		var values []string
		for _, d := range g {
			values = append(values, parts(d.Message)[2*i+1])
		}
		s += some(values, most) + w
	}
	return s
}

// joinHints is the hint of all, or those of the first values.
func joinHints(g []Diagnostic) string {
	var hints []string
	values := map[string][]string{} // with a hint
	for _, d := range g {
		if values[d.Hint] == nil {
			hints = append(hints, d.Hint)
		}
		values[d.Hint] = append(values[d.Hint], append(parts(d.Message), "")[1])
	}
	if len(hints) == 1 {
		return g[0].Hint
	}
	var lines []string
	for _, h := range hints[:min(len(hints), examples)] {
		lines = append(lines, some(values[h], examples)+"："+h)
	}
	if len(hints) > examples {
		lines = append(lines, "其余照此改")
	}
	return strings.Join(lines, "\n")
}

const (
	examples     = 3 // of values, and of hints, that differ
	manyExamples = 30
)

// some are the first of the values that differ, each in quotation marks, and how many they are.
func some(values []string, most int) string {
	var different []string
	seen := map[string]bool{}
	for _, v := range values {
		if !seen[v] {
			seen[v] = true
			different = append(different, v)
		}
	}
	s := "“" + strings.Join(different[:min(len(different), most)], "”、“") + "”"
	if len(different) > most {
		s += "等 " + strconv.Itoa(len(different)) + " 个"
	}
	return s
}
