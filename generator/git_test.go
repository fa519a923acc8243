package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongshi/generator/disk"
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
