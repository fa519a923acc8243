package page

import (
	"slices"

	"gongshi/generator/address"
	"gongshi/generator/forms"
	"gongshi/generator/rules"
)

// Papers is <place>/papers/index.html: all that the clerk prints, reads out and sends.
type Papers struct {
	Head
	Forms  []FormLink
	Spoken []PeriodState // the latest period, and every other that is open or disputed: what is said of it
	Screen string
}

// FormLink leads to a form; Word is a key of the words.
type FormLink struct {
	Word, Href string
}

// Form is a page of <place>/papers: paper to be printed and filled in by hand. One of those below
// is not nil.
type Form struct {
	Head
	Word        string // a key of the words, as in FormLink
	Rules       rules.Link
	Visit       *forms.Visit
	Declaration *forms.Declaration
	SignIn      *forms.SignIn
	Objection   *forms.Objection
	Booklet     *forms.Booklet
}

// form is a form by its name, and how its page is filled.
type form struct {
	word string
	fill func(*Form)
}

// forms are those that a place has; none where no rules are in force.
func (v *village) forms() []form {
	p := v.place
	if p.InForce == nil {
		return nil
	}
	list := []form{
		{"visit", func(m *Form) { m.Visit = forms.VisitOf(p) }},
		{"declare", func(m *Form) { m.Declaration = forms.DeclarationOf(p) }},
		{"signin", func(m *Form) { m.SignIn = forms.SignInOf() }},
		{"objection", func(m *Form) { m.Objection = forms.ObjectionOf(p, v.public.Day) }},
		{"booklet", func(m *Form) { m.Booklet = forms.BookletOf(p) }},
	}
	if forms.VisitOf(p) == nil {
		return list[1:]
	}
	return list
}

// formLeaves are the pages of the forms, and the one that leads to them.
func (v *village) formLeaves(list *[]leaf) {
	all := v.forms()
	put(list, len(all) > 0, address.Papers(v.place), func() *Papers { return v.papers(all) })
	for _, f := range all {
		put(list, true, address.Form(v.place, f.word), func() *Form { return v.form(f) })
	}
}

func (v *village) form(f form) *Form {
	p, kind := v.place, "form"
	if f.word == "visit" {
		kind = "form across" // its sheets lie on their side
	}
	m := &Form{Head: v.personal(v.headOf(p, address.Form(p, f.word), kind)), Word: f.word}
	m.Head.Crumbs = append(m.Head.Crumbs, Crumb{Word: "papers.title", Href: "index.html"})
	m.Rules = ruleLink(&m.Head, p, p.InForce)
	f.fill(m)
	return m
}

// papers is the page that leads to the forms, and to what is said of the latest periods.
func (v *village) papers(all []form) *Papers {
	p := v.place
	m := &Papers{Head: v.headOf(p, address.Papers(p), "papers")}
	for _, f := range all {
		m.Forms = append(m.Forms, FormLink{f.word, m.Href(address.Form(p, f.word))})
	}
	for _, t := range slices.Backward(p.Tables) {
		if t.State.Published() && (t.State.Unsettled() || len(m.Spoken) == 0) {
			m.Spoken = append(m.Spoken, v.periodState(&m.Head, t, address.Broadcast(t)))
		}
	}
	m.Screen = m.hrefIf(len(p.Tables) > 0, address.Screen(p))
	return m
}
