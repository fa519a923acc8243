package score

import (
	"slices"

	"gongshi/generator/ledger"
)

// vetoesIn finds the periods in which each household has a counted event whose kind takes away the
// honours of its year. A correction to 0 voids it.
func vetoesIn(periods []*period) map[*ledger.Household][]*period {
	found := make(map[*ledger.Household][]*period)
	for _, p := range periods {
		for h, entries := range p.entries {
			for _, e := range entries {
				voided := len(e.Fixes) > 0 && e.Fixed == 0
				if e.Kind.Veto && e.Review == ledger.Approved && !voided {
					found[h] = append(found[h], p)
				}
			}
		}
	}
	return found
}

// vetoed reports whether a household goes without honours in a period: by a veto of the same year
// that belongs to the period or to one before it that counts.
func (t *tally) vetoed(h *ledger.Household, in *period) bool {
	at := in.state.Period
	return slices.ContainsFunc(t.vetoes[h], func(p *period) bool {
		of := p.state.Period
		return of.Year == at.Year && (p == in || p.state.Counts && of.Last() <= at.Last())
	})
}

// honours sets the levels of a period, if the scheme awards any in its cycle (formats.md, "Sums";
// L7). N is all households ranked, organisations get none.
func (t *tally) honours(table *Table) {
	h := table.Scheme.Honours
	if h == nil || h.Cycle != table.Period.Cycle {
		return
	}
	ranked := table.Boards[0].Ranked
	tied := make(map[int]int) // how many share a rank
	for _, r := range ranked {
		tied[r.Rank]++
	}
	for _, l := range h.Levels {
		table.Places = append(table.Places, levelPlaces(l, h.Rounding, len(ranked)+table.period.hidden))
	}
	for _, r := range ranked {
		r.Level = table.levelOf(r, tied[r.Rank])
		switch {
		case r.Level == nil:
		case t.vetoed(r.Household, table.period):
			r.Level, r.Withheld = nil, Vetoed
		case table.below(r, r.Level):
			r.Level, r.Withheld = nil, BelowFloor
		}
	}
}

// levelOf returns the first level whose places or score the row reaches.
func (t *Table) levelOf(r *Row, tied int) *ledger.Level {
	score, _ := t.Ranking(r)
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
	score, decimals := t.Ranking(r)
	return l.FloorBase && score < r.Base.Round(decimals) || l.HasFloor && score < l.Floor
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
