package verify_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"

	"gongshi/generator/sitetest"
)

// program is the file of gongshi itself: a built site is checked as a reader checks it.
var program string

func TestMain(m *testing.M) { os.Exit(withProgram(m)) }

func withProgram(m *testing.M) int {
	dir, err := os.MkdirTemp("", "gongshi-program-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	// Go takes a result of these tests for current until a file changes that they look at.
	if _, err := os.ReadDir(".."); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	program = filepath.Join(dir, "gongshi")
	if runtime.GOOS == "windows" {
		program += ".exe"
	}
	if out, err := exec.Command("go", "build", "-o", program, "gongshi/generator").CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "%v\n%s", err, out)
		return 1
	}
	return m.Run()
}

// run runs gongshi, and gives its exit status.
func run(args []string, stdout, stderr io.Writer) int {
	command := exec.Command(program, args...)
	command.Stdout, command.Stderr = stdout, stderr
	command.Env = append(os.Environ(), "GOGC=800") // a run is over before it has made much garbage
	var failed *exec.ExitError
	switch err := command.Run(); {
	case errors.As(err, &failed):
		return failed.ExitCode()
	case err != nil:
		panic(err)
	}
	return 0
}

// build runs `gongshi build` and reads what it wrote.
func build(source, output string, flags ...string) (sitetest.Tree, error) {
	var out, errs bytes.Buffer
	if run(append([]string{"build", "--source", source, "--output", output}, flags...), &out, &errs) != 0 {
		return nil, errors.New(errs.String())
	}
	return sitetest.Read(output)
}

// sample is the sample as gongshi builds it.
var sample = sitetest.Once(func(tb testing.TB) sitetest.Tree {
	files, err := build(sitetest.Root(), tb.TempDir())
	sitetest.Must(tb, err)
	return files
})
