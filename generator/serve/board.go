package serve

import (
	"crypto/rand"
	"sync"
)

// state is what an open page must know.
type state struct {
	version  string            // of the pages; a page made from another one is stale
	versions map[string]string // of the pages that were shown early, by path
	early    map[string][]byte // those that are not published yet
	problems []byte            // for the overlay, as JSON; nil if all is well
	next     chan struct{}     // closed when the next state comes
}

// of is the version of a page.
func (s *state) of(page string) string {
	if early, there := s.versions[page]; there {
		return early
	}
	return s.version
}

// board publishes the state of the site: one goroutine writes, all read. A late reader sees the
// latest state and has missed nothing that still counts.
type board struct {
	run  string // distinguishes this server's versions from those of an earlier one
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
