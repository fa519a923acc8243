package page

import (
	"gongshi/generator/account"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

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
	link := householdLink(r)
	link.Href = "h/" + link.Href
	return &Example{t.Period, link, account.Derivation(t, r, v.ways(head))}, t
}
