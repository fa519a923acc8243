package status

import (
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
)

// Runs sums up periods, in order: consecutive periods of one cycle become one run, shorter cycles
// first.
func Runs(list []*Period) []notice.Run {
	var runs []notice.Run
	for _, c := range []ledger.Cycle{ledger.Month, ledger.Quarter, ledger.Year} {
		for _, p := range list {
			n := len(runs)
			switch {
			case p.Cycle != c:
			case n > 0 && runs[n-1].To.Next() == p.Period:
				runs[n-1].To = p.Period
				runs[n-1].Count++
			default:
				runs = append(runs, notice.Run{From: p.Period, To: p.Period, Count: 1})
			}
		}
	}
	return runs
}
