package look

import (
	"bytes"
	"cmp"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"gongshi/generator/sitetest"
)

// traits are what one page of a kind has and another may lack: its elements and classes, whether
// it ranks by average, and whose page it is (for a household the last word below its name, such
// as 单位).
func traits(doc *html.Node) []string {
	set := make(map[string]bool)
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		set["<"+n.Data] = true
		class, _ := sitetest.Attr(n, "class")
		for _, c := range strings.Fields(class) {
			set["."+c] = true
		}
		if key, ok := sitetest.Attr(n, "data-figure"); ok && strings.HasSuffix(key, "/平均") {
			set["平均"] = true
		}
		if class != "sub" {
			continue
		}
		if words := strings.Fields(sitetest.Text(n)); len(words) > 1 {
			set["sub "+words[len(words)-1]] = true
		}
	}
	return slices.Sorted(maps.Keys(set))
}

// candidate is a page that Kinds may choose.
type candidate struct {
	name, kind string
	traits     []string
}

// Kinds chooses pages of a site so that whatever is on a page of some kind is on a chosen page of
// that kind: the largest of each kind, and then whichever has most that no other has. It finds new
// kinds and new states by itself.
func Kinds(tb testing.TB, files sitetest.Tree) (chosen []string) {
	tb.Helper()
	var all []candidate
	for name, doc := range files.Pages(tb) {
		c := candidate{name: name, kind: sitetest.KindOf(doc)}
		for _, trait := range traits(doc) {
			c.traits = append(c.traits, c.kind+" "+trait)
		}
		all = append(all, c)
	}
	slices.SortFunc(all, func(a, b candidate) int {
		return cmp.Or(len(files[b.name])-len(files[a.name]), strings.Compare(a.name, b.name))
	})
	seen, kinds := make(map[string]bool), make(map[string]bool)
	choose := func(c candidate) {
		chosen = append(chosen, c.name)
		for _, trait := range c.traits {
			seen[trait] = true
		}
	}
	for _, c := range all {
		if !kinds[c.kind] {
			kinds[c.kind] = true
			choose(c)
		}
	}
	for {
		best, most := candidate{}, 0
		for _, c := range all {
			fresh := 0
			for _, trait := range c.traits {
				if !seen[trait] {
					fresh++
				}
			}
			if fresh > most {
				best, most = c, fresh
			}
		}
		if most == 0 {
			slices.Sort(chosen)
			return chosen
		}
		choose(best)
	}
}

// SampleKinds returns the pages of the sample that Kinds chooses.
var SampleKinds = sitetest.Once(func(tb testing.TB) []string { return Kinds(tb, sitetest.Sample(tb)) })

// OneOfEach returns, by kind, the largest of some pages.
func OneOfEach(t *testing.T, files sitetest.Tree, pages []string) map[string]string {
	t.Helper()
	largest := make(map[string]string)
	for _, page := range pages {
		kind := KindIn(t, files[page])
		if len(files[page]) > len(files[largest[kind]]) {
			largest[kind] = page
		}
	}
	return largest
}

// KindIn returns the kind of a page's content.
func KindIn(t *testing.T, content []byte) string {
	t.Helper()
	doc, err := html.Parse(bytes.NewReader(content))
	sitetest.Must(t, err)
	return sitetest.KindOf(doc)
}

// SampleFolder returns the sample in a folder where a browser can open it, with one page of each
// kind. All tests of a room share it, and none changes it.
func SampleFolder(t *testing.T) (dir string, kinds map[string]string) {
	t.Helper()
	return sampleFolder(t), OneOfEach(t, sitetest.Sample(t), SampleKinds(t))
}

var sampleFolder = sitetest.Once(func(tb testing.TB) string {
	dir, err := os.MkdirTemp("", "gongshi-sample-")
	sitetest.Must(tb, err)
	shared = dir
	for name, content := range sitetest.Sample(tb) {
		sitetest.WriteFile(tb, dir, name, string(content))
	}
	return dir
})
