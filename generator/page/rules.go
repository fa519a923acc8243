package page

import (
	"slices"
	"strings"

	"gongshi/generator/address"
	"gongshi/generator/figure"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// Rules is <place>/rules.html: every version of the rules as tables, latest first.
type Rules struct {
	Head
	Place       string
	Versions    []Version
	Explanation *Article // the place's own, nil if there is none
	Elsewhere   *Link    // where the explanation of inherited rules stands
	Publicity   ledger.Publicity
}

// Version is one version of the rules.
type Version struct {
	*gazette.Scheme
	ID           string       // of its section
	Periods      []PeriodLink // that it governed, in order
	Example      *Example     // nil: none
	Changes      *Changes     // against the version before it; nil: it is the first
	From         *Link        // the place above from which it is inherited, nil: its own
	InForce      bool
	Future       bool // takes effect after the day
	Base         string
	Categories   []RuleCategory
	Additions    []RuleEvent
	Deductions   []RuleEvent
	Levels       []figure.Band
	Rounding     string
	TiesOut      bool
	HonoursCycle string
	Assessed     bool // some category is assessed, so that a cell may be missing
}

// RuleCategory is a category with its items.
type RuleCategory struct {
	Name    string
	Cycle   string
	Combine string // "" where a year has but one period of it
	Full    string
	Items   []RuleItem
}

// RuleItem is one assessed item.
type RuleItem struct {
	Name, Points, Standard string
	Sensitive              bool // published in a sum only
}

// RuleEvent is a kind of addition or deduction.
type RuleEvent struct {
	Heading, Name, Per  string
	Points              string // fixed, or from~to
	MaxMonth, MaxYear   string // "" where there is no cap
	Approval, Sensitive bool
	Veto                bool
}

func (v *village) rules() *Rules {
	s, p := v.site, v.place
	m := &Rules{
		Head: s.headOf(p, "rules.html", "rules"), Place: p.Name,
		Publicity: p.Publicity,
	}
	m.Head.Rules = ""
	list := versions(p)
	for i, scheme := range list {
		version := versionOf(scheme)
		version.ID, version.Periods = ruleID(scheme), s.governed(&m.Head, p, scheme)
		if i+1 < len(list) {
			version.Changes = changes(&m.Head, p, list[i+1], scheme)
		}
		version.InForce, version.Future = scheme == p.InForce, scheme.Effective > s.public.Day
		if scheme.Of.Path != p.Path {
			version.From = &Link{scheme.Of.Name, m.Href(address.Rules(scheme.Of))}
		}
		m.Versions = append(m.Versions, version)
	}
	changes := s.ruleChanges(p)
	if e, t := v.example(&m.Head); e != nil {
		at := slices.Index(list, t.Scheme)
		m.Versions[at].Example = e
		changes = append(changes, t.Changed)
	}
	m.Changed = changed(changes...)
	if a := s.explanation(p); a != nil {
		m.Explanation = s.article(a)
		m.Explanation.Head = m.Head
	} else if up := s.explained(p.Parent); up != nil {
		m.Elsewhere = &Link{up.Name, m.Href(address.Rules(up))}
	}
	return m
}

// ruleChanges are those of the versions of p's rules, of their explanation, and of where its
// days of publicity stand.
func (s *site) ruleChanges(p *gazette.Place) []gazette.Change {
	list := inherited(p)
	for _, v := range versions(p) {
		list = append(list, v.Changed)
	}
	if a := s.explanation(p); a != nil {
		list = append(list, a.Changed)
	}
	return list
}

// governed are the periods of p that have the version in force.
func (s *site) governed(h *Head, p *gazette.Place, scheme *gazette.Scheme) []PeriodLink {
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

func versionOf(s *gazette.Scheme) Version {
	v := Version{Scheme: s, Assessed: len(s.Categories) > 0}
	if s.HasBase {
		v.Base = s.Base.String()
	}
	for _, c := range s.Categories {
		v.Categories = append(v.Categories, ruleCategory(c))
	}
	for _, k := range s.Events {
		e := ruleEvent(s, k)
		if strings.HasPrefix(e.Points, "-") {
			v.Deductions = append(v.Deductions, e)
		} else {
			v.Additions = append(v.Additions, e)
		}
	}
	if h := s.Honours; h != nil {
		v.Rounding, v.TiesOut, v.HonoursCycle = string(h.Rounding), h.TiesOut, h.Cycle.String()
		for _, l := range h.Levels {
			v.Levels = append(v.Levels, figure.BandOf(l, 0, 0))
		}
	}
	return v
}

func ruleCategory(c *ledger.Category) RuleCategory {
	m := RuleCategory{Name: c.Name, Cycle: c.Cycle.String(), Full: c.FullMarks().String()}
	if c.Cycle != ledger.Year {
		m.Combine = string(c.Combine)
	}
	for _, i := range c.Items {
		m.Items = append(m.Items, RuleItem{i.Name, i.Points.String(), i.Standard, gazette.Hidden(i)})
	}
	return m
}

func ruleEvent(s *gazette.Scheme, k *ledger.EventKind) RuleEvent {
	e := RuleEvent{
		Heading: k.Heading(s.Scheme), Name: k.Name, Per: k.Per, Points: k.Points.String(),
		Approval: k.Approval, Sensitive: k.Sensitive, Veto: k.Veto,
	}
	if k.Ranged {
		e.Points = k.From.String() + "~" + k.To.String()
	}
	if k.HasMaxMonth {
		e.MaxMonth = k.MaxPerMonth.String()
	}
	if k.HasMaxYear {
		e.MaxYear = k.MaxPerYear.String()
	}
	return e
}

// hasRules reports whether p has a page of rules.
func (s *site) hasRules(p *gazette.Place) bool {
	if len(p.Schemes) > 0 || s.explanation(p) != nil {
		return true
	}
	return p.Keeps && len(versions(p)) > 0
}

// explanation is the Markdown of p's page of rules, nil if there is none.
func (s *site) explanation(p *gazette.Place) *gazette.Article {
	i := slices.IndexFunc(s.public.Articles, func(a *gazette.Article) bool { return a.Path == p.Path+"/rules" })
	if i < 0 {
		return nil
	}
	return s.public.Articles[i]
}

// versions are the versions of the rules that matter to p, latest first: those of its
// nearest folder that has any, and before their first those of the folders above.
func versions(p *gazette.Place) []*gazette.Scheme {
	var list []*gazette.Scheme
	for at := p; at != nil; at = at.Parent {
		for _, s := range slices.Backward(at.Schemes) {
			if len(list) == 0 || s.Of == list[0].Of || s.Effective < list[len(list)-1].Effective {
				list = append(list, s)
			}
		}
	}
	return list
}
