package publish

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
)

// Found is what a run finds of one before it that was cut off.
type Found int

const (
	Nothing  Found = iota
	Undone         // it had not changed the site; its files are gone
	Finished       // it had begun to change it; the rest is done
	Mixed          // so it had, but the disk lost new files: old and new ones are side by side
)

// Recover finishes or undoes what a run that was cut off left in dir. It waits for a run that is
// still at it.
func Recover(dir string) (Found, error) {
	if _, err := os.Lstat(filepath.Join(dir, Staging)); err != nil {
		return Nothing, nil // the usual case
	}
	out, err := open(dir)
	if err != nil {
		return Nothing, fmt.Errorf("输出文件夹 %s：%w", dir, err)
	}
	out.close()
	return out.found, nil
}

// resume finishes or undoes what is in Staging.
func (o *output) resume() (Found, error) {
	if _, err := o.root.Lstat(Staging); err != nil {
		return Nothing, nil
	}
	j, err := o.readJournal()
	if err != nil {
		return Nothing, err
	}
	found := Undone
	switch {
	case j == nil:
	case o.complete(j):
		found, err = Finished, o.finishJournal(j)
	case o.begun(j) || o.missing(j.Early):
		found = Mixed // the manifest has all names, so that the next run makes the site whole
	default:
		err = o.restore(j)
	}
	if err != nil {
		return found, fmt.Errorf("上一次更新只做了一半，接着做时出错：%w", err)
	}
	o.staging = false
	return found, o.root.RemoveAll(Staging)
}

// readJournal returns the journal, or nil if it was not written to its end.
func (o *output) readJournal() (*journal, error) {
	text, err := o.root.ReadFile(Journal)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	j := &journal{}
	if err != nil || json.Unmarshal(text, j) != nil || !j.parse() {
		return nil, err
	}
	return j, nil
}

// parse reads the manifests, and reports whether the lists name their files alone.
func (j *journal) parse() bool {
	var err, err2 error
	j.old, err = parse([]byte(j.Old))
	j.now, err2 = parse([]byte(j.New))
	isNew := func(file string) bool { _, ok := j.now[file]; return ok }
	isGone := func(file string) bool { _, ok := j.old[file]; return ok && !isNew(file) }
	return err == nil && err2 == nil && all(j.Staged, isNew) && all(j.Early, isGone) && all(j.Late, isGone)
}

func all(list []string, is func(string) bool) bool {
	return !slices.ContainsFunc(list, func(file string) bool { return !is(file) })
}

// complete reports whether each file that is still in Staging is whole.
func (o *output) complete(j *journal) bool {
	for i, file := range j.Staged {
		if !o.waits(i) {
			continue
		}
		if text, err := o.root.ReadFile(Staging + "/" + strconv.Itoa(i)); err != nil || sha256.Sum256(text) != j.now[file] {
			return false
		}
	}
	return true
}

// missing reports whether one of the files is gone.
func (o *output) missing(files []string) bool {
	return slices.ContainsFunc(files, func(file string) bool {
		_, err := o.root.Lstat(file)
		return errors.Is(err, fs.ErrNotExist)
	})
}

// finishJournal does what is left, as the run would have done that wrote the journal. Meanwhile
// somebody may have put a file of their own in the way.
func (o *output) finishJournal(j *journal) error {
	o.old, o.spelled = j.old, nil
	for i, file := range j.Staged {
		if !o.waits(i) {
			continue
		}
		if info, err := o.root.Lstat(file); err == nil && !info.IsDir() {
			if _, ours := j.old[file]; !ours {
				if err := o.foreign(file); err != nil {
					return err
				}
			}
		}
	}
	return o.perform(j)
}

// restore gives the site its former manifest.
func (o *output) restore(j *journal) error {
	if j.Old != "" {
		return o.writeManifest(j.old)
	}
	if err := o.root.Remove(Manifest); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
