package scan

import (
	"slices"
	"strings"
	"testing"
)

// Whatever stands in cells comes back as it was, with every separator.
func FuzzLines(f *testing.F) {
	for _, text := range []string{"", "甲", `"`, `a"b`, `"a"`, "a,b;c\td，e", "a\nb", "a\r\nb", "\r", "\ufeff", "|"} {
		f.Add(text, "乙")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		a, b = Trim(a), Trim(b)
		if len(a)+len(b) > 1000 || strings.Count(a+b, "\n") > 10 { // more lines are taken for rows that a stray mark swallows
			t.Skip()
		}
		for _, sep := range Separators {
			for _, end := range []string{"\n", "\r\n"} {
				rows := [][]string{{"户号", "户主"}, {a, b}, {b, a, ""}}
				s := New(Lines(rows, sep, end), sep)
				for _, row := range rows {
					cells, more := s.Record(nil)
					var texts []string
					for _, c := range cells {
						texts = append(texts, c.Text)
					}
					if !more || !slices.Equal(texts, row) {
						t.Fatalf("%q by %q: %q, want %q", s.Text, sep, texts, row)
					}
				}
			}
		}
	})
}
