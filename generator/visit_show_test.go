package main

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"path/filepath"
	"strings"
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
	first, _, said := visitor(t, folder, "")
	first.lines = bufio.NewReader(window)
	opened, ran := make(chan string, 1), make(chan string)
	first.open = func(address string) error { opened <- address; return nil }
	first.run = func(args ...string) int { ran <- strings.Join(args, " "); return 0 }
	ended := make(chan error)
	go func() { ended <- first.receive(nil) }()
	address := <-opened
	answer, err := http.Get(address) // answered once the site is built
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()

	second, _, told := visitor(t, folder, "")
	second.open = func(address string) error { opened <- address; return nil }
	if err := second.receive(nil); err != nil {
		t.Fatal(err)
	}
	if got := <-opened; got != address || !strings.Contains(told.String(), "已经开着") {
		t.Errorf("the second visit opened %s, not %s; it said %s", got, address, told)
	}
	fmt.Fprintln(keys, "check")
	if got := <-ran; got != "check" {
		t.Errorf("ran %q", got)
	}
	interrupt(t)
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if !strings.Contains(said.String(), "关掉这个窗口就停止") || !strings.Contains(said.String(), address) {
		t.Errorf("the window says %s", said)
	}
}
