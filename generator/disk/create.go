package disk

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"strings"
)

// Taken lists files that exist already where new ones should be written.
type Taken []string

func (t Taken) Error() string {
	return "已经有 " + strings.Join(t, "、") + "，不会覆盖，什么也没有新建；要重新做，先把它移走"
}

// Create writes several new files, creating the folders that they need. If it returns an error,
// it has written none. It changes no file that exists, and names all of them ([Taken]).
func Create(root *os.Root, files ...File) error {
	var taken Taken
	for _, f := range files {
		if _, err := root.Lstat(f.Path); err == nil {
			taken = append(taken, f.Path)
		}
	}
	if len(taken) > 0 {
		return taken
	}
	var made []string // in order, so that the last is removed first
	for _, f := range files {
		if err := create(root, f, &made); err != nil {
			for i := len(made) - 1; i >= 0; i-- {
				err = errors.Join(err, root.Remove(made[i]))
			}
			return err
		}
	}
	return nil
}

func create(root *os.Root, f File, made *[]string) error {
	if err := mkdirs(root, path.Dir(f.Path), made); err != nil {
		return err
	}
	file, err := root.OpenFile(f.Path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	*made = append(*made, f.Path)
	_, err = file.Write(f.Content)
	return errors.Join(err, file.Close())
}

// mkdirs makes a folder and those above it that are missing.
func mkdirs(root *os.Root, dir string, made *[]string) error {
	if dir == "." {
		return nil
	}
	if err := mkdirs(root, path.Dir(dir), made); err != nil {
		return err
	}
	err := root.Mkdir(dir, 0o777)
	switch {
	case err == nil:
		*made = append(*made, dir)
	case errors.Is(err, fs.ErrExist):
		return nil
	}
	return err
}
