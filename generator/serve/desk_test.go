package serve

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The desk is reached below its two addresses alone, by a name of this computer and from no other site; without a desk,
// /desk/ is a folder like any other.
func TestDeskIsReachedFromHereAlone(t *testing.T) {
	h := shop(t, map[string]string{"index.html": "首页"})
	h.Desk = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusTeapot) })
	for _, c := range []struct {
		method, host, path, site string
		want                     int
	}{
		{"POST", "localhost:1313", "/desk/api/save", "same-origin", 418},
		{"GET", "localhost:1313", "/desk/", "none", 418},
		{"GET", "127.0.0.1", "/desk/", "", 418},
		{"GET", "localhost", "/.desk/scores", "none", 418},
		{"POST", "localhost", "/.desk/api/save", "same-origin", 418},
		{"GET", "evil.example", "/.desk/", "", 403},
		{"POST", "localhost:1313", "/.desk/api/save", "cross-site", 403},
		{"GET", "localhost:1313", "/.desk/scores", "cross-site", 403},
		{"GET", "localhost", "/.desktop/", "none", 404},
		{"POST", "evil.example", "/desk/api/save", "same-origin", 403}, // whose name points to this computer
		{"GET", "evil.example", "/desk/", "", 403},
		{"POST", "localhost:1313", "/desk/api/save", "cross-site", 403},
		{"POST", "localhost:1313", "/desk/api/save", "same-site", 403},
		{"GET", "localhost:1313", "/desk/grid.js", "cross-site", 403},
		{"POST", "localhost:1313", "/desk", "same-origin", 405},
		{"POST", "localhost:1313", "/x/desk/", "same-origin", 405},
	} {
		r := httptest.NewRequest(c.method, "/", nil)
		r.Host, r.URL.Path = c.host, c.path
		if c.site != "" {
			r.Header.Set("Sec-Fetch-Site", c.site)
		}
		w := httptest.NewRecorder()
		if h.ServeHTTP(w, r); w.Code != c.want {
			t.Errorf("%+v: %d", c, w.Code)
		}
	}
	h = shop(t, map[string]string{"index.html": "首页", "desk/index.html": "村"})
	if w := ask(h, "GET", "localhost", "/desk/"); w.Code != 200 || w.Body.String() == "" {
		t.Errorf("without a desk: %d", w.Code)
	}
	for _, path := range []string{"/desk/api/save", "/.desk/api/save"} {
		if w := ask(h, "POST", "localhost", path); w.Code != 405 {
			t.Errorf("without a desk: %d", w.Code)
		}
	}
}

// A village or an article may have the desk's name: its pages are shown, and the desk is reached aside. Pages of the desk
// ask from there by the other name as well.
func TestVillageCalledDesk(t *testing.T) {
	h := shop(t, map[string]string{"index.html": "首页", "desk/index.html": "村", "desk/h/001.html": "户"})
	h.Desk = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("desk " + r.URL.RequestURI())) })
	for _, c := range []struct{ method, path, want string }{
		{"GET", "/desk/", "村"}, {"GET", "/desk/h/001.html", "户"},
		{"GET", "/.desk/", "desk /desk/"}, {"GET", "/.desk/scores?place=desk", "desk /desk/scores?place=desk"},
		{"GET", "/.desk/draft/desk/h/%E6%88%B7.html", "desk /desk/draft/desk/h/%25E6%2588%25B7.html"}, // as it stands: ask cleans nothing
		{"POST", "/.desk/api/save", "desk /desk/api/save"}, {"POST", "/desk/api/save", "desk /desk/api/save"},
	} {
		if got := ask(h, c.method, "localhost", c.path).Body.String(); !strings.Contains(got, c.want) {
			t.Errorf("%s %s: %q, want %q", c.method, c.path, got, c.want)
		}
	}
	if w := ask(h, "GET", "localhost", "/desk/none.html"); w.Code != 404 {
		t.Errorf("no such page of the village: %d %s", w.Code, w.Body)
	}
	dir := t.TempDir()
	for _, c := range []struct{ make, want string }{{"data/v", deskPath}, {"content/desk", deskAside}, {"data/desk", deskAside}} {
		if err := os.MkdirAll(filepath.Join(dir, filepath.FromSlash(c.make)), 0o755); err != nil {
			t.Fatal(err)
		}
		if got := DeskPath(dir); got != c.want {
			t.Errorf("with %s: told %s, want %s", c.make, got, c.want)
		}
	}
}
