package serve

import (
	"fmt"
	"net/http"
	"time"
)

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
