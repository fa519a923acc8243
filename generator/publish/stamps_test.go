package publish

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// aged publishes p, whose files are long older than the manifest, and returns their stamps.
func aged(t *testing.T, dir string, p pages) *Stamps {
	t.Helper()
	s := new(Stamps)
	if _, err := Site(dir, p.seq(), Options{}); err != nil {
		t.Fatal(err)
	}
	age(t, dir)
	later := time.Now().Add(-30 * time.Second)
	if err := os.Chtimes(filepath.Join(dir, Manifest), later, later); err != nil {
		t.Fatal(err)
	}
	if _, err := Site(dir, p.seq(), Options{Stamps: s}); err != nil {
		t.Fatal(err)
	}
	return s
}

// Whatever somebody did to a file of ours, with its stamp known or not, it is as without stamps.
func TestStamps(t *testing.T) {
	for name, c := range map[string]struct {
		do     func(file string) error
		intact bool
		wrote  int
	}{
		"nothing":  {func(string) error { return nil }, true, 0},
		"touched":  {func(f string) error { return os.Chtimes(f, time.Now(), time.Now()) }, true, 0},
		"edited":   {func(f string) error { return os.WriteFile(f, []byte("改动"), 0o644) }, false, 1},
		"longer":   {func(f string) error { return os.WriteFile(f, []byte("改动多了"), 0o644) }, false, 1},
		"removed":  {os.Remove, false, 1},
		"replaced": {func(f string) error { os.Remove(f); return os.WriteFile(f, []byte("改动"), 0o644) }, false, 1},
		"linked": {func(f string) error {
			os.Rename(f, f+"~")
			return os.Symlink(filepath.Base(f)+"~", f)
		}, false, 1},
		"put back": {func(f string) error {
			info, err := os.Stat(f)
			os.WriteFile(f, []byte("改动"), 0o644)
			os.Chtimes(f, info.ModTime(), info.ModTime())
			return err
		}, false, 1},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			site := pages{"a.html": "新的", "v/b.html": "旧的", "v/w/c.html": ""}
			s := aged(t, dir, site)
			if name == "put back" && s.Files[0].Changed == 0 {
				t.Skip("this system does not tell when a file was changed")
			}
			if err := c.do(filepath.Join(dir, "v", "b.html")); err != nil {
				t.Fatal(err)
			}
			if n, intact := s.Intact(dir); intact != c.intact || intact && n != len(site) {
				t.Errorf("intact %t, %d files", intact, n)
			}
			result, err := Site(dir, site.seq(), Options{Stamps: s})
			if err != nil || result != (Result{Written: c.wrote, Unchanged: len(site) - c.wrote}) {
				t.Errorf("%+v, %v", result, err)
			}
			if n, intact := s.Intact(dir); !intact || n != len(site) {
				t.Errorf("after a run, intact is %t, with %d files", intact, n)
			}
		})
	}
}

// Of stamps that belong to another manifest, or are cut, nothing is believed.
func TestStampsOfAnotherSite(t *testing.T) {
	dir, other := t.TempDir(), t.TempDir()
	s := aged(t, dir, pages{"a": "1", "b": "2"})
	strange := aged(t, other, pages{"a": "1", "c": "2"})
	cut := &Stamps{s.Manifest, s.Files[:1]}
	for _, wrong := range []*Stamps{strange, cut, {}} {
		if _, intact := wrong.Intact(dir); intact {
			t.Error("intact")
		}
		result, err := Site(dir, pages{"a": "1", "b": "3"}.seq(), Options{Stamps: wrong})
		if err != nil || result != (Result{Written: 1, Unchanged: 1}) {
			t.Errorf("%+v, %v", result, err)
		}
		aged(t, dir, pages{"a": "1", "b": "2"})
	}
	same(t, look(t, dir), pages{"a": "1", "b": "2"}.with(nil))
}

// A file that has its stamp is compared by its sum in the manifest, and is not opened.
func TestStampedFilesAreNotOpened(t *testing.T) {
	dir := t.TempDir()
	site := pages{"a.html": "新的", "v/b.html": "旧的"}
	s := aged(t, dir, site)
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	shut := &shutFiles{rooted{root}, 0}
	o, err := begin(shut, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	result, err := o.publish(dir, site.seq(), Options{Stamps: s})
	if err != nil || result.Unchanged != 2 || shut.opened != 0 {
		t.Errorf("%+v, %v; opened %d", result, err, shut.opened)
	}
}

// shutFiles counts the files that are opened.
type shutFiles struct {
	rooted
	opened int
}

func (f *shutFiles) Open(name string) (*os.File, error) {
	f.opened++
	return f.rooted.Open(name)
}

func (f *shutFiles) OpenFolder(name string) (folder, error) {
	within, err := f.OpenRoot(name)
	return &inShut{rooted{within}, f}, err
}

type inShut struct {
	rooted
	of *shutFiles
}

func (f *inShut) Open(name string) (*os.File, error) { return f.of.Open(name) }
