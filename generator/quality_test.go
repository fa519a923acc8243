package main

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"
)

// kindOf is the kind of a page, the first class of its body; 404.html has none.
func kindOf(doc *html.Node) string {
	for n := range doc.Descendants() {
		if class, ok := attr(n, "class"); ok && n.Data == "body" {
			return strings.Fields(class)[0]
		}
	}
	return "404"
}

// traits are what one page of a kind has and another may lack: its elements and classes, whether it
// ranks by average, and whose page it is (of a household the last word below its name, say 单位).
func traits(doc *html.Node) []string {
	set := make(map[string]bool)
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		set["<"+n.Data] = true
		class, _ := attr(n, "class")
		for _, c := range strings.Fields(class) {
			set["."+c] = true
		}
		if key, ok := attr(n, "data-figure"); ok && strings.HasSuffix(key, "/平均") {
			set["平均"] = true
		}
		if class != "sub" {
			continue
		}
		if words := strings.Fields(text(n)); len(words) > 1 {
			set["sub "+words[len(words)-1]] = true
		}
	}
	return slices.Sorted(maps.Keys(set))
}

// eachKind chooses pages of a site so that whatever stands on a page of some kind stands on one
// that was chosen of that kind, the largest first. New kinds and new states are taken in by themselves.
func eachKind(t *testing.T, files tree) (chosen []string) {
	t.Helper()
	type candidate struct {
		name   string
		traits []string
	}
	var all []candidate
	files.pages(t, func(name string, doc *html.Node) {
		c := candidate{name: name}
		for _, trait := range traits(doc) {
			c.traits = append(c.traits, kindOf(doc)+" "+trait)
		}
		all = append(all, c)
	})
	slices.SortFunc(all, func(a, b candidate) int {
		if d := len(files[b.name]) - len(files[a.name]); d != 0 {
			return d
		}
		return strings.Compare(a.name, b.name)
	})
	seen := make(map[string]bool)
	for _, c := range all {
		if slices.ContainsFunc(c.traits, func(trait string) bool { return !seen[trait] }) {
			chosen = append(chosen, c.name)
			for _, trait := range c.traits {
				seen[trait] = true
			}
		}
	}
	slices.Sort(chosen)
	return chosen
}

// sampleKinds are the pages of the sample that eachKind chooses, chosen once for all tests.
func sampleKinds(t *testing.T) []string {
	t.Helper()
	chooseSample.Do(func() { chosenOfSample = eachKind(t, sample(t)) })
	return chosenOfSample
}

var (
	chooseSample   sync.Once
	chosenOfSample []string
)

// oneOfEach is, by kind, the largest of some pages.
func oneOfEach(t *testing.T, files tree, pages []string) map[string]string {
	t.Helper()
	largest := make(map[string]string)
	for _, page := range pages {
		kind := kindIn(t, files[page])
		if len(files[page]) > len(files[largest[kind]]) {
			largest[kind] = page
		}
	}
	return largest
}

// kindIn is the kind of a page's content.
func kindIn(t *testing.T, content []byte) string {
	t.Helper()
	doc, err := html.Parse(bytes.NewReader(content))
	must(t, err)
	return kindOf(doc)
}

// folder writes a built site where a browser can open it as files.
func (files tree) folder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		writeFile(t, dir, name, string(content))
	}
	return dir
}

// writeFile writes a file below a folder, with the folders that it needs.
func writeFile(t *testing.T, dir, name, content string) {
	t.Helper()
	file := filepath.Join(dir, filepath.FromSlash(name))
	must(t, os.MkdirAll(filepath.Dir(file), 0o755))
	must(t, os.WriteFile(file, []byte(content), 0o644))
}

// sampleFolder is the sample where a browser can open it, with one page of each kind.
func sampleFolder(t *testing.T) (dir string, kinds map[string]string) {
	t.Helper()
	files := sample(t)
	return files.folder(t), oneOfEach(t, files, sampleKinds(t))
}

// npm is a file among what npm brings for tests. Without it the test is skipped, unless
// GONGSHI_REQUIRE=browser says that it must be there.
func npm(t *testing.T, name string) string {
	t.Helper()
	file := filepath.Join("../themes/node_modules", filepath.FromSlash(name))
	if _, err := os.Stat(file); err != nil {
		needs(t, "no "+name+": npm ci --prefix themes")
	}
	return file
}

func needs(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("GONGSHI_REQUIRE") == "browser" {
		t.Fatal(what)
	}
	t.Skip(what)
}
