package convert

import (
	"regexp"
	"strings"
)

// format is what a number format makes of a number, as far as that changes what a clerk means
// by it.
type format struct {
	kind formatKind
	pad  int // digits of a number that is shown with zeros in front
}

type formatKind uint8

const (
	asNumber formatKind = iota
	asDate
	asMonth // a date without its day
	asTime
	asPercent
	asPadded
)

// builtIn is a format that every spreadsheet has. Those from 27 and from 50 on are of dates in
// Chinese, Japanese and Korean versions.
func builtIn(id int) format {
	switch {
	case id == 9 || id == 10:
		return format{kind: asPercent}
	case id == 17:
		return format{kind: asMonth}
	case 14 <= id && id <= 16, id == 22, 27 <= id && id <= 36, 50 <= id && id <= 58:
		return format{kind: asDate}
	case 18 <= id && id <= 21, 45 <= id && id <= 47:
		return format{kind: asTime}
	}
	return format{}
}

var (
	shownAsIs  = regexp.MustCompile(`"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|general|am/pm|上午/下午`)
	paddedForm = regexp.MustCompile(`^0{2,}$`)
)

// formatOf is what a format's code means.
func formatOf(code string) format {
	code, _, _ = strings.Cut(strings.ToLower(code), ";")
	signs := shownAsIs.ReplaceAllString(code, "")
	day, month := strings.ContainsAny(signs, "d"), strings.Contains(signs, "m")
	switch {
	case day, strings.Contains(signs, "y") && !month:
		return format{kind: asDate}
	case strings.Contains(signs, "y"), month && (strings.Contains(code, "月") || strings.Contains(signs, "mmm")):
		return format{kind: asMonth}
	case strings.ContainsAny(signs, "hs"):
		return format{kind: asTime}
	case strings.Contains(signs, "%"):
		return format{kind: asPercent}
	case paddedForm.MatchString(signs):
		return format{asPadded, len(signs)}
	}
	return format{}
}
