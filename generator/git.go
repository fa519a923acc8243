package main

import (
	"bytes"
	"cmp"
	"errors"
	"os/exec"
	"slices"
	"strconv"
	"strings"

	"gongshi/generator/desk"
	"gongshi/generator/disk"
)

// repository makes a folder a git repository with a first commit of the files, and prints the
// outcome. It does nothing in a folder that is in a repository already.
func repository(dir string, files []disk.File) string {
	if _, err := exec.LookPath("git"); err != nil {
		return "这台电脑没有 git，网站照样能用；装了它，谁在哪天改了哪个数都有记录，改错了也找得回来"
	}
	if _, err := git(dir, "rev-parse", "--git-dir"); err == nil {
		return "这个文件夹已经在一个 git 仓库里，新的文件还没有提交"
	}
	commit := committing(dir, "--no-verify", "-m", "建立网站")
	add := []string{"add", "--"}
	for _, f := range files {
		add = append(add, f.Path)
	}
	for _, args := range [][]string{{"-c", "init.defaultBranch=main", "init", "-q"}, add, commit} {
		if said, err := git(dir, args...); err != nil {
			return "git 没有存成第一份，网站照样能用：" + said
		}
	}
	return "已用 git 存下第一份：以后谁在哪天改了哪个数都有记录，改错了也找得回来"
}

// record lets a desk hand files of a site to git, one commit at a time, where there is git and the folder is in a
// repository.
func record(opt *desk.Options, dir string) {
	if _, err := exec.LookPath("git"); err != nil {
		return
	}
	if _, err := git(dir, "rev-parse", "--git-dir"); err != nil {
		return
	}
	opt.Changed = func(folder string) ([]string, error) {
		said, err := git(dir, "ls-files", "-m", "-o", "--exclude-standard", "-z", "--", folder)
		if err != nil {
			return nil, errors.New(said)
		}
		files := strings.Split(strings.TrimSuffix(said, "\x00"), "\x00")
		slices.Sort(files)
		return slices.DeleteFunc(slices.Compact(files), func(name string) bool { return name == "" }), nil
	}
	opt.Stored = func(place string) (open, unsent int, known bool) { return stored(dir, place) }
	opt.Commit = func(words string, files []string) (string, error) {
		commit := append(committing(dir, "-m", words, "--"), files...)
		for _, args := range [][]string{append([]string{"add", "--"}, files...), commit} {
			if said, err := git(dir, args...); err != nil {
				return "", errors.New(cmp.Or(said, err.Error()))
			}
		}
		return git(dir, "rev-parse", "--short", "HEAD")
	}
}

// committing are git's arguments for a commit in a folder, in the name of the person that git knows there, or, for
// this commit only, of the site, so that the person's settings stay as they are.
func committing(dir string, args ...string) []string {
	commit := []string{"-c", "commit.gpgSign=false", "commit", "-q"} // a question for a PIN would never be seen
	if mail, err := git(dir, "config", "user.email"); err != nil || mail == "" {
		commit = append([]string{"-c", "user.name=公示网站", "-c", "user.email=gongshi@example.invalid"}, commit...)
	}
	return append(commit, args...)
}

// stored is how far git has a place's files; see [desk.Options].
func stored(dir, place string) (open, unsent int, known bool) {
	of := []string{"--", "data/" + place, "content/" + place}
	said, err := git(dir, append([]string{"status", "--porcelain", "-z", "--no-renames", "-uall"}, of...)...)
	if err != nil {
		return 0, 0, false
	}
	open = strings.Count(said, "\x00")
	said, err = git(dir, append([]string{"rev-list", "--count", "@{upstream}..HEAD"}, of...)...)
	if unsent, wrong := strconv.Atoi(said); err == nil && wrong == nil {
		return open, unsent, true
	}
	return open, -1, true // there is no branch elsewhere
}

// git runs git in a folder, and returns its output on one line.
func git(dir string, args ...string) (string, error) {
	var out bytes.Buffer
	cmd := exec.Command("git", append([]string{"-C", dir}, args...)...)
	cmd.Stdout, cmd.Stderr = &out, &out
	err := cmd.Run()
	return strings.Join(strings.Fields(out.String()), " "), err
}
