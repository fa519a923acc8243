package convert

import (
	"regexp"
	"strconv"
	"strings"

	"gongshi/generator/scan"
)

// value is what a cell holds, as a clerk would type it.
func (b *book) value(c *sheetCell) (string, Fault) {
	v := ""
	if c.Value != nil {
		v = *c.Value
	}
	if c.Image != "" {
		return "", Picture
	}
	if c.Formula != nil {
		switch {
		case isPicture(*c.Formula):
			return "", Picture
		case v == "" && (c.Value == nil || c.Type != "str"):
			return "=" + *c.Formula, NoValue
		}
	}
	text := v
	switch c.Type {
	case "e":
		return v, Failed
	case "s":
		text = b.shared(v)
	case "inlineStr":
		text = c.Inline.text()
	case "str":
		text = unescape(v)
	case "b":
		text = map[bool]string{true: "TRUE", false: "FALSE"}[v == "1" || v == "true"]
	case "d":
		text = strings.TrimSuffix(v, "T00:00:00")
	default:
		text = b.number(strings.TrimSpace(v), c.Style)
	}
	if strings.HasPrefix(text, "=") && isPicture(text) {
		return "", Picture
	}
	return scan.Trim(text), Sound
}

// shared is a text of the workbook by its number.
func (b *book) shared(v string) string {
	n, err := strconv.Atoi(strings.TrimSpace(v))
	if err != nil || n < 0 || n >= len(b.strings) {
		return ""
	}
	return b.strings[n]
}

// isPicture reports whether a formula is what WPS writes for a picture within a cell.
func isPicture(formula string) bool { return strings.Contains(strings.ToUpper(formula), "DISPIMG(") }

var escapeForm = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// unescape puts characters in place of their codes, as _x000D_.
func unescape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	return escapeForm.ReplaceAllStringFunc(s, func(code string) string {
		n, _ := strconv.ParseUint(code[2:6], 16, 16)
		return string(rune(n))
	})
}
