package pack

import (
	"errors"
	"fmt"
	"io/fs"
	"path"

	"gongshi/generator/source"
)

// Stranger refuses a pack whose place is not in the site if the site has a place with the same
// folder name elsewhere: most likely it is the same village under another path, and the site
// would then have it twice. It also refuses a pack under whose path the site has another village,
// since many sites have only one, in the folder name that every new site begins with.
func (p *Pack) Stranger(site fs.FS) error {
	if _, err := fs.Stat(site, path.Join("data", p.Place, "place.toml")); err == nil {
		return p.otherName(site)
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

func (p *Pack) otherName(site fs.FS) error {
	book, _, err := source.Read(site, p.Place)
	if err != nil {
		return err
	}
	there := book.Place(p.Place)
	if there == nil || there.Name == "" || there.Name == p.Name {
		return nil
	}
	return refused("", fmt.Sprintf("包里是“%s”，这里的 %s 是“%s”", p.Name, p.Place, there.Name),
		"是另一个村的，请对方把它的文件夹换一个名字，重新打包；真是同一个村改了名，先在这里的 place.toml 里改好，再收")
}
