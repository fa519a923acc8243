package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// folder is what this package asks of a folder: an *os.Root, and in tests one on a disk
// that behaves as those of Windows and macOS do.
type folder interface {
	FS() fs.FS
	Lstat(name string) (fs.FileInfo, error)
	Open(name string) (*os.File, error)
	OpenFile(name string, flag int, perm fs.FileMode) (*os.File, error)
	OpenFolder(name string) (folder, error)
	ReadFile(name string) ([]byte, error)
	Mkdir(name string, perm fs.FileMode) error
	MkdirAll(name string, perm fs.FileMode) error
	Chmod(name string, mode fs.FileMode) error
	Rename(from, to string) error
	Remove(name string) error
	RemoveAll(name string) error
	Close() error
}

// rooted is a folder of this machine, which nothing leaves by a link.
type rooted struct{ *os.Root }

func (r rooted) OpenFolder(name string) (folder, error) {
	within, err := r.OpenRoot(name)
	return rooted{within}, err
}

// output is one run into one folder: first files are taken, then it is finished.
type output struct {
	root    folder
	made    []string          // folders that this run created, the innermost first
	old     sums              // the manifest as it was found
	spelled map[string]string // its paths by folded name, where a disk does not tell case apart
	text    []byte            // the manifest file as it stands on the disk
	now     sums              // what was taken
	names   names             // … and its folders
	staged  []string          // paths that wait: staged[i] in the file i of Staging
	blocked []string          // those among them where a folder stands
	folders map[string]bool   // whether a folder stands on the disk, where that was asked
	staging folder            // Staging, once something had to be written
	inside  folder            // the folder of the last file that was compared
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
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return begin(rooted{root}, made)
}

// begin prepares a folder that is open. made are the folders that this run created for it.
func begin(root folder, made []string) (*output, error) {
	o := &output{
		root: root, made: made, now: sums{}, names: names{}, spelled: map[string]string{},
		folders: map[string]bool{}, buffer: make([]byte, 64<<10),
	}
	var err error
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
