package page

import (
	"iter"
	"slices"

	"gongshi/generator/address"
	"gongshi/generator/gazette"
)

// Options are the choices of one build.
type Options struct {
	Place string // only pages at or below this place; "" for the whole site
}

// Site yields the pages of a site one at a time, in the same order each time: those of each
// place, what lies below before what lies above it, then its articles and its own. A page is
// made when it is asked for, and not kept.
func Site(public *gazette.Site, opt Options) iter.Seq[Page] {
	return func(yield func(Page) bool) {
		m := New(public, opt)
		for _, p := range slices.Backward(public.Places) {
			if !m.Place(p, yield) {
				return
			}
		}
		m.Rest(yield)
	}
}

// Maker makes the pages of a site, of one place after the other in the order of [Site]; of a
// place that comes later it asks for no more than its summary.
type Maker struct {
	*site
	// addresses are those of pages that search engines may list: of each place, from the last to the
	// first; in the end of the site itself.
	addresses [][]string
}

// New begins the pages of a site.
func New(public *gazette.Site, opt Options) *Maker {
	return &Maker{site: &site{public, opt}}
}

// Place yields the pages of a place that is whole, and reports whether to go on.
func (m *Maker) Place(p *gazette.Place, yield func(Page) bool) bool {
	return !address.Within(p.Path, m.opt.Place) || m.make(m.village(p).leaves(), yield)
}

// First yields those pages of a place that is whole which are at some addresses; [Maker.Place] yields them again.
func (m *Maker) First(p *gazette.Place, addresses []string, yield func(Page) bool) bool {
	for _, l := range m.village(p).leaves() {
		if slices.Contains(addresses, l.path) && !yield(l.make()) {
			return false
		}
	}
	return true
}

// Listed returns which pages of the last place search engines may list.
func (m *Maker) Listed() []string { return m.addresses[len(m.addresses)-1] }

// Resume passes over a place whose pages are as they were: those that search engines may list are
// known.
func (m *Maker) Resume(listed []string) { m.addresses = append(m.addresses, listed) }

// Rest yields what belongs to no place, and the articles.
func (m *Maker) Rest(yield func(Page) bool) {
	list := m.contentLeaves()
	if m.opt.Place == "" {
		list = append(m.ownLeaves(), list...)
	}
	if m.make(list, yield) && m.opt.Place == "" {
		m.robots(yield)
	}
}

// make makes what is planned, and notes on the way what search engines may list.
func (m *Maker) make(list []leaf, yield func(Page) bool) bool {
	m.addresses = append(m.addresses, nil)
	for _, l := range list {
		p := l.make()
		if m.note(p); !yield(p) {
			return false
		}
	}
	return true
}

// site is what every page of one build draws on.
type site struct {
	public *gazette.Site
	opt    Options
}
