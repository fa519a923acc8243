package privacy

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// folded is a text whose digits, letters and signs are plain ASCII, without invisible characters.
type folded struct {
	of   string
	text []rune
	at   []int32 // the byte of the original where each character begins
	rows []run
}

// fold folds a text into f, whose memory it uses again.
func (f *folded) fold(text string) {
	f.of, f.text, f.at = text, f.text[:0], f.at[:0]
	for i, r := range text {
		if r >= utf8.RuneSelf {
			if invisible(r) {
				continue
			}
			r = plain(r)
		}
		f.text, f.at = append(f.text, r), append(f.at, int32(i))
	}
}

// span is a part of the folded text in bytes of the original.
func (f *folded) span(start, end int) (from, to int) {
	last := int(f.at[end-1])
	_, size := utf8.DecodeRuneInString(f.of[last:])
	return int(f.at[start]), last + size
}

// invisible reports whether a character is not seen: zero width, soft hyphen, direction.
func invisible(r rune) bool {
	return r >= utf8.RuneSelf && unicode.Is(unicode.Cf, r)
}

// plain is the ASCII form of a digit, a letter or a sign, where it has one.
func plain(r rune) rune {
	if narrow := width.LookupRune(r).Narrow(); narrow != 0 && narrow < utf8.RuneSelf {
		return narrow
	}
	switch {
	case r < utf8.RuneSelf:
		return r
	case unicode.IsDigit(r):
		return '0' + digitOf(r)
	case unicode.Is(unicode.Pd, r), r == '−':
		return '-'
	case r == '\u2028', r == '\u2029', r == '\u0085':
		return '\n'
	case unicode.IsSpace(r):
		return ' '
	}
	return r
}

// digitOf is the value of a decimal digit. The ten of each script are in a row, and the row before
// them is no digits, or begins a multiple of ten earlier.
func digitOf(r rune) rune {
	first := r
	for unicode.IsDigit(first - 1) {
		first--
	}
	return (r - first) % 10
}
