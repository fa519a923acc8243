package page

import (
	"iter"

	"gongshi/generator/gazette"
)

// Options are the choices of one build.
type Options struct {
	Place string // only pages at or below this place; "" for the whole site
}

// Site yields the pages of a site one at a time, in the same order each time: the site's
// own, its articles, then each place with its periods, data and households. A page is
// made when it is asked for, and not kept.
func Site(public *gazette.Site, opt Options) iter.Seq[Page] { return newSite(public, opt).pages }

// site is what every page of one build draws on.
type site struct {
	public *gazette.Site
	opt    Options
}

func newSite(public *gazette.Site, opt Options) *site { return &site{public, opt} }

// pages makes what is planned, and notes on the way what search engines may list.
func (s *site) pages(yield func(Page) bool) {
	notes := &surveyor{site: s}
	yield = notes.over(yield)
	for list := range s.plan {
		for _, l := range list {
			if !yield(l.make()) {
				return
			}
		}
	}
	if s.opt.Place == "" {
		notes.files(yield)
	}
}

// wants reports whether the build makes the pages of p.
func (s *site) wants(p *gazette.Place) bool { return within(p.Path, s.opt.Place) }

// within reports whether path is folder or lies below it; everything lies below "".
func within(path, folder string) bool {
	return folder == "" || path == folder ||
		len(path) > len(folder) && path[:len(folder)] == folder && path[len(folder)] == '/'
}
