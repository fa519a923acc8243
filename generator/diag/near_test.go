package diag

import "testing"

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"庭院", "庭院", 0}, {"庭院", "庭园", 1}, {"庭院", "庭", 1}, {"院庭", "庭院", 1},
		{"Points", "points", 0}, {"poitns", "points", 1}, {"combine", "cycle", 5}, {"", "户号", 2},
	} {
		if got := Distance(c.a, c.b); got != c.want {
			t.Errorf("from %q to %q: %d, want %d", c.a, c.b, got, c.want)
		}
		if Distance(c.a, c.b) != Distance(c.b, c.a) {
			t.Errorf("%q and %q: not the same both ways", c.a, c.b)
		}
	}
}
