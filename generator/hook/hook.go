// Package hook makes git check what is to be committed before it is.
//
// In: a site's folder, and what the git program reports of the repository around it. Out: the
// pre-commit hook, written or removed; and, for the hook's own run, the staged files of the site
// in a folder, with the seals of the last commit. It checks no data: main checks the folder.
//
// What is staged will be committed, and may differ from the files in the folder. So git writes it
// into a folder of its own, from the index that it names to the hook: a commit of some files only
// (git commit FILE) has another index. It never changes a hook that somebody else wrote, or a
// folder of hooks that other repositories share.
package hook

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// Repository is the git repository around a site's folder.
type Repository struct {
	Top  string // its working tree
	Site string // the site's folder below Top, with slashes; "." for Top itself
	File string // the pre-commit hook

	shared bool // other repositories use File too
}

var (
	ErrNoGit        = errors.New("这台电脑没有 git 程序（https://git-scm.com）；没有它也能生成网站，只是没有提交，用不着钩子")
	ErrNoRepository = errors.New("网站文件夹不在 git 仓库里；先在里面运行 git init")
)

// ForeignError reports a hook that is not ours, or a folder of hooks that is not only this
// repository's.
type ForeignError struct {
	File   string
	Shared bool
	Line   string // of a shell script that does what our hook does
}

func (e *ForeignError) Error() string {
	what := "已经有别的钩子"
	if e.Shared {
		what = "是几个仓库共用的钩子"
	}
	return fmt.Sprintf("%s %s，没有动它；要在提交前检查，自己在里面加一行：\n  %s", e.File, what, e.Line)
}

// Find returns the repository around a site's folder.
func Find(site string) (*Repository, error) {
	said, err := git(site, nil, "rev-parse", "--show-toplevel", "--show-prefix", "--git-path", "hooks/pre-commit")
	lines := strings.Split(strings.ReplaceAll(string(said), "\r\n", "\n"), "\n")
	if err != nil || len(lines) < 3 {
		return nil, err
	}
	r := &Repository{Top: filepath.FromSlash(lines[0]), Site: path.Clean(lines[1]), File: filepath.FromSlash(lines[2])}
	if !filepath.IsAbs(r.File) {
		r.File = filepath.Join(site, r.File)
	}
	all, own := setting(site, "--get"), setting(site, "--local")
	r.shared = all != "" && own != all
	return r, nil
}

// setting returns core.hooksPath, of all configuration or of the repository only.
func setting(site, which string) string {
	said, err := git(site, nil, "config", which, "core.hooksPath")
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(said))
}

// Install writes the hook, which runs a program. It replaces one that we wrote for this site.
func (r *Repository) Install(program string) error {
	if err := r.ours(program); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(r.File), 0o777); err != nil {
		return err
	}
	if err := os.WriteFile(r.File, []byte(r.script(program)), 0o777); err != nil {
		return err
	}
	return os.Chmod(r.File, 0o777&^0o022) // an older one kept its mode
}

// Remove removes the hook; it returns false if there is none.
func (r *Repository) Remove(program string) (bool, error) {
	err := r.ours(program)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err == nil {
		err = os.Remove(r.File)
	}
	return err == nil, err
}

// ours returns nil if the hook is one that we wrote for this site.
func (r *Repository) ours(program string) error {
	foreign := &ForeignError{r.File, r.shared, r.line(program)}
	if r.shared {
		return foreign
	}
	content, err := os.ReadFile(r.File)
	if err == nil && !strings.HasPrefix(strings.ReplaceAll(string(content), "\r\n", "\n"), r.mark()) {
		return foreign
	}
	return err
}
