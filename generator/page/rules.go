package page

import (
	"slices"

	"gongshi/generator/account"
	"gongshi/generator/address"
	"gongshi/generator/figure"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/rules"
)

// Rules is <place>/rules.html: every version of the rules as tables, latest first.
type Rules struct {
	Head
	Versions    []Version
	Explanation *gazette.Article // the place's own, nil if there is none
	Elsewhere   *Link            // where the explanation of inherited rules is
	Publicity   ledger.Publicity // for what is posted on the day
}

// Version is one version of the rules, and where it governs.
type Version struct {
	rules.Version
	Periods []PeriodLink // that it governed, in order
	Example *Example     // nil: none
	Changes *Changes     // against the version before it; nil: it is the first
	From    *Link        // the place above from which it is inherited, nil: its own
	InForce bool
	Future  bool // takes effect after the day
}

// Changes is how a version of the rules differs from the one in force before it.
type Changes struct {
	ID     string // of its section
	Before rules.Link
	Rows   []rules.Change
}

func (v *village) rules() *Rules {
	s, p := v.site, v.place
	m := &Rules{
		Head:      s.headOf(p, address.Rules(p), "rules"),
		Publicity: p.Publicity.On(s.public.Day),
	}
	m.Head.Rules = ""
	list, changes := rules.Versions(p), inherited(p)
	for i, scheme := range list {
		version := Version{Version: rules.Of(scheme), Periods: governed(&m.Head, p, scheme)}
		if i+1 < len(list) {
			version.Changes = &Changes{"changes-" + version.ID, ruleLink(&m.Head, p, list[i+1]), rules.Changes(list[i+1], scheme)}
		}
		version.InForce, version.Future = scheme == p.InForce, scheme.Effective > s.public.Day
		if scheme.Of.Path != p.Path {
			version.From = &Link{scheme.Of.Name, m.Href(address.Rules(scheme.Of))}
		}
		m.Versions = append(m.Versions, version)
		changes = append(changes, scheme.Changed)
	}
	if e, t := v.example(&m.Head); e != nil {
		at := slices.Index(list, t.Scheme)
		m.Versions[at].Example = e
		changes = append(changes, t.Changed)
	}
	if a := s.explanation(p); a != nil {
		m.Explanation = a
		changes = append(changes, a.Changed)
	} else if up := s.explained(p.Parent); up != nil {
		m.Elsewhere = &Link{up.Name, m.Href(address.Rules(up))}
	}
	m.Changed = changed(changes...)
	return m
}

// governed are the periods of p that have the version in force.
func governed(h *Head, p *gazette.Place, scheme *gazette.Scheme) []PeriodLink {
	var list []PeriodLink
	for _, t := range p.Tables {
		if t.Scheme == scheme {
			list = append(list, *periodLink(h, t))
		}
	}
	return list
}

// explained is the nearest place from p upwards that explains its rules, or nil.
func (s *site) explained(p *gazette.Place) *gazette.Place {
	for ; p != nil; p = p.Parent {
		if s.explanation(p) != nil {
			return p
		}
	}
	return nil
}

// hasRules reports whether p has a page of rules.
func (s *site) hasRules(p *gazette.Place) bool {
	return len(p.Schemes) > 0 || s.explanation(p) != nil || p.Keeps && len(rules.Versions(p)) > 0
}

// explanation is the Markdown of p's page of rules, nil if there is none.
func (s *site) explanation(p *gazette.Place) *gazette.Article {
	return s.public.Article(p.Path + "/rules")
}

// Example is how the figures of one household in one period came about, by the rules that it
// is an example of.
type Example struct {
	Period     ledger.Period
	Household  Link
	Derivation []account.Step
}

// example is the one that the place names, and its table; nil while its figures may change, and
// once the household or its records are not public any more.
func (v *village) example(head *Head) (*Example, *gazette.Table) {
	e := v.place.Example
	if e == nil {
		return nil, nil
	}
	t := v.place.Table(e.Period)
	r := t.Row(e.Household)
	return &Example{t.Period, householdLink(head, v.place, r), account.Derivation(t, r, v.ways(head))}, t
}

// ruleLink leads to a version on p's page of rules.
func ruleLink(h *Head, p *gazette.Place, s *gazette.Scheme) rules.Link {
	return rules.LinkTo(h.Href(address.Rules(p)), s)
}

// governing are the versions that made t's figures: its own, then, of a year, those of
// the periods that it sums.
func governing(h *Head, t *gazette.Table) []rules.Link {
	links := []rules.Link{ruleLink(h, t.Place, t.Scheme)}
	for _, of := range figure.Summed(t) {
		if link := ruleLink(h, t.Place, of.Scheme); !slices.Contains(links, link) {
			links = append(links, link)
		}
	}
	return links
}

// ways are how the page h leads to lines of files and to the rules.
func (v *village) ways(h *Head) account.Ways {
	return account.Ways{Site: v.public, Rules: h.Href(address.Rules(v.place))}
}
