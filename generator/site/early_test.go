package site

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gongshi/generator/ledger"
	"gongshi/generator/oracle"
	"gongshi/generator/publish"
)

// Pages that are asked for are shown, if at all, before anything is published, each once, with the bytes
// that the site then has; the site is as one of which none was asked for.
func TestEarlyPages(t *testing.T) {
	all := 0
	for seed := range oracle.Sites(2, 4) {
		e := newEditor(t, seed)
		for range 5 {
			before := e.tree(e.opt.Output)
			plain := e.opt
			plain.Cache, plain.Output = "", filepath.Join(t.TempDir(), "public")
			e.value()
			if _, list, err := Build(plain); err != nil || list.HasErrors() {
				e.undo()
				continue
			}
			want := e.tree(plain.Output)
			shown := make(map[string]string)
			opt := e.opt
			opt.Early = Early{
				Wanted: func() []string { return slices.Sorted(maps.Keys(want)) },
				Show: func(f publish.File) {
					if _, twice := shown[f.Path]; twice {
						t.Errorf("%s is shown twice", f.Path)
					}
					shown[f.Path] = string(f.Content)
					if now, _ := os.ReadFile(filepath.Join(opt.Output, f.Path)); string(now) != before[f.Path] {
						t.Errorf("%s is shown late", f.Path)
					}
				},
			}
			if _, list, err := Build(opt); err != nil || list.HasErrors() {
				t.Fatal(list, err)
			}
			if !maps.Equal(e.tree(opt.Output), want) {
				t.Errorf("site %d is another", seed)
			}
			for name, text := range shown {
				if text != want[name] {
					t.Errorf("%s is shown with other bytes", name)
				}
			}
			all += len(shown)
			e.good = e.tree(filepath.Join(e.opt.Source, "data"))
		}
	}
	if all == 0 {
		t.Error("nothing is shown")
	}
}

// What pages load is published at the end: after a change of the theme, or the first time, nothing is shown early.
func TestNothingIsEarlyWithoutItsStyle(t *testing.T) {
	e := newEditor(t, 1)
	e.theme()
	opt := e.opt
	opt.Early = Early{
		Wanted: func() []string { return slices.Sorted(maps.Keys(e.tree(e.opt.Output))) },
		Show:   func(f publish.File) { t.Errorf("%s is shown", f.Path) },
	}
	if _, list, err := Build(opt); err != nil || list.HasErrors() {
		t.Fatal(list, err)
	}
}

// Of a place with errors nothing is shown early.
func TestNothingFaultyIsEarly(t *testing.T) {
	e := newEditor(t, 1)
	opt := e.opt
	opt.Early = Early{
		Wanted: func() []string {
			var all []string
			for name := range e.tree(opt.Output) {
				all = append(all, filepath.ToSlash(name))
			}
			return all
		},
		Show: func(f publish.File) {
			if at := strings.TrimPrefix(filepath.ToSlash(e.did[0]), "data/"); strings.HasPrefix(f.Path, at+"/") {
				t.Errorf("%s is shown", f.Path)
			}
		},
	}
	sheet, err := filepath.Rel(opt.Source, filepath.Dir(filepath.Dir(e.data("scores/2023-03.csv"))))
	if err != nil {
		t.Fatal(err)
	}
	e.did = []string{sheet}
	e.edit(filepath.Join(opt.Source, sheet, "scores/2023-03.csv"), func(lines []string) []string { return append(lines, "没有,这,样,的\n") })
	if _, list, err := Build(opt); err != nil || !list.HasErrors() {
		t.Fatal("no error", err)
	}
}

// Nor is a page in which there is personal data.
func TestNothingPrivateIsEarly(t *testing.T) {
	var shown []string
	r := &round{asked: map[string]bool{"a.html": true, "b.html": true}, gate: newGate(&ledger.Book{}, nil, "public")}
	r.opt.Early.Show = func(f publish.File) { shown = append(shown, f.Path) }
	for _, f := range []publish.File{{Path: "a.html", Content: []byte("11010519491231002X")}, {Path: "b.html", Content: []byte("甲")}} {
		if !r.early(f) {
			t.Errorf("%s was not asked for", f.Path)
		}
	}
	if !slices.Equal(shown, []string{"b.html"}) {
		t.Errorf("shown: %v", shown)
	}
}
