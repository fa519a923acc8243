package privacy

import (
	"strings"
	"unicode/utf8"
)

// window is a part of a text that may hold personal data: text[start:end].
type window struct{ start, end int }

// windows returns the parts of a text around what personal data cannot do without: seven digits
// with short gaps, an @, 号, 单元 and the like behind a digit, a word of birth. The rest of a page
// is only passed over, at a few bytes a nanosecond.
func windows[T bytestring](text T) []window {
	s := search[T]{text: text, last: ' '}
	for i := 0; i < len(text); {
		if s.digits == 0 {
			from := i
			if i = skip(text, i); i > from {
				s.last = rune(text[i-1])
			}
			if i == len(text) {
				break
			}
		}
		if c := text[i]; c < utf8.RuneSelf {
			s.ascii(c, i)
			i++
			continue
		}
		r, size := runeAt(text, i)
		s.wide(r, i)
		i += size
	}
	s.endCluster(len(text))
	return s.found
}

// bytestring is a text that is searched where it is, without a copy.
type bytestring interface{ string | []byte }

// runeAt decodes the character that begins at byte i.
func runeAt[T bytestring](text T, i int) (r rune, size int) {
	if i+2 < len(text) && text[i]-0xE4 < 6 && text[i+1]>>6 == 2 && text[i+2]>>6 == 2 { // as almost all Chinese ones
		return rune(text[i]&0x0F)<<12 | rune(text[i+1]&0x3F)<<6 | rune(text[i+2]&0x3F), 3
	}
	var some [utf8.UTFMax]byte
	return utf8.DecodeRune(some[:copy(some[:], text[i:])])
}

// runeBefore decodes the character that ends before byte i.
func runeBefore[T bytestring](text T, i int) (r rune, size int) {
	var some [utf8.UTFMax]byte
	return utf8.DecodeLastRune(some[:copy(some[:], text[max(0, i-utf8.UTFMax):i])])
}

// begins are the bytes that tell something where no digit is before them: digits, @, and those of
// other characters than ASCII.
var begins = func() (t [256]bool) {
	for c := range t {
		t[c] = c >= utf8.RuneSelf || c >= '0' && c <= '9' || c == '@'
	}
	return t
}()

// skip returns the first byte from i on that tells something.
func skip[T bytestring](text T, i int) int {
	for i < len(text) && !begins[text[i]] {
		i++
	}
	return i
}

// search is one pass over a text. A cluster is digits with at most [maxGap] signs between them.
type search[T bytestring] struct {
	text   T
	found  []window
	start  int // the byte where the cluster begins
	digits int // digits in the cluster; 0: none
	gap    int // signs since its last digit
	last   rune
}

// minDigits is how many digits the shortest number has: a landline's without its area code.
// Without a word or a letter in front of it, the shortest has minAlone.
const minDigits, minAlone = 7, 10

func (s *search[T]) ascii(c byte, i int) {
	switch {
	case c-'0' < 10:
		s.digit(i)
	case separates(rune(c)):
		s.pause(i)
	default:
		if c == '@' || c|0x20 == 'e' && s.digits > 0 && s.isExponent(i+1) {
			s.add(i, i)
		}
		s.endCluster(i)
	}
	s.last = rune(c)
}

// isExponent reports whether a + may be at byte i, as in 1.38E+10.
func (s *search[T]) isExponent(i int) bool {
	return i < len(s.text) && (s.text[i] == '+' || s.text[i] >= utf8.RuneSelf)
}

func (s *search[T]) wide(r rune, i int) {
	if r >= 0x4E00 && r <= 0x9FFF {
		if s.tells(r) {
			s.add(i, i)
		}
		s.endCluster(i)
		s.last = r
		return
	}
	if invisible(r) {
		return
	}
	r = plain(r)
	switch {
	case r < utf8.RuneSelf: // a wide form of it
		s.ascii(byte(r), i)
	case separates(r):
		s.pause(i)
	default:
		s.endCluster(i)
	}
	s.last = r
}

// tells reports whether a Chinese character, with what is before it, may end an address or tell a
// birth.
func (s *search[T]) tells(r rune) bool {
	switch r {
	case '号', '栋', '幢', '座', '单':
		return s.digits > 0
	case '生':
		return strings.ContainsRune("出日月-./ ", s.last) || s.digits > 0
	case '日', '于':
		return s.last == '生'
	case '牌':
		return s.last == '门'
	}
	return false
}

func (s *search[T]) digit(i int) {
	if s.digits == 0 {
		s.start = i
	}
	s.digits++
	s.gap = 0
}

// pause takes a sign between digits.
func (s *search[T]) pause(i int) {
	if s.digits == 0 {
		return
	}
	if s.gap++; s.gap > maxGap {
		s.endCluster(i)
	}
}

// endCluster keeps the cluster that ends before byte i, if it may be a number.
func (s *search[T]) endCluster(i int) {
	if s.digits >= minDigits && !isDate(s.text[s.start:i]) && (s.digits >= minAlone || s.announced()) {
		s.add(s.start, i)
	}
	s.digits, s.gap = 0, 0
}

// announced reports whether what is in front of a cluster tells what it is: a letter, as of a
// passport, or a word for a telephone or a passport.
func (s *search[T]) announced() bool {
	var before [around]rune // backwards
	n := 0
	for i := s.start; i > 0 && n < around; {
		r, size := runeBefore(s.text, i)
		if i -= size; invisible(r) {
			continue
		}
		if r = plain(r); isDigit(r) || r == '\n' {
			break
		}
		before[n], n = r, n+1
	}
	return n > 0 && isWord(before[0]) || announces(before[:n])
}

// isDate reports whether a cluster is a day or a month of our time, as 2023-01-05 and as files and
// pages have by the thousand.
func isDate[T bytestring](cluster T) bool {
	if len(cluster) > 11 || len(cluster) < 8 || cluster[0] != '2' || cluster[1] != '0' {
		return false
	}
	return cluster[4] == '-' && cluster[7] == '-'
}

// reach is how many bytes around a place are looked at.
const reach = 96

// add keeps the part around text[from:to], joined with the last one if they meet.
func (s *search[T]) add(from, to int) {
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
func (s *search[T]) mayCut(i int) bool {
	return utf8.RuneStart(s.text[i]) && !(isWord(rune(s.text[i-1])) && isWord(rune(s.text[i])))
}

// separates reports whether a sign may be between the digits of one number, as in (010) 6321-0123.
func separates(r rune) bool {
	return r == ' ' || r == '-' || r == '.' || r == ')' || r == '·' || r == '_' || r == '\t'
}
