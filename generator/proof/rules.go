package proof

import (
	"strconv"

	"gongshi/generator/ledger"
)

// RulesName returns the name of the rules' line, in seals of version 1 or 2.
func RulesName(version int) string {
	if version == 1 {
		return RulesLine
	}
	return RulesFact
}

// RulesText returns the line of a version of the rules, in seals of version 1 or 2.
func RulesText(version int, s *ledger.Scheme) string {
	t := &rulesText{version: version}
	t.add(RulesName(version), s.Effective.String(), s.Cycle.String(), s.Carry.String(), s.RankBy.String(), strconv.Itoa(s.Decimals),
		string(s.Missing), string(s.NotApplicable))
	t.also(s.Title, s.Basis, strconv.Itoa(s.Zone.MaxHouseholds), strconv.Itoa(s.Zone.MinPanel), yes(s.Zone.Cross))
	for _, b := range s.Benefits {
		t.also(partBenefit, b)
	}
	for _, c := range s.Categories {
		t.category(c)
	}
	for _, k := range s.Events {
		t.add(partEntry, k.ID, k.Name, pointsIf(!k.Ranged, k.Points), pointsIf(k.Ranged, k.From), pointsIf(k.Ranged, k.To),
			pointsIf(k.HasMaxMonth, k.MaxPerMonth), pointsIf(k.HasMaxYear, k.MaxPerYear),
			yes(k.Approval), yes(k.Sensitive), yes(k.Veto))
		t.also(k.Category, k.Per)
	}
	if s.Honours != nil {
		t.honours(s.Honours)
	}
	return string(t.text)
}

// rulesText is the text of rules.
type rulesText struct {
	text
	version int
}

// also adds what seals cover since version 2.
func (t *rulesText) also(fields ...string) {
	if t.version > 1 {
		t.addFree(fields...)
	}
}

func (t *rulesText) category(c *ledger.Category) {
	t.add(partCategory, c.ID, c.Name, c.Cycle.String(), string(c.Combine))
	for _, i := range c.Items {
		t.add(partItem, i.ID, i.Name, i.Points.String(), yes(i.Sensitive))
		t.also(i.Standard)
	}
}

func (t *rulesText) honours(h *ledger.Honours) {
	t.add(partHonours, h.Cycle.String(), string(h.Rounding), h.Ties.String())
	for _, l := range h.Levels {
		count, floor := "", pointsIf(l.HasFloor, l.Floor)
		if l.HasCount {
			count = strconv.Itoa(l.Count)
		}
		if l.FloorBase {
			floor = "base"
		}
		t.add(partLevel, l.Name, pointsIf(l.HasTop, l.Top), count, pointsIf(l.HasMin, l.Min), floor)
		t.also(l.Reward)
	}
}
