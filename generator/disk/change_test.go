package disk

import (
	"os"
	"testing"
)

// Change does all or nothing: where one file cannot be written, what was removed is back, and
// folders that were made are gone.
func TestChange(t *testing.T) {
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if err := Create(root, File{"a", []byte("1")}, File{"b/c", []byte("2")}, File{"b/d", []byte("3")}); err != nil {
		t.Fatal(err)
	}
	// a is no folder.
	if err := Change(root, []File{{"new/x", nil}, {"b/c", []byte("4")}, {"a/y", nil}}, []string{"b/d"}); err == nil {
		t.Error("a file below a file")
	}
	holds(t, root, map[string]string{"a": "1", "b/c": "2", "b/d": "3", "new": "", "b/.d.new": ""})
	// b is no file.
	if err := Change(root, []File{{"new/x", nil}, {"b/c", []byte("4")}, {"b", nil}}, []string{"a", "b/d"}); err == nil {
		t.Error("a file in the place of a folder")
	}
	holds(t, root, map[string]string{"a": "1", "b/c": "2", "b/d": "3", "new": "", ".a.new": "", "b/.d.new": "", "b/.c.new": ""})
	if err := Change(root, []File{{"new/x", []byte("5")}, {"b/c", []byte("4")}}, []string{"b/d"}); err != nil {
		t.Error(err)
	}
	holds(t, root, map[string]string{"a": "1", "b/c": "4", "b/d": "", "new/x": "5", "b/.d.new": "", "b/.c.new": ""})
}

// holds compares what files hold; "" is for one that is not there.
func holds(t *testing.T, root *os.Root, want map[string]string) {
	t.Helper()
	for name, text := range want {
		got, err := root.ReadFile(name)
		if _, there := root.Lstat(name); text == "" && there == nil || text != "" && (err != nil || string(got) != text) {
			t.Errorf("%s holds %q, %v; want %q", name, got, err, text)
		}
	}
}
