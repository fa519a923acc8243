package notice

import (
	"fmt"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// unknownYears returns notes of years in which days of publicity fall, but whose rest days are
// neither in the program nor in data/calendar: one for each year, at the first notice that needs
// it, with the last day that is assumed.
func (s *States) unknownYears(book *ledger.Book) (list diag.List) {
	first, count := make(map[int]int), make(map[int]int)
	for _, p := range book.Places {
		for _, st := range s.Periods(p) {
			for _, r := range st.runs {
				year := s.Cals.unknown(p.Publicity.On(st.Posted), r)
				if year == 0 {
					continue
				}
				if count[year]++; count[year] == 1 {
					first[year] = len(list)
					noteYear(&list, p, st, r, year)
				}
			}
		}
	}
	for year, i := range first {
		if count[year] > 1 {
			list[i].Message += fmt.Sprintf("；这样算的公示期共 %d 段", count[year])
		}
	}
	return list
}

func noteYear(list *diag.List, p *ledger.Place, st *State, r run, year int) {
	list.Note(st.Notice.Keys.At("posted", st.Notice.Position), "missing-calendar",
		fmt.Sprintf("%s %s 的公示期用到 %d 年，而程序不知道那一年怎样放假，只按周六、周日休息，算到 %s 为止",
			p.Name, st.Period, year, r.LastDay),
		fmt.Sprintf("运行 gongshi new calendar %d，照国务院办公厅的放假通知写上放假和调休上班的日子", year))
}

// unknown returns the first year without a calendar that a run's last day depends on, or 0. In
// calendar days only the last day depends on rest days, in working days each does.
func (c Calendars) unknown(p ledger.Publicity, r run) int {
	from := r.LastDay
	switch {
	case p.Working:
		from = r.FirstDay
	case p.RestDayEnd == ledger.Keep:
		return 0
	case r.MovedFrom != 0: // it was moved from there
		from = r.MovedFrom
	}
	for year := from.Year(); year <= r.LastDay.Year(); year++ {
		if c[year] == nil {
			return year
		}
	}
	return 0
}
