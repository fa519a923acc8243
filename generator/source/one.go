package source

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// Tree is a site whose places are read one by one, several at a time.
type Tree struct{ *reader }

// Open reads what places share: config.toml, calendars, each place's place.toml and rules, and
// the articles. Their records are left to [Tree.Records].
func Open(site fs.FS) (*Tree, diag.List, error) {
	t := &Tree{newReader(site, "")}
	t.shared()
	t.content()
	return t, t.diags, errors.Join(t.errs...)
}

func (t *Tree) of(p *ledger.Place) *folder {
	return t.folders[slices.IndexFunc(t.folders, func(d *folder) bool { return d.place == p })]
}

// Book is the site, its places without records.
func (t *Tree) Book() *ledger.Book { return t.book }

// Records is one of the places with its tables and notices.
func (t *Tree) Records(p *ledger.Place) (*ledger.Place, diag.List, error) {
	whole := p.Fresh()
	out := t.recordsOf(t.of(p), whole)
	return whole, out.diags, errors.Join(out.errs...)
}

// Misplaced are the files that belong to another folder, once all records are read.
func (t *Tree) Misplaced() diag.List {
	t.diags = nil
	t.settle()
	t.settleFolders()
	return t.diags
}

// Sealed reports whether a place has a seal.
func (t *Tree) Sealed(p *ledger.Place) bool {
	text, err := fs.ReadFile(t.site, path.Join("data", p.Path, "seals.csv"))
	return err == nil && len(strings.Fields(string(text))) > 1
}
