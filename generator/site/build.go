// Package site runs the pipeline: the one function that is the program's table of
// contents.
//
// In: a site's folder, the day and what to build. Out: the built site in its folder,
// with every problem that the rooms found. It prints nothing and reads no clock.
package site

import (
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"gongshi/generator/check"
	"gongshi/generator/diag"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/origin"
	"gongshi/generator/page"
	"gongshi/generator/proof"
	"gongshi/generator/publish"
	"gongshi/generator/render"
	"gongshi/generator/score"
	"gongshi/generator/source"
)

// Work is what the rooms made of the clerk's files, up to the pages, which are made
// one at a time as they are asked for.
type Work struct {
	Book      *ledger.Book
	Day       ledger.Date // the day that all is told as of
	Theme     fs.FS
	Standings *score.Standings
	Proofs    *proof.Proofs
	Public    *gazette.Site   // an outline: the data have errors
	History   *origin.History // nil: not asked for
	Pages     iter.Seq[page.Page]
}

// Read takes the clerk's files as far as the pages, and writes nothing. Where the list
// has errors there are no standings and no pages.
func Read(opt Options) (Work, diag.List, error) {
	folder := os.DirFS(opt.Source)
	if opt.Instead != nil {
		folder = newOverlay(folder, opt.Instead)
	}
	work, list, err := read(folder, opt)
	list.Sort()
	source.Cells(folder, work.Book, list)
	if !opt.Apart {
		list.Group()
	}
	return work, list, err
}

func read(folder fs.FS, opt Options) (Work, diag.List, error) {
	book, list, err := source.Read(folder, opt.Place)
	if err != nil {
		return Work{Book: book}, list, err
	}
	theme, unknown := render.Theme(folder, book.Config)
	work := Work{Book: book, Theme: theme}
	list = append(list, unknown...)
	list = append(list, check.Book(book)...)
	choices := gazette.Choices{Drafts: opt.Drafts}
	if choices.Zone, err = time.LoadLocation(book.Config.Timezone); err != nil {
		return work, list, fmt.Errorf("时区 %s：%w", book.Config.Timezone, err)
	}
	choices.Day, choices.Still = opt.day(book, choices.Zone)
	work.Day = choices.Day
	work.Public = gazette.Outline(book, choices)
	list = append(list, page.Clashes(work.Public)...)
	pages := page.Options{Place: opt.Place}
	if !list.HasErrors() {
		history, notes := opt.history(book, choices.Zone)
		list = append(list, notes...)
		work.History, choices.History = history, history
		states := notice.AsOf(book, choices.Day, opt.Drafts)
		standings, wrong := score.Of(book, states)
		proofs, changed := proof.Of(book, proof.Options{Day: choices.Day, Standings: standings, Built: opt.built()})
		seen, err := opt.witnesses(book, history)
		if err != nil {
			return work, list, err
		}
		gone, err := opt.gone(book)
		if err != nil {
			return work, list, err
		}
		if err := proofs.Sign(opt.Key); err != nil {
			return work, list, fmt.Errorf("签检查点：%w", err)
		}
		wrong = slices.Concat(wrong, changed, gone, proofs.Lost(book, seen))
		if !wrong.HasErrors() {
			wrong = append(wrong, states.Reminders(book, opt.Date != 0)...)
			work.Standings, work.Proofs = standings, proofs
			work.Public = gazette.Of(book, standings, proofs, choices)
			work.Pages = page.Site(work.Public, pages)
		}
		list = append(list, wrong...)
	}
	list = append(list, render.BrokenLinks(book.Articles, page.NewLookup(work.Public, pages).Has)...)
	return work, list, nil
}

// Files are the files of the site, printed one at a time: each is good until the next.
func (w Work) Files(opt Options) iter.Seq2[publish.File, error] {
	if w.Book.Config.SourceURL != "" {
		w.History.Trace(entered(w.Book), opt.Cache)
	}
	digest, err := render.Digest(w.Theme)
	if err != nil {
		return func(yield func(publish.File, error) bool) { yield(publish.File{}, err) }
	}
	w.Public.MadeBy(opt.Program, digest)
	return render.Site(w.Pages, w.Theme, w.Book.Config.Language)
}

// Build runs the whole pipeline into the built site. Where the list has errors,
// nothing was written.
func Build(opt Options) (publish.Result, diag.List, error) {
	work, list, err := Read(opt)
	if err != nil || list.HasErrors() {
		return publish.Result{}, list, err
	}
	_, absent := os.Stat(filepath.Join(opt.Output, publish.Manifest))
	result, err := publish.Site(opt.Output, work.Files(opt), publish.Options{Scope: below(opt.Place)})
	// Only where npm can bring it does it help to say that ECharts is not there.
	if _, err := os.Stat(filepath.Join(opt.Source, "themes", "package.json")); absent != nil && err == nil {
		list = append(list, render.StaticCharts(work.Theme)...)
	}
	return result, list, err
}

// below is the scope of a build of one place: its own address and what lies below it.
func below(place string) func(string) bool {
	if place == "" {
		return nil
	}
	return func(path string) bool { return strings.HasPrefix(path, place+"/") }
}
