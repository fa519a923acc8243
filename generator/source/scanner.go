package source

import (
	"strings"
	"unicode/utf8"

	"gongshi/generator/diag"
)

// cell is one cell of a table: its trimmed text, and where it starts. An empty cell
// without a column is not there at all.
type cell struct {
	text         string
	line, column int
}

// scanner cuts a table's text into records of cells: RFC 4180 with any one separator,
// any line ending, and lines and columns counted in characters.
type scanner struct {
	text  string
	sep   string
	width int // of the header, 0 while it is not known
	pos   int
	line  int
	row   int // records read
	at    int // offset up to which column counts
	col   int // character at offset at
	bad   func(line, column int, t *trouble)
}

func newScanner(text, sep string) scanner {
	return scanner{text: text, sep: sep, line: 1, col: 1, bad: func(int, int, *trouble) {}}
}

// record appends the next record to cells[:0]; false at the end of the text.
func (s *scanner) record(cells []cell) ([]cell, bool) {
	cells = cells[:0]
	if s.pos >= len(s.text) {
		return cells, false
	}
	s.row++
	for {
		cells = append(cells, s.cell())
		if s.pos >= len(s.text) {
			return cells, true
		}
		if strings.HasPrefix(s.text[s.pos:], s.sep) {
			s.pos += len(s.sep)
			continue
		}
		s.newline()
		return cells, true
	}
}

// newline passes over CRLF, LF or a lone CR.
func (s *scanner) newline() {
	if strings.HasPrefix(s.text[s.pos:], "\r\n") {
		s.pos++
	}
	s.pos++
	s.line++
	s.at, s.col = s.pos, 1
}

// column is the character at an offset of this line, not before the last one asked for.
func (s *scanner) column(offset int) int {
	s.col += utf8.RuneCountInString(s.text[s.at:offset])
	s.at = offset
	return s.col
}

// cell reads up to the next separator, line ending or end of text.
func (s *scanner) cell() cell {
	end := s.plainEnd(s.pos)
	raw := s.text[s.pos:end]
	text := strings.TrimLeftFunc(raw, blank)
	if text == "" {
		c := cell{"", s.line, s.column(s.pos)}
		s.pos = end
		return c
	}
	start := end - len(text)
	if text[0] == '"' {
		if c, ok := s.quoted(start); ok {
			return c
		}
		text = text[1:]
	}
	c := cell{trim(text), s.line, s.column(start)}
	s.pos = end
	return c
}

func (s *scanner) plainEnd(i int) int {
	text, first := s.text, s.sep[0]
	for ; i < len(text); i++ {
		c := text[i]
		if c == '\n' || c == '\r' || c == first && (len(s.sep) == 1 || strings.HasPrefix(text[i:], s.sep)) {
			return i
		}
	}
	return i
}

// quoted reads a cell in quotation marks that opens at an offset; false, with a report,
// if they do not pair: then the cell is read as if the mark were not there, so that a
// stray one does not swallow the rest of the file.
func (s *scanner) quoted(open int) (cell, bool) {
	c := cell{line: s.line, column: s.column(open)}
	end, doubled := s.closing(open)
	if end < 0 || s.swallows(s.text[open+1:end]) {
		s.bad(c.line, c.column, unbalanced(s.text[open:s.plainEnd(open)]))
		return c, false
	}
	after := s.plainEnd(end + 1)
	if strings.TrimLeftFunc(s.text[end+1:after], blank) != "" {
		s.bad(c.line, c.column, unbalanced(s.text[open:after]))
		return c, false
	}
	c.text = s.text[open+1 : end]
	if doubled {
		c.text = strings.ReplaceAll(c.text, `""`, `"`)
	}
	s.passLines(open, end)
	s.pos = after
	c.text = trim(c.text)
	return c, true
}

func unbalanced(raw string) *trouble {
	return &trouble{"unbalanced-quote", "“" + short(raw) + "”的英文双引号没有配对",
		"删去多余的双引号，或改成中文引号"}
}

// closing is the offset of the mark that closes the one at open, or -1.
func (s *scanner) closing(open int) (end int, doubled bool) {
	const longest = 100_000 // far more than a spreadsheet's cell holds
	text := s.text[:min(len(s.text), open+longest)]
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

// swallows reports whether what stands between two marks looks like rows of the table.
func (s *scanner) swallows(content string) bool {
	const mostLines = 40
	lines := strings.Split(content, "\n")
	if len(lines) < 3 {
		return false
	}
	if len(lines) > mostLines {
		return true
	}
	for _, l := range lines[1 : len(lines)-1] {
		if s.width > 2 && strings.Count(l, s.sep) >= s.width-1 {
			return true
		}
	}
	return false
}

// passLines counts the line endings within a quoted cell.
func (s *scanner) passLines(from, to int) {
	for i := from; i < to; i++ {
		if s.text[i] == '\n' || s.text[i] == '\r' && s.text[i+1] != '\n' {
			s.line++
			s.at, s.col = i+1, 1
		}
	}
}

// trim takes blanks off both ends, also those that only look like nothing.
func trim(s string) string {
	if s != "" && s[0] > ' ' && s[0] < utf8.RuneSelf && s[len(s)-1] > ' ' && s[len(s)-1] < utf8.RuneSelf {
		return s
	}
	return strings.TrimFunc(s, blank)
}

// blank reports what is trimmed: spaces of every width, BOMs and zero-width characters.
func blank(r rune) bool {
	switch {
	case r <= ' ', r == 0xa0, r == 0x3000, r == 0xfeff:
		return true
	case 0x2000 <= r && r <= 0x200f, r == 0x202f, r == 0x205f, r == 0x2060, r == 0x1680:
		return true
	}
	return false
}

// position is where a cell stands in a file.
func (f *file) position(c cell) diag.Position { return diag.At(f.path, c.line, c.column) }
