package serve

import (
	"maps"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// The local network gets the files of the site under the address that was told, by reading alone:
// never the desk, nor anything else of the server's own.
func TestNetworkGetsThePagesAlone(t *testing.T) {
	const told = "192.168.1.5:1313"
	h := shop(t, map[string]string{
		"index.html": "<head></head>首页", "z/data/2023-01.csv": "户号\r\n", "404.html": "<head></head>找不到",
		"../data/z/households.csv": "geheim", "../config.toml": "geheim", ".gongshi/manifest": "geheim",
	})
	h.Hosts = []string{told, "10.0.0.2"}
	h.Desk = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusTeapot) })
	h.board.put(&state{version: "v", problems: []byte(`{"geheim":1}`)})
	for _, c := range []struct {
		method, host, path string
		want               int
	}{
		{"GET", told, "/", 200},
		{"HEAD", told, "/", 200},
		{"GET", "10.0.0.2", "/", 200}, // port 80
		{"GET", told, "/z/data/2023-01.csv", 200},
		{"GET", told, "/desk/", 404},
		{"GET", told, "/.desk/", 404},
		{"POST", told, "/.desk/api/save", 405},
		{"GET", told, "/desk/scores", 404},
		{"GET", told, "/desk", 404},
		{"POST", told, "/desk/api/save", 405},
		{"OPTIONS", told, "/desk/api/save", 405},
		{"POST", told, "/", 405},
		{"PUT", told, "/index.html", 405},
		{"DELETE", told, "/index.html", 405},
		{"GET", told, "/_gongshi/events", 404},
		{"GET", told, "/_gongshi/live.js", 404},
		{"GET", told, "/_gongshi/live.css", 404},
		{"GET", told, MarkPath, 404},
		{"GET", told, "/data/z/households.csv", 404},
		{"GET", told, "/../data/z/households.csv", 404},
		{"GET", told, "/config.toml", 404},
		{"GET", told, "/.gongshi/manifest", 404},
		{"GET", "evil.example", "/", 403}, // whose name points to this computer
		{"GET", "evil.example:1313", "/", 403},
		{"GET", "192.168.1.5", "/", 403},
		{"GET", "192.168.1.5:80", "/", 403},
		{"GET", "192.168.1.6:1313", "/", 403},
		{"GET", "192.168.1.5.nip.io:1313", "/", 403},
		{"GET", "localhost:1313", "/", 403},
		{"GET", "127.0.0.1:1313", "/desk/", 403},
		{"POST", "localhost:1313", "/desk/api/save", 403},
		{"GET", "", "/", 403},
	} {
		answer := ask(h, c.method, c.host, c.path)
		if answer.Code != c.want || strings.Contains(answer.Body.String(), "geheim") || strings.Contains(answer.Body.String(), "_gongshi") {
			t.Errorf("%+v: %d %s", c, answer.Code, answer.Body)
		}
	}
}

// A page has the same headers as on this computer, and another site reads it as little.
func TestNetworkGetsTheSameHeaders(t *testing.T) {
	here, there := shop(t, map[string]string{"index.html": "<head></head>首页", "a.css": "p{}"}), &handler{}
	*there = *here
	there.Hosts = []string{"192.168.1.5:1313"}
	for _, path := range []string{"/", "/a.css", "/none"} {
		want, got := ask(here, "GET", "localhost", path).Header(), ask(there, "GET", there.Hosts[0], path).Header()
		want.Del("Content-Length") // of a live page
		got.Del("Content-Length")
		if !maps.EqualFunc(want, got, func(a, b []string) bool { return strings.Join(a, "") == strings.Join(b, "") }) || got.Get("X-Content-Type-Options") == "" {
			t.Errorf("%s: %v, here %v", path, got, want)
		}
	}
	request := httptest.NewRequest("GET", "/", nil)
	request.Host = there.Hosts[0]
	request.Header.Set("Sec-Fetch-Site", "cross-site")
	answer := httptest.NewRecorder()
	if there.ServeHTTP(answer, request); answer.Code != http.StatusForbidden {
		t.Errorf("another site gets %d", answer.Code)
	}
}

// Before there is a site, nothing is promised that does not come.
func TestNetworkWaits(t *testing.T) {
	h := shop(t, nil)
	h.Hosts = []string{"192.168.1.5:1313"}
	answer := ask(h, "GET", h.Hosts[0], "/")
	if body := answer.Body.String(); answer.Code != 503 || !strings.Contains(body, "过一会儿再打开") || strings.Contains(body, "_gongshi") {
		t.Errorf("%d %s", answer.Code, body)
	}
}
