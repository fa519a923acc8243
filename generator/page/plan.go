package page

import (
	"slices"
	"sync"

	"gongshi/generator/address"
	"gongshi/generator/gazette"
	"gongshi/generator/news"
	"gongshi/generator/opendata"
)

// leaf is a file that the site may have: its address, whether it is there, and its page, which is made when it is asked
// for.
type leaf struct {
	path  string
	there bool
	make  func() Page
}

// put adds a leaf.
func put[P Page](list *[]leaf, there bool, path string, make func() P) {
	*list = append(*list, leaf{path, there, func() Page { return make() }})
}

// present returns the leaves that are there.
func present(list []leaf) []leaf {
	return slices.DeleteFunc(list, func(l leaf) bool { return !l.there })
}

// What follows alone tells which pages there are: [Site] makes them, [Lookup] looks among them, and [Clashes] keeps
// their names from articles.

// ownLeaves are those of the site itself.
func (s *site) ownLeaves() (list []leaf) {
	put(&list, !slices.ContainsFunc(s.public.Places, s.isSole), "index.html", s.home)
	put(&list, true, "404.html", s.notFound)
	put(&list, news.HasFeed(s.public, ""), address.FeedFile, func() *news.Feed { return news.SiteFeed(s.public) })
	for _, d := range s.public.Documents() {
		put(&list, true, d.Path, func() *gazette.Document { return d })
	}
	return present(list)
}

// contentLeaves are the articles and images that the build wants.
func (s *site) contentLeaves() (list []leaf) {
	for _, a := range s.public.Articles {
		put(&list, address.Within(a.Path, s.opt.Place) && !s.isRules(a), a.Path+".html", func() *Article { return s.article(a) })
	}
	for _, i := range s.public.Images {
		put(&list, address.Within(i.Path, s.opt.Place), i.Path, func() *Image {
			return &Image{gazette.Located{Path: i.Path}, i.Content}
		})
	}
	return present(list)
}

// leaves are those of one place.
func (v *village) leaves() []leaf { return present(v.planned()) }

// planned are the leaves that one place has or may have.
func (v *village) planned() (list []leaf) {
	p := v.place
	put(&list, !p.Keeps, address.Place(p), func() *Overview { return v.overview(p) })
	put(&list, !p.Keeps && v.hasRules(p), address.Rules(p), v.rules)
	put(&list, news.HasFeed(v.public, p.Path), address.Feed(p), func() *news.Feed { return news.PlaceFeed(v.public, p) })
	calendar := sync.OnceValue(func() *news.Calendar { return news.CalendarOf(v.public, p) })
	put(&list, calendar() != nil, address.Calendar(p), calendar)
	put(&list, len(p.Tasks) > 0, address.Tasks(p), func() *Tasks { return v.tasks(p) })
	if p.Keeps {
		v.pointLeaves(&list)
	} else {
		v.townLeaves(&list, p)
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
	put(list, p.Exchanges(), address.Rewards(p), v.rewards)
	for _, d := range p.Distributions {
		put(list, true, address.Distribution(p, d.Year), func() *Distribution { return v.distribution(d) })
	}
	put(list, true, address.Place(p), func() *Village { return v.front(address.Place(p)) })
	put(list, v.isSole(p) && v.opt.Place == "", "index.html", v.first)
	put(list, v.hasRules(p), address.Rules(p), v.rules)
	put(list, hasZones(p), address.Zones(p), v.zones)
	units := organised(p)
	put(list, units != nil, address.Organisations(p), func() *Organisations { return v.organisations(units) })
	posted, households := len(p.Tables) > 0, sync.OnceValue(v.households)
	put(list, posted, address.Notices(p), v.notices)
	put(list, posted, address.Households(p), households)
	put(list, posted, address.List(p), func() *SearchList {
		return &SearchList{gazette.Located{Path: address.List(p)}, households().Groups}
	})
	put(list, posted, address.Screen(p), v.screen)
	put(list, posted, address.Proofs(p), v.proofsPage)
	for _, s := range p.Seals {
		put(list, posted, address.SealScript(p, s), func() *SealScript { return v.sealScript(s) })
	}
	put(list, posted && p.Checkpoint != "", address.Checkpoint(p), func() *gazette.Document {
		return &gazette.Document{Located: gazette.Located{Path: address.Checkpoint(p)}, Text: p.Checkpoint}
	})
	v.formLeaves(list)
	for i, t := range p.Tables {
		put(list, true, address.Period(t), func() *Period { return v.period(i) })
		put(list, true, address.Notice(t), func() *Notice { return v.notice(t) })
		v.broadcastLeaves(list, t)
		put(list, t.Honoured(), address.Honours(t), func() *Honours { return v.honours(t) })
	}
}

// householdLeaves are the pages of the households that are in a published table.
func (v *village) householdLeaves(list *[]leaf) {
	for _, h := range v.place.Households {
		t, _ := v.place.LatestOf(h.ID)
		put(list, t != nil, address.Household(v.place, h.ID), func() *Household { return v.household(h) })
		for _, year := range v.yearsOf(h.ID) {
			put(list, true, address.HouseholdYear(v.place, year, h.ID), func() *HouseholdYear { return v.householdYear(h, year) })
		}
	}
}

// dataLeaves are the place's open data and the page that lists them.
func (v *village) dataLeaves(list *[]leaf) {
	for _, d := range v.place.Documents() {
		put(list, true, d.Path, func() *gazette.Document { return d })
	}
	if !v.place.HasFiles() {
		return
	}
	d := opendata.Of(v.public, v.place)
	for _, f := range d.Files {
		put(list, true, f.Path, func() *gazette.File { return f })
	}
	for _, f := range d.Schemes {
		put(list, true, f.Path, func() *opendata.JSONFile { return f })
	}
	put(list, true, d.Path, func() *opendata.Package { return d })
	put(list, true, address.DataIndex(v.place), func() *DataIndex { return v.dataIndex(d.Index()) })
}
