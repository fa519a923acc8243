package source

import (
	"fmt"
	"strings"
	"testing"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/scan"

	"github.com/BurntSushi/toml"
)

const locateText = `# first
name = "甲"
contact.phone = "1" # dotted
[publicity]
  days = 3
"odd key" = 1
[[group]]
id = "1"
panel = [ "张三", # one
  "李四" ]
[[group]]
id = "2"
x = { a = 1, "b" = [2, 3] }
[[category]]
[[category.item]]
id = '''
[not.a.header]'''
[[category.item]]
points = 2.5
[[category]]
[[category.item]]
points = 7_0.50
`

func TestLocate(t *testing.T) {
	root := locate(locateText)
	l := newLines(locateText)
	for path, want := range map[string]string{
		"name": "2:1", "contact.phone": "3:1", "publicity": "4:1", "publicity.days": "5:3", "publicity.odd key": "6:1",
		"group.0": "7:1", "group.0.id": "8:1", "group.0.panel.0": "9:11", "group.0.panel.1": "10:3",
		"group.1": "11:1", "group.1.id": "12:1", "group.1.x.a": "13:7", "group.1.x.b.1": "13:24",
		"category.0.item.0.id": "16:1", "category.0.item.1": "18:1", "category.0.item.1.points": "19:1",
		"category.1.item.0.points": "22:1",
	} {
		n := root
		for part := range strings.SplitSeq(path, ".") {
			if i := strings.Index("0123456789", part); i >= 0 && len(part) == 1 {
				n = n.element(i)
			} else {
				n = n.kid(part)
			}
		}
		if n == nil {
			t.Errorf("%s is not found", path)
			continue
		}
		line, column := l.at(n.offset)
		if got := fmt.Sprintf("%d:%d", line, column); got != want {
			t.Errorf("%s at %s, want %s", path, got, want)
		}
	}
	if raw := root.kid("category").element(1).kid("item").element(0).kid("points").raw; raw != "7_0.50" {
		t.Errorf("source of a value: %q", raw)
	}
}

// FuzzLocate: in every text that is TOML, each key and element is found, and a key
// stands where it is said to stand.
func FuzzLocate(f *testing.F) {
	f.Add(locateText)
	f.Add(testScheme)
	f.Add("a.b.c = 1\n[x]\ny.z = [[1],[2,{k=1}]]\n[[q]]\n[q.r]\ns='''\n'''\n[[q.t]]\nu=\"\"\"a\\\"\"\"\"\"\"")
	f.Add("a = [ { b = 1 }, { b = 2 } ]\r\n'c.d' = true\n\"\\u0065\" = 1")
	f.Fuzz(func(t *testing.T, text string) {
		root := locate(text)
		values := map[string]any{}
		if _, err := toml.Decode(text, &values); err != nil {
			return
		}
		checkNode(t, text, root, values)
	})
}

func checkNode(t *testing.T, text string, n *node, v any) {
	list := func(length int, each func(int) any) {
		if len(n.list) != length {
			t.Fatalf("%q: %d elements located of %d", text, len(n.list), length)
		}
		for i := range length {
			checkNode(t, text, n.list[i], each(i))
		}
	}
	switch v := v.(type) {
	case map[string]any:
		for key, below := range v {
			k := n.kid(key)
			if k == nil {
				t.Fatalf("%q: key %q is not located", text, key)
			}
			if start := text[k.offset:]; key != "" && !strings.HasPrefix(start, "[") && !strings.Contains(start, "\\") && !strings.Contains(lineOf(start), key) {
				t.Fatalf("%q: key %q is located at %q", text, key, start)
			}
			checkNode(t, text, k, below)
		}
	case []map[string]any:
		list(len(v), func(i int) any { return v[i] })
	case []any:
		list(len(v), func(i int) any { return v[i] })
	}
}

func lineOf(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}

// FuzzTOML: reading a scheme never fails, and every problem stands within the file.
func FuzzTOML(f *testing.F) {
	f.Add(testScheme)
	f.Add("effective = \"2023-1-1\"\nbase=1e2\n[honours]\n[[honours.level]]\ntop=10\nfloor=inf\n")
	f.Add("[[event]]\nrange=[1]\n[adopted]\nfor=1.0\nfor=2")
	f.Fuzz(func(t *testing.T, text string) {
		decoded, bad := scan.Decode([]byte(text), ".toml")
		if bad != nil {
			return
		}
		var diags diag.List
		file := &file{path: "x.toml", text: decoded, diags: &diags}
		readTOML(file, new(ledger.Scheme), (*section).scheme)
		lines := strings.Split(newlines.Replace(decoded), "\n")
		for _, d := range diags {
			if d.File != "x.toml" || d.Code == "" || d.Message == "" || int(d.Line) > len(lines) {
				t.Fatalf("%q: %+v", text, d)
			}
			if d.Line > 0 && int(d.Column) > len([]rune(lines[d.Line-1]))+1 {
				t.Fatalf("%q: column beyond the line: %+v", text, d)
			}
		}
	})
}
