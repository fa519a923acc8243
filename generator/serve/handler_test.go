package serve

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// shop is a handler over a folder with these files.
func shop(t *testing.T, files map[string]string) *handler {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "public")
	for path, content := range files {
		name := filepath.Join(dir, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return &handler{Options: Options{Output: dir, Mark: "stone"}, board: newBoard()}
}

// ask sends a request as it stands, without the cleaning that clients do.
func ask(h http.Handler, method, host, target string) *httptest.ResponseRecorder {
	request := httptest.NewRequest(method, "/", nil)
	request.Host = host
	path, query, _ := strings.Cut(target, "?")
	request.URL.Path, request.URL.RawQuery = path, query
	answer := httptest.NewRecorder()
	h.ServeHTTP(answer, request)
	return answer
}

func TestHandlerFiles(t *testing.T) {
	h := shop(t, map[string]string{
		"index.html":              "<head></head>首页",
		"z/index.html":            "<head></head>村",
		"z/h/甲 1.html":            "<head></head>户",
		"z/data/2023-01.csv":      "户号\r\n",
		"z/data/SHA256SUMS":       "0  x\n",
		"themes/a.css":            "p{}",
		"themes/a.js":             "1",
		"z/feed.atom":             "<feed/>",
		"z/d.ics":                 "BEGIN",
		"empty/x.txt":             "x",
		".git/config":             "geheim",
		".gongshi-new/0":          "geheim",
		"z/.htaccess":             "geheim",
		"404.html":                "<head></head>找不到",
		"folder.html/x.txt":       "x",
		"../secret.html":          "geheim",
		`back\slash.html`:         "geheim", // on Windows a folder and a page in it
		"z/h/index.html/odd.html": "x",
	})
	for _, test := range []struct {
		path   string
		status int
		want   string // in the body, or in Location
		kind   string
	}{
		{"/", 200, "首页", "text/html; charset=utf-8"},
		{"/index.html", 200, "首页", "text/html; charset=utf-8"},
		{"/z/", 200, "村", "text/html; charset=utf-8"},
		{"/z", 302, "/z/", ""},
		{"/z?q=1", 302, "/z/?q=1", ""},
		{"/z/h/甲 1.html", 200, "户", "text/html; charset=utf-8"},
		{"/z/data/2023-01.csv", 200, "户号\r\n", "text/csv; charset=utf-8"},
		{"/z/data/SHA256SUMS", 200, "0  x", "text/plain; charset=utf-8"},
		{"/themes/a.css", 200, "p{}", "text/css; charset=utf-8"},
		{"/themes/a.js", 200, "1", "text/javascript; charset=utf-8"},
		{"/z/feed.atom", 200, "<feed/>", "application/atom+xml"},
		{"/z/d.ics", 200, "BEGIN", "text/calendar; charset=utf-8"},
		{"/_gongshi/live.js", 200, "EventSource", "text/javascript; charset=utf-8"},
		{"/_gongshi/live.css", 200, "#gongshi-problems", "text/css; charset=utf-8"},
		{"/_gongshi/x", 404, "找不到", "text/html; charset=utf-8"},
		{"/none.html", 404, "找不到", "text/html; charset=utf-8"},
		{"/z/none/deep", 404, "找不到", "text/html; charset=utf-8"},
		{"/empty/", 404, "找不到", ""}, // no listing
		{"/z/h/", 404, "找不到", ""},
		{"/index.html/", 404, "找不到", ""},
		{"/folder.html", 302, "/folder.html/", ""},
		{"/.git/config", 404, "找不到", ""},
		{"/.git", 404, "找不到", ""},
		{"/.gongshi-new/0", 404, "找不到", ""},
		{"/z/.htaccess", 404, "找不到", ""},
		{"/../secret.html", 404, "找不到", ""},
		{"/z/../../secret.html", 404, "找不到", ""},
		{"/z/../themes/a.css", 200, "p{}", ""},
		{`/..\secret.html`, 404, "找不到", ""},
		{`/z\index.html`, 404, "找不到", ""},
		{`/back\slash.html`, 404, "找不到", ""},
		{"//z", 302, "/z/", ""},
		{"/a\x00b", 404, "找不到", ""},
	} {
		answer := ask(h, "GET", "localhost:1313", test.path)
		head := answer.Result().Header
		if answer.Code != test.status || !strings.Contains(answer.Body.String()+head.Get("Location"), test.want) {
			t.Errorf("%s: %d %s %q", test.path, answer.Code, head.Get("Location"), answer.Body)
		}
		if test.status == 302 && head.Get("Location") != test.want {
			t.Errorf("%s: to %s", test.path, head.Get("Location"))
		}
		if got := head.Get("Content-Type"); test.kind != "" && got != test.kind {
			t.Errorf("%s: is %s", test.path, got)
		}
		if head.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: may be cached", test.path)
		}
		live := strings.Contains(answer.Body.String(), `<script src="/_gongshi/live.js"`)
		if html := strings.HasPrefix(head.Get("Content-Type"), "text/html") && test.status != 302; live != html {
			t.Errorf("%s: live is %v", test.path, live)
		}
		if strings.Contains(answer.Body.String(), "geheim") {
			t.Errorf("%s: shows what is hidden", test.path)
		}
	}
}

