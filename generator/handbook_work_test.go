package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
)

// worker works through one example of the handbook, in a folder.
type worker struct {
	*testing.T
	page    string
	dir     string
	day     string // SOURCE_DATE_EPOCH, once a block has named a day
	printed []printedBlock
	checked bool // the example has run check itself
}

// printedBlock is a block of commands with what they print now.
type printedBlock struct {
	handbookBlock
	now []string
}

func unpackHandbookSite(t *testing.T, dir string) {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/handbook/site.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.Files {
		writeExample(t, filepath.Join(dir, f.Name), f.Data)
	}
}

func writeExample(t *testing.T, name string, text []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, text, 0o644); err != nil {
		t.Fatal(err)
	}
}

// work does what the example says.
func (w *worker) work(e handbookExample) {
	w.Chdir(w.dir)
	for _, b := range e.blocks {
		w.today(b)
		switch kind := b.words[0]; {
		case kind == "console":
			w.console(b)
		case kind == "sh":
			for _, line := range b.lines {
				if out, status := w.command(line); status != 0 {
					w.Errorf("%s:%d: %s: exit status %d\n%s", w.page, b.line, line, status, out)
				}
			}
		case len(b.words) > 1 && strings.Contains(b.words[1], "."):
			w.file(b)
		default:
			w.Errorf("%s:%d: ```%s says neither of which file it is nor that nothing can run it (text)", w.page, b.line, strings.Join(b.words, " "))
		}
	}
	w.dir, _ = os.Getwd()
	if _, err := os.Stat("config.toml"); err == nil && !w.checked {
		w.clean(e.heading)
	}
}

// today sets the clock to noon in Shanghai of the day that a block named last.
func (w *worker) today(b handbookBlock) {
	for _, word := range b.words {
		if day, err := time.Parse(time.DateOnly, word); err == nil {
			w.day = strconv.FormatInt(day.Add(4*time.Hour).Unix(), 10)
		}
	}
	if w.day != "" {
		w.Setenv("SOURCE_DATE_EPOCH", w.day)
	}
}

// foundCode is the code at the end of what check finds; that nothing was sealed yet, or an exception
// is listed, or that the file of names is elsewhere, is no fault of an example.
var foundCode = regexp.MustCompile(`(?m) \[([a-z-]+)\]$`)

// clean reports what check finds where an example ends.
func (w *worker) clean(heading string) {
	out, status := w.command("gongshi check")
	for _, m := range foundCode.FindAllStringSubmatch(out, -1) {
		if m[1] != "never-sealed" && m[1] != "privacy-exception" && m[1] != "no-names-file" || status != 0 {
			w.Errorf("%s: below “%s” check finds\n%s", w.page, heading, out)
			return
		}
	}
}

// console runs a block of commands, and compares what each prints.
func (w *worker) console(b handbookBlock) {
	var now []string
	for i := 0; i < len(b.lines); {
		line, ok := strings.CutPrefix(b.lines[i], "$ ")
		if !ok {
			w.Errorf("%s:%d: no command: %s", w.page, b.line+i, b.lines[i])
			return
		}
		end := i + 1
		for end < len(b.lines) && !strings.HasPrefix(b.lines[end], "$ ") {
			end++
		}
		out, _ := w.command(line)
		got := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
		if out == "" {
			got = nil
		}
		want := b.lines[i+1 : end]
		now = append(now, b.lines[i])
		if like(got, want) {
			now = append(now, want...)
		} else {
			now = append(now, got...)
			if os.Getenv("GONGSHI_UPDATE") == "" {
				w.Errorf("%s:%d: %s prints\n%s", w.page, b.line+i+1, line, out)
			}
		}
		i = end
	}
	if !slices.Equal(now, b.lines) {
		w.printed = append(w.printed, printedBlock{b, now})
	}
}

// like reports whether lines are those wanted, of which … stands for any.
func like(got, want []string) bool {
	switch {
	case len(want) == 0:
		return len(got) == 0
	case want[0] == "…":
		for i := range len(got) + 1 {
			if like(got[i:], want[1:]) {
				return true
			}
		}
		return false
	}
	return len(got) > 0 && likeLine(got[0], want[0]) && like(got[1:], want[1:])
}

// likeLine reports whether a line is the one wanted, in which … stands for anything.
func likeLine(got, want string) bool {
	first, rest, open := strings.Cut(want, "…")
	got, begins := strings.CutPrefix(got, first)
	if !begins || !open {
		return begins && got == ""
	}
	for i := range len(got) + 1 {
		if likeLine(got[i:], rest) {
			return true
		}
	}
	return false
}

// command runs one line of commands, and answers all that it prints.
func (w *worker) command(line string) (string, int) {
	var out bytes.Buffer
	words := strings.Fields(line)
	switch words[0] {
	case "gongshi":
		w.checked = w.checked || slices.Contains(words, "check")
		status := run(words[1:], &out, &out)
		return out.String(), status
	case "cd":
		w.Chdir(words[1])
		return "", 0
	case "mkdir":
		if err := os.MkdirAll(words[1], 0o755); err != nil {
			w.Error(err)
		}
		return "", 0
	case "git":
		git := exec.Command("git", words[1:]...)
		git.Env = append(os.Environ(), "GIT_CONFIG_NOSYSTEM=1", "HOME="+w.dir)
		git.Stdout, git.Stderr = &out, &out
		_ = git.Run()
		return out.String(), git.ProcessState.ExitCode()
	}
	w.Fatalf("%s: %s is not known here: mark the block as text", w.page, line)
	return "", 1
}

// reprinted is a page's text with blocks as they print now.
func reprinted(text string, printed []printedBlock) string {
	lines := strings.Split(text, "\n")
	for _, p := range slices.Backward(printed) {
		lines = slices.Replace(lines, p.line, p.line+len(p.lines), p.now...)
	}
	return strings.Join(lines, "\n")
}
