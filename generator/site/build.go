// Package site runs the pipeline: build.go is its table of contents, from the files of a place to the built site.
//
// In: a site's folder, the day and what to build. Out: the built site in its folder, and every
// problem that the rooms found. It prints nothing and reads no clock.
//
// A place is the unit of work: [Build] takes each from the clerk's files to its pages, several at
// a time, and keeps a summary of it, from which the pages of the places above are made. A site
// with errors is read once more as a whole, by [Read], so that all of them are reported. Several
// programs may build a [Shard] each; who joins them has the summaries, and makes the rest.
package site

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"slices"

	"gongshi/generator/diag"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/page"
	"gongshi/generator/proof"
	"gongshi/generator/publish"
	"gongshi/generator/render"
	"gongshi/generator/score"
	"gongshi/generator/source"
)

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
	standings, proofs, wrong, err := r.opt.reckon(r.book.Alone(at), r.choices)
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

// reckon works out the figures and seals of a book of all places or of one, on a day.
func (o Options) reckon(book *ledger.Book, c gazette.Choices) (*score.Standings, *proof.Proofs, diag.List, error) {
	standings, wrong := score.Of(book, notice.AsOf(book, c.Day, o.Drafts))
	proofs, changed := proof.Of(book, proof.Options{Day: c.Day, Standings: standings, Built: o.built()})
	seen, err := o.witnesses(book, c.History)
	if err != nil {
		return nil, nil, nil, err
	}
	if err := proofs.Sign(o.Key); err != nil {
		return nil, nil, nil, fmt.Errorf("签检查点：%w", err)
	}
	return standings, proofs, slices.Concat(wrong, changed, proofs.Lost(book, seen)), nil
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

// together adds what is reported once for several places, and checks all that was found.
func (r *round) together() {
	states := notice.AsOf(r.book, r.choices.Day, r.opt.Drafts)
	r.list = slices.Concat(r.list, r.tree.Misplaced(), r.checker.Found(), proof.NeverSealed(r.book, r.choices.Day, nil),
		states.Together(r.book, r.opt.Date != 0))
	if r.list.HasErrors() {
		r.err = errFaulty
	}
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

// byPlace builds a whole site place by place. The error is errFaulty if the clerk's files have
// errors.
func byPlace(opt Options) (publish.Result, fs.FS, diag.List, error) {
	r, err := begin(opt)
	if err != nil {
		return publish.Result{}, nil, opt.told(r.folder, r.book, r.list), err
	}
	to := publish.Options{Kept: r.kept, Elsewhere: r.elsewhere, Changing: opt.Changing}
	if opt.watch != nil {
		to.Stamps = &opt.watch.next.Output
	}
	result, err := publish.Site(opt.Output, r.joined(r.gate.pass(opt.steady(r.files))), to)
	if errors.Is(err, publish.ErrNotKept) || errors.Is(err, errNotResumed) && opt.Join == "" {
		opt.watch.last = record{}
		return byPlace(opt)
	}
	list := append(opt.told(r.folder, r.book, r.list), r.gate.list...)
	if err == nil && opt.watch != nil && opt.Join == "" && !r.keep(list) && opt.Shard.Of > 0 {
		err = errNoSummary
	}
	return result, r.theme, list, err
}
