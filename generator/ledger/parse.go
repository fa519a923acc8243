package ledger

import (
	"strconv"
	"strings"
	"time"
)

// ParsePoints reads points as String and Text write them, and nothing else.
func ParsePoints(s string) (Points, bool) {
	digits := strings.TrimPrefix(s, "-")
	whole, fraction, point := strings.Cut(digits, ".")
	if whole == "" || len(whole) > 12 || point && fraction == "" || len(fraction) > 2 || strings.Trim(whole+fraction, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.ParseInt(whole+(fraction + "00")[:2], 10, 64)
	if err != nil {
		return 0, false
	}
	if len(digits) < len(s) {
		n = -n
	}
	return Points(n), true
}

// ParseDate reads a date as String writes it, 2023-03-01, and nothing else.
func ParseDate(s string) (Date, bool) {
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		return 0, false
	}
	return Day(t.Date()), true
}
