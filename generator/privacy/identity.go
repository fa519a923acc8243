package privacy

import (
	"strings"
	"time"
)

// provinces are the first two digits of an identity number (GB/T 2260; 81 to 83 are on residence
// permits of people from Hong Kong, Macao and Taiwan).
const provinces = " 11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 "

// identity is Identity for a resident identity number, Mistyped for one whose check digit is
// wrong, Cut for one that a spreadsheet has cut, else 0.
func (n number) identity() Kind {
	d := n.digits
	switch {
	case len(d) == 15 && (n.whole() || n.parted(6, 6, 3)) && regional(d) && isDay("19"+d[6:12]):
		return Identity
	case n.dotted && !n.whole() && !(n.parts[0] == 6 && n.parts[1] == 8):
		return 0
	case len(d) < 17 || len(d) > 18 || len(d) == 17 && !n.endsInX() || !regional(d) || !isDay(d[6:14]):
		return 0
	case len(d) == 17 && checkDigit(d) == 'X', len(d) == 18 && checkDigit(d[:17]) == d[17]:
		return Identity
	case strings.HasSuffix(d, "000"):
		return Cut
	case n.whole() || len(n.parts) == 3 && n.parts[0] == 6 && n.parts[1] == 8:
		return Mistyped
	}
	return 0
}

// endsInX reports whether an X is behind the digits, and no letter or digit behind that.
func (n number) endsInX() bool {
	after := n.after()
	return after != "" && after[0]|0x20 == 'x' && (len(after) == 1 || !isWord(rune(after[1])))
}

func regional(digits string) bool { return strings.Contains(provinces, " "+digits[:2]+" ") }

// isDay reports whether eight digits are a day between 1800 and 2099.
func isDay(digits string) bool {
	if century := digits[:2]; century != "18" && century != "19" && century != "20" {
		return false
	}
	_, err := time.Parse("20060102", digits)
	return err == nil
}

// checkDigit is the 18th character to 17 digits: ISO 7064, MOD 11-2 (GB 11643).
func checkDigit(digits string) byte {
	sum := 0
	for _, d := range digits {
		sum = (sum + int(d-'0')) * 2 % 11
	}
	return "0123456789X"[(12-sum)%11]
}
