//go:build unix

package source

import (
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"gongshi/generator/diag"
)

// What is no file, wherever it lies, is named and never opened: to open a pipe would wait for ever.
func TestSpecialFilesAreNamed(t *testing.T) {
	village := map[string]string{
		"config.toml": "title = \"石桥村\"\n", "data/v/place.toml": "name = \"石桥村\"\nkind = \"village\"\n",
		"data/v/scheme/2023.toml": "", "data/v/scores/x": "", "content/articles/a.md": "# 文\n",
	}
	for _, name := range []string{
		"config.toml", "data/v/households.csv", "data/v/place.toml", "data/v/scores/2023-01.csv", "data/v/notices",
		"data/v", "data/calendar/2023.toml", "content/pipe.md", "content/v/pipe.png", "content/linked.svg", "data/privacy.toml",
	} {
		for kind, make := range map[string]func(string) error{
			"pipe":   func(file string) error { return syscall.Mkfifo(file, 0o644) },
			"socket": listen,
			"link":   func(file string) error { return linkToPipe(file) },
		} {
			t.Run(name+", "+kind, func(t *testing.T) {
				dir := short(t)
				for file, text := range village {
					if file != name && !strings.HasPrefix(file, name+"/") {
						put(t, filepath.Join(dir, file), text)
					}
				}
				os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755)
				if err := make(filepath.Join(dir, name)); err != nil {
					t.Skip(err)
				}
				if told := inTime(t, time.Second*20, func() string { return readAll(dir) }); !strings.Contains(told, name) || !strings.Contains(told, "不是普通的文件") {
					t.Errorf("told: %s", told)
				}
			})
		}
	}
}

// short is a folder whose path leaves room for a socket's.
func short(t *testing.T) string {
	dir, err := os.MkdirTemp("", "g")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

func put(t *testing.T, file, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func listen(file string) error {
	l, err := net.Listen("unix", file)
	if err == nil {
		l.(*net.UnixListener).SetUnlinkOnClose(false)
		l.Close()
	}
	return err
}

func linkToPipe(file string) error {
	pipe := filepath.Join(filepath.Dir(file), ".pipe")
	if err := syscall.Mkfifo(pipe, 0o644); err != nil {
		return err
	}
	return os.Symlink(".pipe", file)
}

// readAll is all that is said of a site.
func readAll(dir string) string {
	files := Dir(dir)
	defer files.Close()
	_, list, err := Read(files, "")
	var told strings.Builder
	for _, d := range list {
		if d.Severity == diag.Error {
			told.WriteString(d.File + d.Message + "\n")
		}
	}
	if err != nil {
		told.WriteString(err.Error())
	}
	return told.String()
}

// inTime is what do returns, unless it takes too long.
func inTime(t *testing.T, most time.Duration, do func() string) string {
	t.Helper()
	done := make(chan string, 1)
	go func() { done <- do() }()
	select {
	case told := <-done:
		return told
	case <-time.After(most):
		t.Fatal("it waits")
		return ""
	}
}
