package start

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"gongshi/generator/disk"
	"gongshi/generator/ledger"
)

// Calendar is a year's rest days and the weekend days that are worked in exchange, each as the
// State Council's announcement has them: 1月1日至3日、2月5日至11日.
func Calendar(year int, rest, work string) (disk.File, error) {
	free, err := spansOf(year, rest)
	if err != nil {
		return disk.File{}, err
	}
	worked, err := spansOf(year, work)
	if err != nil {
		return disk.File{}, err
	}
	if err := lacking(year, free); err != nil {
		return disk.File{}, err
	}
	for _, d := range slices.Concat(worked...) {
		if w := d.Weekday(); w != time.Saturday && w != time.Sunday {
			return disk.File{}, fmt.Errorf("%s 不是周六、周日，本来就上班；看看调休的日子写错没有", d)
		}
	}
	return text(fmt.Sprintf("data/calendar/%d.toml", year), map[string]any{"Year": year, "Rest": free, "Work": worked}, "calendar.toml"), nil
}

// lacking tells which day that rests by law in every year is not among the days given: then some
// of the announcement was left out.
func lacking(year int, free [][]ledger.Date) error {
	given := slices.Concat(free...)
	for d := ledger.Day(year, 1, 1); d.Year() == year; d++ {
		if rests(d) && !slices.Contains(given, d) {
			return fmt.Errorf("放假的日子里漏了 %s：照国务院办公厅的通知把一年的都写全，周末也在内的照写", d)
		}
	}
	return nil
}

var (
	betweenDays = regexp.MustCompile(`[\s,，、;；。和]+`)
	untilDay    = regexp.MustCompile(`至|到|~|～|—+|–|\.\.`)
	dayForm     = regexp.MustCompile(`^(?:(\d{1,2})[月.\-/])?(\d{1,2})[日号]?$`)
)

// spansOf reads days and spans of days; of a span's last day the month may be left out.
func spansOf(year int, typed string) (spans [][]ledger.Date, err error) {
	for word := range strings.SplitSeq(betweenDays.ReplaceAllString(strings.TrimSpace(typed), " "), " ") {
		if word == "" {
			continue
		}
		ends := untilDay.Split(word, -1)
		first, ok := dayOf(year, ends[0], 0)
		last := first
		if ok && len(ends) == 2 {
			_, month, _ := first.Civil()
			last, ok = dayOf(year, ends[1], int(month))
		}
		if !ok || len(ends) > 2 || last < first {
			return nil, fmt.Errorf("“%s”认不出是哪几天，写成“1月1日至3日”或“5月9日”这样", word)
		}
		var span []ledger.Date
		for d := first; d <= last; d++ {
			span = append(span, d)
		}
		spans = append(spans, span)
	}
	return spans, nil
}

func dayOf(year int, typed string, month int) (ledger.Date, bool) {
	m := dayForm.FindStringSubmatch(typed)
	if m == nil {
		return 0, false
	}
	if m[1] != "" {
		month, _ = strconv.Atoi(m[1])
	}
	day, _ := strconv.Atoi(m[2])
	return ledger.ValidDay(year, month, day)
}
