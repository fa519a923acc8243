// Package rules presents the rules of a place as tables, and what one version changed in the one
// before it.
//
// In: versions of the rules, from package gazette. Out: a [Version], with its categories, kinds
// of events and levels as text, and the [Change]s between two. It does not know the periods that
// they govern, nor their page, and works out no points.
package rules

import (
	"slices"
	"strings"

	"gongshi/generator/figure"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// Version is one version of the rules, as tables.
type Version struct {
	*gazette.Scheme
	ID           string // of its section
	Base         string
	Categories   []Category
	Additions    []Event
	Deductions   []Event
	Levels       []figure.Band
	Rounding     string
	HonoursCycle string
	Ties         ledger.Ties
	Assessed     bool // some category is assessed, so that a cell may be missing
}

// What layouts ask that a theme of its own has from before they were given the words.

func (v Version) Lifetime() bool  { return v.Carry == ledger.Lifetime }
func (v Version) ByAverage() bool { return v.RankBy == ledger.ByAverage }
func (v Version) TiesOut() bool   { return v.Ties == ledger.TiesOut }

// Category is a category with its items.
type Category struct {
	Name    string
	Cycle   string
	Combine string // "" where a year has but one period of it
	Full    string
	Items   []Item
}

// Item is one assessed item.
type Item struct {
	Name, Points, Standard string
	Sensitive              bool // published in a sum only
}

// Event is a kind of addition or deduction.
type Event struct {
	Heading, Name, Per  string
	Points              string // fixed, or from~to
	MaxMonth, MaxYear   string // "" where there is no cap
	Approval, Sensitive bool
	Veto                bool
}

// ID returns the id of a version on a page of rules.
func ID(s *gazette.Scheme) string { return "v" + s.Effective.String() }

// Link leads to one version of the rules.
type Link struct {
	Title     string
	Effective ledger.Date
	Href      string
}

// LinkTo returns a link to a version on the page of rules at an address.
func LinkTo(page string, s *gazette.Scheme) Link {
	return Link{s.Title, s.Effective, page + "#" + ID(s)}
}

// Of returns a version as tables.
func Of(s *gazette.Scheme) Version {
	v := Version{Scheme: s, ID: ID(s), Base: baseText(s), Assessed: len(s.Categories) > 0}
	for _, c := range s.Categories {
		v.Categories = append(v.Categories, category(c))
	}
	for _, k := range s.Events {
		e := event(s, k)
		if strings.HasPrefix(e.Points, "-") {
			v.Deductions = append(v.Deductions, e)
		} else {
			v.Additions = append(v.Additions, e)
		}
	}
	if h := s.Honours; h != nil {
		v.Rounding, v.Ties, v.HonoursCycle = string(h.Rounding), h.Ties, h.Cycle.String()
		for _, l := range h.Levels {
			v.Levels = append(v.Levels, figure.BandOf(l, 0, 0))
		}
	}
	return v
}

func category(c *ledger.Category) Category {
	m := Category{Name: c.Name, Cycle: c.Cycle.String(), Full: c.FullMarks().String()}
	if c.Cycle != ledger.Year {
		m.Combine = string(c.Combine)
	}
	for _, i := range c.Items {
		m.Items = append(m.Items, Item{i.Name, i.Points.String(), i.Standard, gazette.Hidden(i)})
	}
	return m
}

func event(s *gazette.Scheme, k *ledger.EventKind) Event {
	e := Event{
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

// Versions returns the versions of the rules that matter to p, latest first: those of its nearest
// folder that has any, and before their first those of the folders above.
func Versions(p *gazette.Place) []*gazette.Scheme {
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
