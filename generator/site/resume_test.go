package site

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gongshi/generator/oracle"
	"gongshi/generator/source"
)

// After a change in one village only its own files are read again, and what lies above it.
func TestOtherPlacesAreNotRead(t *testing.T) {
	dir := t.TempDir()
	e := &editor{t: t}
	for name, file := range oracle.RandomSite(1) {
		if below, ok := strings.CutPrefix(name, "data/"); ok && !strings.HasPrefix(below, "calendar") {
			for i := range 3 {
				e.write(filepath.Join(dir, fmt.Sprintf("data/v%d-%s", i, below)), file.Data)
			}
			continue
		}
		e.write(filepath.Join(dir, name), file.Data)
	}
	opt := Options{Source: dir, Output: filepath.Join(t.TempDir(), "public"), Cache: t.TempDir(), NoHistory: true}
	read := func() (places []string) {
		t.Helper()
		watched := opt
		watched.files = source.Dir(dir)
		defer watched.files.Close()
		watched = opt.kept().begin(watched)
		r, err := begin(watched)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range r.book.Places {
			if r.resumed[p.Path] == nil {
				places = append(places, p.Path)
			}
		}
		if _, list, err := Build(opt); err != nil || list.HasErrors() {
			t.Fatal(err, list)
		}
		return places
	}
	all := read()
	leaves := slices.DeleteFunc(slices.Clone(all), func(at string) bool {
		return slices.ContainsFunc(all, func(p string) bool { return strings.HasPrefix(p, at+"/") })
	})
	above := slices.DeleteFunc(slices.Clone(all), func(at string) bool { return slices.Contains(leaves, at) })
	if again := read(); len(leaves) < 3 || !slices.Equal(again, above) {
		t.Errorf("of %q, %q are read though nothing has changed", all, again)
	}
	name := filepath.Join(dir, "data", leaves[0], "households.csv")
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	e.write(name, append(text, '\n'))
	if again := read(); !slices.Contains(again, leaves[0]) || len(again) != len(above)+1 {
		t.Errorf("of %q, %q are read after a change in %s", all, again, leaves[0])
	}
	name = filepath.Join(dir, "data", leaves[0], "place.toml")
	if text, err = os.ReadFile(name); err != nil {
		t.Fatal(err)
	}
	e.write(name, append(text, "\n# x\n"...))
	if again := read(); !slices.Equal(again, all) {
		t.Errorf("of %q, only %q are read after a change of what others may name", all, again)
	}
}

// What another run has put into the built site is not taken for what the last one left.
func TestAnotherRunBetween(t *testing.T) {
	e := &editor{t: t}
	dir := t.TempDir()
	for name, file := range oracle.RandomSite(4) {
		e.write(filepath.Join(dir, name), file.Data)
	}
	opt := Options{Source: dir, Output: filepath.Join(t.TempDir(), "public"), Cache: t.TempDir(), NoHistory: true}
	build := func(opt Options) map[string]string {
		t.Helper()
		if _, list, err := Build(opt); err != nil || list.HasErrors() {
			t.Fatal(err, list)
		}
		return e.tree(opt.Output)
	}
	want := build(opt)
	name := slices.MinFunc(e.files(dir, "households.csv"), strings.Compare)
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	e.write(name, bytes.ReplaceAll(text, []byte("张小红"), []byte("张大红")))
	other := opt
	other.Cache = ""
	if maps.Equal(build(other), want) {
		t.Fatal("the edit changes no page")
	}
	e.write(name, text)
	if got := build(opt); !maps.Equal(got, want) {
		t.Error("the pages are still those of the other run")
	}
}

// After a change in a place, those of its pages that it does not touch are not printed again.
func TestSamePagesAreNotPrinted(t *testing.T) {
	e := &editor{t: t}
	dir := t.TempDir()
	for name, file := range oracle.RandomSite(1) {
		e.write(filepath.Join(dir, name), file.Data)
	}
	opt := Options{Source: dir, Output: filepath.Join(t.TempDir(), "public"), Cache: t.TempDir(), NoHistory: true}
	if _, list, err := Build(opt); err != nil || list.HasErrors() {
		t.Fatal(err, list)
	}
	name := slices.MinFunc(e.files(dir, "households.csv"), strings.Compare)
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	e.write(name, append(text, '\n'))
	watched := opt
	watched.files = source.Dir(dir)
	defer watched.files.Close()
	r, err := begin(opt.kept().begin(watched))
	if err != nil {
		t.Fatal(err)
	}
	kept, households := 0, 0
	for f, err := range r.files {
		if err != nil {
			t.Fatal(err)
		}
		if f.Kept {
			kept++
		}
		if strings.Contains(f.Path, "/h/") {
			households++
		}
	}
	if households == 0 || kept < households {
		t.Errorf("%d of at least %d pages are kept", kept, households)
	}
}

// A place's history is its own files', and a commit is shared by all.
func TestOwners(t *testing.T) {
	r := &round{places: map[string]bool{"x": true, "x/v": true}}
	want := map[string]string{
		"config.toml": "", "data": "", "data/calendar/2024.toml": "", "data/privacy.toml": "", "content/x/v/a.md": "",
		"data/x": "x", "data/x/tasks.csv": "x", "data/x/place.toml": "", "data/x/scheme": "", "data/x/scheme/1.toml": "",
		"data/x/v": "x/v", "data/x/v/scores": "x/v", "data/x/v/scores/2023-03.csv": "x/v", "data/x/v/place.toml": "",
		"data/x/other/a.csv": "x", "data/x/vv/a.csv": "x",
	}
	for _, file := range slices.Sorted(maps.Keys(want)) {
		if got := r.owner(file); got != want[file] {
			t.Errorf("%s belongs to %q, want %q", file, got, want[file])
		}
	}
}
