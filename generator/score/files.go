package score

import (
	"slices"

	"gongshi/generator/diag"
)

// Files returns the files from which t's figures came: the sheets of its own period and of those
// that it sums, the declarations, the notices, the files of events and corrections with a row for
// it, and the versions of the rules.
func (t *Table) Files() []string {
	var files []string
	add := func(p diag.Position) {
		if p.File != "" && !slices.Contains(files, p.File) {
			files = append(files, p.File)
		}
	}
	tables := append(slices.Clone(t.summed), t)
	for _, q := range tables {
		if s := t.Place.Sheets[q.Period]; s != nil {
			add(s.Position)
		}
		if s := t.Place.Declared[q.Period]; s != nil {
			add(s.Position)
		}
		if q.State.Notice != nil {
			add(q.State.Notice.Position)
		}
		for _, list := range q.entries {
			for _, e := range list {
				add(e.Position)
				add(e.Scheme.Position)
			}
		}
		add(q.Scheme.Position)
	}
	for _, c := range t.Place.Corrections {
		if slices.ContainsFunc(tables, func(q *Table) bool { return q.Period == c.Period }) {
			add(c.Position)
		}
	}
	slices.Sort(files)
	return files
}
