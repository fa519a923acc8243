package main

import (
	"runtime"
	"runtime/debug"
	"testing"
)

func TestVersionNamesReleaseAndCommit(t *testing.T) {
	here := "，" + runtime.GOOS + "/" + runtime.GOARCH + "，" + runtime.Version()
	commit := []debug.BuildSetting{
		{Key: "vcs.revision", Value: "0123456789abcdef0123456789abcdef01234567"},
		{Key: "vcs.time", Value: "2026-11-28T17:00:00Z"},
		{Key: "vcs.modified", Value: "false"},
	}
	changed := append(commit[:2:2], debug.BuildSetting{Key: "vcs.modified", Value: "true"})
	for _, tt := range []struct {
		number string
		built  []debug.BuildSetting
		want   string
	}{
		{"1.2.0", commit, "gongshi 1.2.0，提交 0123456789ab（2026-11-28）"},
		{"", changed, "gongshi 开发版，提交 0123456789ab（2026-11-28），另有未提交的改动"},
		{"", nil, "gongshi 开发版"},
	} {
		if got := versionOf(tt.number, tt.built); got != tt.want+here {
			t.Errorf("got %s, want %s", got, tt.want+here)
		}
	}
}
