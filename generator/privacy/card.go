package privacy

import (
	"regexp"
	"strings"
)

// card reports whether the number is a bank card's: 16 to 19 digits that begin as those of a card
// do and pass Luhn's check (ISO/IEC 7812).
func (n number) card() bool {
	d := n.digits
	if len(d) < 16 || len(d) > 19 || !strings.ContainsRune("34569", rune(d[0])) || !luhn(d) {
		return false
	}
	return n.whole() || n.fours() || n.parted(6, len(d)-6) || n.parted(6, 6, len(d)-12)
}

// fours reports whether the digits are in parts of four, the last of which may be shorter.
func (n number) fours() bool {
	for i, l := range n.parts {
		if l != 4 && (i < len(n.parts)-1 || l > 4) {
			return false
		}
	}
	return true
}

// luhn reports whether digits pass Luhn's check.
func luhn(digits string) bool {
	sum := 0
	for i := range len(digits) {
		d := int(digits[len(digits)-1-i] - '0')
		if i%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0
}

// exponent is what a spreadsheet writes behind the first digit of a number of 11 or of 15 to 19.
var exponent = regexp.MustCompile(`^(?:\.\d+)?[Ee]\+1[04-8]\b`)

// cut reports whether a spreadsheet has cut the number: a card's to 15 digits and zeros, or any to
// scientific form.
func (n number) cut() bool {
	d := n.digits
	if len(d) >= 18 && len(d) <= 19 && n.whole() && strings.HasPrefix(d, "62") && strings.Trim(d[15:], "0") == "" {
		return true
	}
	if len(d) != 1 || d[0] == '0' || n.end == len(n.text) || n.text[n.end] != '.' && n.text[n.end]|0x20 != 'e' {
		return false
	}
	return exponent.MatchString(n.after())
}
