package convert

import (
	"maps"
	"slices"

	"gongshi/generator/diag"
	"gongshi/generator/disk"
)

// Import is what workbooks would change of a site, taken one after the other.
type Import struct {
	site     *Site
	book     string // that is being taken
	targets  map[string]*target
	Ours     bool // a workbook that was exported was among them
	Changes  []Change
	Clears   []Change  // what is empty in a workbook, and not in the file
	Doubts   diag.List // what nothing forbids, but hardly anybody means: to be asked about in so many words
	Problems diag.List // errors: why nothing can be written; notes: what was left or is to be known
}

// Change is one cell, or one row, that a file is to have otherwise.
type Change struct {
	File     string
	Row      int    // as it is in the file now; 0: a new one
	Who      string // what the row is known by
	Column   string // empty: the whole row
	From, To string
}

// NewImport begins an import.
func (s *Site) NewImport() *Import { return &Import{site: s, targets: map[string]*target{}} }

// Files are the files to be written, in order of their paths. What is empty in the workbooks
// is emptied only if clear is true.
func (im *Import) Files(clear bool) ([]disk.File, error) {
	var files []disk.File
	for _, name := range slices.Sorted(maps.Keys(im.targets)) {
		t := im.targets[name]
		if t == nil || !t.changed(clear) {
			continue
		}
		content, err := t.edited(clear).Bytes()
		if err != nil {
			return nil, err
		}
		files = append(files, disk.File{Path: name, Content: content})
	}
	return files, nil
}

// file is a target by its path; nil where the file cannot be read, which is told once.
func (im *Import) file(f *Form, name string, k *kind) *target {
	if t, known := im.targets[name]; known {
		return t
	}
	t, list := f.open(name, k)
	im.Problems = append(im.Problems, list...)
	im.targets[name] = t
	return t
}
