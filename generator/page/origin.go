package page

import (
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/origin"
	"gongshi/generator/score"
)

// Changed is when the data of a page changed last, and by which commit. Where neither a
// commit nor Uncommitted stands, it is not known, and nothing is told.
type Changed struct {
	origin.Change
	Points bool // of its points only: what else stands there may be of other files
}

// Build is what the whole site was built from.
type Build struct {
	Head        origin.Commit
	Why         string // why it is not known, as a key of the words; "" where it is
	Shallow     bool   // earlier commits were not there
	Uncommitted bool   // some files were not as they are committed
}

// build is told on the site's front page, and on no page that does not change anyway.
func (s *site) build() *Build {
	h := s.opt.History
	if h == nil {
		return &Build{Why: string(origin.NotAsked)}
	}
	return &Build{Head: h.Head, Why: string(h.Why), Shallow: h.Shallow, Uncommitted: h.Uncommitted}
}

// changed is the latest change of some files, and of all below some folders.
func (s *site) changed(paths ...string) Changed {
	return Changed{Change: s.opt.History.Last(paths...)}
}

// changedIn is the latest change of anything below a place's folder.
func (s *site) changedIn(p *ledger.Place) Changed {
	if c, known := s.folders[p]; known {
		return c
	}
	c := s.changed("data/" + p.Path)
	s.folders[p] = c
	return c
}

// changedAt is the latest change of what t's figures came from.
func (s *site) changedAt(t *score.Table) Changed {
	return Changed{Change: s.opt.History.Last(t.Files()...), Points: true}
}

// changedFor is the same of several tables with the list of households, for the page of one
// of them.
func (v *village) changedFor(tables []*score.Table) Changed {
	key, files := "", []string{householdsFile(v.place.Place)}
	for _, t := range tables {
		key += t.Period.String() + " "
	}
	if c, known := v.changes[key]; known {
		return c
	}
	for _, t := range tables {
		files = append(files, t.Files()...)
	}
	c := Changed{Change: v.opt.History.Last(files...), Points: true}
	v.changes[key] = c
	return c
}

// householdsFile is where p's households are listed, "" where it has none.
func householdsFile(p *ledger.Place) string {
	for _, h := range p.Households {
		for _, s := range h.Spans {
			return s.File
		}
	}
	return ""
}

// placeFiles are p's place.toml and those from which it inherits.
func placeFiles(p *ledger.Place) []string {
	var files []string
	for ; p != nil; p = p.Parent {
		files = append(files, p.File)
	}
	return files
}

// sourceHref is the address of a line in the repository (config.toml, [source] url), in the
// commit that last changed it; "" where the site gives none.
func (s *site) sourceHref(p diag.Position) string {
	pattern := s.book.Config.SourceURL
	if pattern == "" {
		return ""
	}
	line, known := s.opt.History.Line(p.File, int(p.Line))
	if !known {
		return ""
	}
	return expand(pattern, line)
}

// sources are places in files, each file named where its lines begin, with the addresses
// that href gives.
func sources(href func(diag.Position) string, positions ...diag.Position) []Link {
	var list []Link
	file := ""
	for _, p := range positions {
		if p.File == "" {
			continue
		}
		text := line(p.File, p.Line)
		if p.File == file && p.Line > 0 {
			text = strings.TrimPrefix(text, file+":")
		}
		list = append(list, Link{text, href(p)})
		file = p.File
	}
	return list
}
