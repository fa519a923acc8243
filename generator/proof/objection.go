package proof

import (
	"slices"

	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// objection adds an objection with its answer by the day. Its subject and answer are not public
// if it is about something sensitive; an answer of that very day may be later than the seal.
func (c *Chain) objection(g *gathering, n *ledger.Notice, o *ledger.Objection) {
	l := g.fact(ObjectionFact+o.No, o.Position.As("objection"))
	l.Household, l.In, l.since, l.closed = c.Place.Household(o.Household), n.Period, o.Received, true
	id := ""
	if l.Household != nil {
		id = l.Household.ID
	}
	form := func(decided, public bool) said {
		about, day, outcome, answer := o.About, "", "", ""
		if decided {
			day, outcome, answer = o.Decided.String(), "不成立", o.Answer
			if o.Outcome == "upheld" {
				outcome = "成立"
			}
		}
		var f said
		if f.private.addFree(ObjectionFact, about, answer); !public {
			about, answer = score.Other, ""
		}
		f.text.addFree(l.Of, o.Received.String(), id, about, day, outcome, answer)
		f.secret = public && c.secret(n.Period, o)
		return f
	}
	decided, public := o.Decided != 0 && o.Decided <= g.day, !c.secret(n.Period, o)
	l.said, l.or = form(decided, public), []said{form(decided, !public)}
	if decided && o.Decided == g.day {
		l.or = append(l.or, form(false, public), form(false, !public))
	}
}

// secret reports whether an objection is about something sensitive: it names in any way a
// sensitive item, kind of event or event of the household.
func (c *Chain) secret(of ledger.Period, o *ledger.Objection) bool {
	s := c.Place.SchemeFor(of)
	if s == nil {
		return true
	}
	if _, yes := score.NamesSensitive(s, o.About); yes {
		return true
	}
	return slices.ContainsFunc(c.Place.Events, func(e *ledger.Event) bool {
		if e.Household != o.Household {
			return false
		}
		k := c.Place.KindOfEvent(e)
		return k != nil && k.Sensitive && (score.Names(o.About, e.No) || score.Names(o.About, k.Name))
	})
}
