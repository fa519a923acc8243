package site

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"syscall"
	"testing/fstest"
)

// overlay is a folder in which some files are added, replaced, or removed.
type overlay struct {
	fs.FS
	removed map[string]bool
	written fstest.MapFS
	folders map[string]map[string]bool // above the files that are written → the names in them
}

// Overlay returns a folder as it would be with these files, nil where one is removed.
func Overlay(site fs.FS, files map[string][]byte) fs.FS {
	o := overlay{site, map[string]bool{}, fstest.MapFS{}, map[string]map[string]bool{}}
	for name, content := range files {
		if content == nil {
			o.removed[name] = true
			continue
		}
		o.written[name] = &fstest.MapFile{Data: content, Mode: 0o644}
		for at := name; at != "."; at = path.Dir(at) {
			dir := path.Dir(at)
			if o.folders[dir] == nil {
				o.folders[dir] = map[string]bool{}
			}
			o.folders[dir][path.Base(at)] = true
		}
	}
	return o
}

func (o overlay) Open(name string) (fs.File, error) {
	switch {
	case o.removed[name]:
		return nil, gone("open", name)
	case o.written[name] != nil:
		return o.written.Open(name)
	case o.made(name):
		return nil, &fs.PathError{Op: "open", Path: name, Err: syscall.EISDIR}
	}
	return o.FS.Open(name)
}

func gone(op, name string) error { return &fs.PathError{Op: op, Path: name, Err: fs.ErrNotExist} }

// ReadDir lists a folder with the files that it would have.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	list, err := fs.ReadDir(o.FS, name)
	if err != nil && !o.made(name) {
		return nil, err
	}
	there := map[string]bool{}
	list = slices.DeleteFunc(list, func(e fs.DirEntry) bool {
		there[e.Name()] = true
		return o.removed[path.Join(name, e.Name())]
	})
	for below := range o.folders[name] {
		if there[below] {
			continue
		}
		info, err := o.written.Stat(path.Join(name, below))
		if err != nil {
			return nil, err
		}
		list = append(list, fs.FileInfoToDirEntry(info))
	}
	slices.SortFunc(list, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return list, nil
}

// made reports whether a folder does not exist yet, but would.
func (o overlay) made(name string) bool {
	if o.folders[name] == nil {
		return false
	}
	_, err := fs.Stat(o.FS, name)
	return err != nil
}

func (o overlay) Stat(name string) (fs.FileInfo, error) { return o.stat(name, fs.Stat) }

func (o overlay) Lstat(name string) (fs.FileInfo, error) { return o.stat(name, fs.Lstat) }

func (o overlay) stat(name string, below func(fs.FS, string) (fs.FileInfo, error)) (fs.FileInfo, error) {
	switch {
	case o.removed[name]:
		return nil, gone("stat", name)
	case o.written[name] != nil || o.made(name):
		return o.written.Stat(name)
	}
	return below(o.FS, name)
}

func (o overlay) ReadLink(name string) (string, error) { return fs.ReadLink(o.FS, name) }
