package serve

import (
	"crypto/rand"
	"fmt"
	"net/http"
	"sync/atomic"
	"time"
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

// heartbeat is the time after which an idle stream of events sends something, so that nothing
// between the server and the page closes it.
const heartbeat = 15 * time.Second

// events tells a page what happens, as server-sent events: "problems", with their JSON, while
// there are any; "reload", when the page is not of the present version, as one that was shown early
// and is not published after all. The page sends its version in ?seen=, so a page
// that was made, or slept, during a build misses nothing, and its path in ?at=.
func (h *handler) events(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream; charset=utf-8")
	fmt.Fprint(w, "retry: 1000\n\n")
	stream := http.NewResponseController(w)
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()

	seen, at := r.URL.Query().Get("seen"), pageAt(r.URL.Query().Get("at"))
	defer h.Looked.at(at)()
	var told *state
	for {
		now := h.board.read()
		if seen == "" {
			seen = now.of(at)
		}
		switch {
		case now.of(at) != seen:
			seen = now.of(at)
			fmt.Fprintf(w, "event: reload\ndata: %s\n\n", seen)
		case now.problems != nil && now != told:
			fmt.Fprintf(w, "event: problems\ndata: %s\n\n", now.problems)
		}
		told = now
		if r.Method == http.MethodHead || stream.Flush() != nil {
			return
		}
		select {
		case <-r.Context().Done():
			return
		case <-now.next:
		case <-beat.C:
			fmt.Fprint(w, ":\n\n")
		}
	}
}
