package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// output is one run into one folder: first files are taken, then it is finished.
type output struct {
	root    *os.Root
	made    []string          // folders that this run created, the innermost first
	old     sums              // the manifest as it was found
	spelled map[string]string // its paths by folded name, where a disk does not tell case apart
	text    []byte            // the manifest file as it stands on the disk
	now     sums              // what was taken
	names   names             // … and its folders
	staged  []string          // paths that wait: staged[i] in the file i of Staging
	blocked []string          // those among them where a folder stands
	folders map[string]bool   // whether a folder stands on the disk, where that was asked
	staging *os.Root          // Staging, once something had to be written
	inside  *os.Root          // the folder of the last file that was compared
	within  string            // … and its path
	buffer  []byte
	result  Result
}

// open prepares dir, and takes away what a crashed run left in Staging.
func open(dir string) (*output, error) {
	made, err := makeFolders(dir)
	if err != nil {
		return nil, err
	}
	o := &output{made: made, now: sums{}, names: names{}, spelled: map[string]string{}, folders: map[string]bool{}, buffer: make([]byte, 64<<10)}
	if o.root, err = os.OpenRoot(dir); err != nil {
		return nil, err
	}
	if o.old, o.text, err = readManifest(o.root); err == nil {
		err = o.root.RemoveAll(Staging)
	}
	if err != nil {
		o.close()
		return nil, err
	}
	for file := range o.old {
		o.spelled[fold(file)] = file
	}
	return o, nil
}

// makeFolders creates dir and returns what had to be created, innermost first.
func makeFolders(dir string) (made []string, err error) {
	for up := filepath.Clean(dir); ; up = filepath.Dir(up) {
		if _, err := os.Stat(up); !errors.Is(err, fs.ErrNotExist) || up == filepath.Dir(up) {
			break
		}
		made = append(made, up)
	}
	return made, os.MkdirAll(dir, 0o755)
}

// close leaves no trace of a run that failed. What cannot be removed is a dot
// folder that the next run removes: not worth failing a site that stands.
func (o *output) close() {
	o.leave()
	if o.staging != nil {
		o.staging.Close()
	}
	o.root.RemoveAll(Staging)
	o.root.Close()
	for _, folder := range o.made {
		os.Remove(folder) // which it refuses as soon as anything is in it
	}
}
