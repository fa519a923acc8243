package disk

import (
	"testing"
	"time"
)

func TestSettled(t *testing.T) {
	const second = int64(time.Second)
	for _, c := range []struct {
		modified, by int64
		want         bool
	}{
		{10*second + 1, 10*second + 1, false},
		{10*second + 1, 10*second + second/100, false},
		{10*second + 1, 10*second + second/10, true},
		{10 * second, 11 * second, false}, // a disk that knows only seconds
		{10 * second, 12 * second, false},
		{10 * second, 13 * second, true},
		{11*second + 1, 10 * second, false}, // from the future
	} {
		if got := (Stamp{Modified: c.modified}).Settled(c.by); got != c.want {
			t.Errorf("written at %d, stamped at %d: %t", c.modified, c.by, got)
		}
	}
}
