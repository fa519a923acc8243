package privacy

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// folded is a text whose digits, letters and signs are plain ASCII, without invisible characters.
type folded struct {
	text []rune
	at   []int // the byte of the original where each character begins
	ends []int // the byte behind it
}

func fold(text string) folded {
	f := folded{text: make([]rune, 0, len(text)), at: make([]int, 0, len(text)), ends: make([]int, 0, len(text))}
	for i, r := range text {
		if invisible(r) {
			continue
		}
		size := 1
		if r >= utf8.RuneSelf {
			_, size = utf8.DecodeRuneInString(text[i:])
			r = plain(r)
		}
		f.text, f.at, f.ends = append(f.text, r), append(f.at, i), append(f.ends, i+size)
	}
	return f
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
