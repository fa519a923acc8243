package source

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"

	"gongshi/generator/scan"
)

// mended returns the TOML text of the value that a clerk meant by what was typed, with or without
// quotation marks, or "" if that is not certain.
func mended(key string, k kind, typed string) string {
	typed = unquoted(typed)
	switch k {
	case aText, aWord:
		return quotedText(typed)
	case someTexts:
		return quotedTexts(typed)
	}
	typed = strings.TrimRight(typed, "；;，,。、")
	switch k {
	case aDate:
		typed = number(withoutWeekday(typed))
		if digits(typed) && len(typed) == 8 {
			typed = typed[:4] + "-" + typed[4:6] + "-" + typed[6:]
		}
		if d, bad := parseDate(typed); bad == nil {
			return d.String()
		}
	case aYes:
		if yes, bad := parseYes(typed); bad == nil && typed != "" {
			return strconv.FormatBool(yes)
		}
	case aWhole:
		if n, ok := plainNumber(typed); ok {
			if whole, fraction, _ := strings.Cut(n, "."); strings.Trim(fraction, "0") == "" {
				return whole
			}
		}
	case aNumber:
		if key == "top" { // a percentage by itself
			typed = strings.TrimRight(typed, "%％")
		}
		n, _ := plainNumber(typed)
		return n
	case aPart:
		return partOf(typed)
	case aSpan:
		if m := spanForm.FindStringSubmatch(number(typed)); m != nil {
			return "[" + m[1] + ", " + m[2] + "]"
		}
	}
	return ""
}

// partOf is a part of a whole as a number, where it may be a percentage.
func partOf(typed string) string {
	percent, found := strings.CutSuffix(number(typed), "%")
	n, ok := plainNumber(percent)
	if !ok || !found {
		return n
	}
	e, bad := parseExact(n)
	if bad != nil {
		return ""
	}
	return e.Div(100).String()
}

const marks = `"'“”＂‘’「」『』`

// unquoted is what was typed between quotation marks of any kind.
func unquoted(typed string) string { return scan.Trim(strings.Trim(scan.Trim(typed), marks)) }

// quotedText is a text in quotation marks; empty if it holds some itself.
func quotedText(text string) string {
	if strings.ContainsAny(text, marks+`\`) {
		return ""
	}
	return `"` + text + `"`
}

// quotedTexts is a list of texts, each in quotation marks.
func quotedTexts(typed string) string {
	inner := strings.Trim(typed, "[]［］【】 　")
	var list []string
	for _, t := range strings.FieldsFunc(inner, func(r rune) bool { return strings.ContainsRune(",，、;；", r) }) {
		text := quotedText(unquoted(t))
		if text == "" {
			return ""
		}
		list = append(list, text)
	}
	if len(list) == 0 {
		return ""
	}
	return "[" + strings.Join(list, ", ") + "]"
}

var (
	// weekdays are what is behind a date in a notice: （周四）, 星期四
	weekdays = regexp.MustCompile(`\s*[(（]?\s*(?:周|星期)[一二三四五六日天]\s*[)）]?\s*$`)
	spanForm = regexp.MustCompile(`^([+-]?\d+(?:\.\d+)?)\s*(?:分)?\s*(?:-|~|—|至|到|,)\s*([+-]?\d+(?:\.\d+)?)\s*分?$`)
	sections = regexp.MustCompile(`^([+-]?)(\d{1,3}(?:[, ']\d{3})+)`)
	unitForm = regexp.MustCompile(`^([+-]?)(\d+(?:\.\d+)?)\s*(万)?\s*([^\d\s.,+-][^\d]*)?$`)
	spelled  = regexp.MustCompile(`^([零〇一二两三四五六七八九十百千]+)([^零〇一二两三四五六七八九十百千\d]*)$`)
)

// notUnits behind a number change it, or leave it open: 3千, 六成, 20多人, 三天左右.
const notUnits = "十百千万亿成折倍半多余几左约%"

func withoutWeekday(typed string) string { return weekdays.ReplaceAllString(typed, "") }

// plainNumber is the number of what was typed with a unit, a sign, commas, 万 or characters:
// 3天 is 3, 1,000元 is 1000, 12万 is 120000, 扣2分 is -2, 二十三人 is 23.
func plainNumber(typed string) (string, bool) {
	s := withDash(points.Replace(scan.Trim(number(typed))))
	if verb, figure := spoken(s); figure != "" {
		s = figure
		if isLoss(verb) {
			s = "-" + s
		}
	}
	if m := sections.FindStringSubmatch(s); m != nil {
		s = m[1] + strings.NewReplacer(",", "", " ", "", "'", "").Replace(m[2]) + s[len(m[0]):]
	}
	if m := unitForm.FindStringSubmatch(s); m != nil && !strings.ContainsAny(m[4], notUnits) {
		n := m[2]
		if m[3] != "" {
			n = tenThousand(n)
		}
		return strings.TrimPrefix(m[1], "+") + n, true
	}
	if m := spelled.FindStringSubmatch(s); m != nil && !strings.ContainsAny(m[2], notUnits) {
		return hanziWhole(m[1])
	}
	return "", false
}

// tenThousand is a decimal times 10,000.
func tenThousand(n string) string {
	const zeros = "0000"
	whole, fraction, _ := strings.Cut(n, ".")
	whole = cmp.Or(strings.TrimLeft(whole+(fraction + zeros)[:len(zeros)], "0"), "0")
	if len(fraction) > len(zeros) {
		whole += "." + fraction[len(zeros):]
	}
	return whole
}

// hanziWhole is a whole number below 10,000 in characters: 三十一, 一百零五.
func hanziWhole(s string) (string, bool) {
	if s == "" {
		return "", false
	}
	digit := map[rune]int{'零': 0, '〇': 0, '一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9}
	unit := map[rune]int{'十': 10, '百': 100, '千': 1000}
	total, pending, last := 0, -1, 10_000
	for _, r := range s {
		if d, ok := digit[r]; ok {
			if pending > 0 {
				return "", false // 二三 may be 2 or 3, or 23
			}
			pending = d
			continue
		}
		u := unit[r]
		if u >= last || pending == 0 {
			return "", false
		}
		if pending < 0 {
			pending = 1
		}
		total, last, pending = total+pending*u, u, -1
	}
	if pending > 0 {
		if last > 10 && last < 10_000 && !strings.ContainsAny(s, "零〇") {
			return "", false // 一百二 is 120
		}
		total += pending
	}
	return strconv.Itoa(total), true
}
