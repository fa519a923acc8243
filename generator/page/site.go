package page

import (
	"iter"
	"slices"

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

// pages is the order of the site.
func (s *site) pages(yield func(Page) bool) {
	notes := &surveyor{site: s}
	if yield = notes.over(yield); s.opt.Place == "" && (!yield(s.home()) || !yield(s.notFound()) || !s.newsPages(nil, yield)) {
		return
	}
	if s.opt.Place == "" && !documents(slices.Values(s.public.Documents()), yield) {
		return
	}
	if !s.content(yield) {
		return
	}
	for _, p := range s.public.Places {
		if s.wants(p) && (!s.placePages(p, yield) || !documents(slices.Values(s.public.Cited(p)), yield)) {
			return
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

// placePages yields the pages of one place, and reports whether to go on.
func (s *site) placePages(p *gazette.Place, yield func(Page) bool) bool {
	if !p.Keeps {
		return yield(s.overview(p)) && (!s.hasRules(p) || yield(s.village(p).rules())) &&
			s.newsPages(p, yield) && s.taskPages(p, yield) && s.village(p).dataPages(yield)
	}
	v := s.village(p)
	if !s.newsPages(p, yield) || !s.taskPages(p, yield) || !v.usePages(yield) {
		return false
	}
	if !yield(v.front()) || s.hasRules(p) && !yield(v.rules()) || hasZones(p) && !yield(v.zones()) {
		return false
	}
	if t := organised(v.place); t != nil && !yield(v.organisations(t)) {
		return false
	}
	if len(v.place.Tables) > 0 && (!yield(v.notices()) || !v.householdLists(yield) || !yield(v.screen()) || !v.proofPages(yield)) {
		return false
	}
	for i, t := range v.place.Tables {
		if !yield(v.period(i)) || !yield(v.notice(t)) {
			return false
		}
		if t.Honoured() && !yield(v.honours(t)) {
			return false
		}
	}
	return v.dataPages(yield) && v.householdPages(yield)
}

// usePages yields the pages about what points are used for.
func (v *village) usePages(yield func(Page) bool) bool {
	if v.place.Exchanges() && !yield(v.rewards()) {
		return false
	}
	for _, d := range v.place.Distributions {
		if !yield(v.distribution(d)) {
			return false
		}
	}
	return true
}

// taskPages yields the page of a place's tasks, if it has any.
func (s *site) taskPages(p *gazette.Place, yield func(Page) bool) bool {
	return len(p.Tasks) == 0 || yield(s.tasks(p))
}

// documents yields what programs read.
func documents(files iter.Seq[gazette.Document], yield func(Page) bool) bool {
	for f := range files {
		var p Page = &JSONFile{Path: f.Path, Value: f.Value}
		if f.Value == nil {
			p = &TextFile{f.Path, f.Text}
		}
		if !yield(p) {
			return false
		}
	}
	return true
}

// dataPages yields the place's open data and the page that lists them.
func (v *village) dataPages(yield func(Page) bool) bool {
	if !documents(v.place.Documents(), yield) {
		return false
	}
	for p := range DataPages(v.public, v.place) {
		if index, ok := p.(*DataIndex); ok {
			index.Head = v.headOf(v.place, "data/index.html", "data")
			index.Head.Data = ""
		}
		if !yield(p) {
			return false
		}
	}
	return true
}
