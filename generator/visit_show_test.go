package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// A double click shows the site and opens the browser; the next one opens the page that is
// shown already, and ends. What is typed into the window is done.
func TestVisitShowsTheSiteOnce(t *testing.T) {
	interruptible(t)
	elsewhere(t)
	folder := filepath.Join(newSites(t, "东村"), "东村")
	t.Chdir(folder)
	window, keys := io.Pipe()
	first, _, _ := visitor(t, folder, "")
	var said screen
	first.out, first.lines = &said, bufio.NewReader(window)
	opened, ran := make(chan string, 1), make(chan string)
	first.open = func(address string) error { opened <- address; return nil }
	first.run = func(args ...string) int { ran <- strings.Join(args, " "); return 0 }
	ended := make(chan error)
	go func() { ended <- first.receive(nil) }()
	address := <-opened
	second, _, told := visitor(t, folder, "")
	second.open = func(address string) error { opened <- address; return nil }
	if err := second.receive(nil); err != nil {
		t.Fatal(err)
	}
	if got := <-opened; got != address || !strings.Contains(told.String(), "已经开着") {
		t.Errorf("the second visit opened %s, not %s; it said %s", got, address, told)
	}
	// Whoever types the command is told the same.
	told.Reset()
	at, _ := url.Parse(address)
	if code := run([]string{"serve", "--source", folder, "--port", at.Port()}, told, io.Discard); code != 0 || !strings.Contains(told.String(), "已经开着，在浏览器里打开 "+address) {
		t.Errorf("serve ended with %d and said %s", code, told)
	}
	fmt.Fprintln(keys, "check")
	if got := <-ran; got != "check" {
		t.Errorf("ran %q", got)
	}
	interrupt(t)
	if err := <-ended; err != nil {
		t.Error(err)
	}
	keys.Close()
	first.hold()
	if !strings.Contains(said.String(), "关掉这个窗口就停止") || !strings.Contains(said.String(), address) {
		t.Errorf("the window says %s", &said)
	}
}

// screen is a window to which several write.
type screen struct {
	sync.Mutex
	bytes.Buffer
}

func (s *screen) Write(p []byte) (int, error) {
	s.Lock()
	defer s.Unlock()
	return s.Buffer.Write(p)
}
