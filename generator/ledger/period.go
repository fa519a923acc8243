package ledger

import (
	"cmp"
	"fmt"
	"regexp"
	"strconv"
	"time"
)

// Cycle is how often something is assessed.
type Cycle uint8

const (
	Month Cycle = iota + 1
	Quarter
	Year
)

// String returns the word for c in a scheme.
func (c Cycle) String() string {
	return [...]string{"", "month", "quarter", "year"}[c]
}

// Period is a month, quarter or year of the civil calendar. The zero Period is none.
type Period struct {
	Cycle Cycle
	Year  int
	Part  int // month 1 to 12, quarter 1 to 4, 0 for a year
}

var periodForm = regexp.MustCompile(`^(\d{4})(?:-(0[1-9]|1[0-2])|-Q([1-4]))?$`)

// ParsePeriod reads 2023-01, 2023-Q1 or 2023, and nothing else.
func ParsePeriod(s string) (Period, bool) {
	m := periodForm.FindStringSubmatch(s)
	if m == nil {
		return Period{}, false
	}
	year, _ := strconv.Atoi(m[1])
	switch {
	case m[2] != "":
		part, _ := strconv.Atoi(m[2])
		return Period{Month, year, part}, true
	case m[3] != "":
		part, _ := strconv.Atoi(m[3])
		return Period{Quarter, year, part}, true
	}
	return Period{Year, year, 0}, true
}

// WholeFrom returns the first period of a cycle that begins on a day or after it.
func WholeFrom(c Cycle, day Date) Period {
	p := PeriodOf(c, day)
	if p.First() < day {
		return p.Next()
	}
	return p
}

// PeriodOf returns the period of that cycle that includes d.
func PeriodOf(c Cycle, d Date) Period {
	y, m, _ := d.Civil()
	switch c {
	case Month:
		return Period{Month, y, int(m)}
	case Quarter:
		return Period{Quarter, y, (int(m) + 2) / 3}
	}
	return Period{Year, y, 0}
}

// months is how many months each cycle has.
var months = [...]int{12, Month: 1, Quarter: 3, Year: 12}

// String returns p as in file names: 2023-01, 2023-Q1, 2023.
func (p Period) String() string {
	switch {
	case p.Cycle == Month && p.Year >= 0 && p.Year <= 9999 && p.Part <= 99:
		b := [7]byte{4: '-'}
		putDigits(b[:4], p.Year)
		putDigits(b[5:], p.Part)
		return string(b[:])
	case p.Cycle == Month:
		return fmt.Sprintf("%04d-%02d", p.Year, p.Part)
	case p.Cycle == Quarter:
		return fmt.Sprintf("%04d-Q%d", p.Year, p.Part)
	}
	return fmt.Sprintf("%04d", p.Year)
}

// First returns p's first day.
func (p Period) First() Date {
	return Day(p.Year, time.Month(max(p.Part-1, 0)*months[p.Cycle]+1), 1)
}

// Last returns p's last day.
func (p Period) Last() Date { return p.Next().First() - 1 }

// Contains reports whether all days of q are days of p.
func (p Period) Contains(q Period) bool { return p.First() <= q.First() && q.Last() <= p.Last() }

// Next returns the period of the same cycle that follows p.
func (p Period) Next() Period {
	if p.lastMonth() < 12 {
		return Period{p.Cycle, p.Year, p.Part + 1}
	}
	return Period{p.Cycle, p.Year + 1, min(p.Part, 1)}
}

// Compare orders periods by last day, and a shorter one before the longer that
// ends with it: 2023-11, 2023-12, 2023-Q4, 2023.
func (p Period) Compare(q Period) int {
	return cmp.Or(
		cmp.Compare(p.Year, q.Year),
		cmp.Compare(p.lastMonth(), q.lastMonth()),
		cmp.Compare(p.Cycle, q.Cycle),
	)
}

// lastMonth is its number in the year; a year has no parts, and is one.
func (p Period) lastMonth() int { return max(p.Part, 1) * months[p.Cycle] }
