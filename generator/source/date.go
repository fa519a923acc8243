package source

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gongshi/generator/ledger"
)

var (
	// What Excel and WPS append to a date: a time of day.
	timePart  = regexp.MustCompile(`[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$`)
	dateForm  = regexp.MustCompile(`^(\d+)([-/.])(\d{1,2})([-/.])(\d+)$`)
	hanziForm = regexp.MustCompile(`^(\d+)年(\d{1,2})月(\d{1,2})[日号]?$`)
	pairForm  = regexp.MustCompile(`^(\d{1,2})[-/.](\d{1,2})$`)
	noYear    = regexp.MustCompile(`^\d{1,2}月\d{1,2}[日号]$`)
	noDay     = regexp.MustCompile(`^(\d{4})(?:年(\d{1,2})月|[-/.](\d{1,2}))$`)
)

// Date reads a date in any of the written forms: 2023-03-01, 2023/3/1, 2023.3.1, 2023年3月1日, a
// spreadsheet's serial day number; it ignores a time of day after it.
func Date(s string) (ledger.Date, error) {
	d, bad := parseDate(s)
	if bad != nil {
		return 0, bad
	}
	return d, nil
}

func parseDate(typed string) (ledger.Date, *trouble) {
	if d, ok := ledger.ParseDate(typed); ok { // as nearly all are written
		return plausible(d, d.Year())
	}
	s := strings.TrimSpace(number(typed))
	if cut := timePart.FindStringIndex(s); cut != nil {
		s = s[:cut[0]]
	}
	if m := dateForm.FindStringSubmatch(s); m != nil && m[2] == m[4] {
		return dayOf(m[1], m[3], m[5])
	}
	if m := hanziForm.FindStringSubmatch(s); m != nil {
		if len(m[1]) != 4 {
			return 0, typeError(example, "的年份要写四位")
		}
		return civil(m[1], m[2], m[3])
	}
	if digits(s) {
		return serial(s)
	}
	return 0, notDate(s)
}

const example = "写成像 2023-03-01 这样"

// dayOf reads three numbers, of which the first should be a year of four digits.
func dayOf(first, second, third string) (ledger.Date, *trouble) {
	switch {
	case len(first) == 4 && len(third) <= 2:
		return civil(first, second, third)
	case len(third) == 4 && len(first) <= 2:
		return 0, unclear([3]string{third, first, second}, [3]string{third, second, first})
	case len(first) <= 2 && len(third) <= 2:
		early, late := "20"+pad(first), "20"+pad(third)
		return 0, unclear([3]string{early, second, third}, [3]string{late, first, second}, [3]string{late, second, first})
	}
	return 0, typeError(example, "不是日期")
}

func civil(year, month, day string) (ledger.Date, *trouble) {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	date, ok := ledger.ValidDay(y, m, d)
	switch {
	case m < 1 || m > 12:
		return 0, constraintError("月份是 1 到 12", "没有 %d 月", m)
	case !ok:
		return 0, constraintError("查一查是哪一天", "这一天不存在：%d 年 %d 月没有 %d 日", y, m, d)
	}
	return plausible(date, y)
}

// plausible refuses dates, of a year, that no village means.
func plausible(d ledger.Date, year int) (ledger.Date, *trouble) {
	switch {
	case d == 0:
		return 0, constraintError("不知道日期就留空", "多半是软件填的空日期")
	case year < 1900 || year > 2199:
		return 0, constraintError("年份在 1900 到 2199 之间", "的年份不对")
	}
	return d, nil
}

// serial reads the day number of the 1900 system: 44986 is 2023-03-01.
func serial(s string) (ledger.Date, *trouble) {
	if n, err := strconv.Atoi(s); err == nil && 20000 <= n && n <= 80000 {
		d := ledger.Date(n - 25569) // 25569 is 1970-01-01
		return plausible(d, d.Year())
	}
	if len(s) == 8 {
		if d, bad := civil(s[:4], s[4:6], s[6:]); bad == nil {
			return 0, typeError("写成 "+d.String(), "不是日期的写法")
		}
	}
	return 0, typeError(example, "不是日期")
}

// unclear names the possible readings of a date without a year of four digits at its beginning,
// each as year, month, day, if the calendar has that day.
func unclear(ways ...[3]string) *trouble {
	var readings []string
	for _, w := range ways {
		if d, bad := civil(w[0], w[1], w[2]); bad == nil && !slices.Contains(readings, d.String()) {
			readings = append(readings, d.String())
		}
	}
	switch len(readings) {
	case 2, 3:
		return typeError("核对是哪一天，年份写四位、放在最前面，"+strings.TrimPrefix(example, "写成"), "可以读成 %s", strings.Join(readings, "，也可以读成 "))
	case 1:
		return typeError("如果是这一天，写成 "+readings[0], "没有把四位的年份写在前面")
	}
	return typeError(example, "不是日期")
}

func pad(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}

// notDate tells what a date lacks.
func notDate(s string) *trouble {
	if dotted := points.Replace(s); dotted != s {
		if d, bad := parseDate(dotted); bad == nil {
			return typeError("写成 "+d.String(), "里的点打成了别的符号")
		}
	}
	if m := pairForm.FindStringSubmatch(s); m != nil {
		return pairTrouble(m[1], m[2])
	}
	if m := noDay.FindStringSubmatch(s); m != nil {
		if d, bad := civil(m[1], m[2]+m[3], "1"); bad == nil {
			return typeError("写到日，例如 "+d.String(), "没有写是哪一日")
		}
	}
	switch {
	case noYear.MatchString(s):
		return typeError("加上年份，例如 2023 年就写“2023年"+s+"”", "没有写是哪一年")
	case monthForm.MatchString(s):
		return typeError("写全，"+strings.TrimPrefix(example, "写成"), "被表格软件改过，年、月、日不全")
	case strings.HasPrefix(s, "#"):
		return typeError("在表格里把列拉宽，或改好公式，再重新另存", "是表格软件显示不出的日期")
	}
	return typeError(example, "不是日期")
}

// pairTrouble names both readings of 1/9.
func pairTrouble(a, b string) *trouble {
	month := func(m, d string) string {
		if _, bad := civil("2024", m, d); bad != nil {
			return ""
		}
		return strings.TrimLeft(m, "0") + " 月 " + strings.TrimLeft(d, "0") + " 日"
	}
	first, second := month(a, b), month(b, a)
	if first != "" && second != "" && first != second {
		return typeError("连年份一起写全，"+strings.TrimPrefix(example, "写成"), "可以读成 %s，也可以读成 %s，而且没有年份", first, second)
	}
	return typeError("连年份一起写全，"+strings.TrimPrefix(example, "写成"), "没有写是哪一年")
}
