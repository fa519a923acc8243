package privacy

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// window is a part of a text that may hold personal data: text[start:end].
type window struct{ start, end int }

// windows returns the parts of a text around what personal data cannot do without: seven digits
// with short gaps, an @, 号, 单元 and the like behind a digit, a word of birth. The rest of a page
// is only passed over, at a byte or two a nanosecond.
func windows(text string) []window {
	s := search{text: text, last: ' '}
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf {
			s.ascii(c, i)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		s.wide(r, i)
		i += size
	}
	s.endCluster(len(text))
	return s.found
}

// search is one pass over a text. A cluster is digits with at most [maxGap] signs between them.
type search struct {
	text   string
	found  []window
	start  int // the byte where the cluster begins
	digits int // digits in the cluster; 0: none
	gap    int // signs since its last digit
	last   rune
}

// minDigits is how many digits the shortest number has: a landline's without its area code.
const minDigits = 7

func (s *search) ascii(c byte, i int) {
	switch {
	case c-'0' < 10:
		s.digit(i)
	case separates(rune(c)):
		s.pause(i)
	default:
		if c == '@' || c|0x20 == 'e' && s.digits > 0 && strings.HasPrefix(s.text[i+1:], "+1") {
			s.add(i, i)
		}
		s.endCluster(i)
	}
	s.last = rune(c)
}

func (s *search) wide(r rune, i int) {
	switch {
	case r >= 0x4E00 && r <= 0x9FFF:
		if s.tells(r, i) {
			s.add(i, i)
		}
		s.endCluster(i)
	case unicode.IsDigit(r):
		s.digit(i)
	case r == '＠':
		s.add(i, i)
	case invisible(r):
		return
	case separates(plain(r)):
		s.pause(i)
	default:
		s.endCluster(i)
	}
	s.last = r
}

// tells reports whether a Chinese character, with what is before it, may end an address or tell a
// birth.
func (s *search) tells(r rune, i int) bool {
	switch r {
	case '号', '栋', '幢', '座', '单':
		return s.digits > 0
	case '生':
		return s.last == '出' || s.last == '日' || s.last == '月' || s.digits > 0
	case '日', '于':
		return s.last == '生'
	case '牌':
		return s.last == '门'
	}
	return false
}

func (s *search) digit(i int) {
	if s.digits == 0 {
		s.start = i
	}
	s.digits++
	s.gap = 0
}

// pause takes a sign between digits.
func (s *search) pause(i int) {
	if s.digits == 0 {
		return
	}
	if s.gap++; s.gap > maxGap {
		s.endCluster(i)
	}
}

// endCluster keeps the cluster that ends before byte i, if it may be a number.
func (s *search) endCluster(i int) {
	if s.digits >= minDigits && !isDate(s.text[s.start:i]) {
		s.add(s.start, i)
	}
	s.digits, s.gap = 0, 0
}

// isDate reports whether a cluster is a day or a month of our time, as 2023-01-05 and as files and
// pages have by the thousand.
func isDate(cluster string) bool {
	if len(cluster) > 11 || len(cluster) < 8 || cluster[0] != '2' || cluster[1] != '0' {
		return false
	}
	return cluster[4] == '-' && cluster[7] == '-'
}

// reach is how many bytes around a place are looked at.
const reach = 96

// add keeps the part around text[from:to], joined with the last one if they meet.
func (s *search) add(from, to int) {
	from, to = max(0, from-reach), min(len(s.text), to+reach)
	for from > 0 && !s.mayCut(from) {
		from--
	}
	for to < len(s.text) && !s.mayCut(to) {
		to++
	}
	if n := len(s.found); n > 0 && from <= s.found[n-1].end {
		s.found[n-1].end = max(to, s.found[n-1].end)
		return
	}
	s.found = append(s.found, window{from, to})
}

// mayCut reports whether a window may begin or end at byte i: not inside a character or a word
// of letters and digits.
func (s *search) mayCut(i int) bool {
	return utf8.RuneStart(s.text[i]) && !(isWord(rune(s.text[i-1])) && isWord(rune(s.text[i])))
}

// separates reports whether a sign may be between the digits of one number, as in (010) 6321-0123.
func separates(r rune) bool {
	return r == ' ' || r == '-' || r == '.' || r == ')' || r == '·' || r == '_' || r == '\t'
}
