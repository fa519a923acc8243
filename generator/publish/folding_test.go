package publish

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"gongshi/generator/disk"
)

// folding is a folder on a disk that does not tell case apart, as those of Windows and
// macOS: a name is found in whatever case it was written. As on Windows, what is read-only
// is neither replaced nor removed, and a file may be held for some tries.
type folding struct {
	rooted
	held map[string]int // by path: how often it cannot be replaced yet
}

// spell is name as its parts are written on the disk, as far as they exist.
func (f folding) spell(name string) string {
	at := "."
	for part := range strings.SplitSeq(name, "/") {
		entries, _ := fs.ReadDir(f.Root.FS(), at)
		for _, e := range entries {
			if fold(e.Name()) == fold(part) {
				part = e.Name()
				break
			}
		}
		at = path.Join(at, part)
	}
	return at
}

func (f folding) FS() fs.FS {
	return openFunc(func(name string) (fs.File, error) { return f.Open(name) })
}

type openFunc func(string) (fs.File, error)

func (open openFunc) Open(name string) (fs.File, error) { return open(name) }

func (f folding) Lstat(name string) (fs.FileInfo, error) { return f.rooted.Lstat(f.spell(name)) }
func (f folding) Open(name string) (*os.File, error)     { return f.rooted.Open(f.spell(name)) }
func (f folding) ReadFile(name string) ([]byte, error)   { return f.rooted.ReadFile(f.spell(name)) }

func (f folding) OpenFolder(name string) (folder, error) {
	within, err := f.Root.OpenRoot(f.spell(name))
	return folding{rooted{within}, nil}, err
}

func (f folding) Mkdir(name string, perm fs.FileMode) error {
	return f.rooted.Mkdir(f.spell(name), perm)
}

func (f folding) Chmod(name string, mode fs.FileMode) error {
	return f.rooted.Chmod(f.spell(name), mode)
}

func (f folding) Rename(from, to string) error {
	if err := f.refuse("rename", to); err != nil {
		return err
	}
	return f.rooted.Rename(f.spell(from), f.spell(to))
}

func (f folding) Remove(name string) error {
	if err := f.refuse("remove", name); err != nil {
		return err
	}
	return f.rooted.Remove(f.spell(name))
}

// refuse is Windows' answer where a file is held, or is read-only.
func (f folding) refuse(op, name string) error {
	if f.held[name] > 0 {
		f.held[name]--
		return &fs.PathError{Op: op, Path: name, Err: disk.ErrHeld}
	}
	info, err := f.Lstat(name)
	if err == nil && info.Mode().IsRegular() && info.Mode().Perm()&0o200 == 0 {
		return &fs.PathError{Op: op, Path: name, Err: fs.ErrPermission}
	}
	return nil
}

// onWindows publishes p into dir as on such a disk.
func onWindows(t *testing.T, dir string, p pages, held map[string]int) (Result, error) {
	t.Helper()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	out, err := begin(folding{rooted{root}, held}, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	return out.publish(dir, p.seq(), Options{})
}

// A place whose folder is spelled anew in case alone keeps all its pages.
func TestSiteRespellsFoldersWhereCaseIsNotTold(t *testing.T) {
	for _, c := range []struct{ name, former, next string }{
		{"a village", "zhongping/h/001.html zhongping/index.html", "Zhongping/h/001.html Zhongping/index.html"},
		{"a village with less", "zhongping/h/001.html zhongping/h/002.html", "ZhongPing/h/001.html"},
		{"a town around villages", "town/a/index.html town/b/index.html", "Town/a/index.html Town/b/index.html"},
		{"a folder within", "v/Data/1.csv v/index.html", "v/data/1.csv v/index.html"},
		{"a folder that becomes a file", "v/Rules/x.html", "v/rules"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			for _, names := range []string{c.former, c.next, c.former} {
				p := pages{}
				for name := range strings.FieldsSeq(names) {
					p[name] = "页"
				}
				if _, err := onWindows(t, dir, p, nil); err != nil {
					t.Fatal(err)
				}
				same(t, look(t, dir), p.with(nil))
			}
		})
	}
}

// Pages that a copy from a disc made read-only are replaced and removed.
func TestSiteReplacesWhatIsReadOnly(t *testing.T) {
	dir := t.TempDir()
	if _, err := onWindows(t, dir, pages{"a.html": "旧", "v/gone.html": "旧"}, nil); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"a.html", "v/gone.html", Manifest} {
		if err := os.Chmod(filepath.Join(dir, name), 0o444); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := onWindows(t, dir, pages{"a.html": "新"}, nil); err != nil {
		t.Fatal(err)
	}
	same(t, look(t, dir), pages{"a.html": "新"}.with(nil))
}

// A file that another program holds for an instant is waited for; one that it keeps is
// named once, with what to do.
func TestSiteWaitsForWhatIsHeld(t *testing.T) {
	dir := t.TempDir()
	if _, err := onWindows(t, dir, pages{"a.html": "旧", "gone.html": "旧"}, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := onWindows(t, dir, pages{"a.html": "新"}, map[string]int{"a.html": 3, "gone.html": 2}); err != nil {
		t.Fatal(err)
	}
	same(t, look(t, dir), pages{"a.html": "新"}.with(nil))

	_, err := onWindows(t, dir, pages{"a.html": "更新"}, map[string]int{"a.html": 100})
	if !errors.Is(err, disk.ErrHeld) || strings.Count(disk.Words(err), "a.html") != 1 {
		t.Errorf("error %v", err)
	}
	if _, err := onWindows(t, dir, pages{"a.html": "更新"}, nil); err != nil {
		t.Fatal(err)
	}
	same(t, look(t, dir), pages{"a.html": "更新"}.with(nil))
}
