package publish

import (
	"errors"
	"iter"
	"os"
	"path/filepath"
	"testing"
)

// A file is kept only as the run left it whose stamps are known, beside the sequence or in it.
func TestKept(t *testing.T) {
	for name, c := range map[string]struct {
		between func(dir string) error
		kept    string
		fails   bool
	}{
		"as it was":   {func(string) error { return nil }, "a.html", false},
		"other bytes": {func(dir string) error { return os.WriteFile(filepath.Join(dir, "a.html"), []byte("x"), 0o644) }, "a.html", true},
		"gone":        {func(dir string) error { return os.Remove(filepath.Join(dir, "a.html")) }, "a.html", true},
		"never there": {func(string) error { return nil }, "b.html", true},
		"of another run": {func(dir string) error {
			_, err := Site(dir, pages{"a.html": "2"}.seq(), Options{})
			return err
		}, "a.html", true},
	} {
		t.Run(name, func(t *testing.T) {
			for _, within := range []bool{false, true} {
				dir, stamps := t.TempDir(), new(Stamps)
				if _, err := Site(dir, pages{"a.html": "1"}.seq(), Options{Stamps: stamps}); err != nil {
					t.Fatal(err)
				}
				if err := c.between(dir); err != nil {
					t.Fatal(err)
				}
				before := read(t, dir)
				files, opt := pages{}.seq(), Options{Stamps: stamps, Kept: []string{c.kept}}
				if within {
					files, opt.Kept = one(File{Path: c.kept, Kept: true}), nil
				}
				result, err := Site(dir, files, opt)
				if errors.Is(err, ErrNotKept) != c.fails || !c.fails && (err != nil || result != Result{Unchanged: 1}) {
					t.Errorf("in the sequence: %t: %+v, %v", within, result, err)
				}
				if after := read(t, dir); after != before {
					t.Errorf("in the sequence: %t: the folder is another: %s", within, after)
				}
			}
		})
	}
}

func one(file File) iter.Seq2[File, error] {
	return func(yield func(File, error) bool) { yield(file, nil) }
}

func read(t *testing.T, dir string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, Manifest))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
