package sitetest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
)

// Program builds gongshi itself, for tests that run it as a reader or a clerk does; it names its
// file, runs the tests, and removes it.
func Program(m *testing.M, file *string) (code int) {
	dir, err := os.MkdirTemp("", "gongshi-program-")
	if err == nil {
		defer os.RemoveAll(dir)
		// Go caches the result of these tests until a file changes that they look at.
		_, err = os.ReadDir("..")
	}
	*file = filepath.Join(dir, "gongshi")
	if runtime.GOOS == "windows" {
		*file += ".exe"
	}
	if err == nil {
		var out []byte
		if out, err = exec.Command("go", "build", "-o", *file, "gongshi/generator").CombinedOutput(); err != nil {
			err = fmt.Errorf("%w\n%s", err, out)
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return m.Run()
}
