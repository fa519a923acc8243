package hook

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
)

// git returns what git prints, run in a folder with further variables.
func git(dir string, env []string, args ...string) ([]byte, error) {
	return gitReading(dir, env, nil, args...)
}

// gitReading is git with input. The variables by which git tells its hooks the repository and
// index stay; their paths are made absolute from the folder in which git ran.
func gitReading(dir string, env []string, input []byte, args ...string) ([]byte, error) {
	cmd := exec.Command("git", append([]string{"-c", "core.quotePath=false"}, args...)...)
	cmd.Dir, cmd.Stdin = dir, bytes.NewReader(input)
	cmd.Env = append(absolute(os.Environ()), append([]string{"LC_ALL=C", "LANGUAGE=", "GIT_OPTIONAL_LOCKS=0"}, env...)...)
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	switch {
	case err == nil:
		return out, nil
	case errors.Is(err, exec.ErrNotFound):
		return nil, ErrNoGit
	case outside.MatchString(said.String()):
		return nil, ErrNoRepository
	case distrusted.MatchString(said.String()):
		return nil, fmt.Errorf("git 不肯读这个仓库，因为它属于另一个用户；确认仓库可信以后，运行一次 git config --global --add safe.directory \"%s\"",
			distrusted.FindStringSubmatch(said.String())[1])
	}
	first, _, _ := strings.Cut(strings.TrimSpace(said.String()), "\n")
	return nil, fmt.Errorf("git %s：%s", args[0], strings.TrimPrefix(first, "fatal: "))
}

// distrusted is git's word for a repository that somebody else owns, as on a USB stick; before
// 2.36 it was "unsafe repository".
var distrusted = regexp.MustCompile(`(?:dubious ownership in repository at|unsafe repository) \(?'([^'\n]+)'`)

var outside = regexp.MustCompile(`not a git repository|must be run in a work tree`)

// absolute are variables whose paths do not depend on the current folder.
func absolute(environ []string) []string {
	for i, v := range environ {
		name, file, _ := strings.Cut(v, "=")
		if name == "GIT_DIR" || name == "GIT_INDEX_FILE" || name == "GIT_WORK_TREE" {
			if full, err := filepath.Abs(file); err == nil && file != "" {
				environ[i] = name + "=" + full
			}
		}
	}
	return environ
}
