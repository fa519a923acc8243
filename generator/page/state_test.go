package page

import "testing"

func TestRatio(t *testing.T) {
	for want, of := range map[string][2]int{"66.7": {2, 3}, "100.0": {3, 3}, "": {0, 0}, "0.0": {0, 7}} {
		if got := ratio(of[0], of[1]); got != want {
			t.Errorf("%d ÷ %d: %q, want %q", of[0], of[1], got, want)
		}
	}
}
