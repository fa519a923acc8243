package convert

import (
	"regexp"
	"strconv"
	"strings"

	"gongshi/generator/ledger"
	"gongshi/generator/scan"
)

const (
	yearPart    = `((?:20|19)\d{2})`
	quarterPart = `第?\s*([1-4一二三四])\s*季度?|[Qq]([1-4])(?:\D|$)`
	monthPart   = `(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s*月`
)

var (
	documentYear = regexp.MustCompile(`[〔\[（(【]\d{4}[〕\]）)】]`) // the year of a document
	hanziYear    = regexp.MustCompile(`[〇零一二三四五六七八九○]{4}年`)
	dayForm      = regexp.MustCompile(`(?:\d{4}\s*[-/.年]\s*)?\d{1,2}\s*[-/.月]\s*\d{1,2}\s*[日号]|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}`)
	rangeForm    = regexp.MustCompile(`(\d{1,2})\s*月?\s*[-–—~～至到]\s*(\d{1,2})\s*月`)
	wholeForm    = regexp.MustCompile(yearPart + `\s*年?度?\s*[-_ ]?(?:` + quarterPart + `|` + monthPart + `|[-/._](1[0-2]|0?[1-9])(?:\D|$)|(0[1-9]|1[0-2])(?:\D|$))`)
	yearForm     = regexp.MustCompile(`(?:^|\D)` + yearPart + `(?:\D|$)`)
	partForm     = regexp.MustCompile(`(?:^|[^\d十])(?:` + quarterPart + `|` + monthPart + `)`)
)

// periodIn is the period of which a text tells. Its year is 0 if that is not said, its cycle
// that of a year if the year alone is; the zero period if it tells of none, or of several.
func periodIn(text string) ledger.Period {
	s := hanziYear.ReplaceAllStringFunc(documentYear.ReplaceAllString(scan.Narrow(text), " "), inFigures)
	s = dayForm.ReplaceAllString(s, " ")
	s = rangeForm.ReplaceAllStringFunc(s, inQuarters)
	whole := map[ledger.Period]bool{}
	for _, m := range wholeForm.FindAllStringSubmatch(s, -1) {
		year, _ := strconv.Atoi(m[1])
		whole[partOf(year, m[2]+m[3], m[4]+m[5]+m[6])] = true
	}
	if len(whole) > 0 {
		return only(whole)
	}
	years, parts := map[ledger.Period]bool{}, map[ledger.Period]bool{}
	for _, m := range yearForm.FindAllStringSubmatch(s, -1) {
		year, _ := strconv.Atoi(m[1])
		years[ledger.Period{Cycle: ledger.Year, Year: year}] = true
	}
	for _, m := range partForm.FindAllStringSubmatch(s, -1) {
		parts[partOf(0, m[1]+m[2], m[3])] = true
	}
	p := only(parts)
	if len(parts) == 0 {
		return only(years)
	}
	p.Year = only(years).Year
	return p
}

// only is the one period of a set; the zero period if there are several or none.
func only(set map[ledger.Period]bool) (p ledger.Period) {
	if len(set) == 1 {
		for p = range set {
		}
	}
	return p
}

func partOf(year int, quarter, month string) ledger.Period {
	if quarter != "" {
		return ledger.Period{Cycle: ledger.Quarter, Year: year, Part: numeral(quarter)}
	}
	return ledger.Period{Cycle: ledger.Month, Year: year, Part: numeral(month)}
}

// inQuarters is the quarter that months from one to another are; other months are not told.
func inQuarters(text string) string {
	m := rangeForm.FindStringSubmatch(text)
	first, last := numeral(m[1]), numeral(m[2])
	if last == first+2 && first%3 == 1 {
		return "第" + strconv.Itoa((last+2)/3) + "季度"
	}
	return " "
}

const numerals = "〇一二三四五六七八九"

// inFigures is a year that was written in characters.
func inFigures(year string) string {
	return strings.Map(func(c rune) rune {
		switch i := strings.IndexRune(numerals, c); {
		case i >= 0:
			return '0' + rune(i/len("一"))
		case c == '零' || c == '○':
			return '0'
		}
		return c
	}, year)
}

// numeral is a number from 1 to 12 in figures or characters.
func numeral(s string) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	n := 0
	if rest, ten := strings.CutPrefix(s, "十"); ten {
		n, s = 10, rest
	}
	if i := strings.Index(numerals, s); s != "" && i >= 0 {
		n += i / len("一")
	}
	return n
}
