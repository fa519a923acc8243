// Package hosts puts a built site where the handbook says that it may be put, by the handbook's own
// words, and looks at it there: a server with nginx, a cloud's storage, a USB stick.
package hosts

import (
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"gongshi/generator/look"
	"gongshi/generator/site"
	"gongshi/generator/sitetest"
)

func TestMain(m *testing.M) { look.Main(m) }

// village is the sample less all other places: the site of one village.
var village = sitetest.Once(func(tb testing.TB) sitetest.Tree {
	files := sitetest.Part(tb, site.Options{Source: sitetest.Root(), NoHistory: true}, func(path string) bool {
		return strings.HasPrefix(path, "zhongping/") || !strings.Contains(path, "/")
	})
	files.Sum()
	return files
})

// printed is the fenced block of a page of the handbook that begins with some words.
func printed(t *testing.T, page, begins string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(sitetest.Root(), "content/help", page))
	sitetest.Must(t, err)
	_, block, found := strings.Cut(string(text), "```text\n"+begins)
	if !found {
		t.Fatalf("%s has no block that begins with %q", page, begins)
	}
	block, _, _ = strings.Cut(block, "```")
	return begins + block
}

// replaced is a text with every word in place of another, each of which it must have.
func replaced(t *testing.T, text string, pairs ...string) string {
	t.Helper()
	for i := 0; i < len(pairs); i += 2 {
		if !strings.Contains(text, pairs[i]) {
			t.Fatalf("no %q in:\n%s", pairs[i], text)
		}
		text = strings.ReplaceAll(text, pairs[i], pairs[i+1])
	}
	return text
}

// program is a program's file, which Debian has outside of a user's path too.
func program(t *testing.T, name, from string) string {
	t.Helper()
	for _, file := range []string{name, "/usr/sbin/" + name} {
		if found, err := exec.LookPath(file); err == nil {
			return found
		}
	}
	sitetest.Need(t, "no "+name+": apt-get install -y "+from)
	return ""
}

var quoted = regexp.MustCompile(`"[^"]*"|\S+`)

// run runs a command of one line in a folder, without a shell; words in quotes are one.
func run(t *testing.T, dir, line string, environment ...string) string {
	t.Helper()
	words := quoted.FindAllString(line, -1)
	for i, word := range words {
		words[i] = strings.Trim(word, `"`)
	}
	command := exec.Command(words[0], words[1:]...)
	command.Dir, command.Env = dir, append(os.Environ(), environment...)
	told, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", line, err, told)
	}
	return string(told)
}

// serve starts a server that is to listen at an address, and ends it after the test.
func serve(t *testing.T, address string, command *exec.Cmd) {
	t.Helper()
	var told strings.Builder
	command.Stdout, command.Stderr = &told, &told
	sitetest.Must(t, command.Start())
	t.Cleanup(func() {
		_ = command.Process.Kill()
		_ = command.Wait()
	})
	for range 200 {
		if connection, err := net.Dial("tcp", address); err == nil {
			_ = connection.Close()
			return
		}
		time.Sleep(25 * time.Millisecond)
	}
	t.Fatalf("nothing listens at %s:\n%s", address, told.String())
}

// freeAddress is one of this machine at which nothing listens.
func freeAddress(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	sitetest.Must(t, err)
	defer listener.Close()
	return listener.Addr().String()
}
