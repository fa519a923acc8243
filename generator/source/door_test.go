package source

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// Whatever links lie in a site's folder, nothing outside is read; what ends inside is, also by a
// whole path, as Windows has it.
func TestNothingOutsideIsRead(t *testing.T) {
	up := t.TempDir()
	const secret, ours = "别处的", "自己的"
	if err := os.CopyFS(up, fstest.MapFS{"secret": {Data: []byte(secret)}, "site/in/file": {Data: []byte(ours)}, "site/b/c/x": {}}); err != nil {
		t.Fatal(err)
	}
	site := filepath.Join(up, "site")
	inside := map[string]string{"in1": "in/file", "b/in2": "../in/file", "b/c/in3": "../../in1", "in4": filepath.Join(site, "in", "file"), "in5/file": filepath.Join(site, "in")}
	outside := map[string]string{
		"out1": "../secret", "b/out2": "../../secret", "out3": filepath.Join(up, "secret"), "out4": "in/../../secret", "out5": "out1",
		"out6/secret": "..", "out7/secret": up, "b/out8/secret": "../../../" + filepath.Base(up),
	}
	for _, links := range []map[string]string{inside, outside} {
		for name, to := range links {
			name, _, _ = strings.Cut(name, "/file")
			name, _, _ = strings.Cut(name, "/secret")
			if err := os.Symlink(to, filepath.Join(site, name)); err != nil {
				t.Skip(err)
			}
		}
	}
	files := Dir(site)
	defer files.Close()
	for name := range inside {
		if text, err := fs.ReadFile(files, name); err != nil || string(text) != ours {
			t.Errorf("%s: %q, %v", name, text, err)
		}
	}
	for name := range outside {
		text, err := fs.ReadFile(files, name)
		opened, err2 := files.Open(name)
		_, err3 := files.Stat(name)
		list, err4 := files.ReadDir(strings.TrimSuffix(name, "/secret"))
		if err == nil || err2 == nil || err3 == nil || err4 == nil {
			t.Errorf("%s: %q, %v, %v", name, text, opened, list)
		}
		if !strings.Contains(err.Error(), name) || !strings.Contains(err.Error(), "外面") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
