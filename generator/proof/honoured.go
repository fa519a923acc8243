package proof

import (
	"strconv"
	"strings"

	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/score"
)

// honoured adds who was honoured in each final period, and their number.
func (c *Chain) honoured(g *gathering) {
	if c.standing == nil {
		return
	}
	for _, t := range c.standing.Tables {
		if t.Places == nil || t.State.Status != notice.Final {
			continue
		}
		var list []*score.Row
		for _, r := range t.Boards[0].Ranked {
			if r.Level != nil {
				list = append(list, r)
			}
		}
		of, since := HonoursFact+t.Period.String(), becameFinal(t.State)
		all := g.fact(of, t.State.Notice.Position.As("周期"))
		all.text.add(strconv.Itoa(len(list)))
		all.since = since
		for _, r := range list {
			l := g.fact(of+"/"+r.Household.ID, t.State.Notice.Position.As("户号"))
			l.text.addFree(r.Level.Name)
			l.Household, l.In, l.since = r.Household, t.Period, since
		}
	}
}

// becameFinal returns the first day on which a period was final, or a day after all others.
func becameFinal(s *notice.State) ledger.Date {
	for _, turn := range s.Course() {
		if turn.What == notice.BecameFinal {
			return turn.Day
		}
	}
	return ever
}

// reawarded reports whether honours in a seal may have changed since: by a correction, or by a
// period that counts now. Nothing is known of honours that do not exist on the day.
func (c *Chain) reawarded(of string, s *ledger.Seal) bool {
	text, _, _ := strings.Cut(strings.TrimPrefix(of, HonoursFact), "/")
	period, ok := ledger.ParsePeriod(text)
	if !ok || !strings.HasPrefix(of, HonoursFact) {
		return false
	}
	if c.standing == nil || c.standing.Table(period) == nil || c.day < s.Date {
		return true
	}
	counts := func(p ledger.Period) bool { return p.Year == period.Year && p.Last() <= period.Last() }
	for _, fix := range c.Place.Corrections {
		if counts(fix.Period) && fix.Date >= s.Date {
			return true
		}
	}
	for _, t := range c.standing.Tables {
		if counts(t.Period) && becameFinal(t.State) > s.Date {
			return true
		}
	}
	return false
}
