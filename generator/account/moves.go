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
	Name   gazette.Phrase
	By     string // without its sign
	Less   bool
	Amount bool // of 加分 or 扣分: there is more or less of it, where a score is higher or lower

	effect ledger.Points // on the total
}

// Moves returns what made r's points in t others than was had in the table before, the most
// first; nil where the two cannot be compared item by item: one of them sums other periods, is
// scaled, or has left the site, another set of items was assessed, or a limit made part of it.
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
		amount(gazette.ColumnAdditions, r.Shown.Additions-was.Shown.Additions, 1),
		amount(gazette.ColumnDeductions, r.Shown.Deductions-was.Shown.Deductions, -1))
	list = slices.DeleteFunc(list, func(m Move) bool { return m.effect == 0 })
	if sum(list) != r.Shown.Total-was.Shown.Total {
		return nil
	}
	slices.SortStableFunc(list, func(a, b Move) int { return cmp.Compare(size(b.effect), size(a.effect)) })
	return list
}

// move returns a difference of points; a figure that is printed with a minus grows downwards.
func move(name gazette.Phrase, by, sign ledger.Points) Move {
	return Move{Name: name, By: size(by).String(), Less: by*sign < 0, effect: by}
}

func amount(column string, by, sign ledger.Points) Move {
	m := move(gazette.Phrase{Key: "column." + column}, by, sign)
	m.Amount = true
	return m
}

// BothWays puts the largest loss, or gain, among the first n of the moves where all of these go the other way: what
// a sentence leaves out does not hide it.
func BothWays(moves []Move, n int) []Move {
	up := moves[0].effect > 0
	other := slices.IndexFunc(moves, func(m Move) bool { return m.effect > 0 != up })
	if other < n {
		return moves
	}
	moves = slices.Insert(slices.Clone(moves), n-1, moves[other])
	return slices.Delete(moves, other+1, other+2)
}

// Rest is what some moves make together.
func Rest(moves []Move) Move { return move(gazette.Phrase{}, sum(moves), 1) }

func sum(moves []Move) (effect ledger.Points) {
	for _, m := range moves {
		effect += m.effect
	}
	return effect
}

func size(p ledger.Points) ledger.Points { return max(p, -p) }

// None reports whether it makes no difference.
func (m Move) None() bool { return m.effect == 0 }
