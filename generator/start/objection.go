package start

import (
	"fmt"
	"strconv"

	"gongshi/generator/ledger"
	"gongshi/generator/notice"
)

// Objection is what an objection adds at the end of a notice's file. Its answer is left to be
// written, with the day by which it is due.
func Objection(p *ledger.Place, period ledger.Period, received ledger.Date, household, about string, cals notice.Calendars) (string, error) {
	n := p.Notices[period]
	if n == nil || n.Posted == 0 || n.Posted > received {
		return "", fmt.Errorf("%s的 %s 到 %s 还没有张榜，没有可以提异议的", p.Name, period, received)
	}
	last := 0
	for _, o := range n.Objections {
		if no, err := strconv.Atoi(o.No); err == nil {
			last = max(last, no)
		}
	}
	q := p.Publicity.On(n.Posted)
	until := notice.LastDay(q, n.Posted, cals)
	for _, c := range p.Corrections {
		if c.Period == period && c.Date <= received && c.Date > n.Posted && q.Restart {
			until = max(until, notice.LastDay(q, c.Date, cals))
		}
	}
	added := text("", map[string]any{
		"No": strconv.Itoa(last + 1), "Received": received, "Late": received > until,
		"Household": household, "About": about, "Due": received + ledger.Date(q.AnswerDays),
	}, "objection.toml")
	return string(added.Content), nil
}
