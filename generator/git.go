package main

import (
	"bytes"
	"cmp"
	"errors"
	"os/exec"
	"strings"

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
	commit := []string{"commit", "-q", "--no-verify", "-m", "建立网站"}
	if mail, err := git(dir, "config", "user.email"); err != nil || mail == "" { // for this commit only
		commit = append([]string{"-c", "user.name=公示网站", "-c", "user.email=gongshi@example.invalid"}, commit...)
	}
	add := []string{"add", "--"}
	for _, f := range files {
		add = append(add, f.Path)
	}
	for _, args := range [][]string{{"-c", "init.defaultBranch=main", "init", "-q"}, add, append([]string{"-c", "commit.gpgSign=false"}, commit...)} {
		if said, err := git(dir, args...); err != nil {
			return "git 没有存成第一份，网站照样能用：" + said
		}
	}
	return "已用 git 存下第一份：以后谁在哪天改了哪个数都有记录，改错了也找得回来"
}

// committer hands files of a site to git, one commit at a time; nil where there is no git, or the folder is in no
// repository.
func committer(dir string) func(words string, files []string) (string, error) {
	if _, err := exec.LookPath("git"); err != nil {
		return nil
	}
	if _, err := git(dir, "rev-parse", "--git-dir"); err != nil {
		return nil
	}
	return func(words string, files []string) (string, error) {
		commit := []string{"commit", "-q", "-m", words, "--"}
		if mail, err := git(dir, "config", "user.email"); err != nil || mail == "" { // for this commit only
			commit = append([]string{"-c", "user.name=公示网站", "-c", "user.email=gongshi@example.invalid"}, commit...)
		}
		for _, args := range [][]string{append([]string{"add", "--"}, files...), append(commit, files...)} {
			if said, err := git(dir, args...); err != nil {
				return "", errors.New(cmp.Or(said, err.Error()))
			}
		}
		return git(dir, "rev-parse", "--short", "HEAD")
	}
}

// git runs git in a folder, and returns its output on one line.
func git(dir string, args ...string) (string, error) {
	var out bytes.Buffer
	cmd := exec.Command("git", append([]string{"-C", dir}, args...)...)
	cmd.Stdout, cmd.Stderr = &out, &out
	err := cmd.Run()
	return strings.Join(strings.Fields(out.String()), " "), err
}
