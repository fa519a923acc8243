package site

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"gongshi/generator/cache"
	"gongshi/generator/check"
	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/render"
)

// keptPlace is what is kept of a place that has none below it: as long as its own files, those
// above it and what all places share are the same, it is not read, and its files stay.
type keptPlace struct {
	cache.Part                // what was seen of its own files
	History    string         // what git said of them
	Files      []string       // of the built site
	Models     []render.Sum   // beside them; see models
	Listed     []string       // of them, for search engines
	List       diag.List      // what was reported while it was read
	Found      check.Findings // … and checked
	Summary    []byte
	Recall     recall
}

// recall is what is looked at of several places together; see [ledger.Place.Recall].
type recall struct {
	Notices     map[ledger.Period]*ledger.Notice
	Corrections []*ledger.Correction
	Seals       []*ledger.Seal // the first
	Salts       []*ledger.Salt // likewise
	Sheets      []ledger.Period
}

func recallOf(p *ledger.Place) recall {
	r := recall{p.Notices, p.Corrections, p.Seals[:min(1, len(p.Seals))], p.Salts[:min(1, len(p.Salts))], nil}
	for period := range p.Sheets {
		r.Sheets = append(r.Sheets, period)
	}
	return r
}

// into gives a place what is looked at of it together with others.
func (r recall) into(p *ledger.Place) {
	whole := &ledger.Place{Notices: r.Notices, Corrections: r.Corrections, Seals: r.Seals, Salts: r.Salts, Sheets: make(map[ledger.Period]*ledger.Sheet)}
	if whole.Notices == nil {
		whole.Notices = make(map[ledger.Period]*ledger.Notice)
	}
	for _, period := range r.Sheets {
		whole.Sheets[period] = nil
	}
	p.Recall(whole)
}

// same reports whether the site's folder shows what it showed, all places included.
func (r *record) same(folder fs.FS) bool {
	for _, p := range r.Places {
		if !p.Same(folder) {
			return false
		}
	}
	return r.Site.Same(folder)
}

// owner returns the place that alone depends on a file below the site's folder: one of its
// records, or a folder of them. Its place.toml and its rules others inherit or name.
func (r *round) owner(file string) string {
	below, ok := strings.CutPrefix(file, "data/")
	if !ok {
		return ""
	}
	for where := below; where != "."; where = path.Dir(where) {
		if !r.places[where] {
			continue
		}
		own := strings.TrimPrefix(strings.TrimPrefix(below, where), "/")
		if first, _, _ := strings.Cut(own, "/"); first == "place.toml" || first == "scheme" {
			return ""
		}
		return where
	}
	return ""
}

// resume finds the places that need not be read, once what all of them share was.
func (r *round) resume() error {
	k := r.opt.watch
	if k == nil && r.opt.partial() {
		return r.opt.unwatched()
	}
	if k == nil {
		return nil
	}
	r.places, r.resumed = make(map[string]bool), make(map[string]*keptPlace)
	for _, p := range r.book.Places {
		r.places[p.Path] = true
	}
	r.histories = r.choices.History.Digests(r.owner)
	k.next.Timezone, k.next.Date = r.book.Config.Timezone, r.book.Config.Date
	k.next.Asked = r.opt.asked(k.next)
	k.next.Shared = r.shared()
	k.next.Places = make(map[string]*keptPlace)
	r.models = &models{last: make(map[string]render.Sum), next: make(map[string]render.Sum)}
	k.next.Day, k.next.Edition, k.next.Commit = r.choices.Day, r.opt.Program, r.public.Build.Head.Hash
	if k.shards != nil {
		return r.join()
	}
	if k.next.Shared != k.last.Shared {
		return nil
	}
	folder, same := r.opt.files, make(map[string]bool)
	for _, p := range r.book.Places { // a place comes before those below it
		last := k.last.Places[p.Path]
		same[p.Path] = last != nil && last.History == r.histories[p.Path] && last.Same(folder) &&
			(p.Parent == nil || same[p.Parent.Path] || r.opt.Shard.Of > 0) // a shard reads none above
		if same[p.Path] && len(p.Children) == 0 {
			r.resumed[p.Path] = last
			r.kept = append(r.kept, last.Files...)
		} else if last != nil {
			r.models.recall(last)
		}
	}
	return nil
}

// shared is the sum of what all places depend on.
func (r *round) shared() string {
	sum := sha256.New()
	fmt.Fprintf(sum, "%q %q %q\n", r.opt.watch.next.Asked, r.histories[""], r.public.Theme)
	for _, s := range r.opt.watch.site.Seen() {
		if r.owner(s.Path) == "" && s.Path != "." { // what is beside config.toml is looked at every time
			fmt.Fprintf(sum, "%q %d %x\n", s.Path, s.Look, s.Sum)
		}
	}
	return fmt.Sprintf("%x", sum.Sum(nil))
}

// keep keeps what a build that went well has seen and found, and reports whether it could. If not,
// the next build does all.
func (r *round) keep(list diag.List) bool {
	k := r.opt.watch
	seen := k.site.Seen()
	if k.spoilt.Load() || seen == nil {
		return false
	}
	own := make(map[string][]cache.Sight)
	for _, s := range seen {
		where := r.owner(s.Path)
		own[where] = append(own[where], s)
	}
	for where, p := range k.next.Places {
		p.Part, p.History = cache.Part{Begun: k.next.Site.Begun, Sights: own[where]}, r.histories[where]
		p.Models = r.models.of(p.Files)
	}
	maps.Copy(k.next.Places, r.resumed)
	k.next.Site.Sights, k.next.List = own[""], list
	return r.opt.listed(&k.next) && k.file.Keep(k.next) == nil
}

// leave keeps a place that was read for the next build.
func (r *round) leave(s staged, files, listed []string) {
	if r.opt.watch == nil {
		return
	}
	summary, err := r.public.Keep(s.of.Path)
	if err != nil {
		r.opt.watch.spoilt.Store(true)
	}
	r.opt.watch.next.Places[s.of.Path] = &keptPlace{
		Files: files, Listed: listed, Summary: summary, Recall: recallOf(s.of),
		List: slices.Clone(s.list), Found: check.Findings{List: slices.Clone(s.found.List), Fine: s.found.Fine},
	}
}

// errNotResumed is the error of a summary that cannot be read.
var errNotResumed = errors.New("留下的摘要读不出来")

// take puts what is kept of a place where its pages would have come from.
func (r *round) take(p *ledger.Place, last *keptPlace) error {
	last.Recall.into(p)
	r.checker.Gather(p, last.Found)
	if r.public.Resume(p.Path, last.Summary) != nil {
		return errNotResumed
	}
	return nil
}
