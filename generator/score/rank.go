package score

import (
	"cmp"
	"slices"
	"strings"

	"gongshi/generator/ledger"
)

// rank fills the boards and every row's ranks: standard competition ranking (1, 2, 2, 4) by shown
// figures, highest first, households and organisations apart.
func (t *Table) rank() {
	for b := range t.Boards {
		board := Board{Organisations: b == 1}
		for _, r := range t.Rows {
			if r.Organisation == board.Organisations {
				board.Ranked = append(board.Ranked, r)
			}
		}
		board.Carried = slices.Clone(board.Ranked)
		competition(board.Ranked, t.Ranking, func(r *Row, rank int) { r.Rank = rank })
		competition(board.Carried,
			func(r *Row) ledger.Points { return r.Shown.Carried },
			func(r *Row, rank int) { r.CarryRank = rank })
		t.Boards[b] = board
	}
}

// competition sorts rows by figure, highest first, then 户号, and returns the ranks.
func competition(rows []*Row, figure func(*Row) ledger.Points, set func(*Row, int)) {
	slices.SortFunc(rows, func(a, b *Row) int {
		return cmp.Or(cmp.Compare(figure(b), figure(a)), strings.Compare(a.Household.ID, b.Household.ID))
	})
	rank := 0
	for i, r := range rows {
		if i == 0 || figure(r) != figure(rows[i-1]) {
			rank = i + 1
		}
		set(r, rank)
	}
}
