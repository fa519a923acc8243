package page

import (
	"iter"
	"time"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/origin"
	"gongshi/generator/proof"
	"gongshi/generator/score"
)

// Options are the choices of one build.
type Options struct {
	Place  string         // only pages at or below this place; "" for the whole site
	Day    ledger.Date    // as of which the site speaks
	Drafts bool           // every page is marked as a draft
	Zone   *time.Location // of the site: where its days begin

	// Still is set where the day was chosen, or the site is a draft: its pages do not move on
	// as days pass.
	Still bool

	History *origin.History // from which commits the data came; nil: not known
}

// Site yields the pages of book one at a time, in the same order each time: the site's
// own, its articles, then each place with its periods, data and households. A page is
// made when it is asked for, and not kept.
func Site(b *ledger.Book, st *score.Standings, pr *proof.Proofs, opt Options) iter.Seq[Page] {
	return newSite(b, st, pr, opt).pages
}

// site is what every page of one build draws on.
type site struct {
	book      *ledger.Book
	standings *score.Standings
	proofs    *proof.Proofs
	opt       Options
	people    gazette.People
	public    *gazette.Site // nil: the data have errors
	folders   map[*ledger.Place]Changed
}

func newSite(b *ledger.Book, st *score.Standings, pr *proof.Proofs, opt Options) *site {
	s := &site{
		book: b, standings: st, proofs: pr, opt: opt, people: gazette.NewPeople(b.Config.Privacy, opt.Day),
		folders: make(map[*ledger.Place]Changed),
	}
	if st != nil && pr != nil {
		s.public = gazette.Of(b, st, pr, gazette.Choices{Day: opt.Day, Zone: opt.Zone, Drafts: opt.Drafts, Still: opt.Still, History: opt.History})
	}
	return s
}

// pages is the order of the site.
func (s *site) pages(yield func(Page) bool) {
	notes := &surveyor{site: s}
	if yield = notes.over(yield); s.opt.Place == "" && (!yield(s.home()) || !yield(s.notFound()) || !s.newsPages(nil, yield)) {
		return
	}
	if !s.content(yield) {
		return
	}
	for _, p := range s.book.Places {
		if s.wants(p) && !s.placePages(p, yield) {
			return
		}
	}
	if s.opt.Place == "" {
		notes.files(yield)
	}
}

// wants reports whether the build makes the pages of p.
func (s *site) wants(p *ledger.Place) bool { return within(p.Path, s.opt.Place) }

// within reports whether path is folder or lies below it; everything lies below "".
func within(path, folder string) bool {
	return folder == "" || path == folder ||
		len(path) > len(folder) && path[:len(folder)] == folder && path[len(folder)] == '/'
}

// placePages yields the pages of one place, and reports whether to go on.
func (s *site) placePages(p *ledger.Place, yield func(Page) bool) bool {
	if !isVillage(p) {
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
		if honoured(t) && !yield(v.honours(t)) {
			return false
		}
	}
	return v.dataPages(yield) && v.householdPages(yield)
}

// usePages yields the pages about what points are used for.
func (v *village) usePages(yield func(Page) bool) bool {
	if exchanges(v.place) && !yield(v.rewards()) {
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
func (s *site) taskPages(p *ledger.Place, yield func(Page) bool) bool {
	return len(p.Tasks) == 0 || yield(s.tasks(p))
}

// dataPages yields the place's open data and the page that lists them.
func (v *village) dataPages(yield func(Page) bool) bool {
	for p := range DataPages(v.book, v.people, v.opt.History, v.place, v.chain()) {
		if index, ok := p.(*DataIndex); ok {
			index.Head = v.headOf(v.place.Place, "data/index.html", "data")
			index.Head.Data = ""
		}
		if !yield(p) {
			return false
		}
	}
	return true
}

// isVillage reports whether p keeps points itself; other places show those below them.
func isVillage(p *ledger.Place) bool { return p.Kind == "village" || len(p.Households) > 0 }
