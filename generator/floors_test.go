package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// floors is the plan of the house: a room imports only rooms on lower floors, and
// siblings on one floor never meet. Do not change this data to fix a build: if a room
// needs a thing from a higher floor, the design of one of the two rooms is wrong.
var floors = map[string]int{
	"console": 0, "diag": 0, "disk": 0, "english": 0, "privacy": 0, "scan": 0, "web": 0,
	"ledger": 1, "publish": 1,
	"cache": 2, "source": 2, "check": 2, "notice": 2, "origin": 2, "edit": 2, "hook": 2,
	"convert": 3, "score": 3, "write": 3,
	"proof": 4, "start": 4,
	"gazette": 5, "status": 5, "pack": 5,
	"address": 6, "press": 6,
	"figure": 7, "news": 7, "opendata": 7, "publicity": 7,
	"chart": 8, "rules": 8,
	"account": 9, "broadcast": 9, "desk/grid": 9, "forms": 9, "screen": 9, "town": 9,
	"page":   10,
	"render": 11,
	"site":   12, "verify": 12,
	"desk": 13, "serve": 13,
	"": 14, // main
}

// apart are packages beside the pipeline, with all that they may import of the project.
var apart = map[string][]string{
	"release":    {},                          // makes the program's archives for every system
	"advisories": {},                          // asks what is known of the modules and packages
	"oracle":     {"ledger", "scan", "write"}, // a second scorer, and random sites, for tests alone

	"convert/formtest": {"convert", "diag", "ledger", "sitetest", "source"}, // what tests of exported workbooks share
	"villagetest":      {"diag", "ledger"},                                  // a village for tests of proof, of gazette and of the rooms that make pages
	"convert/booktest": {},                                                  // workbooks for tests
	"sitetest":         {"diag", "page", "publish", "site"},                 // what tests of whole sites share
	"look":             {"sitetest"},                                        // what tests in a real browser share
	"look/pictures":    {},
	"look/desk":        {},
	"look/clerk":       {},
	"look/use":         {},
	"look/pages":       {}, // these rooms, agree, advice and office are tests alone, which may import anything
	"look/paper":       {},
	"look/screen":      {},
	"look/scripts":     {},
	"look/hosts":       {},
	"agree":            {},
	"advice":           {},
	"office":           {},
}

// further are imports that a floor number alone would allow, but a room's sign forbids.
var further = map[string][]string{
	"serve": {"site"}, // main hands the build in, so that serve can be tested without a site
}

// only are rooms that import no others than these: what is not published cannot reach a page,
// nor a room of which pages are made; and of pages the compiler of templates knows nothing.
var only = map[string][]string{
	"account":   {"figure", "gazette", "ledger", "rules"},
	"address":   {"gazette", "ledger"},
	"broadcast": {"figure", "gazette", "ledger"},
	"chart":     {"figure", "gazette", "ledger"},
	"figure":    {"address", "gazette", "ledger"},
	"forms":     {"figure", "gazette", "ledger", "rules"},
	"news":      {"address", "gazette", "ledger"},
	"opendata":  {"address", "gazette", "ledger"},
	"page":      {"account", "address", "broadcast", "chart", "diag", "figure", "forms", "gazette", "ledger", "news", "opendata", "publicity", "rules", "screen", "town"},
	"press":     {},
	"publicity": {"gazette", "ledger"},
	"rules":     {"figure", "gazette", "ledger"},
	"town":      {"gazette", "ledger"},
	"screen":    {"chart", "figure", "gazette", "ledger"},
}

// private are the nouns that hold more than is published, of which a page knows none.
var private = []string{
	"Book", "Correction", "Event", "Household", "Member", "Notice", "Objection", "Place", "Redemption", "Salt", "Seal", "Sheet", "SheetRow", "Span",
}

const module = "gongshi/generator/"

func TestRoomsImportOnlyLowerFloors(t *testing.T) {
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && d.Name() == "testdata" {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(name, ".go") {
			return nil
		}
		room := path.Dir(filepath.ToSlash(name))
		if room == "." {
			room = ""
		}
		checkImports(t, name, room)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func checkImports(t *testing.T, file, room string) {
	t.Helper()
	floor, inHouse := floors[room]
	allowed, beside := apart[room]
	if !inHouse && !beside {
		t.Errorf("%s: room %q stands on no floor", file, room)
		return
	}
	if strings.HasSuffix(file, "_test.go") {
		return
	}
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	for _, spec := range f.Imports {
		imported, _ := strconv.Unquote(spec.Path.Value)
		other, ours := strings.CutPrefix(imported, module)
		if !ours {
			continue
		}
		if beside {
			if !slices.Contains(allowed, other) {
				t.Errorf("%s: %s may not import %s", file, room, other)
			}
			continue
		}
		below, known := floors[other]
		if !known || below >= floor || slices.Contains(further[room], other) || only[room] != nil && !slices.Contains(only[room], other) {
			t.Errorf("%s: %s (floor %d) may not import %s (floor %d)", file, room, floor, other, below)
		}
	}
}

// A page is made of what is published: neither its room nor one of which it is made names a noun
// that holds more.
func TestPagesKnowWhatIsPublished(t *testing.T) {
	for room, imported := range only {
		for _, other := range imported {
			if only[other] == nil && !slices.Contains([]string{"diag", "gazette", "ledger"}, other) {
				t.Errorf("%s may import %s, which may import anything", room, other)
			}
		}
		files, err := filepath.Glob(room + "/*.go")
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %d files, %v", room, len(files), err)
		}
		namesNothingPrivate(t, files)
	}
}

func namesNothingPrivate(t *testing.T, files []string) {
	t.Helper()
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := s.X.(*ast.Ident); ok && x.Name == "ledger" && slices.Contains(private, s.Sel.Name) {
					t.Errorf("%s names ledger.%s", name, s.Sel.Name)
				}
			}
			return true
		})
	}
}

// The clerk's files are read by one door, source.Dir, which no link leads out of: nobody else opens
// a folder by its name, but to look at what was built, or at the program.
func TestOneDoor(t *testing.T) {
	built := []string{"serve/round.go", "site/witness.go", "cache/cache.go"}
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || slices.Contains(built, filepath.ToSlash(name)) {
			return err
		}
		text, err := os.ReadFile(name)
		if strings.Contains(string(text), "os.DirFS(") {
			t.Errorf("%s: read by source.Dir instead", name)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// A template can be read without scrolling: a row of cells has a line a cell.
func TestLinesOfTemplatesAreShort(t *testing.T) {
	const most = 160
	for _, folder := range []string{".", "../themes/default"} {
		templates := 0
		err := filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(name, ".html") {
				return err
			}
			templates++
			text, err := os.ReadFile(name)
			for i, line := range strings.Split(string(text), "\n") {
				if n := utf8.RuneCountInString(line); n > most {
					t.Errorf("%s:%d: a line of %d characters, of %d at most", name, i+1, n, most)
				}
			}
			return err
		})
		if err != nil || templates < 10 {
			t.Error(folder, templates, "templates;", err)
		}
	}
}
