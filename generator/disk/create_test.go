package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// Create makes files with their folders, names all that are there already, and leaves
// nothing behind where one cannot be made.
func TestCreate(t *testing.T) {
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if err := Create(root, File{"a", []byte("甲")}, File{"b/c/d", []byte("乙")}); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(filepath.Join(dir, "b", "c", "d")); string(got) != "乙" {
		t.Errorf("%q, %v", got, err)
	}
	var taken Taken
	err = Create(root, File{"new", nil}, File{"a", []byte("丙")}, File{"b/c/d", nil})
	if !errors.As(err, &taken) || !slices.Equal(taken, Taken{"a", "b/c/d"}) {
		t.Errorf("%v", err)
	}
	// a is no folder: what was made before it is found out is taken back.
	if err := Create(root, File{"x/y/z", nil}, File{"b/e", nil}, File{"a/f", nil}); err == nil {
		t.Error("a file below a file")
	}
	for _, name := range []string{"new", "x", "b/e"} {
		if _, err := os.Stat(filepath.Join(dir, name)); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s is left", name)
		}
	}
	if got, _ := os.ReadFile(filepath.Join(dir, "a")); string(got) != "甲" {
		t.Errorf("a is %q", got)
	}
}
