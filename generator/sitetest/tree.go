package sitetest

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"fmt"
	"io/fs"
	"iter"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"gongshi/generator/publish"
)

// Tree is a built site: path → bytes.
type Tree map[string][]byte

// Read reads all files below a folder.
func Read(dir string) (Tree, error) {
	files := make(Tree)
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(dir, name)
		if err != nil {
			return err
		}
		files[filepath.ToSlash(rel)], err = os.ReadFile(name)
		return err
	})
	return files, err
}

// Folder writes a built site to where a browser can open it as files.
func (files Tree) Folder(tb testing.TB) string {
	tb.Helper()
	dir := tb.TempDir()
	for name, content := range files {
		WriteFile(tb, dir, name, string(content))
	}
	return dir
}

// Pages returns the HTML pages of a site, by their paths, parsed.
func (files Tree) Pages(tb testing.TB) iter.Seq2[string, *html.Node] {
	tb.Helper()
	return func(yield func(string, *html.Node) bool) {
		for name, content := range files {
			if path.Ext(name) != ".html" {
				continue
			}
			doc, err := html.Parse(bytes.NewReader(content))
			Must(tb, err)
			if !yield(name, doc) {
				return
			}
		}
	}
}

// SamplePages returns those of the sample, parsed once for all tests of a package.
var SamplePages = Once(func(tb testing.TB) map[string]*html.Node { return maps.Collect(Sample(tb).Pages(tb)) })

// Sum updates the site's manifest.
func (files Tree) Sum() {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if name != publish.Manifest {
			fmt.Fprintf(&b, "%x  %s\n", sha256.Sum256(files[name]), name)
		}
	}
	files[publish.Manifest] = []byte(b.String())
}

// Attr returns an attribute of an element.
func Attr(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

// Text returns an element's text, with single blanks.
func Text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// KindOf returns the kind of a page, the first class of its body; 404.html has none.
func KindOf(doc *html.Node) string {
	for n := range doc.Descendants() {
		if class, ok := Attr(n, "class"); ok && n.Data == "body" {
			return strings.Fields(class)[0]
		}
	}
	return "404"
}

// Plain saves a file without its byte order mark.
func Plain(_ string, b []byte) []byte { return bytes.TrimPrefix(b, []byte("\ufeff")) }

// Columns reads a data file: 户号 → heading → text.
func Columns(tb testing.TB, name string, content []byte) map[string]map[string]string {
	tb.Helper()
	rows, err := csv.NewReader(bytes.NewReader(Plain(name, content))).ReadAll()
	if err != nil || len(rows) == 0 {
		tb.Fatalf("%s: %v", name, err)
	}
	all := make(map[string]map[string]string)
	for _, row := range rows[1:] {
		cells := make(map[string]string)
		for i, heading := range rows[0] {
			cells[heading] = row[i]
		}
		all[row[0]] = cells
	}
	return all
}

// Compare reports how two sites differ, both ways.
func Compare(tb testing.TB, got, want Tree) {
	tb.Helper()
	for name, content := range want {
		switch other, ok := got[name]; {
		case !ok:
			tb.Errorf("%s is missing", name)
		case !bytes.Equal(content, other):
			tb.Errorf("%s differs: %s", name, firstDifference(other, content))
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			tb.Errorf("%s should not be there", name)
		}
	}
}

func firstDifference(got, want []byte) string {
	i := 0
	for i < len(got) && i < len(want) && got[i] == want[i] {
		i++
	}
	around := func(b []byte) string {
		return strings.ToValidUTF8(string(b[max(i-60, 0):min(i+60, len(b))]), "·")
	}
	return "\n got … " + around(got) + "\nwant … " + around(want)
}
