package main

import (
	"bytes"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
)

// TestCommitted: the sample that stands in this repository is what the program writes, no file more and none less,
// but for what gongshi seal adds to it.
func TestCommitted(t *testing.T) {
	const hint = "run: go run ./generator/sample . (and remove what it no longer writes)"
	made := files()
	root := os.DirFS("../..")
	for _, name := range slices.Sorted(maps.Keys(made)) {
		stands, err := fs.ReadFile(root, name)
		switch {
		case err != nil:
			t.Errorf("%s: %v\n  %s", name, err, hint)
		case !bytes.Equal(stands, made[name]):
			t.Errorf("%s: differs from what the program writes\n  %s", name, hint)
		}
	}
	err := fs.WalkDir(root, "data", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		if _, ok := made[name]; !ok && path.Base(name) != "seals.csv" && path.Base(name) != "salts.csv" {
			t.Errorf("%s: the program does not write it\n  %s", name, hint)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestSame: two runs give the same bytes.
func TestSame(t *testing.T) {
	if !maps.EqualFunc(files(), files(), bytes.Equal) {
		t.Error("two runs differ")
	}
}

// TestWrite: what is written reads back, and a second run over it is no trouble.
func TestWrite(t *testing.T) {
	dir := t.TempDir()
	want := map[string][]byte{"config.toml": []byte("a"), "data/x/place.toml": []byte("b")}
	for range 2 {
		if err := write(dir, want); err != nil {
			t.Fatal(err)
		}
	}
	for name, text := range want {
		got, err := os.ReadFile(dir + "/" + name)
		if err != nil || !bytes.Equal(got, text) {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

// TestForm: tables as Excel saves them (UTF-8 with BOM, CRLF), all else plain UTF-8 with LF.
func TestForm(t *testing.T) {
	for name, text := range files() {
		s := string(text)
		if strings.HasSuffix(name, ".csv") {
			if !strings.HasPrefix(s, "\ufeff") || strings.Count(s, "\n") != strings.Count(s, "\r\n") {
				t.Errorf("%s: not UTF-8 with BOM and CRLF", name)
			}
		} else if strings.ContainsAny(s, "\ufeff\r") || !strings.HasSuffix(s, "\n") {
			t.Errorf("%s: not plain UTF-8 with LF", name)
		}
		if strings.HasSuffix(name, "place.toml") && !strings.Contains(s, "（示例）\"\n") {
			t.Errorf("%s: the name does not say that it is an example", name)
		}
	}
}
