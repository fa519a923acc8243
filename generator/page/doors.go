package page

import (
	"slices"

	"gongshi/generator/address"
	"gongshi/generator/gazette"
	"gongshi/generator/screen"
)

// Door is one of the ways that all pages of a village offer at their head.
type Door struct {
	Word    string // households, ranking, notices, rules, honours: a key of the words
	Href    string
	Current string // as aria-current has it: page, true within what the door leads to, or ""
}

// doors are those of p that lead somewhere, as seen from h; none where p keeps no points.
func (s *site) doors(h *Head, p *gazette.Place) []Door {
	if !p.Keeps {
		return nil
	}
	var list []Door
	add := func(word, path string, behind ...string) { // the kinds of pages that it leads to
		d := Door{Word: word, Href: h.Href(path)}
		switch {
		case h.Path == path:
			d.Current = "page"
		case slices.Contains(behind, h.Kind):
			d.Current = "true"
		}
		list = append(list, d)
	}
	if t := p.Latest(); t != nil {
		add("households", address.Households(p), "households", "household")
		add("ranking", address.Period(t), "period")
		add("notices", address.Notices(p), "notices", "notice")
	}
	if s.hasRules(p) {
		add("rules", address.Rules(p), "rules")
	}
	if t := screen.Awarded(p, false); t != nil {
		add("honours", address.Honours(t), "honours")
	}
	return list
}
