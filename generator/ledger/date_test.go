package ledger

import (
	"testing"
	"time"
)

// Every day of a thousand years has the number and the name that the standard library gives it.
func TestDaysAreThoseOfTheCalendar(t *testing.T) {
	first, last := time.Date(1600, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(2601, 1, 1, 0, 0, 0, 0, time.UTC)
	for day := first; day.Before(last); day = day.AddDate(0, 0, 1) {
		compare(t, day)
	}
	for _, year := range []int{-401, -400, -1, 0, 1, 4, 100, 399, 400, 9999, 10000} {
		for _, month := range []time.Month{1, 2, 3, 12} {
			compare(t, time.Date(year, month, 1, 0, 0, 0, 0, time.UTC))
			compare(t, time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC))
		}
	}
}

func compare(t *testing.T, day time.Time) {
	t.Helper()
	y, m, d := day.Date()
	got := Day(y, m, d)
	if want := Date(day.Unix() / 86400); got != want {
		t.Fatalf("Day(%d, %d, %d) = %d, want %d", y, m, d, got, want)
	}
	if gy, gm, gd := got.Civil(); gy != y || gm != m || gd != d {
		t.Fatalf("Civil of %d-%d-%d = %d-%d-%d", y, m, d, gy, gm, gd)
	}
}

// What is no day of a calendar becomes one as time.Date has it, and ValidDay refuses it.
func TestDaysThatAreNone(t *testing.T) {
	for _, c := range [][3]int{{2023, 2, 29}, {2024, 2, 30}, {2023, 4, 31}, {2023, 0, 1}, {2023, 13, 1}, {2023, 1, 0}, {2023, 12, 32}, {2023, 3, -400}} {
		if got, want := Day(c[0], time.Month(c[1]), c[2]), Date(time.Date(c[0], time.Month(c[1]), c[2], 0, 0, 0, 0, time.UTC).Unix()/86400); got != want {
			t.Errorf("%v: %d, want %d", c, got, want)
		}
		if _, ok := ValidDay(c[0], c[1], c[2]); ok {
			t.Errorf("%v is taken for a day", c)
		}
	}
	if _, ok := ValidDay(2024, 2, 29); !ok {
		t.Error("29 February 2024 is none")
	}
}