func TestHandlerFollowsNoLinkOutside(t *testing.T) {
	h := shop(t, map[string]string{"index.html": "", "../secret.html": "geheim"})
	if err := os.Symlink(filepath.Join(h.Output, "..", "secret.html"), filepath.Join(h.Output, "link.html")); err != nil {
		t.Skip(err)
	}
	if answer := ask(h, "GET", "localhost", "/link.html"); answer.Code != 404 {
		t.Errorf("%d %s", answer.Code, answer.Body)
	}
}

func TestHandlerWithoutA404Page(t *testing.T) {
	h := shop(t, map[string]string{"index.html": ""})
	if answer := ask(h, "GET", "localhost", "/none"); answer.Code != 404 || !strings.Contains(answer.Body.String(), "没有这一页") {
		t.Errorf("%d %s", answer.Code, answer.Body)
	}
}

func TestHandlerWithoutASite(t *testing.T) {
	for name, files := range map[string]map[string]string{"no folder": nil, "nothing in it": {".gitignore": ""}} {
		for _, path := range []string{"/", "/z/h/1.html"} {
			answer := ask(shop(t, files), "GET", "localhost", path)
			if body := answer.Body.String(); answer.Code != 503 || !strings.Contains(body, "还没有生成") || !strings.Contains(body, "live.js") {
				t.Errorf("%s: %s: %d %s", name, path, answer.Code, body)
			}
		}
	}
}

func TestHandlerAnswersLocalhostOnly(t *testing.T) {
	h := shop(t, map[string]string{"index.html": "首页"})
	for host, want := range map[string]int{
		"localhost":          200,
		"localhost:1313":     200,
		"LOCALHOST:1313":     200,
		"127.0.0.1":          200,
		"127.0.0.1:1313":     200,
		"[::1]":              200,
		"[::1]:1313":         200,
		"":                   403,
		"evil.example":       403,
		"evil.example:1313":  403,
		"localhost.evil.com": 403,
		"127.0.0.1.nip.io":   403,
		"192.168.1.2:1313":   403,
	} {
		for _, path := range []string{"/", "/_gongshi/live.js"} {
			if answer := ask(h, "GET", host, path); answer.Code != want || (want == 403 && strings.Contains(answer.Body.String(), "首页")) {
				t.Errorf("%q%s: %d", host, path, answer.Code)
			}
		}
	}
}

