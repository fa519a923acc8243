package main

import (
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongshi/generator/serve"
)

// A second start finds the server that shows its site, and no other one.
func TestRunningFindsItsOwnSiteAlone(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("LocalAppData", t.TempDir())
	mine := runningAt(t.TempDir())
	answers := mine.mark
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == serve.MarkPath {
			w.Write([]byte(answers))
		}
	}))
	defer server.Close()
	at := server.Listener.Addr().String()
	if got := mine.address(); got != "" {
		t.Errorf("found at %s before it ran", got)
	}
	forget := mine.note(at)
	if got, want := mine.address(), "http://"+at+"/"; got != want {
		t.Errorf("found at %q, want %q", got, want)
	}
	for _, other := range []string{"", "<html>someone else's</html>", strings.Repeat("a", 64)} {
		if answers = other; mine.address() != "" {
			t.Errorf("took a server for its own that answers %q", other)
		}
	}
	answers = mine.mark
	if forget(); mine.address() != "" {
		t.Error("found after it ended")
	}
	for _, noted := range []string{"", "localhost:80", "192.0.2.1:80", closedPort(t)} {
		mine.note(noted)
		if got := mine.address(); got != "" {
			t.Errorf("the note %q was taken for an address", noted)
		}
	}
}

// closedPort is an address at which nobody listens.
func closedPort(t *testing.T) string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

func TestRunningKnowsAFolderByEveryName(t *testing.T) {
	folder := t.TempDir()
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(folder, link); err != nil {
		t.Skip(err)
	}
	if one, two := runningAt(folder), runningAt(link); one != two {
		t.Errorf("%v and %v are one folder", one, two)
	}
}
