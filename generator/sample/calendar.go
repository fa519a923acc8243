package main

import (
	"slices"
	"time"
)

// A workYear holds what the State Council arranged for a year: the public rest days, and the days
// at weekends that are worked in exchange.
type workYear struct {
	name       string
	rest, work []day
}

// span lists the days from the first to the last.
func span(first, last day) []day {
	var list []day
	for d := first; d <= last; d = d.plus(1) {
		list = append(list, d)
	}
	return list
}

// calendar holds the years that the sample touches. It is worked out here, and not asked of the
// program, so that the program is not compared with itself.
func calendar() []workYear {
	return []workYear{
		{"2022", slices.Concat(
			span("2022-01-01", "2022-01-03"), span("2022-01-31", "2022-02-06"), span("2022-04-03", "2022-04-05"),
			span("2022-04-30", "2022-05-04"), span("2022-06-03", "2022-06-05"), span("2022-09-10", "2022-09-12"),
			span("2022-10-01", "2022-10-07"), span("2022-12-31", "2022-12-31"),
		), []day{"2022-01-29", "2022-01-30", "2022-04-02", "2022-04-24", "2022-05-07", "2022-10-08", "2022-10-09"}},
		{"2023", slices.Concat(
			span("2023-01-01", "2023-01-02"), span("2023-01-21", "2023-01-27"), span("2023-04-05", "2023-04-05"),
			span("2023-04-29", "2023-05-03"), span("2023-06-22", "2023-06-24"), span("2023-09-29", "2023-10-06"),
		), []day{"2023-01-28", "2023-01-29", "2023-04-23", "2023-05-06", "2023-06-25", "2023-10-07", "2023-10-08"}},
		{"2024", slices.Concat(
			span("2024-01-01", "2024-01-01"), span("2024-02-10", "2024-02-17"), span("2024-04-04", "2024-04-06"),
			span("2024-05-01", "2024-05-05"), span("2024-06-10", "2024-06-10"), span("2024-09-15", "2024-09-17"),
			span("2024-10-01", "2024-10-07"),
		), []day{"2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14", "2024-09-29", "2024-10-12"}},
	}
}

// workday is the day itself, or the next one that is worked.
func workday(d day) day {
	years := calendar()
	for {
		i := slices.IndexFunc(years, func(y workYear) bool { return y.name == string(d[:4]) })
		weekend := d.time().Weekday() == time.Saturday || d.time().Weekday() == time.Sunday
		if slices.Contains(years[i].work, d) || !weekend && !slices.Contains(years[i].rest, d) {
			return d
		}
		d = d.plus(1)
	}
}
