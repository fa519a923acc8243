package account

import (
	"fmt"
	"strings"
	"testing"

	"gongshi/generator/ledger"
)

// A sentence names the largest loss too, where the largest moves are all gains, and what is left out adds up.
func TestBothWays(t *testing.T) {
	for effects, want := range map[string]string{
		"3 2 1.5 1 -1 -1 -0.5": "3 2 -1 | 1.5 1 -1 -0.5: 1",
		"3 -2 1.5 1":           "3 -2 1.5 | 1: 1",
		"3 2 1 1":              "3 2 1 | 1: 1",
		"-3 -2 -2 1":           "-3 -2 1 | -2: -2",
		"2 2 -2 2":             "2 2 -2 | 2: 2",
		"2 2 1 0.5 -0.5":       "2 2 -0.5 | 1 0.5: 1.5",
	} {
		var moves []Move
		for _, f := range strings.Fields(effects) {
			p, ok := ledger.ParsePoints(f)
			if !ok {
				t.Fatal(f)
			}
			moves = append(moves, Move{effect: p})
		}
		told := BothWays(moves, 3)
		var list []string
		for i, m := range told {
			if i == 3 {
				list = append(list, "|")
			}
			list = append(list, m.effect.String())
		}
		if got := fmt.Sprintf("%s: %s", strings.Join(list, " "), Rest(told[3:]).effect); got != want {
			t.Errorf("%s: %s, want %s", effects, got, want)
		}
	}
}
