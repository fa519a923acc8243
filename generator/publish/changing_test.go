package publish

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Changing is told what will be new, other or gone, while all is as it was; if it fails, all stays so.
func TestSiteTellsWhatChanges(t *testing.T) {
	dir := t.TempDir()
	told, refuse := "", error(nil)
	opt := Options{Changing: func(paths []string) error {
		told = strings.Join(paths, " ")
		if text, err := os.ReadFile(filepath.Join(dir, "b")); told != "" && !strings.Contains(told, MarkName) && string(text) != "1" {
			t.Errorf("told after b changed: %q %v", text, err)
		}
		return refuse
	}}
	run := func(p pages, want string) {
		t.Helper()
		told = ""
		if _, err := Site(dir, p.seq(), opt); !errors.Is(err, refuse) {
			t.Fatal(err)
		}
		if told != want {
			t.Errorf("told %q, want %q", told, want)
		}
	}
	run(pages{"a": "1", "b": "1", "c/d": "1"}, Manifest+" a b c/d "+MarkName)
	run(pages{"a": "1", "b": "1", "c/d": "1"}, "")
	refuse = errors.New("no list")
	run(pages{"a": "1", "b": "2", "e": "1"}, Manifest+" b c/d e")
	if text, err := os.ReadFile(filepath.Join(dir, "c/d")); string(text) != "1" {
		t.Errorf("c/d is gone: %v", err)
	}
	refuse = nil
	run(pages{"a": "1", "b": "2", "e": "1"}, Manifest+" b c/d e")
}
