package notice

import (
	"fmt"
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// Reminders returns notes of what is overdue on the day: notices that are not posted, at the
// place's place.toml, and objections without an answer, each at its place; of days counted
// without a calendar; of sums that lack some of their periods; and, unless the day was asked for,
// of posted notices that it hides. They stop nothing.
func (s *States) Reminders(book *ledger.Book, asked bool) diag.List {
	list := s.Together(book, asked)
	for _, p := range book.Places {
		list = append(list, s.Remind(p, asked)...)
	}
	return list
}

// Together returns the reminders that are given once for several places. They need only the
// notices and corrections of these.
func (s *States) Together(book *ledger.Book, asked bool) diag.List {
	list := s.unknownYears(book)
	if !asked {
		list = append(list, s.notYet(book)...)
	}
	return list
}

// Remind returns the reminders of one place.
func (s *States) Remind(p *ledger.Place, asked bool) (list diag.List) {
	for _, o := range s.silent(p, asked) {
		list.Note(p.Position.As("due_day"), "overdue-notice", overdueText(p, o),
			"张榜以后，在 notices/"+o.Runs[0].From.String()+".toml 里写 posted = 张榜的日期；"+
				"不该有这一期的，核对 place.toml 的 joined（从哪天起积分）和积分办法的 cycle")
	}
	for _, st := range s.Periods(p) {
		list = append(list, s.waiting(p, st)...)
		for _, o := range st.Objections {
			undated := o.Answer != "" && o.Objection.Decided == 0 // check asks for the date
			if !o.Decided && o.Late && !undated {
				list.Note(o.At("received"), "overdue-answer",
					fmt.Sprintf("%s %s 的异议“%s”还没有答复：%s 收到，最迟应在 %s 答复，到 %s 已超过 %d 天",
						p.Name, st.Period, o.No, o.Received, o.Due, s.Day, int(s.Day-o.Due)),
					"答复以后，写上 decided（答复日期）、outcome（upheld 成立，rejected 不成立）和 answer（答复）")
			}
		}
	}
	return list
}

// silent returns the cycles that are behind, without periods whose notice is posted after the day
// if they have a note of their own.
func (s *States) silent(p *ledger.Place, asked bool) []Overdue {
	var list []Overdue
	for _, o := range s.Duties(p).Overdue {
		late := slices.DeleteFunc(o.Periods, func(due Due) bool {
			n := p.Notices[due.Period]
			return !asked && n != nil && n.Posted > s.Day
		})
		if len(late) > 0 {
			list = append(list, overdue(late))
		}
	}
	return list
}

// overdueText returns text such as 2023-01 至 2023-09 共 9 期未公示.
func overdueText(p *ledger.Place, o Overdue) string {
	var runs []string
	for _, r := range o.Runs {
		runs = append(runs, r.String())
	}
	text := p.Name + " " + strings.Join(runs, "、")
	if o.Count() > 1 {
		return fmt.Sprintf("%s 共 %d 期未公示；最早的一期最迟应在 %s 公示", text, o.Count(), o.Since())
	}
	return fmt.Sprintf("%s 未公示，最迟应在 %s 公示", text, o.Since())
}
