package site

import (
	"cmp"
	"crypto/sha256"
	"errors"
	"io/fs"
	"runtime"
	"slices"

	"gongshi/generator/check"
	"gongshi/generator/diag"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/page"
	"gongshi/generator/proof"
	"gongshi/generator/publish"
	"gongshi/generator/render"
	"gongshi/generator/source"
)

// errFaulty ends a round if the clerk's files have errors.
var errFaulty = errors.New("资料有错误")

// round is one run of the pipeline, place by place.
type round struct {
	opt     Options
	folder  fs.FS
	theme   fs.FS
	tree    *source.Tree
	book    *ledger.Book // of the tree
	checker *check.Checker
	choices gazette.Choices
	public  *gazette.Maker
	links   *page.Lookup
	gate    *gate
	list    diag.List
	done    Progress
	err     error // the reason for which there are no more pages

	places    map[string]bool       // by path, if something is kept
	histories map[string]string     // what git said of the files of each, likewise
	resumed   map[string]*keptPlace // the places that are not read
	kept      []string              // their files, which stay as they are
	models    *models               // of the pages of the others
	elsewhere sums                  // files of shards that are not brought here
	asked     map[string]bool       // pages that are made early, until they are
}

// sums are those of files, by their paths.
type sums = map[string][sha256.Size]byte

// faulty is the error of a round that ends for a reason, or because the files have errors: those
// of a whole site are then all told by [Read].
func (o Options) faulty(reason error) error {
	if o.partial() && reason != nil {
		return reason
	}
	return errFaulty
}

// begin reads what the places share.
func begin(opt Options) (*round, error) {
	r := &round{opt: opt, folder: opt.folder(), asked: make(map[string]bool)}
	var err error
	r.tree, r.list, err = source.Open(r.folder)
	if r.book = r.tree.Book(); err != nil {
		return r, opt.faulty(err)
	}
	var unknown diag.List
	r.theme, unknown = render.Theme(r.folder, r.book.Config)
	if r.choices, err = opt.choices(r.book.Config); err != nil {
		return r, opt.faulty(err)
	}
	r.list = slices.Concat(r.list, unknown, page.Clashes(gazette.Outline(r.book, r.choices)))
	if r.list.HasErrors() {
		return r, errFaulty
	}
	digest, err := render.Digest(r.theme)
	if err != nil {
		return r, err
	}
	history, notes := opt.history(r.book, r.tree.Sealed, r.choices.Zone)
	if r.list, r.choices.History = append(r.list, notes...), history; r.book.Config.SourceURL != "" {
		history.Trace(entered(r.read()), opt.lines())
	}
	r.checker = check.New(r.book)
	key := ""
	if opt.Key != nil {
		key = opt.Key.Public
	}
	r.public = gazette.Begin(r.book, key, r.choices)
	r.public.MadeBy(opt.Program, digest)
	r.links = page.NewLookup(r.public.Site, page.Options{})
	r.gate = newGate(r.book, r.choices.History, opt.Output)
	return r, r.resume()
}

// files prints the pages, or ends with an error.
func (r *round) files(yield func(publish.File, error) bool) {
	helper := render.Helper{Look: r.gate.look, Bare: r.opt.Shard.Of > 0}
	if r.models != nil {
		helper.Same = r.models.same
	}
	for f, err := range render.SiteWith(helper, r.pages, r.theme, r.book.Config.Language) {
		if err == nil && r.early(f) {
			continue
		}
		if r.tell(); !yield(f, err) || err != nil {
			return
		}
	}
	if r.err != nil {
		yield(publish.File{}, r.err)
	}
}

// tell tells of one more file.
func (r *round) tell() {
	if r.done.Files++; r.opt.Progress != nil {
		r.opt.Progress(r.done)
	}
}

// pages makes the pages of each place as soon as it is complete, those below first, then the
// rest.
func (r *round) pages(yield func(page.Page) bool) {
	pages := page.New(r.public.Site, page.Options{})
	references, beyond := render.References(r.book.Articles)
	r.list = append(r.list, beyond...)
	linked := make(map[string]bool) // places to which links of articles lead
	for _, to := range references {
		linked[r.links.PlaceOf(to.File)] = true
	}
	bottomUp := slices.Clone(r.shown())
	slices.Reverse(bottomUp)
	r.done.Of = len(bottomUp)
	for s := range ahead(bottomUp, runtime.GOMAXPROCS(0), r.stage) {
		r.list = append(r.list, s.list...)
		if r.err = cmp.Or(r.err, s.err); r.err != nil {
			if r.opt.partial() && errors.Is(s.err, errFaulty) || s.err == nil {
				continue // nobody else tells what is wrong with the rest
			}
			return
		}
		if s.last != nil {
			if r.err = r.take(s.of, s.last); r.err != nil {
				return
			}
			pages.Resume(s.last.Listed)
			if linked[s.of.Path] {
				r.links.Learn(s.of.Path, s.last.Files)
			}
			r.done.Places++
			continue
		}
		r.public.Show(s.whole)
		if !r.ask(pages, s.whole, yield) {
			return
		}
		var files []string
		if !pages.Place(s.whole, func(p page.Page) bool { files = append(files, p.At()); return yield(p) }) {
			return
		}
		if linked[s.whole.Path] {
			r.links.Learn(s.whole.Path, files)
		}
		r.public.Summarise(s.whole)
		r.leave(s, files, pages.Listed())
		r.done.Places++
	}
	if r.opt.Shard.Of > 0 || r.err != nil {
		return
	}
	r.list = append(r.list, render.BrokenLinks(references, r.links.Has)...)
	if r.together(); r.err == nil {
		pages.Rest(yield)
	}
}

// staged is a place between two stages.
type staged struct {
	of    *ledger.Place
	whole *gazette.Place
	list  diag.List
	err   error

	last  *keptPlace     // what is kept of it, if it need not be read
	found check.Findings // otherwise
}

// stage takes a place from its files to all that is published of it.
func (r *round) stage(p *ledger.Place) (s staged) {
	if last := r.resumed[p.Path]; last != nil {
		return staged{of: p, last: last, list: last.List}
	}
	at, list, err := r.tree.Records(p)
	if err != nil {
		return staged{err: r.opt.faulty(err), list: list}
	}
	found, fit := r.checker.Place(at)
	if !fit || list.HasErrors() {
		return staged{err: errFaulty, list: slices.Concat(list, found.List)}
	}
	standings, proofs, wrong, err := r.opt.stand(r.book.Alone(at), r.choices)
	if err != nil || wrong.HasErrors() {
		return staged{err: cmp.Or(err, errFaulty), list: slices.Concat(list, found.List, wrong)}
	}
	p.Recall(at)
	both := slices.Concat(list, found.List)
	source.Cells(r.folder, r.book, both) // here, so that they are kept with the place
	list, found.List = both[:len(list):len(list)], both[len(list):]
	return staged{
		of: p, found: found,
		whole: r.public.Whole(at, standings, proofs),
		list:  slices.Concat(list, wrong, standings.States.Remind(at, r.opt.Date != 0)),
	}
}

// together adds what is reported once for several places, and checks all that was found.
func (r *round) together() {
	states := notice.AsOf(r.book, r.choices.Day, r.opt.Drafts)
	r.list = slices.Concat(r.list, r.tree.Misplaced(), r.checker.Found(), proof.NeverSealed(r.book, r.choices.Day, nil),
		states.Together(r.book, r.opt.Date != 0))
	if r.list.HasErrors() {
		r.err = errFaulty
	}
}
