package convert

import (
	"errors"
	"math"
	"math/big"
	"regexp"
	"strconv"
	"strings"
	"time"
)

var errDamaged = errors.New("damaged")

// value is what a cell holds, as a clerk would type it.
func (s *sheetReader) value(c *sheetCell) (string, Fault) {
	v := ""
	if c.Value != nil {
		v = *c.Value
	}
	if c.Formula != nil {
		switch {
		case isPicture(*c.Formula), isPicture(v):
			return "图片", Picture
		case c.Value == nil, v == "" && c.Type != "str":
			return "=" + *c.Formula, NoValue
		}
	}
	switch c.Type {
	case "s":
		return s.shared(v), Sound
	case "inlineStr":
		if c.Inline != nil {
			return c.Inline.text(), Sound
		}
		return "", Sound
	case "str":
		return unescape(v), Sound
	case "b":
		return map[bool]string{true: "TRUE", false: "FALSE"}[v == "1" || v == "true"], Sound
	case "e":
		return v, Failed
	case "d":
		return strings.TrimSuffix(v, "T00:00:00"), Sound
	}
	return s.number(strings.TrimSpace(v), c.Style), Sound
}

// shared is a text of the workbook by its number.
func (s *sheetReader) shared(v string) string {
	n, err := strconv.Atoi(strings.TrimSpace(v))
	if err != nil || n < 0 || n >= len(s.strings) {
		return ""
	}
	return s.strings[n]
}

// isPicture reports whether a formula is what WPS writes for a picture within a cell.
func isPicture(formula string) bool {
	return strings.Contains(formula, "DISPIMG(")
}

func (s *sheetReader) number(v string, style int) string {
	f, err := strconv.ParseFloat(v, 64)
	if v == "" || err != nil || math.IsInf(f, 0) || math.IsNaN(f) {
		return v
	}
	if style >= 0 && style < len(s.dates) && s.dates[style] {
		if text := s.date(f); text != "" {
			return text
		}
	}
	return exact(f)
}

// exact is the shortest decimal that Excel would show of a number: at most 15 digits, so that
// the sum of 0.1 and 0.2 is 0.3.
func exact(f float64) string {
	if f == 0 {
		return "0"
	}
	digits := strconv.FormatFloat(f, 'e', 14, 64)
	if math.Abs(f) >= 1e21 || math.Abs(f) < 1e-15 {
		return strconv.FormatFloat(f, 'e', -1, 64)
	}
	r, _ := new(big.Rat).SetString(digits)
	s := r.FloatString(30)
	return strings.TrimRight(strings.TrimRight(s, "0"), ".")
}

// epoch is the day before the first one of a workbook.
func (b *book) epoch() time.Time {
	if b.late {
		return time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
}

// date is a day of a spreadsheet as it is typed, with its time if it has one; empty if there is no such day.
func (s *sheetReader) date(f float64) string {
	if f < 0 || f >= 2958466 { // beyond the year 9999
		return ""
	}
	if !s.late && f < 61 { // the 1900 system has a 29 February in 1900: its days before are one off
		f++
	}
	seconds := int64(math.Round(f * 86400))
	t := s.epoch().AddDate(0, 0, int(seconds/86400)).Add(time.Duration(seconds%86400) * time.Second)
	if seconds%86400 == 0 {
		return t.Format("2006-01-02")
	}
	return t.Format("2006-01-02 15:04:05")
}

// isDateID reports whether a number format that every spreadsheet has is one of dates: the last groups are those of
// Chinese, Japanese and Korean versions.
func isDateID(id int) bool {
	return 14 <= id && id <= 17 || id == 22 || 27 <= id && id <= 36 || 50 <= id && id <= 58
}

var (
	codeText  = regexp.MustCompile(`"[^"]*"|\\.|_.|\*.`) // what a number format shows as it is
	codeBlock = regexp.MustCompile(`\[[^\]]*\]`)
)

// isDateCode reports whether a number format shows a date.
func isDateCode(code string) bool {
	code, _, _ = strings.Cut(code, ";")
	if strings.ContainsAny(code, "年月日") {
		return true
	}
	code = strings.ToLower(codeText.ReplaceAllString(codeBlock.ReplaceAllString(code, ""), ""))
	return !strings.Contains(code, "general") && strings.ContainsAny(code, "yd") ||
		strings.Contains(code, "mmm") // a month by its name
}

var escape = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// unescape puts a character in place of its code, as _x000D_.
func unescape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	return escape.ReplaceAllStringFunc(s, func(code string) string {
		n, _ := strconv.ParseUint(code[2:6], 16, 16)
		return string(rune(n))
	})
}
