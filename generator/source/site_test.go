package source

import (
	"fmt"
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

const (
	testPlace  = "name = \"甲村\"\nkind = \"village\"\n"
	testScheme = `effective = 2023-01-01
[[category]]
id = "habitat"
name = "人居环境"
  [[category.item]]
  id = "yard"
  name = "庭院"
  points = 15
  [[category.item]]
  id = "kitchen"
  name = "厨房"
  points = 10
[[category]]
id = "school"
name = "学生就学"
  [[category.item]]
  id = "study"
  name = "读书"
  points = 5
[[category]]
id = "yearly"
name = "党的建设"
cycle = "year"
  [[category.item]]
  id = "party"
  name = "组织生活"
  points = 20
`
)

// testSite is a small site without a fault, with files added or replaced.
func testSite(changed map[string]string) fstest.MapFS {
	files := map[string]string{
		"config.toml":             "title = \"公示\"\n",
		"data/v/place.toml":       testPlace,
		"data/v/scheme/2023.toml": testScheme,
		"data/v/households.csv":   "户号,户主\n001,张三\n002,李四\n",
	}
	maps.Copy(files, changed)
	site := fstest.MapFS{}
	for name, text := range files {
		if text != "" {
			site[name] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	return site
}

func readTest(t *testing.T, changed map[string]string) (*ledger.Book, diag.List) {
	t.Helper()
	book, list, err := Read(testSite(changed), "")
	if err != nil {
		t.Fatal(err)
	}
	return book, list
}

// readOne reads the test site with one file changed.
func readOne(t *testing.T, name, text string) (*ledger.Place, diag.List) {
	t.Helper()
	book, list := readTest(t, map[string]string{name: text})
	return book.Place("v"), list
}

// brief is a diagnostic on one line.
func brief(d diag.Diagnostic) string {
	s := fmt.Sprintf("%s: %s: %s", d.Position, d.Code, d.Message)
	if d.Hint != "" {
		s += "【" + d.Hint + "】"
	}
	if d.Severity == diag.Note {
		s = "note " + s
	}
	return s
}

func briefs(list diag.List) string {
	var b strings.Builder
	for _, d := range list {
		b.WriteString(brief(d) + "\n")
	}
	return b.String()
}

// wantDiags compares all that is reported, line by line.
func wantDiags(t *testing.T, list diag.List, want ...string) {
	t.Helper()
	got := strings.Split(strings.TrimSuffix(briefs(list), "\n"), "\n")
	if len(list) == 0 {
		got = nil
	}
	for i := range max(len(got), len(want)) {
		g, w := "(nothing)", "(nothing)"
		if i < len(got) {
			g = got[i]
		}
		if i < len(want) {
			w = want[i]
		}
		if g != w {
			t.Errorf("diagnostic %d:\n got %s\nwant %s", i, g, w)
		}
	}
}
