package main

import (
	"fmt"
	"time"
)

// A day is a date as 2006-01-02, so that days compare as text; "" is none.
type day string

// date is the day of a year, month and day of the month; the two last may run over.
func date(year, month, dom int) day {
	return day(time.Date(year, time.Month(month), dom, 0, 0, 0, 0, time.UTC).Format(time.DateOnly))
}

func (d day) time() time.Time {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		panic(err) // only a slip in this folder's own tables
	}
	return t
}

// plus is the day n days later.
func (d day) plus(n int) day { return day(d.time().AddDate(0, 0, n).Format(time.DateOnly)) }

// A period is a month, a quarter or a year, by its name in file names.
type period struct {
	name        string
	first, last day
	year, month int // the month is its first; a year's is 1
}

func monthOf(year, month int) period {
	return period{fmt.Sprintf("%d-%02d", year, month), date(year, month, 1), date(year, month+1, 0), year, month}
}

func quarterOf(year, quarter int) period {
	month := quarter*3 - 2
	return period{fmt.Sprintf("%d-Q%d", year, quarter), date(year, month, 1), date(year, month+3, 0), year, month}
}

func yearOf(year int) period {
	return period{fmt.Sprint(year), date(year, 1, 1), date(year, 12, 31), year, 1}
}

// months are the months of a year from the first to the last named.
func months(year, from, to int) []period {
	var list []period
	for m := from; m <= to; m++ {
		list = append(list, monthOf(year, m))
	}
	return list
}

// quarters are the four quarters of a year.
func quarters(year int) []period {
	return []period{quarterOf(year, 1), quarterOf(year, 2), quarterOf(year, 3), quarterOf(year, 4)}
}
