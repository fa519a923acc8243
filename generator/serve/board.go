package serve

import (
	"crypto/rand"
	"sync"
)

// state is what an open page has to know.
type state struct {
	version  string        // of the pages; a page that was made from another one is stale
	problems []byte        // for the overlay, as JSON; nil: all is well
	next     chan struct{} // closed when another state has come
}

// board is where the state of the site is put up: one writes, all read. Whoever
// reads late sees the latest state and has missed nothing that still counts.
type board struct {
	run  string // tells this server's versions from those of one that ran before
	lock sync.Mutex
	now  *state
}

func newBoard() *board {
	run := rand.Text()
	return &board{run: run, now: &state{version: run, next: make(chan struct{})}}
}

func (b *board) read() *state {
	b.lock.Lock()
	defer b.lock.Unlock()
	return b.now
}

func (b *board) put(s *state) {
	s.next = make(chan struct{})
	b.lock.Lock()
	defer b.lock.Unlock()
	close(b.now.next)
	b.now = s
}
