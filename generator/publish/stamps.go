package publish

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"

	"gongshi/generator/disk"
)

// Stamps are those of the files of a published site, as a run left them. A file that still has
// its stamp need not be read: its bytes are those of which the manifest has the sum. The zero
// Stamps know no file.
type Stamps struct {
	Manifest [sha256.Size]byte // the sum of the manifest
	Files    []disk.Stamp      // in the order of the manifest; zero for a file that must be read
}

// Intact reports whether dir is as the run left it, and how many files it has, without the
// manifest and the mark. It reads only those that do not have their stamps.
func (s *Stamps) Intact(dir string) (files int, intact bool) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return 0, false
	}
	defer root.Close()
	o := &output{root: rooted{root}, folders: map[string]bool{}}
	defer o.leave()
	if _, err := root.Lstat(Staging); err == nil || o.readStamps(s) != nil {
		return 0, false
	}
	lines := 0
	for line := range bytes.Lines(o.text) {
		file, sum, err := parseLine(string(line))
		if err != nil || lines == len(s.Files) {
			return 0, false
		}
		if _, same := o.untouched(file, sum, s.Files[lines]); !same {
			return 0, false
		}
		if lines++; file != MarkName {
			files++
		}
	}
	return files, o.text != nil && lines == len(s.Files)
}

// readStamps finds when the manifest was written, and whether the stamps belong to it.
func (o *output) readStamps(s *Stamps) error {
	info, err := o.root.Lstat(Manifest)
	if err == nil && o.text == nil {
		o.text, err = o.root.ReadFile(Manifest)
	}
	if err != nil {
		return err
	}
	if o.dated = info.ModTime().UnixNano(); sha256.Sum256(o.text) != s.Manifest {
		return fs.ErrInvalid
	}
	return nil
}

// untouched reports whether a file has the bytes of its sum. It reads the file only if its stamp
// does not tell.
func (o *output) untouched(file string, sum [sha256.Size]byte, stamp disk.Stamp) (fs.FileInfo, bool) {
	folder, base := path.Split(file)
	if there, err := o.enter(path.Clean(folder)); err != nil || !there {
		return nil, false
	}
	info, err := o.inside.Lstat(base)
	if err != nil || !info.Mode().IsRegular() {
		return nil, false
	}
	if o.proves(stamp, info) {
		return info, true
	}
	content, err := o.inside.ReadFile(base)
	return info, err == nil && sha256.Sum256(content) == sum
}

// learn takes the stamps of the former run, one for each file of the manifest.
func (o *output) learn(s *Stamps) {
	if s == nil {
		return
	}
	o.noted = make(map[string]disk.Stamp)
	o.last = o.text != nil && o.readStamps(s) == nil
	if !o.last || len(s.Files) != len(o.old) {
		return
	}
	o.stamps = make(map[string]disk.Stamp, len(s.Files))
	for i, file := range slices.Sorted(maps.Keys(o.old)) {
		o.stamps[file] = s.Files[i]
	}
}

// proves reports whether a file has a stamp of the last run, so that its bytes are those that the
// manifest tells.
func (o *output) proves(stamp disk.Stamp, info fs.FileInfo) bool {
	return stamp.Is(info) && stamp.Settled(o.dated)
}

// note notes the stamp of a file that is as it should be, if it is older than the manifest: of one
// that is not, nobody knows that it was not changed since.
func (o *output) note(file string, info fs.FileInfo) {
	if stamp := disk.StampOf(info); o.noted != nil && stamp.Settled(o.dated) {
		o.noted[file] = stamp
	}
}

// noteStaged notes what the disk tells of a file before it is moved into place.
func (o *output) noteStaged(base, file string) error {
	if o.noted == nil {
		return nil
	}
	info, err := o.root.Lstat(Staging + "/" + base)
	if err == nil {
		o.noted[file] = disk.StampOf(info)
	}
	return err
}

// stamp makes s the stamps of this run. A file that is not as it was staged has none, so that the
// next run reads it.
func (o *output) stamp(s *Stamps) {
	if s == nil {
		return
	}
	for _, file := range o.staged {
		info, err := o.root.Lstat(file)
		if err != nil || !o.noted[file].IsMoved(info) {
			delete(o.noted, file)
			continue
		}
		o.noted[file] = disk.StampOf(info)
	}
	*s = Stamps{Manifest: sha256.Sum256(o.text)}
	for line := range bytes.Lines(o.text) {
		file, _, _ := parseLine(string(line))
		stamp, known := o.noted[file]
		if _, now := o.now[file]; !known && !now {
			stamp = o.stamps[file] // out of this run's scope
		}
		s.Files = append(s.Files, stamp)
	}
}

// ErrNotKept is the error of a run that was to keep a file that is not as it was.
var ErrNotKept = errors.New("生成过的文件已经变了")

// keep takes a file as the run left it whose stamps are known: another may have been here since.
func (o *output) keep(file string) error {
	sum, ours := o.old[file]
	if !o.last || !ours || o.names.add(file) != nil {
		return ErrNotKept
	}
	info, same := o.untouched(file, sum, o.stamps[file])
	if !same {
		return ErrNotKept
	}
	o.note(file, info)
	o.now[file] = sum
	o.result.Unchanged++
	return nil
}
