package page

import (
	"sync"

	"gongshi/generator/gazette"
)

// leaf is a file of the site: its address, and its page, which is made when it is asked for.
type leaf struct {
	path string
	make func() Page
}

// put adds a leaf, if it is there.
func put[P Page](list *[]leaf, there bool, path string, make func() P) {
	if there {
		*list = append(*list, leaf{path, func() Page { return make() }})
	}
}

// What follows alone tells which pages there are: [Site] makes them, [Lookup] looks among them.

// ownLeaves are those of the site itself.
func (s *site) ownLeaves() (list []leaf) {
	put(&list, true, "index.html", s.home)
	put(&list, true, "404.html", s.notFound)
	put(&list, s.hasFeed(""), feedFile, s.ownFeed)
	for path, document := range s.public.Documents() {
		put(&list, true, path, document)
	}
	return list
}

// contentLeaves are the articles and images that the build wants.
func (s *site) contentLeaves() (list []leaf) {
	for _, a := range s.public.Articles {
		put(&list, within(a.Path, s.opt.Place) && !s.isRules(a), a.Path+".html", func() *Article { return s.article(a) })
	}
	for _, i := range s.public.Images {
		put(&list, within(i.Path, s.opt.Place), i.Path, func() *Image { return &Image{i.Path, i.Content} })
	}
	return list
}

// leaves are those of one place.
func (v *village) leaves() (list []leaf) {
	p := v.place
	put(&list, !p.Keeps, placePath(p), func() *Overview { return v.overview(p) })
	put(&list, !p.Keeps && v.hasRules(p), p.Path+"/rules.html", v.rules)
	put(&list, v.hasFeed(p.Path), p.Path+"/"+feedFile, func() *Feed { return v.placeFeed(p) })
	calendar := sync.OnceValue(func() *Calendar { return v.calendar(p) })
	put(&list, calendar() != nil, p.Path+"/"+calendarFile, calendar)
	put(&list, len(p.Tasks) > 0, p.Path+"/tasks.html", func() *Tasks { return v.tasks(p) })
	if p.Keeps {
		v.pointLeaves(&list)
	}
	v.dataLeaves(&list)
	if p.Keeps {
		v.householdLeaves(&list)
	}
	put(&list, v.public.Cites(), p.LinesPath(), func() *gazette.Document { return v.public.Cited(p) })
	return list
}

// pointLeaves are the pages about the points of a place, but those of its households.
func (v *village) pointLeaves(list *[]leaf) {
	p := v.place
	put(list, p.Exchanges(), rewardsPath(p), v.rewards)
	for _, d := range p.Distributions {
		put(list, true, distributionPath(p, d.Year), func() *Distribution { return v.distribution(d) })
	}
	put(list, true, placePath(p), v.front)
	put(list, v.hasRules(p), p.Path+"/rules.html", v.rules)
	put(list, hasZones(p), zonesPath(p), v.zones)
	units := organised(p)
	put(list, units != nil, organisationsPath(p), func() *Organisations { return v.organisations(units) })
	posted, households := len(p.Tables) > 0, sync.OnceValue(v.households)
	put(list, posted, p.Path+"/notices/index.html", v.notices)
	put(list, posted, householdsPath(p), households)
	put(list, posted, listPath(p), func() *SearchList { return &SearchList{listPath(p), households().Groups} })
	put(list, posted, screenPath(p), v.screen)
	put(list, posted, proofsPath(p), v.proofsPage)
	put(list, posted && p.Checkpoint != "", p.Path+"/checkpoint", func() *TextFile { return &TextFile{p.Path + "/checkpoint", p.Checkpoint} })
	for i, t := range p.Tables {
		put(list, true, periodPath(t), func() *Period { return v.period(i) })
		put(list, true, noticePath(t), func() *Notice { return v.notice(t) })
		put(list, t.Honoured(), honoursPath(t), func() *Honours { return v.honours(t) })
	}
}

// householdLeaves are the pages of the households that are in a published table.
func (v *village) householdLeaves(list *[]leaf) {
	for _, h := range v.place.Households {
		t, _ := v.latest(h.ID)
		put(list, t != nil, v.place.Path+"/"+householdFile(h.ID), func() *Household { return v.household(h) })
	}
}

// dataLeaves are the place's open data and the page that lists them.
func (v *village) dataLeaves(list *[]leaf) {
	for path, document := range v.place.Documents() {
		put(list, true, path, document)
	}
	if !v.place.HasFiles() {
		return
	}
	d := newOpenData(v.public, v.place)
	for _, f := range d.files {
		put(list, true, f.Path, func() *gazette.File { return f })
	}
	for _, f := range d.schemes {
		put(list, true, f.Path, func() *JSONFile { return f })
	}
	put(list, true, d.path("datapackage.json"), d.packageOf)
	put(list, true, d.path("index.html"), func() *DataIndex { return d.index(v.headOf(v.place, "data/index.html", "data")) })
}
