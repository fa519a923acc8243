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

// vetoes reports whether an event takes away the honours of its household's year. A correction to
// 0 voids it.
func (e *Entry) vetoes() bool {
	voided := len(e.Fixes) > 0 && e.Fixed == 0
	return e.Kind.Veto && e.approved() && !voided
}

// vetoed reports whether a household goes without honours in a table: by a veto of the same year
// that belongs to its period or to one before it that counts.
func (p *Place) vetoed(h *ledger.Household, in *Table) bool {
	return slices.ContainsFunc(p.Tables, func(t *Table) bool {
		before := t.State.Counts && t.Period.Year == in.Period.Year && t.Period.Last() <= in.Period.Last()
		return (t == in || before) && slices.ContainsFunc(t.entries[h], (*Entry).vetoes)
	})
}

// honours sets the levels of a table, if the scheme awards any in its cycle (formats.md, "Sums";
// L7). N is all households ranked, organisations get none.
func (p *Place) honours(t *Table) {
	h := t.Scheme.Honours
	if h == nil || h.Cycle != t.Period.Cycle {
		return
	}
	ranked := t.Boards[0].Ranked
	tied := make(map[int]int) // how many share a rank
	for _, r := range ranked {
		tied[r.Rank]++
	}
	for _, l := range h.Levels {
		t.Places = append(t.Places, levelPlaces(l, h.Rounding, len(ranked)+t.hidden))
	}
	for _, r := range ranked {
		r.Level = t.levelOf(r, tied[r.Rank])
		switch {
		case r.Level == nil:
		case p.vetoed(r.Household, t):
			r.Level, r.Withheld = nil, Vetoed
		case t.below(r, r.Level):
			r.Level, r.Withheld = nil, BelowFloor
		}
	}
}

// levelOf returns the first level whose places or score the row reaches.
func (t *Table) levelOf(r *Row, tied int) *ledger.Level {
	score := t.Ranking(r)
	last := r.Rank
	if t.Scheme.Honours.Ties == ledger.TiesOut {
		last += tied - 1
	}
	for i, l := range t.Scheme.Honours.Levels {
		if l.HasMin && score >= l.Min || !l.HasMin && last <= t.Places[i] {
			return l
		}
	}
	return nil
}

// below reports whether the row's shown figure is below the level's floor. The base is compared
// as it would be shown.
func (t *Table) below(r *Row, l *ledger.Level) bool {
	score := t.Ranking(r)
	return l.FloorBase && score < r.Base.Round(t.Scheme.RankDecimals()) || l.HasFloor && score < l.Floor
}

// levelPlaces returns how many places there are up to a level among n ranked: a number, or n ×
// its percent, rounded; -1 for a level that is reached by score.
func levelPlaces(l *ledger.Level, rounding ledger.Rounding, n int) int {
	switch {
	case l.HasCount:
		return l.Count
	case l.HasMin:
		return -1
	}
	const whole = 100 * int(ledger.Point) // 100 percent
	product := n * int(l.Top)
	switch rounding {
	case ledger.RoundUp:
		product += whole - 1
	case ledger.RoundNearest:
		product += whole / 2
	}
	return product / whole
}
