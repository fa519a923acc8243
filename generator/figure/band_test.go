package figure

import (
	"slices"
	"testing"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// A level's sentence tells all between its places and who has it: the tie at their edge, and who within was
// given none, with the reason as far as the totals of the period tell it; also where one adds what the other
// takes, so that the number is that of the places (L7).
func TestSumOfABand(t *testing.T) {
	level := &ledger.Level{}
	in, out := !ledger.TiesOut, ledger.TiesOut
	for name, c := range map[string]struct {
		ranks  []int
		levels string // x: the row has none
		ties   ledger.Ties
		places int
		low    int
		vetoed int
		want   Band // of it Within, Short, Why, Tie
	}{
		"one vetoed":              {[]int{1, 2, 3, 4}, "-x-x", in, 3, 0, 1, Band{Within: 3, Short: 1, Why: "veto"}},
		"one too low":             {[]int{1, 2, 3, 4}, "--xx", in, 3, 2, 0, Band{Within: 3, Short: 1, Why: "low"}},
		"some so, some so":        {[]int{1, 2, 3, 4}, "-xxx", in, 3, 1, 1, Band{Within: 3, Short: 2, Why: "both"}},
		"none":                    {[]int{1, 2, 3, 4}, "---x", in, 3, 0, 0, Band{Within: 3, Why: "low"}},
		"a tie in":                {[]int{1, 2, 2, 4}, "---x", in, 2, 0, 0, Band{Within: 3, Why: "low", Tie: &Tie{2, 2, true}}},
		"a tie out":               {[]int{1, 1, 3}, "xxx", out, 1, 0, 0, Band{Why: "low", Tie: &Tie{1, 2, false}}},
		"a longer tie out":        {[]int{1, 2, 2, 2}, "-xxx", out, 3, 1, 0, Band{Within: 1, Why: "low", Tie: &Tie{2, 3, false}}},
		"a tie in, and a veto":    {[]int{1, 2, 3, 3}, "-x--", in, 3, 0, 1, Band{Within: 4, Short: 1, Why: "veto", Tie: &Tie{3, 2, true}}},
		"a veto in the tie":       {[]int{1, 2, 3, 3}, "---x", in, 3, 0, 1, Band{Within: 4, Short: 1, Why: "veto", Tie: &Tie{3, 2, true}}},
		"a tie out and a veto":    {[]int{1, 2, 3, 3}, "-xxx", out, 3, 0, 1, Band{Within: 2, Short: 1, Why: "veto", Tie: &Tie{3, 2, false}}},
		"a tie within":            {[]int{1, 1, 3}, "--x", in, 2, 0, 0, Band{Within: 2, Why: "low"}},
		"fewer than places":       {[]int{1, 2}, "--", in, 3, 0, 1, Band{Within: 2, Why: "veto"}},
		"no place":                {[]int{1, 1}, "xx", in, 0, 0, 0, Band{Why: "low"}},
		"by score":                {[]int{1, 2}, "-x", in, -1, 1, 0, Band{}},
		"more have it by score":   {[]int{1, 2, 3}, "---", in, 1, 1, 0, Band{}},
		"of households not named": {[]int{1, 3}, "-x", in, 2, 0, 1, Band{}},
	} {
		table := &gazette.Table{BelowFloor: c.low, Vetoed: c.vetoed, Scheme: &gazette.Scheme{Scheme: &ledger.Scheme{Honours: &ledger.Honours{Ties: c.ties}}}}
		table.Boards[0].All = len(c.ranks)
		if name == "of households not named" {
			table.Boards[0].All++
		}
		got := Band{Places: c.places}
		for i, rank := range c.ranks {
			r := &gazette.Row{Figures: score.Figures{Rank: rank}}
			if c.levels[i] == '-' {
				r.Level = level
				got.Counted++
			}
			table.Boards[0].Ranked = append(table.Boards[0].Ranked, r)
		}
		got.sum(table)
		same := got.Within == c.want.Within && got.Short == c.want.Short && got.Why == c.want.Why
		if !same || !slices.Equal(ties(got), ties(c.want)) {
			t.Errorf("%s: %d within, %d given none (%s), tied: %v", name, got.Within, got.Short, got.Why, ties(got))
		}
	}
}

// ties is the tie of a band, if there is one.
func ties(b Band) []Tie {
	if b.Tie == nil {
		return nil
	}
	return []Tie{*b.Tie}
}
