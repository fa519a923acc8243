package source

import (
	"regexp"
	"strconv"
	"strings"

	"gongshi/generator/ledger"
)

var (
	looseMonth    = regexp.MustCompile(`^(\d{4})(?:[-/.年_ ]?)(\d{1,2})月?(?:份)?(?:[-/.](?:0?1))?(?: 0?0:00(?::00)?)?$`)
	looseQuarter  = regexp.MustCompile(`^(\d{4})[-/.年_ ]?(?:[QqＱｑ]([1-4])|第?([1-4一二三四])季度?)$`)
	looseYear     = regexp.MustCompile(`^(\d{4})年度?$`)
	englishPeriod = regexp.MustCompile(`^(?i)(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*-(\d{2}|\d{4})$`)
	copyMark      = regexp.MustCompile(`( *\(\d+\)| *（\d+）| *- *副本.*| *副本.*|_\d+| *- *copy.*)$`)
)

const periodForms = "月写 2023-01，季写 2023-Q1，年写 2023"

// parsePeriod reads 2023-01, 2023-Q1 or 2023, and names the right form of others.
func parsePeriod(typed string) (ledger.Period, *trouble) {
	s := number(typed)
	if p, ok := ledger.ParsePeriod(strings.ToUpper(s)); ok {
		return p, nil
	}
	if p := guessPeriod(s); p != "" {
		hint := "如果是它，写成 " + p
		if englishPeriod.MatchString(s) || strings.Contains(s, "/") || digits(s) {
			hint += "；" + asText
		}
		return ledger.Period{}, typeError(hint, "不是周期的写法")
	}
	return ledger.Period{}, typeError(periodForms, "认不出是哪一期")
}

// guessPeriod is the period that a loose spelling means; empty if none.
func guessPeriod(s string) string {
	s = strings.TrimSpace(copyMark.ReplaceAllString(s, ""))
	guess := ""
	if m := looseMonth.FindStringSubmatch(s); m != nil && !(digits(s) && len(s) == 5) {
		guess = m[1] + "-" + pad(m[2])
	} else if m := looseQuarter.FindStringSubmatch(s); m != nil {
		guess = m[1] + "-Q" + strings.NewReplacer("一", "1", "二", "2", "三", "3", "四", "4").Replace(m[2]+m[3])
	} else if m := looseYear.FindStringSubmatch(s); m != nil {
		guess = m[1]
	} else if m := englishPeriod.FindStringSubmatch(s); m != nil {
		month := 1 + strings.Index("janfebmaraprmayjunjulaugsepoctnovdec", strings.ToLower(m[1]))/3
		guess = "20" + m[2][len(m[2])-2:] + "-" + pad(strconv.Itoa(month))
	} else if d, bad := parseDate(s); bad == nil {
		guess = ledger.PeriodOf(ledger.Month, d).String()
	} else {
		guess = s
	}
	if _, ok := ledger.ParsePeriod(guess); !ok {
		return ""
	}
	return guess
}
