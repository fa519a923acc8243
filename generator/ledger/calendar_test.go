package ledger

import (
	"testing"
	"time"
)

// The counts are those of the announcements: the days of each festival added up, with the
// weekends that the announcement calls so left out.
func TestPublishedCalendars(t *testing.T) {
	all := PublishedCalendars()
	for _, c := range []struct{ year, rest, work int }{
		{2020, 1 + 10 + 3 + 5 + 3 + 8, 6},
		{2021, 3 + 7 + 3 + 5 + 3 + 3 + 7, 7},
		{2022, 3 + 7 + 3 + 5 + 3 + 3 + 7 + 1, 7}, // with 31 December, of the next New Year
		{2023, 2 + 7 + 1 + 5 + 3 + 8, 7},
		{2024, 1 + 8 + 3 + 5 + 1 + 3 + 7, 8},
		{2025, 1 + 8 + 3 + 5 + 3 + 8, 5},
		{2026, 3 + 9 + 3 + 5 + 3 + 3 + 7, 6},
	} {
		got := all[c.year]
		if got == nil {
			t.Errorf("%d: not there", c.year)
			continue
		}
		delete(all, c.year)
		if len(got.Rest) != c.rest || len(got.Work) != c.work || got.Year != c.year || got.File != "" {
			t.Errorf("%d: %d rest days, %d working days, want %d and %d", c.year, len(got.Rest), len(got.Work), c.rest, c.work)
		}
		for d := range got.Rest {
			if d.Year() != c.year || got.Work[d] {
				t.Errorf("%d: %s is of another year, or worked", c.year, d)
			}
		}
		// Who works in exchange does so on a weekend.
		for d := range got.Work {
			if w := d.Weekday(); d.Year() != c.year || w != time.Saturday && w != time.Sunday {
				t.Errorf("%d: %s is a %s", c.year, d, w)
			}
		}
		// What every year rests by law, on a weekday or not.
		for _, d := range []Date{Day(c.year, 1, 1), Day(c.year, 5, 1), Day(c.year, 10, 1), Day(c.year, 10, 2), Day(c.year, 10, 3)} {
			if !got.Rest[d] {
				t.Errorf("%d: %s does not rest", c.year, d)
			}
		}
	}
	if len(all) > 0 {
		t.Errorf("years without counts here: %d", len(all))
	}
}

// Weekdays off less the weekend days worked for them are the days that the law gives: eleven,
// and thirteen from 2025 on, when the eve of the Spring Festival and 2 May were added. In 2020
// the Spring Festival was extended by a Friday, and a Saturday that was to be worked rested.
func TestPublishedCalendarsGiveTheDaysOfTheLaw(t *testing.T) {
	want := map[int]int{2020: 13, 2021: 11, 2022: 11, 2023: 11, 2024: 11, 2025: 13, 2026: 13}
	for year, c := range PublishedCalendars() {
		given := -len(c.Work)
		for d := range c.Rest {
			if w := d.Weekday(); w != time.Saturday && w != time.Sunday {
				given++
			}
		}
		if given != want[year] {
			t.Errorf("%d gives %d days, want %d", year, given, want[year])
		}
	}
}
