package scan

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// Narrow replaces full-width letters, digits and signs by their narrow forms.
func Narrow(s string) string {
	for i := 0; i < len(s); i++ {
		if wideLead(s[i]) {
			return width.Fold.String(s)
		}
	}
	return s
}

// wideLead reports whether a character that has a narrow form may begin with a byte: such ones
// are at U+20A9, U+3000 and above U+FF00, and Chinese characters between.
func wideLead(c byte) bool { return c == 0xE2 || c == 0xE3 || c == 0xEF }

// IsASCII reports whether a text has only ASCII characters.
func IsASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// IDRune reports whether a character may be in an id.
func IDRune(r rune) bool {
	return r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}

// Short returns a value as messages show it: on one line, cut to a length, with a mark for what
// is invisible.
func Short(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return utf8.RuneError
		}
		return r
	}, strings.Join(strings.Fields(s), " "))
	const most = 40
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most]) + "…"
}

// Label returns a heading as it is compared: narrow, lower case, without blanks.
func Label(heading string) string {
	if plain(heading) {
		return heading
	}
	return strings.ToLower(norm.NFC.String(Narrow(strings.Join(strings.FieldsFunc(heading, Blank), ""))))
}

// plain reports whether a heading has only Chinese characters, small letters, digits and signs,
// so that it is its own label.
func plain(heading string) bool {
	for _, r := range heading {
		if r <= ' ' || 'A' <= r && r <= 'Z' || r > '~' && (r < 0x4e00 || r > 0x9fff) {
			return false
		}
	}
	return true
}

// Spellings returns the headings that a text may mean: itself, and if it has brackets, as in
// 户号(id) and 庭院(15分), the part before them.
func Spellings(heading string) []string {
	whole := Label(heading)
	before, _, bracket := strings.Cut(whole, "(")
	if !bracket || before == "" || !strings.HasSuffix(whole, ")") {
		return []string{whole}
	}
	return []string{whole, before}
}
