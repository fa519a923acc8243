package render

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"gongshi/themes"
)

// Theme is the theme of a site by its name: the site's themes/<name>/… file by that name,
// else the embedded one. The error is a name that neither the site nor the program has.
func Theme(site fs.FS, name string) (fs.FS, error) {
	own, err := fs.Sub(site, "themes/"+name)
	if err != nil {
		return nil, fmt.Errorf("theme = %q：不是文件夹的名字", name)
	}
	if _, err := fs.Stat(own, "."); err == nil {
		return overlay{own, themes.Default()}, nil
	}
	if name != "default" {
		return nil, fmt.Errorf("theme = %q：没有文件夹 themes/%s；自带的主题是 default", name, name)
	}
	return themes.Default(), nil
}

// overlay is over with what it lacks taken from under.
type overlay struct{ over, under fs.FS }

// Open opens the file of over, else that of under.
func (o overlay) Open(name string) (fs.File, error) {
	f, err := o.over.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return o.under.Open(name)
	}
	return f, err
}

// ReadDir lists what stands in either.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	list, err := fs.ReadDir(o.over, name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	below, errBelow := fs.ReadDir(o.under, name)
	if errBelow != nil && !errors.Is(errBelow, fs.ErrNotExist) {
		return nil, errBelow
	}
	if err != nil && errBelow != nil {
		return nil, err
	}
	list = append(list, below...) // those of over first
	slices.SortStableFunc(list, func(a, b fs.DirEntry) int { return cmp.Compare(a.Name(), b.Name()) })
	return slices.CompactFunc(list, func(a, b fs.DirEntry) bool { return a.Name() == b.Name() }), nil
}
