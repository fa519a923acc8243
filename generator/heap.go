package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// small is how large the heap of a small site may become before memory is collected: until then
// collecting is a waste of time. That of a larger one may double, as is usual.
const small = 160 << 20

// looseHeap sets after each collection how far the heap may grow until the next, unless the environment does.
func looseHeap() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	last := -1
	var adjust func(*[16]byte)
	adjust = func(*[16]byte) {
		metrics.Read(live)
		if percent := growth(live[0].Value.Uint64()); percent != last {
			last = percent
			debug.SetGCPercent(percent)
		}
		runtime.SetFinalizer(new([16]byte), adjust) // which the next collection finds
	}
	adjust(nil)
}

// growth is by how many percent the heap may grow, in steps of 25.
func growth(live uint64) int {
	if live == 0 || live > small {
		return 100
	}
	return max(100, min(400, int((small-live)*100/live))) / 25 * 25
}
