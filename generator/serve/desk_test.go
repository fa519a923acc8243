package serve

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

// The desk is reached below /desk/ alone, by a name of this computer and from no other site; without a desk,
// /desk/ is a folder like any other.
func TestDeskIsReachedFromHereAlone(t *testing.T) {
	h := shop(t, map[string]string{"index.html": "首页", "desk/index.html": "村"})
	h.desk = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusTeapot) })
	for _, c := range []struct {
		method, host, path, site string
		want                     int
	}{
		{"POST", "localhost:1313", "/desk/api/save", "same-origin", 418},
		{"GET", "localhost:1313", "/desk/", "none", 418},
		{"GET", "127.0.0.1", "/desk/", "", 418},
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
	h.desk = nil
	if w := ask(h, "GET", "localhost", "/desk/"); w.Code != 200 || w.Body.String() == "" {
		t.Errorf("without a desk: %d", w.Code)
	}
	if w := ask(h, "POST", "localhost", "/desk/api/save"); w.Code != 405 {
		t.Errorf("without a desk: %d", w.Code)
	}
}
