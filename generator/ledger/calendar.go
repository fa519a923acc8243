package ledger

import (
	"fmt"
	"maps"
	"strings"
	"sync"

	"gongshi/generator/diag"
)

// Calendar is the rest days and make-up working days of one year, as announced by the State
// Council or as in data/calendar/<year>.toml. Saturdays and Sundays are rest days without being
// listed.
type Calendar struct {
	diag.Position // of the file; none for a year that the program knows
	Year          int
	Rest          map[Date]bool
	Work          map[Date]bool
}

// published are the State Council's arrangements of rest days, from the first year in which a
// village may have posted a notice to the last whose arrangement two sources confirm: days and
// spans of days that rest, and the weekend days that are worked in exchange.
//
// The facts are from chinese-days 1.5.7 (npm) and were compared day by day with
// holiday-calendar 1.3.3 (npm) and with HolidayUtil of github.com/6tail/lunar-go 1.4.7; 2026
// also with the text of the announcement (国办发明电〔2025〕7号). Where these differ, it is about a
// weekend next to a festival, which rests in either case: it is listed here where the
// announcement counts it among the days of the festival (2020-02-02, 2022-12-31), and not where
// it calls it a weekend (2023-12-30, 2024-06-08). The Spring Festival of 2020 is as extended.
var published = [...]struct {
	year       int
	rest, work string
}{
	{2020, "01-01 01-24..02-02 04-04..04-06 05-01..05-05 06-25..06-27 10-01..10-08",
		"01-19 04-26 05-09 06-28 09-27 10-10"},
	{2021, "01-01..01-03 02-11..02-17 04-03..04-05 05-01..05-05 06-12..06-14 09-19..09-21 10-01..10-07",
		"02-07 02-20 04-25 05-08 09-18 09-26 10-09"},
	{2022, "01-01..01-03 01-31..02-06 04-03..04-05 04-30..05-04 06-03..06-05 09-10..09-12 10-01..10-07 12-31",
		"01-29 01-30 04-02 04-24 05-07 10-08 10-09"},
	{2023, "01-01..01-02 01-21..01-27 04-05 04-29..05-03 06-22..06-24 09-29..10-06",
		"01-28 01-29 04-23 05-06 06-25 10-07 10-08"},
	{2024, "01-01 02-10..02-17 04-04..04-06 05-01..05-05 06-10 09-15..09-17 10-01..10-07",
		"02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12"},
	{2025, "01-01 01-28..02-04 04-04..04-06 05-01..05-05 05-31..06-02 10-01..10-08",
		"01-26 02-08 04-27 09-28 10-11"},
	{2026, "01-01..01-03 02-15..02-23 04-04..04-06 05-01..05-05 06-19..06-21 09-25..09-27 10-01..10-07",
		"01-04 02-14 02-28 05-09 09-20 10-10"},
}

// PublishedCalendars returns the calendars of the years that the program knows.
func PublishedCalendars() map[int]*Calendar { return maps.Clone(calendars()) }

// calendars are those of published; nobody changes them.
var calendars = sync.OnceValue(func() map[int]*Calendar {
	all := make(map[int]*Calendar, len(published))
	for _, y := range published {
		all[y.year] = &Calendar{Year: y.year, Rest: daysOf(y.year, y.rest), Work: daysOf(y.year, y.work)}
	}
	return all
})

// daysOf reads days (05-09) and spans of days (05-01..05-05) of a year.
func daysOf(year int, list string) map[Date]bool {
	days := make(map[Date]bool)
	for _, span := range strings.Fields(list) {
		first, last, isSpan := strings.Cut(span, "..")
		if !isSpan {
			last = first
		}
		for d := dayOf(year, first); d <= dayOf(year, last); d++ {
			days[d] = true
		}
	}
	return days
}

// dayOf reads 05-09; the table above has nothing else.
func dayOf(year int, monthDay string) Date {
	d, ok := ParseDate(fmt.Sprintf("%d-%s", year, monthDay))
	if !ok {
		panic(monthDay)
	}
	return d
}
