package serve

import (
	"crypto/rand"
	"sync/atomic"
)

// state is what an open page must know.
type state struct {
	version  string             // of the pages; a page made from another one is stale
	early    map[string]preview // the pages that were shown early, by path
	problems []byte             // for the overlay, as JSON; nil if all is well
	next     chan struct{}      // closed when the next state comes
}

// preview is a page that was shown early.
type preview struct {
	version string
	content []byte // nil once it is published
}

// of is the version of a page.
func (s *state) of(page string) string {
	if early, there := s.early[page]; there {
		return early.version
	}
	return s.version
}

// board publishes the state of the site: one goroutine writes, all read. A late reader sees the
// latest state and has missed nothing that still counts.
type board struct {
	run string // distinguishes this server's versions from those of an earlier one
	now atomic.Pointer[state]
}

func newBoard() *board {
	b := &board{run: rand.Text()}
	b.now.Store(&state{version: b.run, early: make(map[string]preview), next: make(chan struct{})})
	return b
}

func (b *board) read() *state { return b.now.Load() }

func (b *board) put(s *state) {
	s.next = make(chan struct{})
	close(b.now.Swap(s).next)
}
