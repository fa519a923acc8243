package page

import (
	"gongshi/generator/gazette"
)

// Changed is when the data of a page changed last, and by which commit. Where neither a commit nor Uncommitted is
// set, it is not known, and nothing is told.
type Changed struct {
	gazette.Change
	Points bool // of its points only: what else is there may be of other files
}

// changed is the latest of some changes.
func changed(list ...gazette.Change) Changed { return Changed{Change: gazette.Latest(list...)} }

// changedFor is the latest change of what the figures of several tables came from, and of the list
// of households, for the page of one of them.
func changedFor(p *gazette.Place, tables []*gazette.Table) Changed {
	list := []gazette.Change{p.Changes.Households}
	for _, t := range tables {
		list = append(list, t.Changed)
	}
	return Changed{Change: gazette.Latest(list...), Points: true}
}

// inherited are the changes of p's place.toml and of those from which it inherits.
func inherited(p *gazette.Place) []gazette.Change {
	var list []gazette.Change
	for ; p != nil; p = p.Parent {
		list = append(list, p.Changes.Own)
	}
	return list
}
