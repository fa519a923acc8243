package site

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// The handbook needs nothing of the sample: beside one's own village it has no broken link.
func TestHandbookStandsAlone(t *testing.T) {
	site := unpack(t, "testdata/one.txtar")
	root := os.DirFS("../..")
	pages := 0
	err := fs.WalkDir(root, "content/help", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(root, name)
		site[name] = &fstest.MapFile{Data: text, Mode: 0o644}
		if filepath.Ext(name) == ".md" {
			pages++
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	work, list, err := read(site, Options{NoHistory: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range list {
		if strings.HasPrefix(d.File, "content/") || list.HasErrors() {
			t.Error(d.Position, d.Text())
		}
	}
	if pages < 3 || len(work.Book.Articles) != pages {
		t.Errorf("%d pages of the handbook, %d articles", pages, len(work.Book.Articles))
	}
	if problem := build([]stripped{{files: site, Work: work}}); problem != "" {
		t.Error(problem)
	}
}
