package page

import (
	"gongshi/generator/address"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/rules"
)

// Zones is <place>/zones.html: the groups of a place, who assesses each, and whether it
// keeps to what the rules ask of a zone.
type Zones struct {
	PeriodHead             // in which households are counted; the zero Period: those who have not left
	Rules      *rules.Link // nil: none are in force
	Zone       ledger.Zone // what they ask of one
	Kept       bool        // every group keeps to it
	Groups     []ZoneGroup
}

// ZoneGroup is one group.
type ZoneGroup struct {
	gazette.GroupZone
	Name     string
	Panel    []string
	Assesses string // the group that its panel assesses, "" for its own
	Counter  string // the group whose panel assesses it, "" for its own
}

// hasZones reports whether p has a page of its groups.
func hasZones(p *gazette.Place) bool { return p.Keeps && len(p.Groups) > 0 }

func (v *village) zones() *Zones {
	p := v.place
	m := &Zones{Kept: true}
	m.Head = v.personal(v.headOf(p, address.Zones(p), "zones"))
	rules := p.InForce
	if t := v.place.Latest(); t != nil {
		m.Period, m.State, rules = t.Period, v.state(&m.Head, t), t.Scheme
	}
	changes := append(inherited(p), p.Changes.Households)
	if rules != nil {
		link := ruleLink(&m.Head, p, rules)
		m.Rules, m.Zone, changes = &link, rules.Zone, append(changes, rules.Changed)
	}
	m.Changed = changed(changes...)
	for i, z := range p.Zones {
		group := p.Groups[i]
		g := ZoneGroup{GroupZone: z, Name: p.GroupName(group.ID), Panel: group.Panel}
		if group.Assesses != "" && group.Assesses != group.ID {
			g.Assesses = p.GroupName(group.Assesses)
		}
		if z.Counter != group.ID {
			g.Counter = p.GroupName(z.Counter)
		}
		m.Groups = append(m.Groups, g)
		m.Kept = m.Kept && !z.TooLarge && !z.SmallPanel && !z.OwnPanel
	}
	return m
}
