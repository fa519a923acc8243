package account

import (
	"cmp"
	"slices"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// Move is how far an item's points, or a period's additions or deductions, are from those of
// the period before.
type Move struct {
	Name gazette.Phrase
	By   string // without its sign
	Less bool

	points ledger.Points
}

// Moves returns what made r's points in t others than was had in the table before, the most
// first; nil where the two cannot be compared item by item: one of them sums other periods, is
// scaled, or has left the site, or another set of items was assessed.
func Moves(before *gazette.Table, was *gazette.Row, t *gazette.Table, r *gazette.Row) []Move {
	if before.Sums || t.Sums || !before.Kept || !t.Kept {
		return nil
	}
	old, now := before.Sheet(was), t.Sheet(r)
	if old.Scaled() || now.Scaled() || old.AllOut || now.AllOut || len(old.Marks) != len(now.Marks) {
		return nil
	}
	var list []Move
	for i, m := range now.Marks {
		from := old.Marks[i]
		if m.Category.ID != from.Category.ID || m.Name().Text != from.Name().Text || m.Count != from.Count {
			return nil
		}
		list = append(list, move(m.Name(), m.Points-from.Points, 1))
	}
	list = append(list,
		move(gazette.Phrase{Key: "column." + gazette.ColumnAdditions}, r.Shown.Additions-was.Shown.Additions, 1),
		move(gazette.Phrase{Key: "column." + gazette.ColumnDeductions}, r.Shown.Deductions-was.Shown.Deductions, -1))
	list = slices.DeleteFunc(list, func(m Move) bool { return m.points == 0 })
	slices.SortStableFunc(list, func(a, b Move) int { return cmp.Compare(b.points, a.points) })
	return list
}

// move returns a difference of points; a figure that is printed with a minus grows downwards.
func move(name gazette.Phrase, by, sign ledger.Points) Move {
	size := max(by, -by)
	return Move{Name: name, By: size.String(), Less: by*sign < 0, points: size}
}
