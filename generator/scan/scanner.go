// Package scan reads what clerks save as text, and writes it.
//
// In: the bytes of a file, in any encoding. Out: its text ([Decode]), a table's cells with their
// places ([Scanner]), and the meaning of a cell's text: a heading ([Label]), or the word for a
// total or a note ([MarkOf]). And back: cells as text ([Lines]), text as bytes ([Encoder], [Excel]).
package scan

import (
	"strings"
	"unicode/utf8"
)

// Cell is one cell of a table: its trimmed text, and where it starts. An empty cell has no column
// if it is not in the file.
type Cell struct {
	Text         string
	Line, Column int
}

// Scanner cuts a table's text into records of cells: RFC 4180 with any one separator,
// any line ending, and lines and columns counted in characters.
type Scanner struct {
	Text  string
	Sep   string
	Width int // of the header, 0 while it is not known
	Pos   int
	Line  int
	Row   int // records read
	at    int // offset up to which column counts
	col   int // character at offset at
	Bad   func(*Damage)
}

// New returns a scanner at the beginning of a text.
func New(text, sep string) Scanner {
	return Scanner{Text: text, Sep: sep, Line: 1, col: 1, Bad: func(*Damage) {}}
}

// Record appends the next record to cells[:0]; it returns false at the end of the text.
func (s *Scanner) Record(cells []Cell) ([]Cell, bool) {
	cells = cells[:0]
	if s.Pos >= len(s.Text) {
		return cells, false
	}
	s.Row++
	for {
		cells = append(cells, s.Cell())
		if !s.More() {
			return cells, true
		}
	}
}

// More skips the separator after a cell, or the end of its line, after which the record has no
// more cells.
func (s *Scanner) More() bool {
	switch {
	case s.Pos >= len(s.Text):
		return false
	case strings.HasPrefix(s.Text[s.Pos:], s.Sep):
		s.Pos += len(s.Sep)
		return true
	}
	s.newline()
	return false
}

// newline skips CRLF, LF or a single CR.
func (s *Scanner) newline() {
	if strings.HasPrefix(s.Text[s.Pos:], "\r\n") {
		s.Pos++
	}
	s.Pos++
	s.Line++
	s.at, s.col = s.Pos, 1
}

// column returns the character at an offset of this line, not before the last one asked for.
func (s *Scanner) column(offset int) int {
	s.col += utf8.RuneCountInString(s.Text[s.at:offset])
	s.at = offset
	return s.col
}

// Cell reads up to the next separator, line ending or end of text.
func (s *Scanner) Cell() Cell {
	end := s.plainEnd(s.Pos)
	text := trimLeft(s.Text[s.Pos:end])
	if text == "" {
		c := Cell{"", s.Line, s.column(s.Pos)}
		s.Pos = end
		return c
	}
	start := end - len(text)
	if text[0] == '"' {
		if c, ok := s.quoted(start); ok {
			return c
		}
		text = text[1:]
	}
	c := Cell{Trim(text), s.Line, s.column(start)}
	s.Pos = end
	return c
}

func (s *Scanner) plainEnd(i int) int {
	text, first := s.Text, s.Sep[0]
	for ; i < len(text); i++ {
		c := text[i]
		if c == '\n' || c == '\r' || c == first && (len(s.Sep) == 1 || strings.HasPrefix(text[i:], s.Sep)) {
			return i
		}
	}
	return i
}

// quoted reads a cell in quotation marks that opens at an offset. If they do not pair, it reports
// that and returns false; the cell is then read as if the mark were not there, so that a stray
// one does not swallow the rest of the file.
func (s *Scanner) quoted(open int) (Cell, bool) {
	c := Cell{Line: s.Line, Column: s.column(open)}
	end, doubled := s.closing(open)
	if end < 0 || s.swallows(s.Text[open+1:end]) {
		s.Bad(unbalanced(c, s.Text[open:s.plainEnd(open)]))
		return c, false
	}
	after := s.plainEnd(end + 1)
	if strings.TrimLeftFunc(s.Text[end+1:after], Blank) != "" {
		s.Bad(unbalanced(c, s.Text[open:after]))
		return c, false
	}
	c.Text = s.Text[open+1 : end]
	if doubled {
		c.Text = strings.ReplaceAll(c.Text, `""`, `"`)
	}
	s.passLines(open, end)
	s.Pos = after
	c.Text = Trim(c.Text)
	return c, true
}

