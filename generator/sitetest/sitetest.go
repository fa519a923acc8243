// Package sitetest is for tests of whole sites: the sample as a built site, other sites to build,
// and ways to read pages and published tables. Only tests import it.
package sitetest

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"
	_ "time/tzdata"

	"gongshi/generator/diag"
	"gongshi/generator/page"
	"gongshi/generator/publish"
	"gongshi/generator/site"
)

// Must ends a test after an error.
func Must(tb testing.TB, err error) {
	tb.Helper()
	if err != nil {
		tb.Fatal(err)
	}
}

// Need ends a test for which something is missing: it is skipped, or fails if
// GONGSHI_REQUIRE=browser asks for all that such tests need. what tells how to get it.
func Need(tb testing.TB, what string) {
	tb.Helper()
	if os.Getenv("GONGSHI_REQUIRE") == "browser" {
		tb.Fatal(what)
	}
	tb.Skip(what)
}

// Root returns the folder of the sample's site, relative to the package under test.
func Root() string {
	for dir := "."; ; dir = filepath.Join("..", dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
	}
}

// Build returns the site made from a folder, with its manifest; it writes it nowhere.
func Build(tb testing.TB, opt site.Options) Tree {
	tb.Helper()
	files := Part(tb, opt, func(string) bool { return true })
	mark := publish.Mark()
	files[mark.Path] = mark.Content
	files.Sum()
	return files
}

// Part returns part of a site, by the paths of its pages, and the theme's files.
func Part(tb testing.TB, opt site.Options, wanted func(path string) bool) Tree {
	tb.Helper()
	work, list, err := site.Read(opt)
	Must(tb, err)
	if list.HasErrors() {
		tb.Fatal(Told(list))
	}
	all := work.Pages
	work.Pages = func(yield func(page.Page) bool) {
		for p := range all {
			if wanted(p.At()) && !yield(p) {
				return
			}
		}
	}
	files := make(Tree)
	for f, err := range work.Files(opt) {
		Must(tb, err)
		files[f.Path] = bytes.Clone(f.Content)
	}
	return files
}

// Once makes a thing once for all tests of a package.
func Once[T any](make func(tb testing.TB) T) func(tb testing.TB) T {
	var once sync.Once
	var made *T
	return func(tb testing.TB) T {
		tb.Helper()
		once.Do(func() {
			thing := make(tb)
			made = &thing
		})
		if made == nil {
			tb.Fatal("what several tests share was not made: see the first of them")
		}
		return *made
	}
}

// Told returns a list of problems in words.
func Told(list diag.List) string {
	text := ""
	for _, d := range list {
		text += d.Position.String() + ": " + d.Message + "\n"
	}
	return text
}

// Sample returns the sample as a built site, made once for all tests of a package.
var Sample = Once(func(tb testing.TB) Tree { return Build(tb, site.Options{Source: Root()}) })

// CopySample copies the source of the sample's site, each file of its data through save.
func CopySample(tb testing.TB, save func(name string, b []byte) []byte) string {
	tb.Helper()
	from, to := Root(), tb.TempDir()
	for _, root := range []string{"config.toml", "data", "content", "themes"} {
		Must(tb, filepath.WalkDir(filepath.Join(from, root), func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				if d != nil && d.Name() == "node_modules" {
					return filepath.SkipDir
				}
				return err
			}
			content, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			if root == "config.toml" || root == "data" {
				content = save(name, content)
			}
			rel, err := filepath.Rel(from, name)
			if err == nil {
				WriteFile(tb, to, rel, string(content))
			}
			return err
		}))
	}
	return to
}

// Only reduces a copy of the sample to the handbook and one place.
func Only(tb testing.TB, dir, place string) {
	tb.Helper()
	for _, root := range []string{"data", "content"} {
		entries, err := os.ReadDir(filepath.Join(dir, root))
		Must(tb, err)
		for _, entry := range entries {
			if name := entry.Name(); name != place && name != "help" {
				Must(tb, os.RemoveAll(filepath.Join(dir, root, name)))
			}
		}
	}
}

// Same saves a file as it is.
func Same(_ string, b []byte) []byte { return b }

// Unseal removes the seals from a site whose data will change.
func Unseal(tb testing.TB, dir string) {
	tb.Helper()
	Must(tb, filepath.WalkDir(filepath.Join(dir, "data"), func(name string, d fs.DirEntry, err error) error {
		if err == nil && (d.Name() == "seals.csv" || d.Name() == "salts.csv") {
			return os.Remove(name)
		}
		return err
	}))
}

// WriteFile writes a file below a folder, creating the folders that it needs.
func WriteFile(tb testing.TB, dir, name, content string) {
	tb.Helper()
	file := filepath.Join(dir, filepath.FromSlash(name))
	Must(tb, os.MkdirAll(filepath.Dir(file), 0o755))
	Must(tb, os.WriteFile(file, []byte(content), 0o644))
}
