package pack

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
)

// Stranger refuses a pack whose place is not in a site that has one of the same folder's name
// elsewhere: most likely it is the same village under another path, and would stand there twice.
func (p *Pack) Stranger(site fs.FS) error {
	if _, err := fs.Stat(site, path.Join("data", p.Place, "place.toml")); err == nil {
		return nil
	}
	return fs.WalkDir(site, "data", func(name string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil || !d.IsDir() || path.Base(name) != path.Base(p.Place):
			return err
		}
		if _, err := fs.Stat(site, path.Join(name, "place.toml")); err != nil {
			return nil
		}
		return refused("", fmt.Sprintf("包里是 data/%s，这里没有它，却有 %s", p.Place, name),
			fmt.Sprintf("是同一个村的，请对方把文件夹放成 %s，重新打包；真是另一个村的，先运行 gongshi new place %s，再收", name, p.Place))
	})
}
