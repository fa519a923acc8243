package page

import (
	"path"

	"gongshi/generator/gazette"
)

// Has tells whether the site has a file at a slash path below its root: what a link in
// an article may lead to. Of a build of one place it answers true for all that lies
// outside, which nobody has read; and of an outline, since the data have errors, for
// every address that a place's pages may take.
func Has(public *gazette.Site, opt Options) func(file string) bool {
	l := lookup{newSite(public, opt), make(map[*gazette.Place]map[string]bool)}
	return l.has
}

// lookup is the plan, of as much of a site as it was asked for.
type lookup struct {
	*site
	known map[*gazette.Place]map[string]bool // addresses; those of the site itself at nil
}

func (l lookup) has(file string) bool {
	p := l.placeOf(file)
	switch {
	case !within(file, l.opt.Place):
		return true
	case l.public.Outline && l.isOurs(file):
		return true
	case l.public.Drafts && l.isOurs(file) && (path.Base(file) == feedFile || path.Base(file) == calendarFile):
		return true // it is right to link to them, though a site of drafts has none
	}
	return l.addresses(nil)[file] || p != nil && l.addresses(p)[file]
}

// addresses are those of a place, or of the site itself with its articles.
func (l lookup) addresses(p *gazette.Place) map[string]bool {
	if l.known[p] == nil {
		all := make(map[string]bool)
		for _, leaf := range l.leavesOf(p) {
			all[leaf.path] = true
		}
		if p == nil {
			all[robotsPath], all[siteMapPath] = true, l.mapped()
		}
		l.known[p] = all
	}
	return l.known[p]
}

func (l lookup) leavesOf(p *gazette.Place) []leaf {
	if p != nil {
		return l.village(p).leaves()
	}
	return append(l.ownLeaves(), l.contentLeaves()...)
}
