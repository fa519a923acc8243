package page

import (
	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// groupName is how pages call a group: by its name, or by its id where place.toml does
// not name it. Who belongs to none is 未分组, unless the village has no groups at all.
func (v *village) groupName(id string) score.Phrase {
	name := groupName(v.place.Place, id)
	if name == "" && v.grouped {
		return score.Phrase{Key: "households.nogroup"}
	}
	return score.Phrase{Text: name}
}

// groupName is the name of a group, or its id where place.toml does not name it.
func groupName(p *ledger.Place, id string) string {
	if g := p.Group(id); g != nil && g.Name != "" {
		return g.Name
	}
	return id
}

// grouped reports whether some household of p belongs to a group, or could.
func grouped(p *ledger.Place) bool {
	if len(p.Groups) > 0 {
		return true
	}
	for _, h := range p.Households {
		for _, s := range h.Spans {
			if s.Group != "" {
				return true
			}
		}
	}
	return false
}
