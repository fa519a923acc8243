package gazette_test

import (
	"fmt"
	"testing"

	"gongshi/generator/gazette"
	"gongshi/generator/oracle"
	"gongshi/generator/origin"
)

// Where lines stand comes back for all that were asked for.
func TestCitedLinesComeBack(t *testing.T) {
	s := published(t, oracle.RandomSite(5), choice{})
	gazette.Tell(s, func(at gazette.Source) (origin.Line, bool) {
		return origin.Line{Commit: fmt.Sprintf("%040x", at.Line/5), Path: "site/" + at.File, Number: int(at.Line + at.Line/7)}, at.Line > 1
	})
	asked := make(map[gazette.Source]origin.Line)
	for _, p := range s.Places {
		for _, t := range p.Tables {
			for _, r := range t.Rows {
				for _, e := range append(t.Entries(r), gazette.Entry{At: r.At}) {
					if line, known := s.Line(e.At); known {
						asked[e.At] = line
					}
				}
			}
		}
	}
	back, err := gazette.Decode(encoded(t, s))
	if err != nil || len(asked) < 4 {
		t.Fatal(err, asked)
	}
	for at, want := range asked {
		if line, known := back.Line(at); !known || line != want {
			t.Errorf("%s stands at %v, want %v", at, line, want)
		}
	}
	if _, known := back.Line(gazette.Source{File: "data/none.csv", Line: 2}); known {
		t.Error("a line that nobody asked for is known")
	}
}
