package page

import (
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/score"
)

// Example is how the figures of one household in one period came about, by the rules that it
// is an example of.
type Example struct {
	Period     ledger.Period
	Household  Link
	Derivation []Step
}

// example is the one that the place names, and its table; nil while its figures may change, and
// once the household or its records are not public any more.
func (v *village) example(head *Head) (*Example, *score.Table) {
	e := v.place.Example
	if e == nil || !v.people.Details(e.Period) {
		return nil, nil
	}
	t := v.place.Table(e.Period)
	if t == nil || t.State.Status != notice.Final {
		return nil, nil
	}
	r := t.Row(v.place.Household(e.Household))
	if r == nil || r.Provisional || r.CarryProvisional || v.people.Omitted(t.Place, r.Household) {
		return nil, nil
	}
	link := v.householdLink(t, r)
	link.Href = "h/" + link.Href
	return &Example{t.Period, link, v.derivation(head, t, r)}, t
}
