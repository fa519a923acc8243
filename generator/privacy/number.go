package privacy

import (
	"regexp"
	"slices"
	"strings"
)

// run is a row of digits in a folded text, text[start:end].
type run struct {
	start, end int
	joined     bool // only a short gap is between it and the one before
}

// runs are the rows of digits that are not part of a longer word of letters, as a digest is.
func (f *folded) runs() []run {
	list := f.rows[:0]
	last := -1
	for i := 0; i < len(f.text); {
		if !isDigit(f.text[i]) {
			i++
			continue
		}
		start := i
		for i < len(f.text) && isDigit(f.text[i]) {
			i++
		}
		if f.inDigest(start, i) {
			last = -1
			continue
		}
		list = append(list, run{start, i, last >= 0 && f.isGap(last, start)})
		last = i
	}
	f.rows = list
	return list
}

// maxGap is how many blanks, dashes or dots may be between two parts of a number.
const maxGap = 3

// isGap reports whether two parts of one number may be this far apart.
func (f *folded) isGap(from, to int) bool {
	return to-from <= maxGap && !slices.ContainsFunc(f.text[from:to], func(r rune) bool { return !separates(r) })
}

// inDigest reports whether a run is in a long word, or in one of hexadecimal digits, such as a
// digest, a commit or a signature.
func (f *folded) inDigest(start, end int) bool {
	from, to := start, end
	for from > 0 && isWord(f.text[from-1]) {
		from--
	}
	for to < len(f.text) && isWord(f.text[to]) {
		to++
	}
	letters, long := to-from-(end-start), to-from
	return letters > 0 && long > 32 || (letters > 1 || letters == 1 && long == 12) && isHex(f.text[from:start]) && isHex(f.text[end:to])
}

func isHex(s []rune) bool {
	return !slices.ContainsFunc(s, func(r rune) bool { return !isDigit(r) && (r < 'a' || r > 'f') })
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isWord(r rune) bool { return isDigit(r) || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// longest is the number of digits of the longest number with what people put in front of it.
const longest = 24

// numbers finds what is made of digits: each run alone, and joined with those after it.
func (f *folded) numbers() (list []Finding) {
	runs := f.runs()
	var digits [longest]byte
	var parts [longest]int
	for i := range runs {
		n := number{text: f.text, start: runs[i].start}
		long := 0
		for k, r := range runs[i:] {
			if k > 0 && !r.joined || long+r.end-r.start > longest {
				break
			}
			if k > 0 {
				n.dotted = n.dotted || slices.Contains(f.text[n.end:r.start], '.')
			}
			for _, d := range f.text[r.start:r.end] {
				digits[long], long = byte(d), long+1
			}
			parts[k], n.end = r.end-r.start, r.end
			if long > 1 && long < minDigits {
				continue // of one digit, the rest may be cut off
			}
			n.digits, n.parts = string(digits[:long]), parts[:k+1]
			if kind := n.kind(); kind != 0 && (k == 0 || n.apart()) {
				list = append(list, Finding{kind, n.start - n.head(kind), n.end + n.tail(kind)})
			}
		}
	}
	return list
}

// number is what may be a number: its digits, and how they are parted.
type number struct {
	text       []rune
	start, end int
	digits     string
	parts      []int
	dotted     bool // a dot is between two parts: they may be decimals
}

// kind is the kind of personal data that the number is, or 0.
func (n number) kind() Kind {
	if k := n.identity(); k != 0 {
		return k
	}
	switch {
	case n.mobile():
		return Mobile
	case n.card():
		return Card
	case n.cut():
		return Cut
	case n.landline():
		return Landline
	case n.passport():
		return Passport
	}
	return 0
}

// head is how many characters in front of the digits belong to the number.
func (n number) head(k Kind) int {
	if prefix := passportPrefix.FindStringSubmatch(n.before()); k == Passport && prefix != nil {
		return len(prefix[1])
	}
	return 0
}

// tail is how many characters behind the digits belong to the number.
func (n number) tail(k Kind) int {
	switch {
	case k == Cut:
		return len(exponent.FindString(n.after()))
	case (k == Identity || k == Mistyped) && len(n.digits) == 17:
		return 1 // the X
	}
	return 0
}

// parted reports whether the digits are in parts of these lengths.
func (n number) parted(lengths ...int) bool { return slices.Equal(lengths, n.parts) }

// code is a check code of a seal: four hexadecimal digits, four times.
var code = regexp.MustCompile(`\b[0-9a-f]{4}(?: [0-9a-f]{4}){3}\b`)

// apart reports whether no letter touches the number, and the number is no part of a check code.
func (n number) apart() bool {
	if n.start > 0 && isWord(n.text[n.start-1]) || n.end < len(n.text) && isWord(n.text[n.end]) && !n.endsInX() {
		return false
	}
	from, to := max(0, n.start-around), min(len(n.text), n.end+around)
	found := code.FindString(string(n.text[from:to]))
	return found == "" || strings.Trim(found, "0123456789 ") == ""
}

// whole reports whether the digits are in one part, or each alone: 1 3 8 …
func (n number) whole() bool { return len(n.parts) == 1 || len(n.parts) == len(n.digits) }

// around is how many characters before and after a number are looked at.
const around = 24

func (n number) before() string { return string(n.text[max(0, n.start-around):n.start]) }

func (n number) after() string { return string(n.text[n.end:min(len(n.text), n.end+around)]) }
