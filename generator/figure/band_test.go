package figure

import (
	"testing"

	"gongshi/generator/gazette"
)

// Places that a level gives to nobody are told with their reason, as far as the totals of the period tell it (L7).
func TestShortOf(t *testing.T) {
	for _, c := range []struct {
		places, counted, low, vetoed int
		left                         int
		why                          string
	}{
		{7, 6, 0, 1, 1, "veto"},
		{7, 6, 5, 0, 1, "low"},
		{7, 5, 5, 1, 2, "both"},
		{7, 7, 0, 1, 0, ""}, // a tie let one more in
		{7, 9, 0, 0, 0, ""},
		{7, 4, 0, 1, 0, ""},  // two of three have another reason: fewer households than places
		{-1, 4, 1, 0, 0, ""}, // a level by score has no places
	} {
		left, why := shortOf(&gazette.Table{BelowFloor: c.low, Vetoed: c.vetoed}, c.places, c.counted)
		if left != c.left || why != c.why {
			t.Errorf("%+v: %d %q", c, left, why)
		}
	}
}
