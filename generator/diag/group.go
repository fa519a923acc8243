package diag

import (
	"slices"
	"strconv"
	"strings"
)

// Spot is one place of a diagnostic that has several.
type Spot struct {
	Position
	Cell Cell
}

// Group merges the diagnostics that have one cause: they are in the same file or Scope and differ
// only in their values. The first examples of the values are kept. The order is that of the first
// of each.
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
	if d.Code == "type-error" || len(d.Refs) > 0 { // such messages explain a value's figures, or name other rows
		k.words = withoutFigures(k.words)
	}
	return k
}

func withoutFigures(text string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' || r == '.' || r == '-' {
			return -1
		}
		return r
	}, text)
}

// words returns the parts of the message outside quotation marks, without a heading at its
// beginning.
func (d *Diagnostic) words() []string {
	words := outside(d.Message)
	if len(words) > 1 && words[0] == d.Heading {
		words[0] = ""
	}
	return words
}

// outside returns the parts of a text outside quotation marks.
func outside(text string) []string {
	var list []string
	for i, part := range parts(text) {
		if i%2 == 0 {
			list = append(list, part)
		}
	}
	return list
}

// parts returns the parts of a text outside and inside quotation marks, by turns.
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

// join makes one diagnostic of those with one cause.
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

// joinMessages puts all values into the message of the first. If there is room only for the first
// one's, it is called an example.
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
		most = manyExamples // no row identifies them
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

// joinHints returns the hint that all share, or those of the first values.
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

// some returns the first of the different values, each in quotation marks, and their number.
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
