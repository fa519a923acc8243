package publish

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"gongshi/generator/disk"
)

// folder is what this package needs of a folder: an *os.Root, or in tests one that behaves like a
// disk of Windows or macOS.
type folder interface {
	FS() fs.FS
	Lstat(name string) (fs.FileInfo, error)
	Open(name string) (*os.File, error)
	OpenFile(name string, flag int, perm fs.FileMode) (*os.File, error)
	OpenFolder(name string) (folder, error)
	ReadFile(name string) ([]byte, error)
	Mkdir(name string, perm fs.FileMode) error
	Chmod(name string, mode fs.FileMode) error
	Rename(from, to string) error
	Remove(name string) error
	RemoveAll(name string) error
	Close() error
}

// rooted is a folder of this machine that no link leaves.
type rooted struct{ *os.Root }

func (r rooted) OpenFolder(name string) (folder, error) {
	within, err := r.OpenRoot(name)
	if err != nil {
		return nil, err
	}
	return rooted{within}, nil
}

// output is one run into one folder: it takes files, then finishes.
type output struct {
	root    folder
	held    io.Closer         // the lock; nil in tests without one
	made    []string          // folders that this run created, innermost first
	old     sums              // the manifest as found
	spelled map[string]string // its paths by folded name; nil until needed
	text    []byte            // the manifest file on the disk
	now     sums              // the files taken
	names   names             // … and its folders
	staged  []string          // paths that wait: staged[i] is the file i in Staging
	blocked []string          // those whose place is taken by a folder
	folders map[string]bool   // whether a folder is on the disk, if that was asked
	staging bool              // there is Staging, after the first write
	inside  folder            // the folder of the last file compared
	within  string            // … and its path
	buffer  bytes.Buffer      // a file that is compared
	result  Result

	committed bool  // the journal is in it, and not yet done
	found     Found // what a run before left

	stamps map[string]disk.Stamp // that the last run left, by path
	dated  int64                 // when the manifest was written, if stamps are asked for
	last   bool                  // the manifest is that of the run which left the stamps
	noted  map[string]disk.Stamp // those for the next run; nil if none are asked for
}

// open prepares dir, and finishes or undoes what a crashed run left in Staging.
func open(dir string) (*output, error) {
	made, err := makeFolders(dir)
	if err != nil {
		return nil, err
	}
	held, err := lock(dir, patience)
	if err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		held.Close()
		return nil, err
	}
	return begin(rooted{root}, made, held)
}

// begin prepares an open folder. made are the folders that this run created for it.
func begin(root folder, made []string, held io.Closer) (*output, error) {
	o := &output{
		root: root, made: made, held: held, now: sums{}, names: names{}, folders: map[string]bool{},
	}
	if err := o.takeOver(); err != nil {
		o.committed = true // leave what was found
		o.close()
		return nil, err
	}
	return o, nil
}

// takeOver reads the manifest, and sees to what a run before this one left.
func (o *output) takeOver() (err error) {
	if o.old, o.text, err = readManifest(o.root); err != nil {
		return err
	}
	if o.found, err = o.resume(); err != nil {
		return err
	}
	if o.found == Finished || o.found == Undone {
		o.old, o.text, err = readManifest(o.root)
	}
	o.result = Result{} // of this run alone
	clear(o.folders)
	o.spelled = nil
	return err
}

// makeFolders creates dir and returns the folders that were created, innermost first.
func makeFolders(dir string) (made []string, err error) {
	for up := filepath.Clean(dir); ; up = filepath.Dir(up) {
		if _, err := os.Stat(up); !errors.Is(err, fs.ErrNotExist) || up == filepath.Dir(up) {
			break
		}
		made = append(made, up)
	}
	err = os.MkdirAll(dir, 0o755)
	for _, folder := range made {
		os.Chmod(folder, 0o755) // whatever the umask
	}
	return made, err
}

// close removes every trace of a run that failed, unless it has to be finished. If something cannot be removed, it
// is in a dot folder that the next run removes, which is no reason to fail.
func (o *output) close() {
	o.leave()
	if !o.committed {
		o.root.RemoveAll(Staging)
	}
	o.root.Close()
	for _, folder := range o.made {
		os.Remove(folder) // fails if anything is in it
	}
	if o.held != nil {
		o.held.Close()
	}
}
