//go:build unix

package publish

import (
	"io/fs"
	"path/filepath"
	"syscall"
	"testing"
)

// A web server, which is another user, reads the site whatever the umask of who builds it.
func TestReadableWhateverTheUmask(t *testing.T) {
	former := syscall.Umask(0o077)
	defer syscall.Umask(former)
	dir := filepath.Join(t.TempDir(), "new", "public")
	files := func(yield func(File, error) bool) { yield(File{Path: "a/b/c.html", Content: []byte("x")}, nil) }
	if _, err := Site(dir, files, Options{}); err != nil {
		t.Fatal(err)
	}
	err := filepath.WalkDir(filepath.Dir(dir), func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if want := map[bool]fs.FileMode{true: 0o755, false: 0o644}[d.IsDir()]; err == nil && info.Mode().Perm() != want {
			t.Errorf("%s: %v", name, info.Mode())
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}
