package source

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"sync"
	"time"
)

// Files are the files of a site's folder, read by one door: nothing outside the folder, nothing
// that is not a plain file, and nothing while somebody writes it. It keeps how each file that was
// read looked then, so that [Files.Steady] can tell whether all of them are still the same.
type Files struct {
	root *os.Root
	err  error // why the folder cannot be opened
	lock sync.Mutex
	read map[string]fs.FileInfo
}

// Dir opens a site's folder. What is wrong with the folder itself is told by the first reading.
func Dir(dir string) *Files {
	root, err := os.OpenRoot(dir)
	return &Files{root: root, err: err, read: make(map[string]fs.FileInfo)}
}

// Close ends the reading. Windows lets nobody rename a folder that is open.
func (f *Files) Close() {
	if f.root != nil {
		f.root.Close()
	}
}

// Unsteady is the error of a file that changes while it is read.
type Unsteady struct{ File string }

func (u Unsteady) Error() string {
	return "“" + u.File + "”正在被改写，读到的可能只有一半，网站没有更动。等它保存完，再生成一次"
}

// rereads is how often a file that changes is read, and pause how long its writer is given.
const rereads, pause = 5, 100 * time.Millisecond

// ReadFile reads a file that stays the same from its first byte to its last.
func (f *Files) ReadFile(name string) ([]byte, error) {
	return within(f, name, func(at string) ([]byte, error) {
		for try := range rereads {
			time.Sleep(time.Duration(min(try, 1)) * pause)
			info, text, err := f.whole(at, contents)
			if err != nil {
				return nil, err
			}
			if info != nil {
				f.keep(name, info)
				return text, nil
			}
		}
		return nil, Unsteady{name}
	})
}

// whole reads a file once. info is nil if the file changed meanwhile.
func (f *Files) whole(name string, read func(file io.Reader, size int64) ([]byte, error)) (info fs.FileInfo, data []byte, err error) {
	before, err := f.root.Stat(name)
	if err != nil {
		return nil, nil, err
	}
	if err := plain(name, before); err != nil {
		return nil, nil, err // and is not opened: a pipe would wait for its writer
	}
	file, err := f.root.Open(name)
	if err != nil {
		return nil, nil, err
	}
	defer file.Close()
	if data, err = read(file, before.Size()); err != nil {
		return nil, nil, err
	}
	after, err := f.root.Stat(name)
	if err != nil || !alike(before, after) || int64(len(data)) != after.Size() {
		return nil, nil, nil
	}
	return after, data, nil
}

// contents reads to the end of a file that had a size.
func contents(file io.Reader, size int64) ([]byte, error) {
	text := bytes.NewBuffer(make([]byte, 0, size+bytes.MinRead))
	_, err := text.ReadFrom(file)
	return text.Bytes(), err
}

// alike reports whether two looks are at the same file in the same state.
func alike(a, b fs.FileInfo) bool {
	return os.SameFile(a, b) && a.Size() == b.Size() && a.ModTime().Equal(b.ModTime())
}

func (f *Files) keep(name string, info fs.FileInfo) {
	f.lock.Lock()
	defer f.lock.Unlock()
	if _, known := f.read[name]; !known { // the first reading counts: pages are made of it
		f.read[name] = info
	}
}

// Steady returns nil if every file that was read is as it was then, and else [Unsteady]. A writer
// may rest in the midst of a file: where one was saved since shortly before the given time, it is
// looked at after a pause.
func (f *Files) Steady(since time.Time) error {
	f.lock.Lock()
	defer f.lock.Unlock()
	for _, was := range f.read {
		if !since.IsZero() && was.ModTime().After(since.Add(-pause)) {
			time.Sleep(pause)
			break
		}
	}
	for name, was := range f.read {
		now, err := f.Stat(name)
		if err != nil || !alike(was, now) {
			return Unsteady{name}
		}
	}
	return nil
}

// errSpecial is the error of what is no file: to read it would wait for a writer, or for ever.
var errSpecial = errors.New("不是普通的文件（是管道、套接字或设备），没有读。把它移走")

const special = fs.ModeNamedPipe | fs.ModeSocket | fs.ModeDevice | fs.ModeCharDevice

// plain refuses what is no file.
func plain(name string, info fs.FileInfo) error {
	if info.Mode()&special != 0 {
		return &fs.PathError{Op: "open", Path: name, Err: errSpecial}
	}
	return nil
}

// within does something with a file, wherever the links on its path lead in the folder. An
// os.Root refuses a link with a whole path, as Windows writes into a junction, also one to a
// place inside.
func within[T any](f *Files, name string, do func(name string) (T, error)) (what T, err error) {
	if f.err != nil {
		return what, f.err
	}
	what, err = do(name)
	if err == nil || errors.Is(err, fs.ErrNotExist) {
		return what, err
	}
	to, bad := resolve(f, name)
	switch {
	case bad == nil && to != name:
		return do(to)
	case errors.Is(bad, errOutside):
		return what, &fs.PathError{Op: "open", Path: name, Err: errOutside}
	}
	var where *fs.PathError
	if errors.As(err, &where) {
		where.Path = name
	}
	return what, err
}

// Open opens a folder, or a file that was read by [Files.ReadFile].
func (f *Files) Open(name string) (file fs.File, err error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	info, err := f.Stat(name)
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return within(f, name, func(at string) (fs.File, error) { return f.root.Open(at) })
	}
	data, err := f.ReadFile(name)
	return &opened{bytes.NewReader(data), info}, err
}

// opened is a file that was read.
type opened struct {
	*bytes.Reader
	info fs.FileInfo
}

func (o *opened) Stat() (fs.FileInfo, error) { return o.info, nil }
func (o *opened) Close() error               { return nil }

// Stat describes what a path leads to.
func (f *Files) Stat(name string) (fs.FileInfo, error) {
	return within(f, name, func(at string) (fs.FileInfo, error) { return f.root.Stat(at) })
}

// ReadDir lists a folder.
func (f *Files) ReadDir(name string) ([]fs.DirEntry, error) {
	return within(f, name, func(at string) ([]fs.DirEntry, error) { return fs.ReadDir(f.root.FS(), at) })
}

// Lstat describes a link, not what it leads to.
func (f *Files) Lstat(name string) (fs.FileInfo, error) {
	if f.err != nil {
		return nil, f.err
	}
	return f.root.Lstat(name)
}

// ReadLink is what a link names.
func (f *Files) ReadLink(name string) (string, error) {
	if f.err != nil {
		return "", f.err
	}
	return f.root.Readlink(name)
}
