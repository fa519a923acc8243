package ledger

import (
	"fmt"
	"time"
)

// Date is a civil day, counted from 1970-01-01; 0 means that no date is given.
// Days compare with <, and a day's neighbours are ±1.
type Date int32

// Day returns the date of a year, month and day as time.Date normalises them.
func Day(year int, month time.Month, day int) Date {
	if year < 1 || month < time.January || month > time.December {
		return Date(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() / 86400)
	}
	if month <= time.February { // a year of the count begins with March, so that it ends with a leap day
		year--
		month += 12
	}
	era, of := year/400, year%400
	return Date(era*daysOfEra + of*365 + of/4 - of/100 + (153*(int(month)-3)+2)/5 + day - 1 - untilEpoch)
}

// The calendar repeats itself after 400 years. (H. Hinnant, "chrono-Compatible Low-Level Date
// Algorithms", days_from_civil. Time.Date takes longer, and every event asks for its month's days.)
const (
	daysOfEra  = 146097
	untilEpoch = 719468 // days from 0000-03-01 to 1970-01-01
)

// ValidDay is Day, but returns false if the calendar has no such day.
func ValidDay(year, month, day int) (Date, bool) {
	d := Day(year, time.Month(month), day)
	y, m, dd := d.Civil()
	return d, y == year && int(m) == month && dd == day
}

// Civil returns d's year, month and day.
func (d Date) Civil() (int, time.Month, int) { return d.time().Date() }

// Year returns d's calendar year.
func (d Date) Year() int {
	year, _, _ := d.Civil()
	return year
}

// Weekday returns d's day of the week.
func (d Date) Weekday() time.Weekday { return d.time().Weekday() }

func (d Date) time() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

// String returns d as 2023-03-01, or "" for no date.
func (d Date) String() string {
	if d == 0 {
		return ""
	}
	y, m, day := d.Civil()
	if y < 0 || y > 9999 {
		return fmt.Sprintf("%04d-%02d-%02d", y, m, day)
	}
	b := [10]byte{4: '-', 7: '-'}
	putDigits(b[:4], y)
	putDigits(b[5:7], int(m))
	putDigits(b[8:], day)
	return string(b[:])
}

// putDigits fills b with a number, with noughts in front.
func putDigits(b []byte, n int) {
	for i := len(b) - 1; i >= 0; i-- {
		b[i] = byte('0' + n%10)
		n /= 10
	}
}
