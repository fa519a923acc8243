package site

import (
	"errors"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/publish"
	"gongshi/generator/render"
	"gongshi/generator/source"
)

// attempts is how often a site is built while somebody saves its files.
const attempts = 4

// Build runs the whole pipeline into the built site. If the list has errors, it has written
// nothing. A file that was saved meanwhile is read again, with all others.
func Build(opt Options) (result publish.Result, list diag.List, err error) {
	if err := opt.intoShard(); err != nil {
		return result, nil, err
	}
	found, err := publish.Recover(opt.Output)
	if err != nil {
		return result, nil, err
	}
	kept := opt.kept()
	if err := kept.gather(opt.Join); err != nil {
		return result, nil, err
	}
	if result, list, same := kept.same(opt); same {
		return result, append(list, cutOff(found, opt.Output)...), nil
	}
	for range attempts {
		if result, list, err = attempt(opt, kept); !errors.As(err, new(source.Unsteady)) && !errors.Is(err, errNoSummary) {
			break
		}
	}
	return result, append(list, cutOff(found, opt.Output)...), err
}

// attempt builds once. What it reports of files that were not steady is not worth reading.
func attempt(opt Options, kept *kept) (publish.Result, diag.List, error) {
	opt.files = source.Dir(opt.Source)
	defer opt.files.Close()
	opt = kept.begin(opt)
	result, list, err := run(opt)
	if err != nil || list.HasErrors() {
		if unsteady := opt.files.Steady(opt.Clock); unsteady != nil {
			return publish.Result{}, nil, unsteady
		}
	}
	return result, list, err
}

func run(opt Options) (publish.Result, diag.List, error) {
	_, absent := os.Stat(filepath.Join(opt.Output, publish.Manifest))
	build := byPlace
	if opt.Place != "" {
		build = atOnce
	}
	result, theme, list, err := build(opt)
	switch whole := !opt.partial(); {
	case errors.Is(err, errFaulty) && whole:
		result, theme, list, err = atOnce(opt)
	case errors.Is(err, errFaulty) && list.HasErrors():
		err = nil
	}
	if opt.Shard.Of > 0 {
		return result, list, err
	}
	// The note that ECharts is missing helps only where npm can install it.
	if _, other := os.Stat(filepath.Join(opt.Source, "themes", "package.json")); absent != nil && other == nil && !list.HasErrors() && err == nil {
		list = append(list, render.StaticCharts(theme)...)
	}
	return result, list, err
}

// atOnce builds a site, or a part of it, from all places at once.
func atOnce(opt Options) (publish.Result, fs.FS, diag.List, error) {
	work, list, err := Read(opt)
	if err != nil || list.HasErrors() {
		return publish.Result{}, nil, list, err
	}
	gate := newGate(work.Book, work.History, opt.Output)
	result, err := publish.Site(opt.Output, gate.pass(opt.steady(work.Files(opt))), publish.Options{Scope: below(opt.Place), Changing: opt.Changing})
	if errors.Is(err, errFaulty) {
		return publish.Result{}, nil, append(list, gate.list...), nil
	}
	return result, work.Theme, list, err
}

// steady passes files on, and ends with an error if what they were made from has changed since.
func (o Options) steady(files iter.Seq2[publish.File, error]) iter.Seq2[publish.File, error] {
	return func(yield func(publish.File, error) bool) {
		for f, err := range files {
			if !yield(f, err) || err != nil {
				return
			}
		}
		if err := o.files.Steady(o.Clock); err != nil {
			yield(publish.File{}, err)
		}
	}
}

// below returns the scope of a build of one place: its own address and what is below it.
func below(place string) func(string) bool {
	if place == "" {
		return nil
	}
	return func(path string) bool { return strings.HasPrefix(path, place+"/") }
}
