package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gongshi/generator/scan"
)

// plainBlanks replaces the wide and the unbreakable spaces of a TOML text with plain ones, and
// removes invisible characters. It leaves what is in quotation marks as it is.
func plainBlanks(text string) string {
	if scan.IsASCII(text) {
		return text
	}
	var b strings.Builder
	l := &locator{text: text}
	for l.pos < len(text) {
		from := l.pos
		switch text[from] {
		case '"', '\'':
			l.quoted()
		case '#':
			l.comment()
		default:
			r, size := utf8.DecodeRuneInString(text[from:])
			l.pos += size
			if r >= utf8.RuneSelf && scan.Blank(r) {
				if unicode.Is(unicode.Zs, r) {
					b.WriteByte(' ')
				}
				continue
			}
		}
		b.WriteString(text[from:l.pos])
	}
	return b.String()
}
