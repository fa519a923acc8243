package page

import (
	"slices"

	"gongshi/generator/address"
	"gongshi/generator/gazette"
)

// Door is one of the ways that all pages of a village offer at their head.
type Door struct {
	Word    string // households, ranking, notices, rules, honours: a key of the words
	Href    string
	Current string // as aria-current has it: page, true within what the door leads to, or ""
}

// behind are the kinds of pages that each door leads to.
var behind = map[string][]string{
	"households": {"households", "household"},
	"ranking":    {"period"},
	"notices":    {"notices", "notice"},
	"rules":      {"rules"},
	"honours":    {"honours"},
}

// doors are those of p that lead somewhere, as seen from h; none where p keeps no points.
func (s *site) doors(h *Head, p *gazette.Place) []Door {
	var list []Door
	add := func(word, path string) {
		d := Door{Word: word, Href: h.Href(path)}
		switch {
		case h.Path == path:
			d.Current = "page"
		case slices.Contains(behind[word], h.Kind):
			d.Current = "true"
		}
		list = append(list, d)
	}
	if !p.Keeps {
		return nil
	}
	if t := p.Latest(); t != nil {
		add("households", address.Households(p))
		add("ranking", address.Period(t))
		add("notices", address.Notices(p))
	}
	if s.hasRules(p) {
		add("rules", address.Rules(p))
	}
	for _, t := range slices.Backward(p.Tables) {
		if t.Honoured() {
			add("honours", address.Honours(t))
			break
		}
	}
	return list
}
