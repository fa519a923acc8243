package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongshi/generator/desk"
	"gongshi/generator/disk"
	"gongshi/generator/sitetest"
)

func TestRepository(t *testing.T) {
	files := []disk.File{{Path: "a.csv"}}
	site := func() string {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "a.csv"), nil, 0o666); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "others.txt"), nil, 0o666); err != nil {
			t.Fatal(err)
		}
		return dir
	}
	said := func(dir, want string) {
		t.Helper()
		if got := repository(dir, files); !strings.Contains(got, want) {
			t.Errorf("%s, want %s", got, want)
		}
	}
	dir := site()
	said(dir, "已用 git 存下第一份")
	if got, err := git(dir, "ls-files"); got != "a.csv" { // what else is there is not ours
		t.Errorf("committed %q, %v", got, err)
	}
	said(dir, "已经在一个 git 仓库里")
	t.Setenv("PATH", "")
	said(site(), "没有 git")
}

// What the clerk hands over is committed, and nothing else.
func TestRecord(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		sitetest.WriteFile(t, dir, name, text)
	}
	write("data/v/a.csv", "1\n")
	var none desk.Options
	if record(&none, dir); none.Commit != nil {
		t.Error("there is no repository")
	}
	repository(dir, []disk.File{{Path: "data/v/a.csv"}})
	var opt desk.Options
	record(&opt, dir)
	write("data/v/a.csv", "2\n")
	write("data/v/说明 1.toml", "x\n")
	write("data/w/b.csv", "1\n")
	files, err := opt.Changed("data/v")
	if err != nil || strings.Join(files, "|") != "data/v/a.csv|data/v/说明 1.toml" {
		t.Fatalf("%q, %v", files, err)
	}
	for _, setting := range [][]string{{"commit.gpgSign", "true"}, {"gpg.program", filepath.Join(dir, "none")}} { // which would ask for a PIN
		if said, err := git(dir, "config", setting[0], setting[1]); err != nil {
			t.Fatal(said)
		}
	}
	id, err := opt.Commit("录入 2026年4月评分 2 户", files)
	if head, _ := git(dir, "rev-parse", "--short", "HEAD"); err != nil || id == "" || id != head {
		t.Fatalf("%q, %v; want %q", id, err, head)
	}
	said, _ := git(dir, "show", "--name-only", "-z", "--format=%s", "HEAD")
	if !strings.Contains(said, "录入 2026年4月评分 2 户") || strings.Contains(said, "b.csv") || !strings.Contains(said, "说明 1.toml") {
		t.Errorf("%q", said)
	}
	if files, err = opt.Changed("data/v"); err != nil || len(files) != 0 {
		t.Errorf("%q, %v", files, err)
	}
	if _, err = opt.Commit("没有改动", []string{"data/v/a.csv"}); err == nil {
		t.Error("nothing was committed, and nothing said")
	}
}

// Git is a backup once it has all of a village's files, and has them elsewhere too.
func TestStored(t *testing.T) {
	dir, far := t.TempDir(), t.TempDir()
	do := func(args ...string) {
		t.Helper()
		if said, err := git(dir, args...); err != nil {
			t.Fatal(args, said)
		}
	}
	want := func(when string, open, unsent int) {
		t.Helper()
		if o, u, known := stored(dir, "v"); !known || o != open || u != unsent {
			t.Errorf("%s: %d open, %d not sent, %t; want %d, %d", when, o, u, known, open, unsent)
		}
	}
	if _, _, known := stored(dir, "v"); known {
		t.Error("there is no repository")
	}
	sitetest.WriteFile(t, dir, "data/v/a.csv", "1\n")
	repository(dir, []disk.File{{Path: "data/v/a.csv"}})
	do("config", "user.email", "a@example.invalid")
	do("config", "user.name", "a")
	want("committed", 0, -1)
	do("init", "-q", "--bare", far)
	do("remote", "add", "far", far)
	do("push", "-q", "-u", "far", "HEAD")
	want("sent", 0, 0)
	sitetest.WriteFile(t, dir, "data/v/a.csv", "2\n")
	sitetest.WriteFile(t, dir, "data/v/new/b 1.csv", "2\n")
	sitetest.WriteFile(t, dir, "data/v/new/c.csv", "2\n")
	sitetest.WriteFile(t, dir, "content/v/d.md", "2\n")
	sitetest.WriteFile(t, dir, "data/w/e.csv", "another village's")
	want("changed", 4, 0)
	do("add", "data/v", "content/v")
	want("staged", 4, 0)
	do("commit", "-q", "-m", "x")
	want("committed again", 0, 1)
	do("push", "-q")
	want("sent again", 0, 0)
}
