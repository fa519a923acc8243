package page

import (
	"fmt"
	"slices"
	"testing"

	"gongshi/generator/ledger"
)

// A list holds what the page of households shows.
func TestSearchListIsThePageOfHouseholds(t *testing.T) {
	all := built(t, fixture(), fixtureDay, "")
	list, shown := page[*SearchList](t, all, "zhen/cun/h/list.js"), page[*Households](t, all, "zhen/cun/h/index.html")
	if len(list.Groups) == 0 || !slices.EqualFunc(list.Groups, shown.Groups, func(a, b HouseholdGroup) bool {
		return a.Name.Text == b.Name.Text && slices.Equal(a.Households, b.Households)
	}) {
		t.Errorf("%v, the page has %v", list.Groups, shown.Groups)
	}
}

// Lists are searched together as long as they are short; villages are told apart by what lies
// above them.
func TestSearchOverVillages(t *testing.T) {
	for households, at := range map[int]bool{4: true, atOnce + 1: false} {
		book := fixture()
		village := book.Place("zhen/cun")
		for i := len(village.Households); i < households; i++ {
			village.Households = append(village.Households, &ledger.Household{ID: fmt.Sprint("z", i)})
		}
		all := built(t, book, fixtureDay, "")
		m := page[*Village](t, all, "index.html").Search
		if m == nil || len(m.Lists) != 1 || m.All != at {
			t.Errorf("%d households: %+v", households, m)
			continue
		}
		if l := m.Lists[0]; l.Href != "zhen/cun/h/index.html" || l.File != "zhen/cun/h/list.js" || l.Name != "中坪村" {
			t.Errorf("list: %+v", l)
		}
		if l := page[*Households](t, all, "zhen/cun/h/index.html").Search.Lists[0]; l.File != "list.js" || l.Name != village.Name {
			t.Errorf("on its own page: %+v", l)
		}
	}
}
