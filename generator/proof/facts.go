package proof

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// facts returns what was known of a period's notice and rules on a day, besides what every seal
// has: a line each, so that a later fact changes none.
func (c *Chain) facts(of ledger.Period, day ledger.Date) []*Line {
	g := &gathering{day: day}
	n := c.Place.Notices[of]
	at := func(key string) diag.Field { return n.At(key) }
	g.dated(n.Visited, VisitFact, at("visited"))
	if m := n.Meeting; m.Date <= day {
		g.dated(m.Date, MeetingFact, at("meeting.date"))
		if m.Present > 0 {
			g.fact(PresentFact, at("meeting.present")).text.add(strconv.Itoa(m.Present))
		}
		if m.SupervisedBy != "" {
			g.fact(SupervisorFact, at("meeting.supervised_by")).text.addFree(m.SupervisedBy)
		}
	}
	g.dated(n.Reported, ReportFact, at("report.date"))
	for _, p := range n.Panels {
		g.fact(panelFact+p.Group, p.Position.As("panel")).text.addFree(p.Members...)
	}
	if s := c.Place.SchemeFor(of); s != nil {
		g.adopted(VotesFact, FiledFact, s.Adopted, s.Section)
	}
	for _, o := range n.Objections {
		if o.Received <= day {
			c.objection(g, n, o)
		}
	}
	return g.list
}

// gathering collects facts as of a day.
type gathering struct {
	day  ledger.Date
	list []*Line
}

// fact adds a line that begins with its name.
func (g *gathering) fact(of string, at diag.Field) *Line {
	l := &Line{Of: of, at: at}
	l.text.addFree(of)
	g.list = append(g.list, l)
	return l
}

// dated adds a day, unless it is in the future.
func (g *gathering) dated(day ledger.Date, of string, at diag.Field) {
	if day != 0 && day <= g.day {
		l := g.fact(of, at)
		l.text.add(day.String())
		l.since = day
	}
}

// adopted adds how the villagers agreed to something.
func (g *gathering) adopted(votes, filed string, a ledger.Adopted, in ledger.Section) {
	if (a.Date != 0 || a.Meeting != "" || a.For+a.Against > 0) && a.Date <= g.day {
		l := g.fact(votes, in.At("adopted.date"))
		l.text.addFree(a.Date.String(), a.Meeting, strconv.Itoa(a.For), strconv.Itoa(a.Against))
		l.since = a.Date
	}
	g.dated(a.Filed, filed, in.At("adopted.filed"))
}

// redeemed adds every redemption, distributed every distribution: they belong to the place, not
// to one period.
func (c *Chain) redeemed(g *gathering) {
	twice := make(map[string]int)
	for _, r := range c.Place.Redemptions {
		h, name := c.Place.Household(r.Household), r.Reward
		if h == nil {
			continue // check reports it
		}
		if reward := c.Place.Reward(r.Reward); reward != nil {
			name = reward.Name
		}
		says := []string{r.Date.String(), h.ID, name, strconv.Itoa(r.Count), c.Place.Cost(r).String()}
		var of text
		of.addFree(says...)
		key := RedeemedFact + string(of)
		if twice[key]++; twice[key] > 1 {
			key += "|" + strconv.Itoa(twice[key]) // equal, and each its own
		}
		l := &Line{Of: key, Household: h, In: ledger.PeriodOf(ledger.Month, r.Date), at: r.Position.As("商品"), since: r.Date}
		l.text.add(RedeemedFact)
		l.text.addFree(says...)
		g.list = append(g.list, l)
	}
}

func (c *Chain) distributed(g *gathering) {
	for year, d := range c.Place.Distributions {
		of := SharedFact + strconv.Itoa(year)
		before := len(g.list)
		g.fact(of, d.At("amount")).text.add(d.Date.String(), d.Amount.Text(2), d.ShareWeight.String())
		g.adopted(of+"/表决", of+"/备案", d.Adopted, d.Section)
		for _, l := range g.list[before:] {
			l.since = max(l.since, d.Date)
		}
	}
}

// ever is after all days.
const ever = ledger.Date(math.MaxInt32)

// placeFacts returns the facts of the place by name.
func (c *Chain) placeFacts() map[string]*Line {
	if c.place == nil {
		g := &gathering{day: ever}
		c.redeemed(g)
		c.distributed(g)
		c.honoured(g)
		c.place = make(map[string]*Line, len(g.list))
		for _, l := range g.list {
			c.place[l.Of] = l
		}
	}
	return c.place
}

// unsealed returns the facts of the place up to a day that are in no seal, in order of name.
func (c *Chain) unsealed(day ledger.Date) []*Line {
	var list []*Line
	for of, l := range c.placeFacts() {
		if c.sealed[of] == 0 && l.since <= day {
			list = append(list, l)
		}
	}
	slices.SortFunc(list, func(a, b *Line) int { return strings.Compare(a.Of, b.Of) })
	return list
}

// factsBy returns the facts of a seal by name; nil for one that is not there.
func (c *Chain) factsBy(s *ledger.Seal) func(of string) *Line {
	of := make(map[string]*Line)
	for _, l := range c.facts(s.Period, s.Date) {
		of[l.Of] = l
	}
	return func(name string) *Line {
		if ofPlace(name) {
			return c.placeFacts()[name]
		}
		return of[name]
	}
}

// ofPlace reports whether a name is that of a fact of the place, which is sealed once.
func ofPlace(name string) bool {
	return strings.HasPrefix(name, RedeemedFact) || strings.HasPrefix(name, SharedFact) || strings.HasPrefix(name, HonoursFact)
}

// isFact reports whether a name is that of a fact, which a seal may lack.
func isFact(name string) bool {
	return strings.Contains(name, "/") && name != NoticeFact && name != RulesFact
}

// isHousehold reports whether a name is a 户号.
func isHousehold(name string) bool {
	return name != NoticeLine && name != RulesLine && !strings.Contains(name, "/")
}

// countOf counts the salts of lines of a kind.
func countOf(salts []*ledger.Salt, is func(name string) bool) (n int) {
	for _, s := range salts {
		if is(s.Of) {
			n++
		}
	}
	return n
}

// digestsOf returns the digests of the lines with those salts.
func digestsOf(salts []*ledger.Salt) []string {
	digests := make([]string, len(salts))
	for i, s := range salts {
		digests[i] = s.Digest
	}
	return digests
}
