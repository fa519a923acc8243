package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
)

// File is a path in a root, with slashes, and the file's new content.
type File struct {
	Path    string
	Content []byte
}

// pending returns the name under which a file waits to replace another: beside it, with a name
// that everything ignores.
func pending(file string) string {
	dir, base := path.Split(file)
	return dir + "." + base + ".new"
}

// Replace writes several files that belong together. If it returns an error, it has written none.
// Each is written beside its place and then renamed. A read-only file is left alone, since
// somebody made it so; one that another program has open is waited for.
func Replace(root *os.Root, files ...File) error { return replace(root, root.Rename, files) }

func replace(root *os.Root, rename func(from, to string) error, files []File) (err error) {
	defer func() {
		if err != nil {
			for _, f := range files {
				root.Remove(pending(f.Path)) // if it is still there
			}
		}
	}()
	before := make([][]byte, len(files)) // nil if there was no such file
	for i, f := range files {
		if before[i], err = former(root, f.Path); err != nil {
			return err
		}
		if err := root.WriteFile(pending(f.Path), f.Content, 0o666); err != nil {
			return err
		}
	}
	for i, f := range files {
		if err := Patiently(func() error { return rename(pending(f.Path), f.Path) }); err != nil {
			return errors.Join(err, restore(root, files[:i], before))
		}
	}
	return nil
}

// former returns a file's content, or nil if there is none. It refuses a read-only file.
func former(root *os.Root, path string) ([]byte, error) {
	info, err := root.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err == nil && info.Mode().Perm()&0o200 == 0 {
		return nil, &fs.PathError{Op: "write", Path: path, Err: fs.ErrPermission}
	}
	if err != nil {
		return nil, err
	}
	content, err := root.ReadFile(path)
	if content == nil {
		content = []byte{}
	}
	return content, err
}

// restore brings back the files that were replaced before a later one failed.
func restore(root *os.Root, files []File, before [][]byte) error {
	var errs []error
	for i, f := range files {
		var err error
		if before[i] == nil {
			err = root.Remove(f.Path)
		} else {
			err = root.WriteFile(f.Path, before[i], 0o666)
		}
		if err != nil {
			errs = append(errs, fmt.Errorf("%s 也没能恢复原样，请从备份或 git 取回：%w", f.Path, err))
		}
	}
	return errors.Join(errs...)
}
