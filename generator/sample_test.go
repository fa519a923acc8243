package main

import (
	"bytes"
	"os"
	"sync"
	"testing"

	"gongshi/generator/sitetest"
)

// builtSample is the sample site as the real main builds it, made once for all tests.
var builtSample = sync.OnceValues(func() (sitetest.Tree, error) {
	dir, err := os.MkdirTemp("", "gongshi-sample-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	return build("..", dir)
})

// build runs `gongshi build` and reads what it wrote.
func build(source, output string, flags ...string) (sitetest.Tree, error) {
	var out, errs bytes.Buffer
	args := append([]string{"build", "--source", source, "--output", output}, flags...)
	if code := run(args, &out, &errs); code != 0 {
		return nil, &failure{code, errs.String()}
	}
	return sitetest.Read(output)
}

type failure struct {
	code int
	text string
}

func (f *failure) Error() string { return f.text }

func sample(t *testing.T) sitetest.Tree {
	t.Helper()
	files, err := builtSample()
	sitetest.Must(t, err)
	return files
}
