package page

import (
	"slices"

	"gongshi/generator/account"
	"gongshi/generator/address"
	"gongshi/generator/figure"
	"gongshi/generator/gazette"
	"gongshi/generator/rules"
)

// ruleLink leads to a version on p's page of rules.
func ruleLink(h *Head, p *gazette.Place, s *gazette.Scheme) rules.Link {
	return rules.LinkTo(h.Href(address.Rules(p)), s)
}

// governing are the versions that made t's figures: its own, then, of a year, those of
// the periods that it sums.
func governing(h *Head, t *gazette.Table) []rules.Link {
	schemes := []*gazette.Scheme{t.Scheme}
	for _, of := range figure.Summed(t) {
		if !slices.Contains(schemes, of.Scheme) {
			schemes = append(schemes, of.Scheme)
		}
	}
	links := make([]rules.Link, len(schemes))
	for i, s := range schemes {
		links[i] = ruleLink(h, t.Place, s)
	}
	return links
}

// ways are how the page h leads to lines of files and to the rules.
func (v *village) ways(h *Head) account.Ways {
	return account.Ways{Site: v.public, Rules: h.Href(address.Rules(v.place))}
}
