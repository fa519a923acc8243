package render

import (
	"os"
	"regexp"
	"slices"
	"testing"
)

// The theme manual names every kind of page, every function of templates, and every
// attribute by which programs read a page.
func TestManual(t *testing.T) {
	text, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	words := regexp.MustCompile(`[\w-]+`).FindAllString(string(text), -1)
	var names []string
	for _, kind := range kinds {
		names = append(names, kind.name)
	}
	for name := range funcs(nil, &assets{}) {
		names = append(names, name)
	}
	names = append(names, "data-figure", "data-row", "data-state") // by which programs read pages (formats.md, "What is published as open data")
	for _, name := range names {
		if !slices.Contains(words, name) {
			t.Errorf("doc.go does not name %s", name)
		}
	}
}