func unbalanced(c Cell, raw string) *Damage {
	return &Damage{"unbalanced-quote", "“" + Short(raw) + "”的英文双引号没有配对",
		"删去多余的双引号，或改成中文引号", c.Line, c.Column}
}

// closing returns the offset of the mark that closes the one at open, or -1.
func (s *Scanner) closing(open int) (end int, doubled bool) {
	const longest = 100_000 // far more than a spreadsheet's cell can have
	text := s.Text[:min(len(s.Text), open+longest)]
	for i := open + 1; ; i += 2 {
		next := strings.IndexByte(text[i:], '"')
		if next < 0 {
			return -1, false
		}
		i += next
		if i+1 >= len(text) || text[i+1] != '"' {
			return i, doubled
		}
		doubled = true
	}
}

// swallows reports whether the text between two marks looks like rows of the table.
func (s *Scanner) swallows(content string) bool {
	const mostLines = 40
	lines := strings.Split(content, "\n")
	if len(lines) < 3 {
		return false
	}
	if len(lines) > mostLines {
		return true
	}
	for _, l := range lines[1 : len(lines)-1] {
		if s.Width > 2 && strings.Count(l, s.Sep) >= s.Width-1 {
			return true
		}
	}
	return false
}

// passLines counts the line endings within a quoted cell.
func (s *Scanner) passLines(from, to int) {
	for i := from; i < to; i++ {
		if s.Text[i] == '\n' || s.Text[i] == '\r' && s.Text[i+1] != '\n' {
			s.Line++
			s.at, s.col = i+1, 1
		}
	}
}

// Trim removes blanks at both ends, also those that are merely invisible.
func Trim(s string) string { return trimRight(trimLeft(s)) }

func trimLeft(s string) string {
	if s != "" && (visible(s[0]) || hanzi(s[0])) {
		return s
	}
	return strings.TrimLeftFunc(s, Blank)
}

func trimRight(s string) string {
	if n := len(s); n > 0 && visible(s[n-1]) || n >= 3 && hanzi(s[n-3]) && s[n-1] >= utf8.RuneSelf {
		return s
	}
	return strings.TrimRightFunc(s, Blank)
}

func visible(c byte) bool { return ' ' < c && c < utf8.RuneSelf }

// hanzi reports whether a byte begins a character from U+4000 to U+9FFF, none of which is blank and
// each of which has three bytes.
func hanzi(c byte) bool { return 0xe4 <= c && c <= 0xe9 }

// Blank reports what is trimmed: spaces of every width, BOMs and zero-width characters.
func Blank(r rune) bool {
	switch {
	case r <= ' ', r == 0xa0, r == 0x3000, r == 0xfeff:
		return true
	case 0x2000 <= r && r <= 0x200f, r == 0x202f, r == 0x205f, r == 0x2060, r == 0x1680:
		return true
	}
	return false
}

// Separators in the order in which they are tried.
var Separators = [...]string{",", "\t", ";", "，"}

// Separator returns the separator that most of the first lines have, and of those the most
// frequent.
func Separator(text string) string {
	const first = 10
	lines := strings.SplitN(text, "\n", first+1)
	best, most := Separators[0], 0
	for _, s := range Separators {
		n := 0
		for _, l := range lines[:min(len(lines), first)] {
			if c := strings.Count(l, s); c > 0 {
				n += 1000 + min(c, 999)
			}
		}
		if n > most {
			best, most = s, n
		}
	}
	return best
}
