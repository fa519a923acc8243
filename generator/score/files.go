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
	periods := append(slices.Clone(t.period.summed), t.period)
	for _, p := range periods {
		of := p.state.Period
		if s := t.Place.Sheets[of]; s != nil {
			add(s.Position)
		}
		if s := t.Place.Declared[of]; s != nil {
			add(s.Position)
		}
		if p.state.Notice != nil {
			add(p.state.Notice.Position)
		}
		for _, list := range p.entries {
			for _, e := range list {
				add(e.Position)
				add(e.Scheme.Position)
			}
		}
		add(p.scheme.Position)
	}
	for _, c := range t.Place.Corrections {
		if slices.ContainsFunc(periods, func(p *period) bool { return p.state.Period == c.Period }) {
			add(c.Position)
		}
	}
	slices.Sort(files)
	return files
}
