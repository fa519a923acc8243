package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// A comment cites the contract as formats.md, "Heading": by the heading's words, or by
// those before its colon.
var (
	contractHeading = regexp.MustCompile(`(?m)^#+ (.*)$`)
	citation        = regexp.MustCompile(`formats\.md,\s+"([^"]+)"`)
	goesOn          = regexp.MustCompile(`\n\s*// `)
	loosely         = regexp.MustCompile(`formats\.md, [^"\s]+|README(?:\.md)?, (?:choice )?\d`)
)

// TestEveryCitedHeadingExists: whoever follows a comment to the contract finds the rule there.
func TestEveryCitedHeadingExists(t *testing.T) {
	contract, err := os.ReadFile("formats.md")
	if err != nil {
		t.Fatal(err)
	}
	headings := map[string]bool{}
	for _, m := range contractHeading.FindAllStringSubmatch(string(contract), -1) {
		headings[m[1]] = true
		if before, _, colon := strings.Cut(m[1], ": "); colon {
			headings[before] = true
		}
	}
	cited := 0
	err = filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || name == "contract_test.go" {
			return err
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		comments := goesOn.ReplaceAllString(string(text), " ")
		for _, m := range citation.FindAllStringSubmatch(comments, -1) {
			cited++
			if !headings[m[1]] {
				t.Errorf("%s cites formats.md, %q: there is no such heading", name, m[1])
			}
		}
		for _, m := range loosely.FindAllString(comments, -1) {
			t.Errorf("%s: %q: cite formats.md, \"Heading\"", name, m)
		}
		return nil
	})
	if err != nil || cited < 20 {
		t.Fatal(cited, "citations;", err)
	}
}
