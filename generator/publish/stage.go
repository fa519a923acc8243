package publish

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"

	"gongshi/generator/disk"
)

// take checks a file, and stages it unless the same bytes are in its place.
func (o *output) take(file File) error {
	if file.Kept {
		return o.keep(file.Path)
	}
	if err := o.names.add(file.Path); err != nil {
		return err
	}
	for part := range strings.SplitSeq(file.Path, "/") {
		if bad := disk.Name(part); bad != nil {
			return fmt.Errorf("%q %w，不能用作网站里的路径。改主题或文章里的文件名", file.Path, bad)
		}
	}
	o.now[file.Path] = sha256.Sum256(file.Content)
	same, err := o.inPlace(file)
	if err != nil {
		return err
	}
	if same {
		o.result.Unchanged++
		return nil
	}
	o.result.Written++
	return o.stage(file)
}

// inPlace reports whether file is in its place already, byte for byte. It refuses a place that
// somebody else's file has.
func (o *output) inPlace(file File) (bool, error) {
	folder, base := path.Split(file.Path)
	if there, err := o.enter(path.Clean(folder)); err != nil || !there {
		return false, err
	}
	info, err := o.inside.Lstat(base)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, err
	case info.IsDir():
		o.blocked = append(o.blocked, file.Path)
		return false, nil
	}
	if _, ours := o.old[file.Path]; !ours {
		return false, o.foreign(file.Path)
	}
	if !info.Mode().IsRegular() || info.Size() != int64(len(file.Content)) {
		return false, nil
	}
	same := o.old[file.Path] == o.now[file.Path]
	if !o.proves(o.stamps[file.Path], info) {
		same, err = o.equal(base, file.Content)
	}
	if same && err == nil {
		o.note(file.Path, info)
	}
	return same, err
}

// list takes files by their sums alone. Where one is in place already it has these bytes.
func (o *output) list(files sums) error {
	for _, file := range slices.Sorted(maps.Keys(files)) {
		if err := o.names.add(file); err != nil {
			return err
		}
		folder, base := path.Split(file)
		there, err := o.enter(path.Clean(folder))
		if err != nil {
			return err
		}
		if there {
			_, err := o.inside.Lstat(base)
			if _, same := o.untouched(file, files[file], disk.Stamp{}); err == nil && !same {
				if _, ours := o.old[file]; ours {
					return fmt.Errorf("%s 在这里，却不是这一次的：删去它，或者把它那一片的 site 拷来", file)
				}
				if err := o.foreign(file); err != nil {
					return err
				}
			}
		}
		o.now[file] = files[file]
	}
	return nil
}

// enter opens folder, if it is on the disk, and stays in it: the next file is usually its
// neighbour, and every step of a path costs as much as a file.
func (o *output) enter(folder string) (there bool, err error) {
	there, err = o.folder(folder)
	if err != nil || !there || o.inside != nil && o.within == folder {
		return there, err
	}
	o.leave()
	o.inside, err = o.root.OpenFolder(folder)
	o.within = folder
	return true, err
}

// leave closes the open folder: on Windows it could not be removed otherwise.
func (o *output) leave() {
	if o.inside != nil {
		o.inside.Close()
		o.inside = nil
	}
}

// folder reports whether folder is on the disk. It refuses a symbolic link or somebody else's
// file in a folder's place.
func (o *output) folder(folder string) (bool, error) {
	if folder == "." {
		return true, nil
	}
	if there, known := o.folders[folder]; known {
		return there, nil
	}
	there, err := o.folder(path.Dir(folder))
	if err != nil {
		return false, err
	}
	if there {
		info, err := o.root.Lstat(folder)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			there = false
		case err != nil:
			return false, err
		case !info.IsDir():
			there = false // our own file makes way, see names.contested
			if _, ours := o.old[folder]; !ours {
				return false, o.foreign(folder)
			}
		}
	}
	o.folders[folder] = there
	return there, nil
}

// foreign refuses what is at file, unless it is our own file in another spelling on a disk that
// ignores case.
func (o *output) foreign(file string) error {
	if o.spelled == nil {
		o.spelled = make(map[string]string, len(o.old))
		for ours := range o.old {
			o.spelled[fold(ours)] = ours
		}
	}
	if o.sameFile(o.spelled[fold(file)], file) {
		return nil
	}
	return fmt.Errorf("%s 已经存在，而 %s 没有列出它：不是本程序生成的，不会覆盖。请把它移走或改名", file, Manifest)
}

// sameFile reports whether two paths, which differ at most in case, name one file, as on a disk
// that ignores case. former is empty if there is none.
func (o *output) sameFile(former, file string) bool {
	if former == "" || former == file {
		return former == file
	}
	its, err := o.root.Lstat(former)
	if err != nil {
		return false
	}
	info, err := o.root.Lstat(file)
	return err == nil && os.SameFile(its, info)
}

// equal compares base, in the open folder, with content of the same size.
func (o *output) equal(base string, content []byte) (bool, error) {
	on, err := o.inside.Open(base)
	if err != nil {
		return false, err
	}
	defer on.Close()
	o.buffer.Reset()
	_, err = o.buffer.ReadFrom(on)
	return err == nil && bytes.Equal(o.buffer.Bytes(), content), err
}

// stage writes file under a number where no reader looks: its own path might clash with one that
// must be removed first.
func (o *output) stage(file File) error {
	base := strconv.Itoa(len(o.staged))
	if err := o.write(base, file.Content, false); err != nil {
		return err
	}
	o.staged = append(o.staged, file.Path)
	return o.noteStaged(base, file.Path)
}

// write makes a file in Staging; flush writes it through to the disk, with all others if the
// system can.
func (o *output) write(base string, content []byte, flush bool) error {
	if err := o.makeStaging(); err != nil {
		return err
	}
	f, err := o.root.OpenFile(Staging+"/"+base, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	f.Chmod(0o644) // whatever the umask: a web server reads it; a disk that knows no modes does without
	_, err = f.Write(content)
	if err == nil && flush {
		err = flushed(f)
	}
	return errors.Join(err, f.Close())
}

// makeStaging makes the staging folder when it is first needed, so that a run that changes
// nothing leaves even the folder around it alone.
func (o *output) makeStaging() error {
	if o.staging {
		return nil
	}
	if err := o.root.Mkdir(Staging, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	o.staging = true
	return o.signStaging()
}
