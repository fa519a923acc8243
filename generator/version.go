package main

import (
	"cmp"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/alecthomas/kong"
)

// The linker writes these into a release: its number, the commit from which it was built, that
// commit's day, and "true" if anything was changed since. In any other build, which has no
// number, Go records the rest itself if it can.
var releaseNumber, releaseCommit, releaseDay, releaseChanged string

type versionCommand struct{}

func (versionCommand) Run(t *terminal) error {
	fmt.Fprintln(t.out, version())
	return nil
}

// versionFlag prints only the version, whatever else is on the command line.
type versionFlag bool

func (versionFlag) BeforeReset(app *kong.Kong) error {
	fmt.Fprintln(app.Stdout, version())
	return errTold
}

// version describes the program, so that a clerk can read it out to the person who helps.
func version() string {
	commit, day, changed := builtFrom()
	return versionOf(releaseNumber, commit, day, changed)
}

// edition is the same for programs, equal on every system: the number, or else the commit, with a
// + if anything was changed since, or "" if neither is known.
func edition() string {
	commit, _, changed := builtFrom()
	if commit != "" && changed {
		commit += "+"
	}
	return cmp.Or(releaseNumber, commit)
}

func builtFrom() (commit, day string, changed bool) {
	commit, day, modified := releaseCommit, releaseDay, releaseChanged
	if info, ok := debug.ReadBuildInfo(); ok && commit == "" {
		for _, s := range info.Settings {
			switch s.Key {
			case "vcs.revision":
				commit = s.Value
			case "vcs.time":
				day, _, _ = strings.Cut(s.Value, "T")
			case "vcs.modified":
				modified = s.Value
			}
		}
	}
	return commit, day, modified == "true"
}

func versionOf(number, commit, day string, changed bool) string {
	text := "gongshi 开发版"
	if number != "" {
		text = "gongshi " + number
	}
	if commit != "" {
		text += fmt.Sprintf("，提交 %.12s（%s）", commit, day)
	}
	if changed {
		text += "，另有未提交的改动"
	}
	return fmt.Sprintf("%s，%s/%s，%s", text, runtime.GOOS, runtime.GOARCH, runtime.Version())
}
