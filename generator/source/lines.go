package source

import (
	"sort"
	"unicode/utf8"
)

// lines turns byte offsets of a text with LF endings into lines and columns.
type lines struct {
	text    string
	starts  []int
	counted []int // see runes
}

func newLines(text string) *lines {
	l := &lines{text: text, starts: []int{0}}
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
	return line, l.runes(offset) - l.runes(l.starts[line-1]) + 1
}

// stride is how many bytes apart characters are counted from the beginning, so that a place far out on a long line
// is found as fast as another.
const stride = 256

// runes counts the characters before an offset.
func (l *lines) runes(offset int) int {
	if l.counted == nil {
		l.counted = []int{0}
		for i := 0; i+stride <= len(l.text); i += stride {
			l.counted = append(l.counted, l.counted[len(l.counted)-1]+starts(l.text[i:i+stride]))
		}
	}
	return l.counted[offset/stride] + starts(l.text[offset/stride*stride:offset])
}

// starts counts the bytes with which characters begin.
func starts(text string) (n int) {
	for i := range len(text) {
		if utf8.RuneStart(text[i]) {
			n++
		}
	}
	return n
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
