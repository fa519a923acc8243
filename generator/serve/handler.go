package serve

import (
	_ "embed"
	"io"
	"net"
	"net/http"
	"slices"
	"strconv"
	"strings"
)

//go:embed live.js
var liveScript string

//go:embed live.css
var liveStyle string

// MarkPath is where a server names the site that it shows.
const MarkPath = "/_gongshi/mark"

// handler answers requests from the files of Output.
type handler struct {
	Options
	board  *board
	tongue tongue
}

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("Cross-Origin-Resource-Policy", "same-origin")
	w.Header().Set("Content-Security-Policy", "frame-ancestors 'none'")
	inner := h.forDesk(r)
	switch {
	case len(h.Hosts) > 0 && !slices.Contains(h.Hosts, r.Host):
		http.Error(w, h.tongue.say("只能用电脑上写着的网址打开。"), http.StatusForbidden)
	case len(h.Hosts) == 0 && !local(r.Host):
		http.Error(w, h.tongue.say("只能以 localhost 访问。"), http.StatusForbidden)
	case !own(r):
		http.Error(w, h.tongue.say("别的网站不能读取这里的网页。"), http.StatusForbidden)
	case inner != nil:
		h.Desk.ServeHTTP(w, inner)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, h.tongue.say("只能读取。"), http.StatusMethodNotAllowed)
	case len(h.Hosts) > 0:
		h.file(w, r)
	case r.URL.Path == "/_gongshi/events":
		h.events(w, r)
	case r.URL.Path == MarkPath:
		respond(w, r, http.StatusOK, "text/plain; charset=utf-8", h.Mark)
	case r.URL.Path == "/_gongshi/live.js":
		respond(w, r, http.StatusOK, kind("live.js"), liveScript)
	case r.URL.Path == "/_gongshi/live.css":
		respond(w, r, http.StatusOK, kind("live.css"), liveStyle)
	default:
		h.file(w, r)
	}
}

// local reports whether a request was meant for this server. A page elsewhere can let its own
// host name point to 127.0.0.1 and then read what it likes, but that name is still in the
// request.
func local(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = strings.TrimSuffix(strings.TrimPrefix(host, "["), "]")
	}
	return strings.EqualFold(name, "localhost") || name == "127.0.0.1" || name == "::1"
}

// own reports whether a request comes from a page of this server, or from a person who opens one: another site in
// the same browser could have a script or a frame read what is not published yet. Browsers that do not tell where
// a request is from keep to the headers of the answer.
func own(r *http.Request) bool {
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "none", "same-origin":
		return true
	}
	return r.Header.Get("Sec-Fetch-Mode") == "navigate" && r.Header.Get("Sec-Fetch-Dest") == "document"
}

// respond writes a whole answer.
func respond(w http.ResponseWriter, r *http.Request, status int, kind, text string) {
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Content-Length", strconv.Itoa(len(text)))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		io.WriteString(w, text)
	}
}
