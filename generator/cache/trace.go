package cache

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"sync"

	"gongshi/generator/disk"
)

// Look is one way to look at a path.
type Look byte

// The ways to look at a path.
const (
	Content Look = iota // of a file
	Names               // in a folder, with their kinds
	Kind                // of what a path leads to
	OwnKind             // of what is at a path, which may be a link
	Link                // where a link leads
)

// Sight is what was seen of a path. That there is nothing is seen, too.
type Sight struct {
	Path  string
	Look  Look
	Sum   [sha256.Size]byte // of the content, the names, the kind, the link or the error
	Stamp disk.Stamp        // of a file that was read, before it was
}

// Trace is a folder that notes all that is seen of it.
type Trace struct {
	fs.FS
	lock sync.Mutex
	seen map[string]Sight
	torn bool // something was seen twice, and was another
}

// Watch notes what is seen of a folder.
func Watch(folder fs.FS) *Trace { return &Trace{FS: folder, seen: make(map[string]Sight)} }

// Seen returns what was seen, by path; nothing if the folder was changed meanwhile.
func (t *Trace) Seen() []Sight {
	t.lock.Lock()
	defer t.lock.Unlock()
	if t.torn {
		return nil
	}
	return slices.SortedFunc(maps.Values(t.seen), func(a, b Sight) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Look, b.Look))
	})
}

func (t *Trace) note(s Sight) {
	t.lock.Lock()
	defer t.lock.Unlock()
	key := s.Path + "\x00" + string(rune(s.Look))
	if before, twice := t.seen[key]; twice && before.Sum != s.Sum {
		t.torn = true
	}
	t.seen[key] = s
}

// Open notes the content of a file, or the names in a folder, whatever of it is read then.
func (t *Trace) Open(name string) (fs.File, error) {
	info, err := fs.Stat(t.FS, name)
	if err == nil && info.IsDir() {
		_, err = t.ReadDir(name)
	} else {
		_, err = t.ReadFile(name)
	}
	if err != nil {
		return nil, err
	}
	return t.FS.Open(name)
}

// ReadFile notes the content of a file.
func (t *Trace) ReadFile(name string) ([]byte, error) {
	s := Sight{Path: name, Look: Content}
	info, err := fs.Stat(t.FS, name)
	if err == nil {
		s.Stamp = disk.StampOf(info)
	}
	content, err := fs.ReadFile(t.FS, name)
	s.Sum = sum(content, err)
	t.note(s)
	return content, err
}

// glance is the sight of a file whose content nobody needs: however large it is, little of it is in memory at a time.
func glance(folder fs.FS, name string) Sight {
	s, all := Sight{Path: name, Look: Content}, sha256.New()
	file, err := folder.Open(name)
	if err == nil {
		defer file.Close()
		if info, err := file.Stat(); err == nil {
			s.Stamp = disk.StampOf(info)
		}
		_, err = io.Copy(all, file)
	}
	if err != nil {
		s.Sum = sum(nil, err)
		return s
	}
	all.Sum(s.Sum[:0])
	return s
}

// ReadDir notes the names in a folder.
func (t *Trace) ReadDir(name string) ([]fs.DirEntry, error) {
	list, err := fs.ReadDir(t.FS, name)
	t.note(Sight{Path: name, Look: Names, Sum: sum(names(list), err)})
	return list, err
}

func names(list []fs.DirEntry) []byte {
	var b bytes.Buffer
	for _, e := range list {
		fmt.Fprintf(&b, "%s\x00%d\n", e.Name(), e.Type())
	}
	return b.Bytes()
}

// Stat notes what a path leads to.
func (t *Trace) Stat(name string) (fs.FileInfo, error) {
	info, err := fs.Stat(t.FS, name)
	t.note(Sight{Path: name, Look: Kind, Sum: sum(kind(info), err)})
	return info, err
}

// Lstat notes what is at a path.
func (t *Trace) Lstat(name string) (fs.FileInfo, error) {
	info, err := fs.Lstat(t.FS, name)
	t.note(Sight{Path: name, Look: OwnKind, Sum: sum(kind(info), err)})
	return info, err
}

func kind(info fs.FileInfo) []byte {
	if info == nil {
		return nil
	}
	return fmt.Append(nil, info.Mode().Type())
}

// ReadLink notes where a link leads.
func (t *Trace) ReadLink(name string) (string, error) {
	to, err := fs.ReadLink(t.FS, name)
	t.note(Sight{Path: name, Look: Link, Sum: sum([]byte(to), err)})
	return to, err
}

// sum returns the sum of what was seen, or of why nothing was.
func sum(content []byte, err error) [sha256.Size]byte {
	if err == nil {
		return sha256.Sum256(content)
	}
	if in, is := errors.AsType[*fs.PathError](err); is {
		err = in.Err
	}
	return sha256.Sum256([]byte("\x00" + err.Error()))
}

// Holds reports whether a folder still shows the same, where it was seen at or after a moment of
// the disk's clock. It reads no file that has its stamp.
func (s *Sight) Holds(folder fs.FS, begun int64) bool {
	now := Trace{FS: folder, seen: make(map[string]Sight, 1)}
	switch s.Look {
	case Content:
		if info, err := fs.Stat(folder, s.Path); err == nil && s.Stamp.Is(info) && s.Stamp.Settled(begun) {
			return true
		}
		now.ReadFile(s.Path)
	case Names:
		now.ReadDir(s.Path)
	case Kind:
		now.Stat(s.Path)
	case OwnKind:
		now.Lstat(s.Path)
	case Link:
		now.ReadLink(s.Path)
	}
	for _, seen := range now.seen {
		return seen.Sum == s.Sum
	}
	return false
}
