package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var (
	printedCode = regexp.MustCompile(`(?m)^.+: (?:错误|提醒)：.* \[([a-z]+(?:-[a-z]+)*)\]$`)
	writtenCode = regexp.MustCompile(`^[a-z]+(-[a-z]+)+$`)
	handbookRow = regexp.MustCompile("(?m)^\\| `([a-z-]+)` \\| (.+) \\| (.+) \\|$")
)

// noCodes are words of the rooms that have the form of a code: git's commands, the form of an
// open data package, a key of the TOML parser.
var noCodes = []string{"cat-file", "ls-files", "ls-tree", "rev-parse", "data-package", "data-resource", "tabular-data-resource", "time-local", "yyyy-mm-dd"}

// TestHandbookHasEveryCode: whoever reads a code that check printed finds it in the handbook's
// tables, with an example and what to do, and finds no code there that is never printed.
func TestHandbookHasEveryCode(t *testing.T) {
	codes := codesOfScripts(t)
	for _, room := range []string{"source", "check", "score", "notice", "proof", "origin", "page", "render", "site", "convert"} {
		codesOfRoom(t, room, codes)
	}
	handbook, err := os.ReadFile("../content/help/problems.md")
	if err != nil {
		t.Fatal(err)
	}
	told := map[string]bool{}
	for _, row := range handbookRow.FindAllStringSubmatch(string(handbook), -1) {
		if told[row[1]] {
			t.Errorf("%s is in the handbook twice", row[1])
		}
		told[row[1]] = true
	}
	for code, where := range codes {
		if !told[code] {
			t.Errorf("%s (%s) is not in content/help/problems.md", code, where)
		}
	}
	for code := range told {
		if codes[code] == "" {
			t.Errorf("content/help/problems.md has %s, which nothing prints", code)
		}
	}
}

// codesOfScripts are the codes that scripts expect, with one of the scripts.
func codesOfScripts(t *testing.T) map[string]string {
	codes := map[string]string{}
	scripts, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(scripts) < 200 {
		t.Fatal(len(scripts), err)
	}
	for _, name := range scripts {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range printedCode.FindAllStringSubmatch(string(text), -1) {
			codes[m[1]] = name
		}
	}
	return codes
}

// codesOfRoom adds the codes that a room's source has.
func codesOfRoom(t *testing.T, room string, codes map[string]string) {
	err := filepath.WalkDir(room, func(name string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if l, ok := n.(*ast.BasicLit); ok && l.Kind == token.STRING {
				if s, err := strconv.Unquote(l.Value); err == nil && writtenCode.MatchString(s) && !slices.Contains(noCodes, s) {
					codes[s] = name
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
