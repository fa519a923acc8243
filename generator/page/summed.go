package page

import (
	"slices"

	"gongshi/generator/gazette"
)

// Summed names the periods whose points a year or a summary quarter has in its figures, and
// those within it that are posted and have no part in them yet.
type Summed struct {
	Of, Waiting []PeriodLink
}

// summedIn is nil where t sums no other periods.
func (v *village) summedIn(h *Head, t *gazette.Table) *Summed {
	if !t.Sums {
		return nil
	}
	m := &Summed{}
	for _, of := range v.place.Tables {
		switch {
		case slices.Contains(t.Others, of.Period):
			m.Of = append(m.Of, *periodLink(h, of))
		case of != t && t.Period.Contains(of.Period) && !of.Summary && of.State.Status != gazette.Draft:
			m.Waiting = append(m.Waiting, *periodLink(h, of))
			v.follow(h, of.State)
		}
	}
	return m
}
