package publish

import (
	"crypto/sha256"
	"os"
	"path/filepath"
	"testing"
)

// Files that are elsewhere are in the manifest alone; they may be brought, and another run then
// takes them for its own. Somebody else's file in the place of one stays, and is named.
func TestElsewhere(t *testing.T) {
	dir := t.TempDir()
	here, there := pages{"a.html": "一"}, pages{"v/b.html": "二", "v/w/c.html": "三"}
	all := pages{"a.html": "一", "v/b.html": "二", "v/w/c.html": "三"}
	opt := Options{Elsewhere: make(map[string][sha256.Size]byte)}
	for file, text := range there {
		opt.Elsewhere[file] = sha256.Sum256([]byte(text))
	}
	run := func(want Result) {
		t.Helper()
		result, err := Site(dir, here.seq(), opt)
		if err != nil || result != want {
			t.Errorf("%+v, %v", result, err)
		}
		if text, err := os.ReadFile(filepath.Join(dir, Manifest)); err != nil || string(text) != all.manifest() {
			t.Errorf("%v\n%s\nwant\n%s", err, text, all.manifest())
		}
	}
	write := func(file, text string) {
		t.Helper()
		name := filepath.Join(dir, filepath.FromSlash(file))
		os.MkdirAll(filepath.Dir(name), 0o755)
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	run(Result{Written: 1})
	if _, err := os.Stat(filepath.Join(dir, "v")); err == nil {
		t.Error("what is elsewhere has a folder here")
	}
	write("v/b.html", "旧")
	if _, err := Site(dir, here.seq(), opt); err == nil {
		t.Error("our file of another run stays under the sum of this one")
	}
	write("v/b.html", "二")
	run(Result{Unchanged: 1})

	delete(opt.Elsewhere, "v/w/c.html") // gone, wherever it was
	delete(all, "v/w/c.html")
	run(Result{Unchanged: 1})

	opt.Elsewhere["v/w/c.html"] = sha256.Sum256([]byte("三"))
	write("v/w/c.html", "别人的")
	if _, err := Site(dir, here.seq(), opt); err == nil {
		t.Error("somebody else's file becomes ours")
	}
	opt.Elsewhere["A.html"] = sha256.Sum256(nil)
	if _, err := Site(dir, here.seq(), opt); err == nil {
		t.Error("two files of one name on some systems")
	}
	if text, err := os.ReadFile(filepath.Join(dir, "v", "w", "c.html")); err != nil || string(text) != "别人的" {
		t.Errorf("%s, %v", text, err)
	}
}
