package page

import (
	"path"

	"gongshi/generator/address"
	"gongshi/generator/gazette"
)

// Lookup tells which files a site has: what a link in an article may lead to.
type Lookup struct {
	*site
	known map[string]map[string]bool // addresses by the path of their place; those of the site itself at ""
}

// NewLookup looks among what is published. Each place must be whole when it is asked for the
// first time, or have been learnt while it was.
func NewLookup(public *gazette.Site, opt Options) *Lookup {
	return &Lookup{&site{public, opt}, make(map[string]map[string]bool)}
}

// Has reports whether the site has a file at a slash path below its root. Of a build of one
// place it is true for all that lies outside, which nobody has read; and of an outline, since
// the data have errors, for every address that a place's pages may take.
func (l *Lookup) Has(file string) bool {
	p := l.placeOf(file)
	switch {
	case !address.Within(file, l.opt.Place):
		return true
	case l.public.Outline && l.isOurs(file):
		return true
	case l.public.Drafts && l.isOurs(file) && (path.Base(file) == address.FeedFile || path.Base(file) == address.CalendarFile):
		return true // it is right to link to them, though a site of drafts has none
	}
	return l.own()[file] || p != nil && l.addresses(p)[file]
}

// PlaceOf is the path of the place to which a file belongs; "" for the site itself.
func (l *Lookup) PlaceOf(file string) string {
	if p := l.placeOf(file); p != nil {
		return p.Path
	}
	return ""
}

// Learn notes what files a place has.
func (l *Lookup) Learn(path string, files []string) {
	l.known[path] = make(map[string]bool, len(files))
	for _, file := range files {
		l.known[path][file] = true
	}
}

func (l *Lookup) addresses(p *gazette.Place) map[string]bool {
	if l.known[p.Path] == nil {
		l.known[p.Path] = addressesOf(l.village(p).leaves())
	}
	return l.known[p.Path]
}

// own are the addresses of the site itself, with its articles.
func (l *Lookup) own() map[string]bool {
	if l.known[""] == nil {
		all := addressesOf(append(l.ownLeaves(), l.contentLeaves()...))
		all["index.html"], all[robotsPath], all[siteMapPath] = true, true, l.mapped()
		l.known[""] = all
	}
	return l.known[""]
}

func addressesOf(list []leaf) map[string]bool {
	all := make(map[string]bool, len(list))
	for _, l := range list {
		all[l.path] = true
	}
	return all
}
