package figure

import (
	"slices"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// RankedBy returns the column by which t ranks.
func RankedBy(t *gazette.Table) string {
	if t.Scheme.RankBy == ledger.ByAverage {
		return gazette.ColumnAverage
	}
	return gazette.ColumnTotal
}

// Neighbours returns the tables of the same cycle before and after the one at i, or nil.
func Neighbours(tables []*gazette.Table, i int) (before, after *gazette.Table) {
	for k, t := range tables {
		switch {
		case k == i || t.Period.Cycle != tables[i].Period.Cycle:
		case k < i:
			before = t
		case after == nil:
			after = t
		}
	}
	return before, after
}

// Compared returns the table with which the one at i is compared: the latest of its cycle before it
// that is final, or the one before it where none is. skipped is the latest between, which may still
// change; nil if there is none.
func Compared(tables []*gazette.Table, i int) (with, skipped *gazette.Table) {
	for _, t := range slices.Backward(tables[:i]) {
		switch {
		case t.Period.Cycle != tables[i].Period.Cycle:
		case t.State.Status == gazette.Final:
			return t, skipped
		case skipped == nil:
			skipped = t
		}
	}
	return skipped, nil
}

// Full returns the most that c gives in t, or 0 if that is not one number, since t sums other
// periods.
func Full(t *gazette.Table, c *ledger.Category) ledger.Points {
	if t.Sums && c.Combine == ledger.Sum {
		return 0
	}
	return c.FullMarks()
}

// Group returns a group's name on pages, or its id if place.toml does not name it. For those in
// none it is 未分组, unless the village has no groups at all.
func Group(p *gazette.Place, id string) gazette.Phrase {
	name := p.GroupName(id)
	if name == "" && p.Grouped {
		return gazette.Phrase{Key: "households.nogroup"}
	}
	return gazette.Phrase{Text: name}
}

// InGroup is the rows of one group.
type InGroup struct {
	Name gazette.Phrase
	Rows []*gazette.Row
}

// ByGroup returns rows by their groups, those of place.toml first, in its order; none is empty.
func ByGroup(p *gazette.Place, rows []*gazette.Row) []InGroup {
	var order []string
	for _, g := range p.Groups {
		order = append(order, g.ID)
	}
	of := make(map[string][]*gazette.Row)
	for _, r := range rows {
		if of[r.Group] == nil && p.Group(r.Group) == nil {
			order = append(order, r.Group)
		}
		of[r.Group] = append(of[r.Group], r)
	}
	var list []InGroup
	for _, id := range order {
		if rows := of[id]; len(rows) > 0 {
			list = append(list, InGroup{Group(p, id), rows})
		}
	}
	return list
}

// Summed returns the tables of the periods that t sums, latest first.
func Summed(t *gazette.Table) []*gazette.Table {
	var list []*gazette.Table
	for _, p := range slices.Backward(t.Others) {
		if of := t.Place.Table(p); of != nil && of != t {
			list = append(list, of)
		}
	}
	return list
}
