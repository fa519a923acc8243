package proof

import (
	"slices"
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

// honoursKnown reports whether it is known who had which honours at a seal: there are figures, of a day that is not
// before it.
func (c *Chain) honoursKnown(s *ledger.Seal) bool { return c.standing != nil && c.day >= s.Date }

// inHonours returns of which period a line of honours is, and of which household; "" for their number.
func inHonours(of string) (period ledger.Period, household string) {
	text, household, _ := strings.Cut(strings.TrimPrefix(of, HonoursFact), "/")
	period, _ = ledger.ParsePeriod(text)
	return period, household
}

// areHonours reports whether a line that was sealed is one of honours at all, of whomever and however many: a name in
// salts.csv is not sealed by itself, only with the line.
func (c *Chain) areHonours(salt *ledger.Salt) bool {
	period, household := inHonours(salt.Of)
	t := c.standing.Table(period)
	if t == nil || t.Scheme.Honours == nil {
		return false
	}
	var may Line
	might := func(what string) {
		var line text
		line.addFree(salt.Of, what)
		may.or = append(may.or, said{text: line})
	}
	if household == "" {
		for n := range len(c.salts[salt.No]) { // each who was honoured has a line too
			might(strconv.Itoa(n))
		}
	} else {
		for _, l := range t.Scheme.Honours.Levels {
			might(l.Name)
		}
	}
	return sealedAs(&may, salt)
}

// reawarded reports whether honours in a seal may have changed since, up to the day: by a correction, also of the year
// before, whose events fill a month's cap, or by a period that counts only since then. One that was posted before the
// seal may still count later than it did: days of rest that were entered since move its last day, and so does an
// objection.
func (c *Chain) reawarded(of string, s *ledger.Seal) bool {
	period, _ := inHonours(of)
	for _, fix := range c.Place.Corrections {
		if fix.Period.Last() <= period.Last() && s.Date <= fix.Date && fix.Date <= c.day {
			return true
		}
	}
	for _, t := range c.standing.Tables {
		counts := t.Period.Year == period.Year && t.Period.Last() <= period.Last()
		day := becameFinal(t.State)
		late := s.Date < day || s.Date == day && answeredOn(t, day)
		if counts && late && (day <= c.day || t.State.Posted <= s.Date) {
			return true
		}
	}
	return false
}

// answeredOn reports whether an objection to a table was decided on a day, which may have been after a seal of that day.
func answeredOn(t *score.Table, day ledger.Date) bool {
	return slices.ContainsFunc(t.State.Notice.Objections, func(o *ledger.Objection) bool { return o.Decided == day })
}
