package page

import (
	"slices"

	"gongshi/generator/address"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/rules"
)

// RuleLink leads to one version of the rules.
type RuleLink struct {
	Title     string
	Effective ledger.Date
	Href      string
}

// ruleLink leads to a version on p's page of rules.
func ruleLink(h *Head, p *gazette.Place, s *gazette.Scheme) RuleLink {
	return RuleLink{s.Title, s.Effective, h.Href(address.Rules(p)) + "#" + rules.ID(s)}
}

// governing are the versions that made t's figures: its own, then, of a year, those of
// the periods that it sums.
func (v *village) governing(h *Head, t *gazette.Table) []RuleLink {
	schemes := []*gazette.Scheme{t.Scheme}
	for _, of := range summed(t) {
		if !slices.Contains(schemes, of.Scheme) {
			schemes = append(schemes, of.Scheme)
		}
	}
	links := make([]RuleLink, len(schemes))
	for i, s := range schemes {
		links[i] = ruleLink(h, t.Place, s)
	}
	return links
}