// Another site in the same browser reads nothing, be it by a script, a frame or fetch; a link to a
// page may be followed.
func TestHandlerKeepsOtherSitesOut(t *testing.T) {
	h := shop(t, map[string]string{"z/h/list.js": "1", "index.html": "<head></head>首页"})
	for _, c := range []struct {
		path, site, mode, dest string
		want                   int
	}{
		{"/z/h/list.js", "cross-site", "no-cors", "script", http.StatusForbidden},
		{"/z/h/list.js", "same-site", "no-cors", "script", http.StatusForbidden}, // another port of this computer
		{"/", "cross-site", "navigate", "iframe", http.StatusForbidden},
		{"/", "cross-site", "cors", "empty", http.StatusForbidden},
		{"/_gongshi/events", "cross-site", "cors", "empty", http.StatusForbidden},
		{"/", "cross-site", "navigate", "document", http.StatusOK},
		{"/z/h/list.js", "same-origin", "no-cors", "script", http.StatusOK},
		{"/", "none", "navigate", "document", http.StatusOK},
		{"/z/h/list.js", "", "", "", http.StatusOK},
	} {
		request := httptest.NewRequest(http.MethodGet, c.path, nil)
		request.Host = "localhost"
		for name, value := range map[string]string{"Site": c.site, "Mode": c.mode, "Dest": c.dest} {
			if value != "" {
				request.Header.Set("Sec-Fetch-"+name, value)
			}
		}
		answer := httptest.NewRecorder()
		h.ServeHTTP(answer, request)
		header := answer.Header()
		if answer.Code != c.want || header.Get("Cross-Origin-Resource-Policy") != "same-origin" || header.Get("Content-Security-Policy") != "frame-ancestors 'none'" {
			t.Errorf("%+v: %d, %v", c, answer.Code, header)
		}
	}
}

func TestHandlerTellsItsMark(t *testing.T) {
	h := shop(t, nil)
	if got := ask(h, "GET", "127.0.0.1:1313", MarkPath).Body.String(); got != "stone" {
		t.Errorf("got %q", got)
	}
	if got := ask(h, "GET", "village.example", MarkPath); got.Code != 403 {
		t.Errorf("a page elsewhere may read the mark: %d", got.Code)
	}
}

func TestHandlerMethods(t *testing.T) {
	h := shop(t, map[string]string{"index.html": "首页", "a.txt": "x"})
	for _, path := range []string{"/", "/a.txt", "/none", "/_gongshi/live.js", "/_gongshi/events"} {
		if answer := ask(h, "POST", "localhost", path); answer.Code != 405 {
			t.Errorf("POST %s: %d", path, answer.Code)
		}
		if answer := ask(h, "HEAD", "localhost", path); answer.Body.Len() != 0 && path != "/_gongshi/events" {
			t.Errorf("HEAD %s: %q", path, answer.Body)
		}
	}
}

// The script runs in whatever browser a clerk has, on pages with a strict policy.
func TestScriptKeepsToItsRules(t *testing.T) {
	for pattern, why := range map[string]string{
		`=>|\b(let|const|class|async|await)\b|` + "`":           "newer than ES5",
		`innerHTML|outerHTML|insertAdjacent|document\.write`:    "data come in by textContent only",
		`\beval\b|new Function|setAttribute\("style"|\.style\.`: "the page's policy may forbid it",
	} {
		if found := regexp.MustCompile(pattern).FindString(liveScript); found != "" {
			t.Errorf("live.js has %q: %s", found, why)
		}
	}
}

func TestEventsKeepTheStreamAlive(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := &handler{Options: Options{Output: t.TempDir()}, board: newBoard()}
		ctx, cancel := context.WithCancel(t.Context())
		answer := httptest.NewRecorder()
		done := make(chan struct{})
		go func() {
			h.events(answer, httptest.NewRequestWithContext(ctx, "GET", "/_gongshi/events", nil))
			close(done)
		}()
		time.Sleep(2*heartbeat + heartbeat/2)
		cancel() // and the stream ends at once, not at the next beat
		synctest.Wait()
		select {
		case <-done:
		default:
			t.Fatal("the stream does not end")
		}
		if got := answer.Body.String(); got != "retry: 1000\n\n:\n\n:\n\n" {
			t.Errorf("stream %q", got)
		}
		if got := answer.Header().Get("Content-Type"); got != "text/event-stream; charset=utf-8" {
			t.Errorf("Content-Type %q", got)
		}
	})
}
