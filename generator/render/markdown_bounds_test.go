package render

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// hostile are texts for which goldmark alone needs from a second to minutes, each with the limit
// beyond which it goes and the line on which it does; none where it is read as it is.
var hostile = []struct {
	about, src string
	beyond     Beyond
	line       int
}{
	{"quotes in quotes", "甲\n\n" + times(100_000, ">") + "a", tooDeep, 3},
	{"quotes with blanks", times(100_000, "> "), tooDeep, 1},
	{"lists in lists", times(50_000, "- ") + "a", tooDeep, 1},
	{"numbered lists in lists", times(50_000, "1. "), tooDeep, 1},
	{"lists in quotes", times(50_000, "> - "), tooDeep, 1},
	{"lists line by line", lines(400, func(i int) string { return times(i, "  ") + "- a" }), tooDeep, maxDepth + 1},
	{"quotes line by line", lines(400, func(i int) string { return times(i+1, ">") + "a" }), tooDeep, maxDepth + 1},
	{"blank lines in deep lists", times(maxDepth, "- ") + "a\n" + times(200_000, "\n") + times(maxDepth, "  ") + "- b", tooDeep, 200_002},
	{"links that do not end", "甲\n" + times(50_000, "[a]("), tooMarked, 2},
	{"images that do not end", times(50_000, "!["), tooMarked, 1},
	{"brackets", times(50_000, "["), tooMarked, 1},
	{"closing brackets", times(50_000, "]"), tooMarked, 1},
	{"references without end", times(50_000, "[a]["), tooMarked, 1},
	{"emphasis that does not close", times(50_000, "*a_ "), tooMarked, 1},
	{"emphasis in words", times(50_000, "x*y_"), tooMarked, 1},
	{"emphasis in emphasis", times(50_000, "**") + "a" + times(50_000, "**"), tooMarked, 1},
	{"marks on many lines", "甲\n\n" + times(maxMarks/2+1, "*甲*\n"), tooMarked, 2 + maxMarks/2 + 1},
	{"runs of backticks", lines(400, func(i int) string { return "a " + times(i+1, "`") }), tooMarked, 45},
	{"instructions that do not end", "a" + times(50_000, "<?"), tooMarked, 1},
	{"declarations that do not end", "a" + times(20_000, "<![CDATA["), tooMarked, 1},
	{"bold text in wide tables", "|" + times(1000, "a|") + "\n|" + times(1000, "-|") + "\n" + times(2000, "|**a**\n"), tooWide, 1},
	{"a wide table", "甲\n\n|" + times(1000, "a|") + "\n|" + times(1000, "-|") + "\n" + times(20_000, "|a\n"), tooWide, 3},
	{"wide tables", times(100, "|"+times(50, "a|")+"\n|"+times(50, "-|")+"\n"+times(18, "|a\n")+"\n"), tooWide, 1 + 50*21},
	{"bars in code in tables", "|a|\n|-|\n" + times(6000, "|`\\|`|\n"), tooEscaped, 1},
	{"addresses of links", lines(20_000, func(i int) string { return fmt.Sprintf("[a%d]: b", i) }), tooDefined, 1},
	{"a long text", times(maxText/2, "a\n") + "甲", tooLong, maxText/2 + 1},

	{"as deep as is allowed", times(maxDepth, "> ") + "a", Beyond{}, 0},
	{"as many marks", times(maxMarks/2, "*甲* "), Beyond{}, 0},
	{"as many cells", "|" + times(9, "a|") + "\n|" + times(9, "-|") + "\n" + times(5553, "|a\n"), Beyond{}, 0},
	{"as many addresses", lines(maxReferences, func(i int) string { return fmt.Sprintf("[a%d]: b", i) }), Beyond{}, 0},
	{"as long", times(maxText/2, "a\n"), Beyond{}, 0},
	{"marks of many paragraphs", times(300, "*甲* [乙](c) `丙`\n\n"), Beyond{}, 0},
	{"headings that are the same", times(20_000, "# a\n"), Beyond{}, 0},
	{"lines that are spread", times(20_000, "a  \n"), Beyond{}, 0},
	{"fences", times(20_000, "```\n"), Beyond{}, 0},
	{"titles", "[a](b \"" + times(100_000, "a "), Beyond{}, 0},
	{"parentheses", "[a](" + times(100_000, "("), Beyond{}, 0},
	{"references to characters", times(50_000, "&amp;"), Beyond{}, 0},
}

func times(n int, s string) string { return strings.Repeat(s, n) }

func lines(n int, line func(i int) string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(line(i) + "\n")
	}
	return b.String()
}

// What goes beyond a limit is told with its line, and what comes out is no deeper than the limit
// and grows with the text alone.
func TestMarkdownBounds(t *testing.T) {
	for _, test := range hostile {
		out, _, beyond := Markdown(test.src)
		var want []Beyond
		if test.line > 0 {
			test.beyond.Line = test.line
			want = []Beyond{test.beyond}
		}
		if fmt.Sprint(beyond) != fmt.Sprint(want) {
			t.Errorf("%s: beyond %v, want %v", test.about, beyond, want)
		}
		if most := 20*len(test.src) + 20*maxCells; len(out) > most {
			t.Errorf("%s: %d bytes of %d", test.about, len(out), len(test.src))
		}
		if d := deepest(string(out)); d > 2*maxDepth+maxMarks/2+3 {
			t.Errorf("%s: elements %d deep", test.about, d)
		}
	}
}

// deepest is how many elements are in one another at most.
func deepest(out string) (most int) {
	depth := 0
	for z := html.NewTokenizer(strings.NewReader(out)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return most
		case html.StartTagToken:
			if name, _ := z.TagName(); !strings.Contains(" img br hr ", " "+string(name)+" ") {
				depth++
			}
		case html.EndTagToken:
			depth--
		}
		most = max(most, depth)
	}
}

func BenchmarkMarkdownHostile(b *testing.B) {
	for _, test := range hostile {
		b.Run(strings.ReplaceAll(test.about, " ", "_"), func(b *testing.B) {
			b.SetBytes(int64(len(test.src)))
			for b.Loop() {
				Markdown(test.src)
			}
		})
	}
}
