package privacy

import (
	"regexp"
	"slices"
	"strings"
)

// mobile reports whether the number is a mobile's, with or without the country in front.
func (n number) mobile() bool {
	for _, prefix := range []string{"", "86", "0086", "0"} {
		rest, ok := strings.CutPrefix(n.digits, prefix)
		if ok && len(rest) == 11 && rest[0] == '1' && rest[1] >= '3' && n.mobileParts(len(prefix)) {
			return true
		}
	}
	return false
}

// mobileParted are the ways in which people part a mobile's number.
var mobileParted = [][]int{{11}, {3, 4, 4}, {4, 4, 3}, {3, 3, 5}, {5, 3, 3}, {3, 5, 3}, {3, 8}, {7, 4}, {4, 7}, {5, 6}, {6, 5}, {3, 2, 3, 3}, {3, 2, 2, 2, 2}}

// mobileParts reports whether the digits are parted so, behind a prefix of some digits.
func (n number) mobileParts(prefix int) bool {
	parts := slices.Clone(n.parts)
	switch {
	case n.whole():
		return true
	case prefix > 0 && parts[0] == prefix:
		parts = parts[1:]
	default:
		parts[0] -= prefix
	}
	return len(parts) == 11 || slices.ContainsFunc(mobileParted, func(p []int) bool { return slices.Equal(p, parts) })
}

// areas are the area codes of landlines: 010, 02x, and three further digits behind 03 to 09.
var areas = regexp.MustCompile(`^0(10|2[0-57-9]|[3-9]\d\d)`)

// called is what is before a telephone number without an area code.
var called = regexp.MustCompile(`(?i)(` + strings.Join(telephones, "|") + `)[^0-9\n]{0,8}$`)

var telephones = []string{"电话", "手机", "座机", "固话", "联系方式", "联系人", "tel", "phone"}

// landline reports whether the number is a landline's: with its area code, or behind a word for
// telephones.
func (n number) landline() bool {
	d, area := n.digits, ""
	if d[0] == '0' { // of the many numbers of a drawing, few do
		area = areas.FindString(d)
	}
	if area != "" && len(d) >= len(area)+7 && len(d) <= len(area)+8 {
		a, local := len(area), len(d)-len(area)
		inner := d[a] >= '2' && d[a] <= '8'
		return inner && (len(n.parts) == 1 || n.parted(a, local) || n.parted(a, 4, local-4) || n.parted(a, 3, local-3))
	}
	if len(d) != 7 && len(d) != 8 || d[0] < '2' || d[0] > '8' || len(n.parts) > 2 || len(n.parts) == 2 && n.parts[1] != 4 {
		return false
	}
	return called.MatchString(n.before())
}

// passportPrefix is the letters of a passport, or of a permit for Hong Kong, Macao or Taiwan.
var passportPrefix = regexp.MustCompile(`(?:^|[^A-Za-z0-9])(E[A-HJ-NP-Z]|[EGDSPKHMLTCW]|MA)$`)

// papers is what is before the number of such a document.
var papers = regexp.MustCompile(`(?i)(` + strings.Join(documents, "|") + `)[^0-9\n]{0,8}$`)

var documents = []string{"护照", "通行证", "港澳证", "台胞证", "回乡证", "证件", "证件号", "passport"}

// announcing are the words of both.
var announcing = slices.Concat(telephones, documents)

// announces reports whether one of the words is in what is before a number, read backwards.
func announces(before []rune) bool {
	slices.Reverse(before)
	text := strings.ToLower(string(before))
	return slices.ContainsFunc(announcing, func(word string) bool { return strings.Contains(text, word) })
}

// passport reports whether the number is a passport's: nine characters, a letter or two in front.
// One that could be a day, as E20240115, and one of another length, needs a word for it in front.
func (n number) passport() bool {
	d := n.digits
	if len(n.parts) != 1 || len(d) < 7 || len(d) > 10 || n.end < len(n.text) && isWord(n.text[n.end]) {
		return false
	}
	before := n.before()
	if papers.MatchString(before) {
		return true
	}
	prefix := passportPrefix.FindStringSubmatch(before)
	return prefix != nil && len(prefix[1])+len(d) == 9 && !(len(d) == 8 && isDay(d))
}
