package notice

import (
	"fmt"
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// waiting notes a posted sum of other periods, a year's or a summary quarter's, that lacks some
// of these: its figures will change without a correction once they are final. Overdue periods are
// reported as such.
func (s *States) waiting(p *ledger.Place, st *State) diag.List {
	var list diag.List
	var names []string
	for _, period := range s.missing(p, st) {
		names = append(names, period.String())
	}
	if len(names) > 0 {
		list.Note(st.Notice.At("posted"), "not-summed",
			fmt.Sprintf("%s 已公示，而 %s 还没有生效，没有汇总进去", st.Period, strings.Join(names, "、")),
			"最好等各期都生效以后再公示汇总；已经公示的不用改，各期生效以后会自动计入，数字和名次随之变动，要向村民说明")
	}
	return list
}

// missing returns the periods within a posted sum that are posted and do not count, or that
// should be posted and are not overdue, in order.
func (s *States) missing(p *ledger.Place, st *State) []ledger.Period {
	if !st.Published() || st.Period.Cycle != ledger.Year && !p.Summary(st.Period) {
		return nil
	}
	var list []ledger.Period
	for _, of := range s.Periods(p) {
		if of != st && of.Published() && !of.Counts && st.Period.Contains(of.Period) && !p.Summary(of.Period) {
			list = append(list, of.Period)
		}
	}
	for _, c := range []ledger.Cycle{ledger.Month, ledger.Quarter} {
		for _, due := range s.unposted(p, c) {
			if due.Day >= s.Day && st.Period.Contains(due.Period) {
				list = append(list, due.Period)
			}
		}
	}
	slices.SortFunc(list, ledger.Period.Compare)
	return list
}
