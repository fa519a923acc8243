package verify_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"runtime/debug"
	"testing"

	"gongshi/generator/sitetest"
)

// program is the file of gongshi itself: a built site is checked as a reader checks it.
var program string

func TestMain(m *testing.M) {
	debug.SetGCPercent(400) // a machine for tests has the memory
	os.Exit(sitetest.Program(m, &program))
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
