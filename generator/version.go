package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/alecthomas/kong"
)

// number is the version of a release, which the linker writes here; any other build has none.
var number string

type versionCommand struct{}

func (versionCommand) Run(t *terminal) error {
	fmt.Fprintln(t.out, version())
	return nil
}

// versionFlag tells the version and no more, whatever else the command line holds.
type versionFlag bool

func (versionFlag) BeforeReset(app *kong.Kong) error {
	fmt.Fprintln(app.Stdout, version())
	app.Exit(0)
	return nil
}

// version says which program this is, so that a clerk can read it out to whoever helps.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		info = new(debug.BuildInfo)
	}
	return versionOf(number, info.Settings)
}

// versionOf is the version of a program with a number, and the settings of its build.
func versionOf(number string, built []debug.BuildSetting) string {
	is := map[string]string{}
	for _, s := range built {
		is[s.Key] = s.Value
	}
	text := "gongshi 开发版"
	if number != "" {
		text = "gongshi " + number
	}
	if commit := is["vcs.revision"]; commit != "" {
		day, _, _ := strings.Cut(is["vcs.time"], "T")
		text += fmt.Sprintf("，提交 %.12s（%s）", commit, day)
	}
	if is["vcs.modified"] == "true" {
		text += "，另有未提交的改动"
	}
	return fmt.Sprintf("%s，%s/%s，%s", text, runtime.GOOS, runtime.GOARCH, runtime.Version())
}
