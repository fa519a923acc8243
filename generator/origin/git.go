package origin

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// repository is where the repository around a folder keeps its history: the nearest .git
// from dir upwards, as seen from dir; "" if there is none. git is not asked, so that a
// site outside of any repository costs no process, on a machine without git as well.
func repository(dir string) string {
	at, err := filepath.Abs(dir)
	if err == nil {
		at, err = filepath.EvalSymlinks(at)
	}
	if err != nil {
		return ""
	}
	for name := ".git"; ; name = "../" + name {
		if _, err := os.Stat(filepath.Join(at, ".git")); err == nil {
			return name
		}
		up := filepath.Dir(at)
		if up == at {
			return ""
		}
		at = up
	}
}

// settings are what a repository's or a person's configuration may not change: programs
// that git would run, the network, and how it compares and prints.
var settings = []string{
	"core.fsmonitor=false", "core.hooksPath=" + os.DevNull, "core.quotePath=false",
	"protocol.allow=never", "log.showSignature=false", "diff.algorithm=default", "diff.relative=false", "blame.ignoreRevsFile=",
}

// command is git with args, to be run in the site's folder.
func (h *History) command(args ...string) *exec.Cmd {
	all := []string{"--no-pager", "--no-replace-objects", "--no-optional-locks"}
	for _, s := range settings {
		all = append(all, "-c", s)
	}
	cmd := exec.Command("git", append(all, args...)...)
	cmd.Dir, cmd.Env = h.dir, environment(os.Environ())
	return cmd
}

// environment is the caller's without what would lead git to another repository or
// another language. What says which configuration holds stays: there stand the folders
// that git may trust.
func environment(environ []string) []string {
	var kept []string
	for _, v := range environ {
		if !strings.HasPrefix(v, "GIT_") || strings.HasPrefix(v, "GIT_CONFIG_") {
			kept = append(kept, v)
		}
	}
	return append(kept, "LC_ALL=C", "LANGUAGE=", "GIT_TERMINAL_PROMPT=0", "GIT_NO_LAZY_FETCH=1")
}

// failure is what git said before it gave up.
type failure struct {
	command string
	said    string
	err     error
}

func (f *failure) Error() string {
	said, _, _ := strings.Cut(strings.TrimSpace(f.said), "\n")
	return fmt.Sprintf("git %s: %s", f.command, strings.TrimPrefix(said, "fatal: "))
}

func (f *failure) Unwrap() error { return f.err }

// output is what git prints.
func (h *History) output(args ...string) ([]byte, error) {
	cmd := h.command(args...)
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		return nil, &failure{args[0], said.String(), err}
	}
	return out, nil
}

// stream hands over what git prints as it comes. Where read has enough and says so, git is
// stopped.
func (h *History) stream(read func(io.Reader) (enough bool, err error), args ...string) error {
	cmd := h.command(args...)
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.StdoutPipe()
	if err != nil {
		return &failure{args[0], "", err}
	}
	if err := cmd.Start(); err != nil {
		return &failure{args[0], "", err}
	}
	enough, err := read(out)
	if enough || err != nil {
		cmd.Process.Kill()
		cmd.Wait()
		return err
	}
	if err := cmd.Wait(); err != nil {
		return &failure{args[0], said.String(), err}
	}
	return nil
}

// errNoCommit is the outcome where nothing is committed.
var errNoCommit = errors.New("nothing of the site is committed")
