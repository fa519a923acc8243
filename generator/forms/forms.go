// Package forms lays out the paper that the clerk's work needs beside the notice: what is filled in at the door,
// by a household, in the meeting and by people who object.
//
// In: what is published of a place: the rules in force, its groups, and whom its latest table lists. Out: tables
// to be printed and written into by hand. They have no figure of anybody: paper that lies about tells nothing.
// Households that are not listed on the site are on none of them, nor is an item that is published only inside a
// sum; there are empty lines for both, for the clerk's pen.
package forms

import (
	"slices"

	"gongshi/generator/figure"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/rules"
)

// Lines are lines to write on.
type Lines []struct{}

// Visit is 入户评分表: for each group its households, and a column for each item.
type Visit struct {
	Groups []Group
	Parts  []Part // of the items, each as many as are beside one another on a sheet
	Hidden int    // items that are not on it
	Empty  Lines  // below each group, for households that are not listed
}

// Group are the households of one group, by 户号.
type Group struct {
	Name       gazette.Phrase // nothing where the village has no groups
	Households []Who
}

// Who is a household as it is published.
type Who struct {
	ID, Name string
}

// Part are the items of a cycle that are beside one another.
type Part struct {
	Cycle      string
	Categories []Span
	Items      []Column
}

// Span is a category above its items.
type Span struct {
	Name  string
	Items int
}

// Column is an item.
type Column struct {
	Name, Full string
}

const (
	mostColumns = 20 // 9 mm each beside 户号 and name on A4 across
	spare       = 2
	blank       = 24
)

// VisitOf is the sheet of p; nil where its rules assess nothing that may be on it.
func VisitOf(p *gazette.Place) *Visit {
	v := &Visit{Empty: make(Lines, spare)}
	for _, c := range []ledger.Cycle{ledger.Month, ledger.Quarter, ledger.Year} {
		v.items(p.InForce, c)
	}
	if len(v.Parts) == 0 {
		return nil
	}
	if v.Groups = groups(p); v.Groups == nil {
		v.Groups, v.Empty = []Group{{}}, make(Lines, blank)
	}
	return v
}

// items adds the items of a cycle, as many as fit beside one another at a time.
func (v *Visit) items(s *gazette.Scheme, cycle ledger.Cycle) {
	var part *Part
	for _, item := range s.ItemsOf(cycle) {
		if gazette.Hidden(item) {
			v.Hidden++
			continue
		}
		if part == nil || len(part.Items) == mostColumns {
			v.Parts = append(v.Parts, Part{Cycle: cycle.String()})
			part = &v.Parts[len(v.Parts)-1]
		}
		if n := len(part.Categories); n == 0 || part.Categories[n-1].Name != item.Category.Name {
			part.Categories = append(part.Categories, Span{Name: item.Category.Name})
		}
		part.Categories[len(part.Categories)-1].Items++
		part.Items = append(part.Items, Column{item.Name, item.Points.String()})
	}
}

// groups are the households that the latest table lists, in the order of place.toml.
func groups(p *gazette.Place) []Group {
	t := p.Latest()
	if t == nil {
		return nil
	}
	var list []Group
	for _, g := range figure.ByGroup(p, t.Rows) {
		group := Group{Name: g.Name}
		for _, r := range g.Rows {
			group.Households = append(group.Households, Who{r.ID, r.Name})
		}
		list = append(list, group)
	}
	return list
}

// Declaration is 申报表: what a household declares of itself, and what it has done.
type Declaration struct {
	Categories []rules.Category // with the items that may be on it
	Additions  []rules.Event    // likewise
	Deeds      Lines
}

// DeclarationOf is the sheet of p.
func DeclarationOf(p *gazette.Place) *Declaration {
	v := rules.Of(p.InForce)
	d := &Declaration{Deeds: make(Lines, 4)}
	for _, c := range v.Categories {
		c.Items = slices.DeleteFunc(c.Items, func(i rules.Item) bool { return i.Sensitive })
		if len(c.Items) > 0 {
			d.Categories = append(d.Categories, c)
		}
	}
	d.Additions = slices.DeleteFunc(v.Additions, func(e rules.Event) bool { return e.Sensitive })
	return d
}

// SignIn is 签到表 of the meeting that agrees to the figures.
type SignIn struct {
	Left, Right []int // the numbers of its lines
}

// SignInOf has room for so many people.
func SignInOf() *SignIn {
	const half = 20
	s := &SignIn{}
	for i := range half {
		s.Left, s.Right = append(s.Left, i+1), append(s.Right, half+i+1)
	}
	return s
}

// Objection is 异议单 with its receipt.
type Objection struct {
	Days   int // within which it is answered
	Reason Lines
}

// ObjectionOf is the slip of p for what is posted on a day.
func ObjectionOf(p *gazette.Place, day ledger.Date) *Objection {
	return &Objection{Days: p.Publicity.On(day).AnswerDays, Reason: make(Lines, 4)}
}

// Booklet is a page of 积分存折, which a household keeps.
type Booklet struct {
	Rows      Lines
	Exchanges bool // its points are exchanged, so that a balance is left
}

// BookletOf is the page of p.
func BookletOf(p *gazette.Place) *Booklet {
	return &Booklet{Rows: make(Lines, blank), Exchanges: p.Exchanges()}
}
