package disk

import (
	"errors"
	"os"
	"path"
	"slices"
)

// Change writes several files, creating the folders that new ones need, and removes others. If it
// returns an error, nothing has changed.
func Change(root *os.Root, write []File, remove []string) (err error) {
	var made, aside []string
	defer func() {
		if err == nil {
			for _, name := range aside {
				root.Remove(pending(name)) // if it stays, everything ignores it
			}
			return
		}
		for _, name := range aside {
			err = errors.Join(err, root.Rename(pending(name), name))
		}
		for _, dir := range slices.Backward(made) {
			err = errors.Join(err, root.Remove(dir))
		}
	}()
	for _, f := range write {
		if err := mkdirs(root, path.Dir(f.Path), &made); err != nil {
			return err
		}
	}
	for _, name := range remove {
		if _, err := former(root, name); err != nil {
			return err
		}
		if err := Patiently(func() error { return root.Rename(name, pending(name)) }); err != nil {
			return err
		}
		aside = append(aside, name)
	}
	return Replace(root, write...)
}
