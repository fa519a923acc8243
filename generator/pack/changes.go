package pack

import (
	"bytes"
	"io/fs"
	"maps"
	"path"
	"slices"

	"gongshi/generator/disk"
)

// Change is what a pack would change in one file of a site.
type Change struct {
	Path    string
	Kind    Kind
	Size    int  // as the file would be, or as it was if it is removed
	Text    bool // otherwise nothing is known of its lines
	Lines   int  // of an added or removed file
	Changed []Line
	Added   []Line
	Removed []Line
}

// Kind tells whether a file is added, changed or removed.
type Kind uint8

const (
	Added Kind = iota
	Changed
	Removed
)

// Line is a row of a table, or a line of another text, that differs.
type Line struct {
	No       int    // as a spreadsheet numbers it; its old number if removed
	Old, New string // the whole row, or only the cell
	Heading  string // of the cell; empty if the whole row differs
	Of       string // the beginning of the row
}

// Changes compares a pack with a site and returns what differs, by path.
func (p *Pack) Changes(site fs.FS) ([]Change, error) {
	there, _, err := Collect(site, p.Place)
	if err != nil {
		return nil, err
	}
	before, folded := map[string][]byte{}, map[string]string{}
	for _, f := range there {
		before[f.Path], folded[Fold(f.Path)] = f.Content, f.Path
	}
	var list []Change
	for _, name := range slices.Sorted(maps.Keys(p.Content)) {
		old, was := before[name]
		if other := folded[Fold(name)]; !was && other != "" {
			return nil, refused(name, "和这里的“"+path.Base(other)+"”只差大小写", "两边改成一样的名字再来")
		}
		switch content := p.Content[name]; {
		case !was:
			list = append(list, whole(Added, name, content))
		case !bytes.Equal(old, content):
			list = append(list, changed(name, old, content))
		}
	}
	for _, f := range there {
		if _, stays := p.Content[f.Path]; !stays {
			list = append(list, whole(Removed, f.Path, f.Content))
		}
	}
	slices.SortStableFunc(list, func(a, b Change) int { return bytes.Compare([]byte(a.Path), []byte(b.Path)) })
	return list, nil
}

// Writes returns the files of a pack to write, and those to remove.
func (p *Pack) Writes(changes []Change) (write []disk.File, remove []string) {
	for _, c := range changes {
		if c.Kind == Removed {
			remove = append(remove, c.Path)
		} else {
			write = append(write, disk.File{Path: c.Path, Content: p.Content[c.Path]})
		}
	}
	return write, remove
}

// whole returns the change of a file that is added or removed.
func whole(kind Kind, name string, content []byte) Change {
	c := Change{Path: name, Kind: kind, Size: len(content)}
	if rows, ok := rowsOf(name, content); ok {
		c.Text, c.Lines = true, len(rows)
	}
	return c
}
