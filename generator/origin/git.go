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
	"regexp"
	"slices"
	"strings"

	"gongshi/generator/disk"
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
	kept := slices.DeleteFunc(environ, func(v string) bool {
		return strings.HasPrefix(v, "GIT_") && !strings.HasPrefix(v, "GIT_CONFIG_")
	})
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

// refusal matches git's message that somebody else owns the repository, with its folder; before
// 2.36 it was "unsafe repository".
var refusal = regexp.MustCompile(`(?:dubious ownership in repository at|unsafe repository) \(?'([^'\n]+)'`)

// whyNot returns the reason behind an error, and, once a run, what keeps the pages from showing the
// origin of their data. An empty repository is no trouble: the pages show it.
func whyNot(err error) (why Why, message, hint string) {
	var refused []string
	if f, said := errors.AsType[*failure](err); said {
		refused = refusal.FindStringSubmatch(f.said)
	}
	switch {
	case errors.Is(err, errNoCommit):
		return NoCommit, "", ""
	case errors.Is(err, exec.ErrNotFound):
		return NoGit, "网站文件夹在 git 仓库里，但这台电脑没有 git 程序，网页上说不出资料出自哪次提交",
			"装上 git（https://git-scm.com）再运行；不装也能生成网站，只是少这一项"
	case refused != nil:
		return Refused, "git 不肯读这个仓库，因为它属于另一个用户；网页上说不出资料出自哪次提交",
			"确认仓库可信以后，运行一次 git config --global --add safe.directory \"" + strings.TrimSpace(refused[1]) + "\""
	}
	return Failed, "git 读不出提交记录（" + disk.Words(err) + "）；网页上说不出资料出自哪次提交",
		"在网站文件夹里运行 git status 和 git fsck，看仓库是否完好"
}
