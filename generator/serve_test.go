package main

import (
	"bufio"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"testing"
)

// Who serves a site is told where to look at it, and Ctrl+C ends it well.
func TestServeSaysWhere(t *testing.T) {
	interruptible(t)
	source := t.TempDir()
	if err := os.WriteFile(filepath.Join(source, "config.toml"), []byte("title = \"示例\"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	lines, out := io.Pipe()
	status := make(chan int)
	go func() {
		status <- run([]string{"serve", "--source", source, "--port", "0"}, out, io.Discard)
		out.Close()
	}()
	read := bufio.NewScanner(lines)
	read.Scan()
	where := regexp.MustCompile(`http://localhost:\d+/`).FindString(read.Text())
	if where == "" {
		t.Fatalf("the first line names no address: %q", read.Text())
	}
	go io.Copy(io.Discard, lines)
	answer, err := http.Get(where)
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	interrupt(t)
	if got := <-status; got != 0 {
		t.Errorf("status %d after Ctrl+C, want 0", got)
	}
}

func interruptible(t *testing.T) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("a process cannot send itself Ctrl+C there")
	}
}

// interrupt is Ctrl+C.
func interrupt(t *testing.T) {
	t.Helper()
	self, _ := os.FindProcess(os.Getpid())
	if err := self.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
}
