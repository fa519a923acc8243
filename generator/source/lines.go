package source

import (
	"sort"
	"unicode/utf8"
)

// lines turns byte offsets of a text with LF endings into lines and columns.
type lines struct {
	text   string
	starts []int
}

func newLines(text string) *lines {
	l := &lines{text, []int{0}}
	for i := 0; i < len(text); i++ {
		if text[i] == '\n' {
			l.starts = append(l.starts, i+1)
		}
	}
	return l
}

// at is the line and the character, both from 1, of an offset.
func (l *lines) at(offset int) (line, column int) {
	offset = max(0, min(offset, len(l.text)))
	for offset < len(l.text) && !utf8.RuneStart(l.text[offset]) {
		offset--
	}
	line = sort.SearchInts(l.starts, offset+1)
	return line, utf8.RuneCountInString(l.text[l.starts[line-1]:offset]) + 1
}

// line is the text of a line, from 1.
func (l *lines) line(n int) string {
	if n < 1 || n > len(l.starts) {
		return ""
	}
	end := len(l.text)
	if n < len(l.starts) {
		end = l.starts[n] - 1
	}
	return l.text[l.starts[n-1]:end]
}
