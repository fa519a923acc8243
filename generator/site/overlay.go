package site

import (
	"bytes"
	"io/fs"
	"path"
	"slices"
	"strings"
	"syscall"
	"time"
)

// overlay is a folder in which some files are added, replaced, or removed (nil).
type overlay struct {
	fs.FS
	files   map[string][]byte
	folders map[string]map[string]bool // above the files that are written → the names in them
}

// Overlay returns a folder as it would be with these files, nil where one is removed.
func Overlay(site fs.FS, files map[string][]byte) fs.FS {
	o := overlay{site, files, map[string]map[string]bool{}}
	for name, content := range files {
		for at := name; at != "." && content != nil; at = path.Dir(at) {
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
	content, ours := o.files[name]
	switch {
	case ours && content == nil:
		return nil, gone("open", name)
	case ours:
		return &openFile{bytes.NewReader(content), o.info(name)}, nil
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
		content, ours := o.files[path.Join(name, e.Name())]
		return ours && content == nil
	})
	for below := range o.folders[name] {
		if !there[below] {
			list = append(list, fs.FileInfoToDirEntry(o.info(path.Join(name, below))))
		}
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
	content, ours := o.files[name]
	switch {
	case ours && content == nil:
		return nil, gone("stat", name)
	case ours || o.made(name):
		return o.info(name), nil
	}
	return below(o.FS, name)
}

func (o overlay) ReadLink(name string) (string, error) { return fs.ReadLink(o.FS, name) }

// info describes a file to be written, or a folder for one.
func (o overlay) info(name string) fs.FileInfo {
	content, isFile := o.files[name]
	return fileInfo{path.Base(name), int64(len(content)), !isFile}
}

type fileInfo struct {
	name string
	size int64
	dir  bool
}

func (f fileInfo) Name() string       { return f.name }
func (f fileInfo) Size() int64        { return f.size }
func (f fileInfo) ModTime() time.Time { return time.Time{} }
func (f fileInfo) IsDir() bool        { return f.dir }
func (f fileInfo) Sys() any           { return nil }
func (f fileInfo) Mode() fs.FileMode {
	if f.dir {
		return fs.ModeDir | 0o755
	}
	return 0o644
}

type openFile struct {
	*bytes.Reader
	info fs.FileInfo
}

func (f *openFile) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *openFile) Close() error               { return nil }
