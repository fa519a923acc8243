package figure

import (
	"testing"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// Households within a level's places that were given none are told with the reason, as far as the totals of the
// period tell it, and never a tie at the edge (L7).
func TestShortOf(t *testing.T) {
	level := &ledger.Level{}
	for name, c := range map[string]struct {
		ranks   []int
		without string // x: the row has no level
		places  int
		low     int
		vetoed  int
		left    int
		why     string
	}{
		"one vetoed":              {[]int{1, 2, 3, 4}, "-x-x", 3, 0, 1, 1, "veto"},
		"one too low":             {[]int{1, 2, 3, 4}, "--xx", 3, 2, 0, 1, "low"},
		"some so, some so":        {[]int{1, 2, 3, 4}, "-xxx", 3, 1, 1, 2, "both"},
		"none":                    {[]int{1, 2, 3, 4}, "---x", 3, 0, 0, 0, ""},
		"a tie out":               {[]int{1, 1, 3}, "xx-", 1, 1, 0, 0, ""}, // another level has one that is too low
		"a longer tie out":        {[]int{1, 2, 2, 2}, "-xxx", 3, 1, 0, 0, ""},
		"a tie in, and a veto":    {[]int{1, 2, 3, 3}, "-x--", 3, 0, 1, 0, ""}, // three of three: nothing to explain
		"fewer than places":       {[]int{1, 2}, "--", 3, 0, 1, 0, ""},
		"by score":                {[]int{1, 2}, "-x", -1, 1, 0, 0, ""},
		"of households not named": {[]int{1, 3}, "-x", 2, 0, 1, 0, ""},
	} {
		table := &gazette.Table{BelowFloor: c.low, Vetoed: c.vetoed}
		table.Boards[0].All = len(c.ranks)
		if name == "of households not named" {
			table.Boards[0].All++
		}
		counted := 0
		for i, rank := range c.ranks {
			r := &gazette.Row{Rank: rank}
			if c.without[i] == '-' {
				r.Level = level
				counted++
			}
			table.Boards[0].Ranked = append(table.Boards[0].Ranked, r)
		}
		if left, why := shortOf(table, c.places, counted); left != c.left || why != c.why {
			t.Errorf("%s: %d %q", name, left, why)
		}
	}
}
