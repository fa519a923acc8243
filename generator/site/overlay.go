package site

import (
	"bytes"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// overlay is a folder as it would be with some files in it that are written, or written anew.
type overlay struct {
	fs.FS
	files map[string][]byte
}

func (o overlay) Open(name string) (fs.File, error) {
	if content, ours := o.files[name]; ours {
		return &openFile{bytes.NewReader(content), o.info(name)}, nil
	}
	if o.made(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: errors.New("a folder")}
	}
	return o.FS.Open(name)
}

// ReadDir lists a folder with the files that it would have.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	list, err := fs.ReadDir(o.FS, name)
	if err != nil && !o.made(name) {
		return nil, err
	}
	for file := range o.files {
		below, inside := strings.CutPrefix(file, name+"/")
		if name == "." {
			below, inside = file, true
		}
		first, _, _ := strings.Cut(below, "/")
		if inside && !slices.ContainsFunc(list, func(e fs.DirEntry) bool { return e.Name() == first }) {
			list = append(list, fs.FileInfoToDirEntry(o.info(path.Join(name, first))))
		}
	}
	slices.SortFunc(list, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return list, nil
}

// made reports whether a folder is not there, but would be.
func (o overlay) made(name string) bool {
	if _, err := fs.Stat(o.FS, name); err == nil {
		return false
	}
	for file := range o.files {
		if strings.HasPrefix(file, name+"/") {
			return true
		}
	}
	return false
}

func (o overlay) Stat(name string) (fs.FileInfo, error) {
	if _, ours := o.files[name]; ours || o.made(name) {
		return o.info(name), nil
	}
	return fs.Stat(o.FS, name)
}

func (o overlay) Lstat(name string) (fs.FileInfo, error) {
	if _, ours := o.files[name]; ours || o.made(name) {
		return o.info(name), nil
	}
	return fs.Lstat(o.FS, name)
}

func (o overlay) ReadLink(name string) (string, error) { return fs.ReadLink(o.FS, name) }

// info is that of a file which is to be written, or of a folder for one.
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
