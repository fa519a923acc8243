package ledger

import (
	"strings"
	"time"
)

// ParsePoints reads points as String and Text write them, and nothing else.
func ParsePoints(s string) (Points, bool) {
	digits := strings.TrimPrefix(s, "-")
	p, whole := Points(0), len(digits)
	for i := 0; i < len(digits); i++ {
		switch c := digits[i]; {
		case '0' <= c && c <= '9':
			p = p*10 + Points(c-'0')
		case c == '.' && whole == len(digits):
			whole = i
		default:
			return 0, false
		}
	}
	switch fraction := len(digits) - whole - 1; {
	case whole < 1 || whole > 12 || fraction == 0 || fraction > 2:
		return 0, false
	case fraction < 0:
		p *= Point
	case fraction == 1:
		p *= 10
	}
	if len(digits) < len(s) {
		p = -p
	}
	return p, true
}

// ParseDate reads a date as String writes it, 2023-03-01, and nothing else.
func ParseDate(s string) (Date, bool) {
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		return 0, false
	}
	return Day(t.Date()), true
}
