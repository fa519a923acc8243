package render

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
)

// The theme manual names every kind of page, every function of templates, and every
// attribute by which verify reads a page. It reads none that are the theme's own.
func TestManual(t *testing.T) {
	text, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	words := regexp.MustCompile(`[\w-]+`).FindAllString(string(text), -1)
	names := slices.Clone(kinds)
	for name := range funcs(nil, &assets{}) {
		names = append(names, name)
	}
	for _, name := range attributesOfVerify(t) {
		if name == "class" || name == "id" {
			t.Errorf("verify reads %s", name)
		}
		names = append(names, name)
	}
	for _, name := range names {
		if !slices.Contains(words, name) {
			t.Errorf("doc.go does not name %s", name)
		}
	}
}

// attributesOfVerify are the attributes of pages that package verify names.
func attributesOfVerify(t *testing.T) []string {
	files, err := filepath.Glob("../verify/*.go")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`"(data-[a-z]+|class|id|hidden|href)"`).FindAllSubmatch(text, -1) {
			names = append(names, string(m[1]))
		}
	}
	if len(names) < 6 {
		t.Errorf("verify reads %v", names)
	}
	return names
}
