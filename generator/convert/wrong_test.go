package convert

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator/convert/booktest"
	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/source"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

const testScheme = `title = "积分办法"
effective = 2023-01-01
cycle = "month"
[[category]]
id = "habitat"
name = "人居环境"
cycle = "month"
[[category.item]]
id = "yard"
name = "庭院"
points = 15
[[category.item]]
id = "kitchen"
name = "厨房"
points = 10
[[category]]
id = "public"
name = "公共区域"
cycle = "quarter"
[[category.item]]
id = "lane"
name = "门前三包"
points = 20
[[event]]
id = "good"
name = "好人好事"
points = 2
`

// scopeOf is a village of twelve households, 001 to 012, and a period that is asked for.
func scopeOf(t testing.TB, period string) Scope {
	t.Helper()
	register := "户号,户主,组\n"
	for i := 1; i <= 12; i++ {
		register += fmt.Sprintf("%03d,示例%d,1\n", i, i)
	}
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"config.toml": "title = \"示例\"\n", "data/v/place.toml": "name = \"示例村\"\nkind = \"village\"\n[[group]]\nid = \"1\"\nname = \"第一组\"\n",
		"data/v/households.csv": register, "data/v/scheme/a.toml": testScheme,
	} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	book, list, err := source.Read(files, "")
	if err != nil || list.HasErrors() {
		t.Fatal(list, err)
	}
	p, _ := ledger.ParsePeriod(period)
	return Scope{book.Place("v"), p, func(path string, data []byte) (*ledger.Table, diag.List) { return source.Table(path, data, book) }}
}

// TestWrong reads workbooks that are wrong in the ways in which clerks make them wrong: each
// gives the right tables, or words that name the cell. In testdata/wrong a workbook's part
// is followed by NAME.want, what comes of it, and has the name of its file, with the period behind
// it where one is asked for.
func TestWrong(t *testing.T) {
	files, err := filepath.Glob("testdata/wrong/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i+1 < len(archive.Files); i += 2 {
			in, want := archive.Files[i], &archive.Files[i+1]
			file, period, _ := strings.Cut(in.Name, " ")
			if !strings.HasSuffix(want.Name, ".want") || strings.HasSuffix(file, ".want") {
				t.Fatalf("%s: %s after %s", name, want.Name, in.Name)
			}
			t.Run(want.Name, func(t *testing.T) {
				got := recognised(t, file, in.Data, scopeOf(t, period))
				if os.Getenv("GONGSHI_UPDATE") != "" {
					want.Data = []byte(got)
				}
				if d := cmp.Diff(string(want.Data), got); d != "" {
					t.Error(d)
				}
			})
		}
		if os.Getenv("GONGSHI_UPDATE") != "" {
			if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// recognised is all that comes of a file, as text.
func recognised(t *testing.T, name string, data []byte, scope Scope) string {
	t.Helper()
	if strings.HasPrefix(string(data), "== ") {
		made, err := booktest.Make(string(data))
		if err != nil {
			t.Fatal(err)
		}
		data = made
	}
	var s strings.Builder
	book, list := Read(name, data)
	if book != nil {
		tables, more := Tables(book, scope)
		list = append(list, more...)
		for _, table := range tables {
			table.show(&s)
		}
	}
	for _, d := range list {
		fmt.Fprintf(&s, "%s [%s] %s\n  %s\n", d.Severity, d.Code, d.Text(), strings.ReplaceAll(d.Hint, "\n", "\n  "))
	}
	return s.String()
}

func (table *Table) show(s *strings.Builder) {
	fmt.Fprintf(s, "%s %s %s\n  ", table.Sheet, table.Kind, strings.TrimSuffix(table.Period.String(), "0000"))
	for _, c := range table.Header {
		fmt.Fprintf(s, " %s %s", diag.Letter(c.Number-1), c.Name)
	}
	for _, r := range table.Records {
		hidden := map[bool]string{true: "*"}[r.Hidden]
		fmt.Fprintf(s, "\n  %d%s %s", r.Row, hidden, strings.Join(r.Cells, ","))
	}
	s.WriteString("\n")
}
