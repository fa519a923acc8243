package main

import "testing"

// The heap of a small site may grow to 160 MB, up to fivefold; that of a larger one may double.
func TestGrowth(t *testing.T) {
	for live, want := range map[uint64]int{0: 100, 1 << 20: 400, 32 << 20: 400, 40 << 20: 300, 64 << 20: 150, 80 << 20: 100, 100 << 20: 100, 400 << 20: 100} {
		if got := growth(live); got != want {
			t.Errorf("growth(%d MB) = %d, want %d", live>>20, got, want)
		}
	}
}
