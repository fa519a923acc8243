package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// goTool runs the go command for a target in the repository, and returns what it prints. It sets
// everything by which a machine's settings could change a program; of two settings the last
// counts.
func (r *release) goTool(t target, args ...string) (string, error) {
	cmd := exec.Command("go", args...)
	cmd.Dir, cmd.Stderr = r.root, os.Stderr
	cmd.Env = append(os.Environ(), "GOOS="+t.os, "GOARCH="+t.arch, "CGO_ENABLED=0", "GOFLAGS=", "GOWORK=off",
		"GOAMD64=v1", "GO386=sse2", "GOARM64=v8.0", "GOEXPERIMENT=",
		"GOGC=off", "GOMEMLIMIT=1GiB") // compiling ends before garbage collection pays: a sixth less work
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("go %s: %w", args[0], err)
	}
	return strings.TrimSpace(string(out)), nil
}

// program builds the program for a target, in a folder, and returns its bytes.
func (r *release) program(t target, folder string) ([]byte, error) {
	file := filepath.Join(folder, "gongshi")
	// Without symbols for debuggers (-s -w) the download is 8 MB instead of 14. Go's own note of
	// the commit fails silently in a git worktree, hence false.
	link := fmt.Sprintf("-ldflags=-s -w -X main.releaseNumber=%s -X main.releaseCommit=%s -X main.releaseDay=%s -X main.releaseChanged=%t",
		r.Version, r.commit, r.made.Format(time.DateOnly), r.changed)
	if _, err := r.goTool(t, "build", fmt.Sprintf("-p=%d", r.share), "-trimpath", "-buildvcs=false", link, "-o", file, "./generator"); err != nil {
		return nil, err
	}
	if t.os == "windows" {
		return withResources(file, r.Version)
	}
	return os.ReadFile(file)
}

// charts reports whether the program has the interactive charts, which npm installs.
func (r *release) charts() bool {
	_, err := os.Stat(filepath.Join(r.root, "themes", "default", "static", "echarts.min.js"))
	return err == nil
}
