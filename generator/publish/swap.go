package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strconv"

	"gongshi/generator/disk"
)

// finish moves the staged files into place, removes those of the last run that are in scope and
// were not taken again, and writes the manifest. changing is told of them before, unless it is nil.
func (o *output) finish(scope func(string) bool, changing func([]string) error) error {
	o.leave()
	final := maps.Clone(o.now)
	var gone []string
	for _, file := range slices.Sorted(maps.Keys(o.old)) {
		if _, again := o.now[file]; again {
			continue
		}
		if scope == nil || scope(file) {
			gone = append(gone, file)
			continue
		}
		if err := o.names.add(file); err != nil {
			return err
		}
		final[file] = o.old[file]
	}
	if err := o.passable(gone); err != nil {
		return err
	}
	j := o.plan(gone, final)
	if j == nil {
		return nil
	}
	if changing != nil {
		paths := append(slices.Concat(gone, o.staged), Manifest)
		slices.Sort(paths)
		if err := changing(paths); err != nil {
			return err
		}
	}
	err := o.commit(j)
	if err == nil {
		err = o.perform(j)
	}
	if err != nil {
		return fmt.Errorf("更新到一半时出错，新旧网页并存，再生成一次即可补齐：%w", err)
	}
	return nil
}

// passable refuses a folder in the place of a new file if anything would be left in it after the
// removals.
func (o *output) passable(gone []string) error {
	goes := map[string]string{} // by folded path
	for _, file := range gone {
		for ; file != "."; file = path.Dir(file) {
			goes[fold(file)] = file
		}
	}
	site := o.root.FS()
	for _, blocked := range o.blocked {
		err := fs.WalkDir(site, blocked, func(at string, entry fs.DirEntry, err error) error {
			if err != nil || o.sameFile(goes[fold(at)], at) {
				return err
			}
			if entry.IsDir() { // a file in it makes a better error
				if inside, err := fs.ReadDir(site, at); err != nil || len(inside) > 0 {
					return err
				}
			}
			return fmt.Errorf("要写文件 %s，那里却已有 %s，不是本程序生成的，不会覆盖。请把它移走或改名", blocked, at)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// plan is what is to be done, nil for nothing.
func (o *output) plan(gone []string, final sums) *journal {
	j := &journal{Old: string(o.text), New: string(final.text()), Staged: o.staged, old: o.old, now: final}
	if len(gone)+len(o.staged) == 0 && j.New == j.Old {
		return nil
	}
	for _, file := range gone {
		if o.names.contested(file) {
			j.Early = append(j.Early, file)
		} else {
			j.Late = append(j.Late, file)
		}
	}
	return j
}

// place renames every staged file to its path, if it is still in Staging.
func (o *output) place(staged []string) error {
	for i, file := range staged {
		if !o.waits(i) {
			continue
		}
		if err := o.makeFolder(path.Dir(file)); err != nil {
			return err
		}
		if err := o.rename(strconv.Itoa(i), file); err != nil {
			return err
		}
	}
	return nil
}

func (o *output) makeFolder(folder string) error {
	if there, err := o.folder(folder); err != nil || there {
		return err
	}
	if err := o.makeFolder(path.Dir(folder)); err != nil {
		return err
	}
	if err := o.root.Mkdir(folder, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	o.root.Chmod(folder, 0o755) // whatever the umask
	o.folders[folder] = true
	return nil
}

// rename moves a file of Staging into place.
func (o *output) rename(staged, file string) error {
	return o.insist(file, func() error { return o.root.Rename(Staging+"/"+staged, file) })
}

// insist replaces or removes a file of ours. It waits for one that another program has open. It
// makes one writable that is read-only, as copies from a disc are, since Windows neither
// replaces nor removes such a file.
func (o *output) insist(file string, do func() error) error {
	err := do()
	if err == nil {
		return nil
	}
	if info, err := o.root.Lstat(file); err == nil && info.Mode().IsRegular() && info.Mode().Perm()&0o200 == 0 {
		o.root.Chmod(file, 0o644) // if this fails, the next step returns the reason
	}
	return disk.Patiently(do)
}

// remove removes files of the last run, and folders that they leave empty.
func (o *output) remove(files []string) error {
	for _, file := range files {
		if ours, err := o.removable(file); err != nil {
			return err
		} else if ours {
			if err := o.insist(file, func() error { return o.root.Remove(file) }); err != nil {
				return err
			}
			o.result.Removed++
		}
		for folder := path.Dir(file); folder != "."; folder = path.Dir(folder) {
			if there, err := o.folder(folder); err != nil || !there {
				continue
			}
			if o.root.Remove(folder) != nil {
				break // not empty, which is fine
			}
			delete(o.folders, folder)
		}
	}
	return nil
}

// removable reports whether a file of the last run is still there. It is not if somebody removed
// it, or put a folder, or a link to one, in its place.
func (o *output) removable(file string) (bool, error) {
	if there, err := o.folder(path.Dir(file)); err != nil || !there {
		return false, nil
	}
	info, err := o.root.Lstat(file)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil && !info.IsDir(), err
}

// writeManifest makes s the manifest, unless it is already.
func (o *output) writeManifest(s sums) error {
	text := s.text()
	if o.text != nil && slices.Equal(text, o.text) {
		return nil
	}
	if err := o.write(Manifest, text, false); err != nil {
		return err
	}
	if err := o.rename(Manifest, Manifest); err != nil {
		return err
	}
	o.text = text
	return nil
}
