package chart

import "testing"

// A figure is compared with the latest before it that stands; where none does, with the one before.
func TestSettled(t *testing.T) {
	for marks, want := range map[string]int{"ff": 0, "fpp": 0, "ffpf": 1, "pp": 0, "ppp": 1, "f": -1} {
		c := &Chart{}
		for _, mark := range marks {
			c.Labels = append(c.Labels, Label{Provisional: mark == 'p'})
		}
		if got := c.Settled(len(marks) - 1); got != want {
			t.Errorf("%s: %d, want %d", marks, got, want)
		}
	}
}
