package sitetest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
)

// WithProgram builds gongshi itself for tests that run it as a reader or a clerk does, gives them
// its file, and removes it. The tests stand in a folder beside those of the program's rooms.
func WithProgram(tests func(file string) int) (code int, err error) {
	dir, err := os.MkdirTemp("", "gongshi-program-")
	if err != nil {
		return 1, err
	}
	defer os.RemoveAll(dir)
	// Go takes a result of these tests for current until a file changes that they look at.
	if _, err := os.ReadDir(".."); err != nil {
		return 1, err
	}
	program := filepath.Join(dir, "gongshi")
	if runtime.GOOS == "windows" {
		program += ".exe"
	}
	if out, err := exec.Command("go", "build", "-o", program, "gongshi/generator").CombinedOutput(); err != nil {
		return 1, fmt.Errorf("%w\n%s", err, out)
	}
	return tests(program), nil
}
