package origin

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// repository returns the repository around a folder: the nearest .git from dir upwards, relative
// to dir, or "". It does not ask git, so that a site outside of any repository starts no process,
// also without git.
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

// settings are what the configuration of a repository or a person may not change: programs that
// git would run, the network, and how it compares and prints.
var settings = []string{
	"core.fsmonitor=false", "core.hooksPath=" + os.DevNull, "core.quotePath=false",
	"protocol.allow=never", "log.showSignature=false", "diff.algorithm=default", "diff.relative=false", "blame.ignoreRevsFile=",
}

// command returns git with args, to be run in the site's folder.
func (h *History) command(args ...string) *exec.Cmd {
	all := []string{"--no-pager", "--no-replace-objects", "--no-optional-locks"}
	for _, s := range settings {
		all = append(all, "-c", s)
	}
	cmd := exec.Command("git", append(all, args...)...)
	cmd.Dir, cmd.Env = h.dir, environment(os.Environ())
	return cmd
}

// environment returns the caller's environment without what would lead git to another repository
// or language. The variables that select the configuration stay: it has the folders that git may
// trust.
func environment(environ []string) []string {
	var kept []string
	for _, v := range environ {
		if !strings.HasPrefix(v, "GIT_") || strings.HasPrefix(v, "GIT_CONFIG_") {
			kept = append(kept, v)
		}
	}
	return append(kept, "LC_ALL=C", "LANGUAGE=", "GIT_TERMINAL_PROMPT=0", "GIT_NO_LAZY_FETCH=1")
}

// failure is git's message before it gave up.
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

// output returns what git prints.
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

// pieces yields what git prints as it comes, in pieces that end with a zero byte. It stops git when
// no more are wanted.
func (h *History) pieces(args ...string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		cmd := h.command(args...)
		var said bytes.Buffer
		cmd.Stderr = &said
		out, err := cmd.StdoutPipe()
		if err == nil {
			err = cmd.Start()
		}
		if err != nil {
			yield("", &failure{args[0], "", err})
			return
		}
		for in := bufio.NewReader(out); ; {
			piece, err := in.ReadString(0)
			if err == io.EOF {
				break
			}
			if !yield(piece, err) || err != nil {
				cmd.Process.Kill()
				cmd.Wait()
				return
			}
		}
		if err := cmd.Wait(); err != nil {
			yield("", &failure{args[0], said.String(), err})
		}
	}
}

// errNoCommit is returned if nothing is committed.
var errNoCommit = errors.New("nothing of the site is committed")
