package main

import (
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"

	"gongshi/generator/sitetest"
)

// The sample's tables are as Excel saves them (UTF-8 with BOM, CRLF), all else is plain UTF-8 with
// LF, and each place's name says that it is an example.
func TestSampleIsWrittenAsClerksWriteAndMarked(t *testing.T) {
	files := 0
	err := fs.WalkDir(os.DirFS(sitetest.Root()), "data", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		text, err := fs.ReadFile(os.DirFS(sitetest.Root()), name)
		files++
		sampleForm(t, name, string(text))
		return err
	})
	if err != nil || files < 100 {
		t.Fatalf("%d files, %v", files, err)
	}
}

func sampleForm(t *testing.T, name, text string) {
	t.Helper()
	program := path.Base(name) == "seals.csv" || path.Base(name) == "salts.csv" // which gongshi seal writes
	switch {
	case program:
	case strings.HasSuffix(name, ".csv"):
		if !strings.HasPrefix(text, "\ufeff") || strings.Count(text, "\n") != strings.Count(text, "\r\n") {
			t.Errorf("%s: not UTF-8 with BOM and CRLF", name)
		}
	case strings.ContainsAny(text, "\ufeff\r"), !strings.HasSuffix(text, "\n"):
		t.Errorf("%s: not plain UTF-8 with LF", name)
	}
	if path.Base(name) == "place.toml" && !strings.Contains(text, "（示例）\"\n") {
		t.Errorf("%s: the name does not say that it is an example", name)
	}
}
