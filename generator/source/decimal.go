package source

import (
	"math/big"
	"regexp"
	"strconv"
	"strings"

	"gongshi/generator/ledger"
)

const (
	yuanDigits  = 2 // fraction digits of a sum in yuan
	exactDigits = 4 // … of a weight, a target, a present value, an investment in 10,000 yuan
	wholeDigits = 9 // digits before the point
)

// parseExact reads a decimal with at most four fraction digits, exactly.
func parseExact(typed string) (ledger.Exact, *trouble) {
	n, bad := parseDecimal(typed, exactDigits)
	if bad != nil {
		return ledger.Exact{}, bad
	}
	return ledger.ExactOf(big.NewRat(n, 10_000)), nil
}

// parseYuan reads a sum in yuan, with at most two fraction digits, in fen.
func parseYuan(typed string) (ledger.Points, *trouble) {
	n, bad := parseDecimal(typed, yuanDigits)
	return ledger.Points(n), bad
}

// parseDecimal reads a decimal with at most so many fraction digits, as a whole number in units
// of the last.
func parseDecimal(typed string, most int) (int64, *trouble) {
	s := strings.TrimSpace(number(typed))
	sign, whole, fraction, ok := cutDecimal(s)
	if !ok {
		return 0, notPoints(s)
	}
	whole, fraction = strings.TrimLeft(whole, "0"), strings.TrimRight(fraction, "0")
	switch {
	case len(fraction) > most:
		return 0, constraintError("改成 "+s[:len(s)-len(fraction)+most]+" 这样，最后一位由村里决定", "的小数最多 %d 位", most)
	case len(whole) > wholeDigits:
		return 0, constraintError("看看是不是多打了几位", "太大，小数点前最多 %d 位", wholeDigits)
	}
	n, _ := strconv.ParseInt(whole+fraction+strings.Repeat("0", most-len(fraction)), 10, 64)
	if sign == "-" {
		n = -n
	}
	return n, nil
}

// withUnit is a number and what was typed after it.
var withUnit = regexp.MustCompile(`^([+-]?\d+(?:\.\d+)?)\s*([\p{Han}a-zA-Z‰°²³/]+)$`)
