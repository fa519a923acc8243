// Package site runs the pipeline; its one function is the program's table of contents.
//
// In: a site's folder, the day and what to build. Out: the built site in its folder, and every
// problem that the rooms found. It prints nothing and reads no clock.
//
// A place is the unit of work: [Build] takes each from the clerk's files to its pages, several at
// a time, and keeps a summary of it, from which the pages of the places above are made. A site
// with errors is read once more as a whole, by [Read], so that all of them are reported.
package site

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/publish"
	"gongshi/generator/render"
)

// Build runs the whole pipeline into the built site. If the list has errors, it has written
// nothing.
func Build(opt Options) (publish.Result, diag.List, error) {
	_, absent := os.Stat(filepath.Join(opt.Output, publish.Manifest))
	build := byPlace
	if opt.Place != "" {
		build = atOnce
	}
	result, theme, list, err := build(opt)
	if errors.Is(err, errFaulty) {
		result, theme, list, err = atOnce(opt)
	}
	// The note that ECharts is missing helps only where npm can install it.
	if _, other := os.Stat(filepath.Join(opt.Source, "themes", "package.json")); absent != nil && other == nil && !list.HasErrors() && err == nil {
		list = append(list, render.StaticCharts(theme)...)
	}
	return result, list, err
}

// byPlace builds a whole site place by place. The error is errFaulty if the clerk's files have
// errors.
func byPlace(opt Options) (publish.Result, fs.FS, diag.List, error) {
	r, err := begin(opt)
	if err != nil {
		return publish.Result{}, nil, nil, err
	}
	result, err := publish.Site(opt.Output, newGate(r.book, r.choices.History, opt.Output).pass(r.files), publish.Options{})
	return result, r.theme, opt.told(r.folder, r.book, r.list), err
}

// atOnce builds a site, or a part of it, from all places at once.
func atOnce(opt Options) (publish.Result, fs.FS, diag.List, error) {
	work, list, err := Read(opt)
	if err != nil || list.HasErrors() {
		return publish.Result{}, nil, list, err
	}
	gate := newGate(work.Book, work.History, opt.Output)
	result, err := publish.Site(opt.Output, gate.pass(work.Files(opt)), publish.Options{Scope: below(opt.Place)})
	if errors.Is(err, errFaulty) {
		return publish.Result{}, nil, append(list, gate.list...), nil
	}
	return result, work.Theme, list, err
}

// below returns the scope of a build of one place: its own address and what is below it.
func below(place string) func(string) bool {
	if place == "" {
		return nil
	}
	return func(path string) bool { return strings.HasPrefix(path, place+"/") }
}
