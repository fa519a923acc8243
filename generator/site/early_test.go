package site

import (
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gongshi/generator/oracle"
	"gongshi/generator/publish"
)

// Pages that are asked for are shown before anything is published, each once, with the bytes that
// the site then has; the site is as one of which none was asked for.
func TestEarlyPages(t *testing.T) {
	for seed := range oracle.Sites(2, 20) {
		e := newEditor(t, seed, 2, rand.NewPCG(seed, 7))
		plain := e.opt
		plain.Cache, plain.Output = "", filepath.Join(t.TempDir(), "public")
		if _, list, err := Build(plain); err != nil || list.HasErrors() {
			t.Fatal(list, err)
		}
		want := e.tree(plain.Output)
		var asked []string
		for i, name := range slices.Sorted(maps.Keys(want)) {
			if strings.HasSuffix(name, ".html") && i%2 == 0 {
				asked = append(asked, filepath.ToSlash(name))
			}
		}
		opt := plain
		opt.Output = filepath.Join(t.TempDir(), "public")
		shown := make(map[string]string)
		opt.Early = Early{
			Wanted: func() []string { return slices.Clone(asked) },
			Show: func(f publish.File) {
				if _, twice := shown[f.Path]; twice {
					t.Errorf("%s is shown twice", f.Path)
				}
				shown[f.Path] = string(f.Content)
				if _, err := os.Stat(filepath.Join(opt.Output, publish.Manifest)); err == nil {
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
		of := 0 // places
		for _, name := range asked {
			if strings.Contains(name, "/h/") {
				of++
			}
			if text, there := shown[name]; there && text != want[name] || !there && strings.Contains(name, "/h/") {
				t.Errorf("%s: shown is %t, and another", name, there)
			}
			delete(shown, name)
		}
		if len(shown) > 0 || of == 0 {
			t.Errorf("%d of places were asked for, and beside them %d shown", of, len(shown))
		}
	}
}

// Of a place with errors nothing is shown early.
func TestNothingFaultyIsEarly(t *testing.T) {
	e := newEditor(t, 1, 2, rand.NewPCG(1, 7))
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
	e := newEditor(t, 1, 2, rand.NewPCG(1, 7))
	e.write(filepath.Join(e.opt.Source, "themes/default/layouts/notices.html"), []byte(`{{define "title"}}x{{end}}{{define "main"}}11010519491231002X{{end}}`))
	opt := e.opt
	asked := false
	opt.Early = Early{
		Wanted: func() (all []string) {
			for name := range e.tree(opt.Output) {
				if strings.HasSuffix(name, "notices/index.html") {
					all, asked = append(all, filepath.ToSlash(name)), true
				}
			}
			return all
		},
		Show: func(f publish.File) { t.Errorf("%s is shown", f.Path) },
	}
	if _, list, err := Build(opt); err != nil || !list.HasErrors() || !asked {
		t.Fatal("no error", err)
	}
}
