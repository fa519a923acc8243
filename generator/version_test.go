package main

import (
	"runtime"
	"testing"
)

func TestVersionNamesReleaseAndCommit(t *testing.T) {
	const commit = "0123456789abcdef0123456789abcdef01234567"
	here := "，" + runtime.GOOS + "/" + runtime.GOARCH + "，" + runtime.Version()
	for want, got := range map[string]string{
		"gongshi 1.2.0，提交 0123456789ab（2026-11-28）":        versionOf("1.2.0", commit, "2026-11-28", false),
		"gongshi 开发版，提交 0123456789ab（2026-11-28），另有未提交的改动": versionOf("", commit, "2026-11-28", true),
		"gongshi 开发版": versionOf("", "", "", false),
	} {
		if got != want+here {
			t.Errorf("got %s, want %s", got, want+here)
		}
	}
}
