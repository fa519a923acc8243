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
	if IsASCII(s) {
		return s
	}
	return width.Fold.String(s)
}

// IsASCII reports whether a text is of ASCII characters alone.
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

// Short is a value as messages show it: on one line, with a mark for what cannot be seen, and
// not without end.
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

// Label is a heading as it is compared: narrow, lower case, without any blanks.
func Label(heading string) string {
	if plain(heading) {
		return heading
	}
	return strings.ToLower(norm.NFC.String(Narrow(strings.Join(strings.FieldsFunc(heading, Blank), ""))))
}

// plain reports whether a heading is made of Chinese characters, small letters, digits
// and signs alone, so that it is its own label.
func plain(heading string) bool {
	for _, r := range heading {
		if r <= ' ' || 'A' <= r && r <= 'Z' || r > '~' && (r < 0x4e00 || r > 0x9fff) {
			return false
		}
	}
	return true
}

// Spellings are the ways in which a heading may be meant: as it stands, and if it has
// brackets, as 户号(id) and 庭院(15分) have, by what stands before them.
func Spellings(heading string) []string {
	whole := Label(heading)
	before, _, bracket := strings.Cut(whole, "(")
	if !bracket || before == "" || !strings.HasSuffix(whole, ")") {
		return []string{whole}
	}
	return []string{whole, before}
}
