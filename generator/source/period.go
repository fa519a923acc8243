package source

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"gongshi/generator/ledger"
)

var (
	looseMonth    = regexp.MustCompile(`^(\d{4})(?:[-–—/._ ]| ?年 ?)?(\d{1,2})(?: ?月份?)?$`)
	looseQuarter  = regexp.MustCompile(`^(\d{4})(?:[-–—/._ ]| ?年 ?)?(?:[Qq]([1-4])|第?([1-4一二三四])季度?)$`)
	looseYear     = regexp.MustCompile(`^(\d{4}) ?年度?$`)
	englishPeriod = regexp.MustCompile(`^(?i)(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*-(\d{2}|\d{4})$`)
	yearless      = regexp.MustCompile(`^(?:(\d{1,2}) ?月份?|(?:[Qq]([1-4])|第?([1-4一二三四])季度?))$`)
)

const periodForms = "月写 2023-01，季写 2023-Q1，年写 2023"

// parsePeriod reads 2023-01, 2023-Q1 or 2023, and names the right form of others.
func parsePeriod(typed string) (ledger.Period, *trouble) {
	s := number(typed)
	if p, ok := ledger.ParsePeriod(strings.ToUpper(s)); ok {
		return p, nil
	}
	if p, ok := guessPeriod(s); ok {
		hint := "如果是它，写成 " + p.String()
		if englishPeriod.MatchString(s) || strings.Contains(s, "/") || digits(s) {
			hint += "；" + asText
		}
		return ledger.Period{}, typeError(hint, "不是周期的写法")
	}
	return ledger.Period{}, typeError(periodForms, "认不出是哪一期")
}

// Period reads a period that somebody types and then sees at once as it was understood: also 2023年1月, 2023/1 or
// 2023第一季度.
func Period(typed string) (ledger.Period, error) {
	if p, ok := loosePeriod(number(strings.TrimSpace(typed))); ok {
		return p, nil
	}
	return ledger.Period{}, fmt.Errorf("“%s”认不出是哪一期：%s", typed, periodForms)
}

// guessPeriod is the period that a loose spelling in a cell means; false if none, or
// if there are several. A spreadsheet makes the first day of a month of 2023-1: any
// other day may as well be the one on which something was written.
func guessPeriod(s string) (ledger.Period, bool) {
	if p, ok := loosePeriod(s); ok {
		return p, true
	}
	if d, bad := parseDate(s); bad == nil {
		if year, _, day := d.Civil(); day == 1 && 2000 <= year && year <= 2099 {
			return ledger.PeriodOf(ledger.Month, d), true
		}
	}
	return ledger.Period{}, false
}

// loosePeriod is the period that a name means which holds nothing else; false if none.
// Nothing is cut off: what is left over may be what mattered. Of five digits the last
// may be a month, or the first of its two digits.
func loosePeriod(s string) (ledger.Period, bool) {
	s = strings.TrimSpace(s)
	guess := strings.ToUpper(s)
	if m := looseMonth.FindStringSubmatch(s); m != nil && !(digits(s) && len(s) == 5) {
		guess = m[1] + "-" + pad(m[2])
	} else if m := looseQuarter.FindStringSubmatch(s); m != nil {
		guess = m[1] + "-Q" + quarterDigit(m[2]+m[3])
	} else if m := looseYear.FindStringSubmatch(s); m != nil {
		guess = m[1]
	} else if m := englishPeriod.FindStringSubmatch(s); m != nil {
		month := 1 + strings.Index("janfebmaraprmayjunjulaugsepoctnovdec", strings.ToLower(m[1]))/3
		guess = "20" + m[2][len(m[2])-2:] + "-" + pad(strconv.Itoa(month))
	}
	return ledger.ParsePeriod(guess)
}

func quarterDigit(s string) string {
	return strings.NewReplacer("一", "1", "二", "2", "三", "3", "四", "4").Replace(s)
}

// withYear is how a period that was named without its year is named in 2023; false if
// s is none.
func withYear(s string) (ledger.Period, bool) {
	m := yearless.FindStringSubmatch(s)
	if m == nil {
		return ledger.Period{}, false
	}
	guess := "2023-Q" + quarterDigit(m[2]+m[3])
	if m[1] != "" {
		guess = "2023-" + pad(m[1])
	}
	return ledger.ParsePeriod(guess)
}
