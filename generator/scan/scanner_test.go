package scan

import (
	"encoding/csv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// scanAll cuts a text into records, and counts what is reported.
func scanAll(text, sep string) (records [][]Cell, bad int) {
	s := New(text, sep)
	s.Bad = func(*Damage) { bad++ }
	for {
		cells, ok := s.Record(nil)
		if !ok {
			return records, bad
		}
		records = append(records, cells)
	}
}

var newlines = strings.NewReplacer("\r\n", "\n", "\r", "\n")

func texts(records [][]Cell) [][]string {
	var all [][]string
	for _, r := range records {
		var row []string
		for _, c := range r {
			row = append(row, c.Text)
		}
		all = append(all, row)
	}
	return all
}

func TestScanner(t *testing.T) {
	for _, c := range []struct {
		name, text, sep string
		want            [][]string
		bad             int
	}{
		{"plain", "a,b\nc,d\n", ",", [][]string{{"a", "b"}, {"c", "d"}}, 0},
		{"no last newline", "a,b", ",", [][]string{{"a", "b"}}, 0},
		{"empty cell at the end", "a,", ",", [][]string{{"a", ""}}, 0},
		{"crlf", "a,b\r\nc\r\n", ",", [][]string{{"a", "b"}, {"c"}}, 0},
		{"lone cr", "a,b\rc\r", ",", [][]string{{"a", "b"}, {"c"}}, 0},
		{"tab", "a\tb", "\t", [][]string{{"a", "b"}}, 0},
		{"full-width comma", "甲，乙，丙", "，", [][]string{{"甲", "乙", "丙"}}, 0},
		{"trimmed", " a ,\u3000乙\u3000,\u00a0c\ufeff,\u200bd", ",", [][]string{{"a", "乙", "c", "d"}}, 0},
		{"quoted", `"a,b","c""d"," e "`, ",", [][]string{{"a,b", `c"d`, "e"}}, 0},
		{"quoted after blanks", `a, "b,c" ,d`, ",", [][]string{{"a", "b,c", "d"}}, 0},
		{"quoted lines", "\"a\nb\r\nc\",d\ne", ",", [][]string{{"a\nb\r\nc", "d"}, {"e"}}, 0},
		{"mark within", `张"三,b`, ",", [][]string{{`张"三`, "b"}}, 0},
		{"unclosed", "a,\"b,c\nd,e", ",", [][]string{{"a", "b", "c"}, {"d", "e"}}, 1},
		{"letters after", `"a"b,c`, ",", [][]string{{`a"b`, "c"}}, 1},
		{"two strays far apart", "\"a,b\nc,d\n\"e,f\n", ",", [][]string{{"a", "b"}, {"c", "d"}, {"e", "f"}}, 2},
	} {
		records, bad := scanAll(c.text, c.sep)
		if diff := cmp.Diff(c.want, texts(records)); diff != "" || bad != c.bad {
			t.Errorf("%s: %d reported, want %d\n%s", c.name, bad, c.bad, diff)
		}
	}
}

func TestStrayQuoteSwallowsNoRows(t *testing.T) {
	rows := strings.Repeat("1,2,3\n", 5)
	s := New("a,\"b,c\n"+rows+"x,y\",z\n", ",")
	s.Width = 3
	n := 0
	for _, ok := s.Record(nil); ok; _, ok = s.Record(nil) {
		n++
	}
	if n != 7 {
		t.Errorf("%d records, want 7: a mark in the first row and one in the last", n)
	}
}

// checkPlaces: every cell stands where it says that it stands.
func checkPlaces(t *testing.T, text string, records [][]Cell) {
	lines := strings.Split(newlines.Replace(text), "\n")
	line, column := 1, 0
	for _, r := range records {
		for _, c := range r {
			if c.Line < line || c.Line == line && c.Column < column || c.Line > len(lines) {
				t.Fatalf("%q: cell %+v stands before %d:%d", text, c, line, column)
			}
			line, column = c.Line, c.Column
			from := []rune(strings.Join(lines[c.Line-1:], "\n"))
			if c.Column < 1 || c.Column > len(from)+1 {
				t.Fatalf("%q: cell %+v stands outside of its line", text, c)
			}
			rest := string(from[c.Column-1:])
			want := newlines.Replace(c.Text)
			if strings.HasPrefix(rest, want) || !strings.HasPrefix(rest, `"`) {
				if !strings.HasPrefix(rest, want) {
					t.Fatalf("%q: at %d:%d stands %.20q, not %q", text, c.Line, c.Column, rest, want)
				}
				continue
			}
			inner := strings.TrimLeftFunc(strings.ReplaceAll(rest[1:], `""`, `"`), Blank)
			stray := strings.TrimLeftFunc(rest[1:], Blank)
			if !strings.HasPrefix(inner, want) && !strings.HasPrefix(stray, want) {
				t.Fatalf("%q: at %d:%d stands %.20q, not %q", text, c.Line, c.Column, rest, want)
			}
		}
	}
}

// FuzzScanner: cells stand where they say, nothing is lost, and what encoding/csv can
// read is read as it reads it.
func FuzzScanner(f *testing.F) {
	for _, s := range []string{"a,b\r\nc", "\"a\nb\",c", "\"a,b\nc", "甲，乙\n丙", "\"a\"\"b\" ,", ",,\n\n\"\"\n", "a\rb\r\nc"} {
		f.Add(s, uint8(0))
		f.Add(s, uint8(3))
	}
	f.Fuzz(func(t *testing.T, text string, which uint8) {
		if !utf8.ValidString(text) {
			return
		}
		sep := Separators[int(which)%len(Separators)]
		records, bad := scanAll(text, sep)
		checkPlaces(t, text, records)
		if bad > 0 || strings.Contains(strings.ReplaceAll(text, "\r\n", ""), "\r") {
			return
		}
		comma, _ := utf8.DecodeRuneInString(sep)
		theirs := csv.NewReader(strings.NewReader(text))
		theirs.Comma, theirs.FieldsPerRecord = comma, -1
		want, err := theirs.ReadAll()
		if err != nil {
			return // stricter than we are about marks within cells and blanks around them
		}
		got := texts(records)
		got = dropBlankLines(got)
		for i := range want {
			for j := range want[i] {
				want[i][j] = newlines.Replace(Trim(want[i][j]))
			}
		}
		for i := range got {
			for j := range got[i] {
				got[i][j] = newlines.Replace(got[i][j])
			}
		}
		if diff := cmp.Diff(dropBlankLines(want), got); diff != "" {
			t.Fatalf("%q with %q:\n%s", text, sep, diff)
		}
	})
}

// dropBlankLines drops records of one empty cell, which encoding/csv passes over.
func dropBlankLines(records [][]string) [][]string {
	var kept [][]string
	for _, r := range records {
		if len(r) > 1 || r[0] != "" {
			kept = append(kept, r)
		}
	}
	return kept
}
