package source

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator/diag"
)

// What goes deeper than any file of the contract is an error with its line; what only looks so is read.
func TestTooDeep(t *testing.T) {
	const head = "title = \"村\"\n"
	for _, test := range []struct {
		text string
		line int32 // 0: read
	}{
		{"x = " + strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000), 2},
		{"x = " + strings.Repeat("{a = ", 100_000) + "1" + strings.Repeat("}", 100_000), 2},
		{strings.Repeat("a.", 100_000) + "b = 1", 2},
		{"[" + strings.Repeat("a.", 100_000) + "b]", 2},
		{"\n\n[a]\n" + strings.Repeat("a.", deepest+1) + "b = 1", 5},
		{"x = " + strings.Repeat("[", deepest) + strings.Repeat("]", deepest), 0},
		{strings.Repeat("a.", deepest) + "b = 1", 0},
		{"x = [" + strings.Repeat("1.5, ", 100) + "]\ny = [\n" + strings.Repeat("[1.5],\n", 100) + "]", 0},
		{"x = \"" + strings.Repeat("[.", 100) + "\"\ny = '" + strings.Repeat("{.", 100) + "'\nz = \"\\\"" + strings.Repeat("[", 100) + "\"", 0},
		{"x = \"\"\"\n" + strings.Repeat("[\n.", 100) + "\"\"\"\ny = '''" + strings.Repeat("[.\n", 100) + "'''", 0},
		{"# " + strings.Repeat("[.", 100) + "\nx = 1 # " + strings.Repeat("{.", 100), 0},
		{strings.Repeat("a.b = 1 # ......\n", 1), 0},
	} {
		list := readTold(t, fstest.MapFS{"config.toml": {Data: []byte(head + test.text + "\n")}})
		told := int32(0)
		for _, d := range list {
			if d.Code == "toml-syntax" && strings.Contains(d.Message, fmt.Sprint(deepest)) && d.Severity == diag.Error && d.File == "config.toml" && d.Hint != "" {
				told = d.Line
			}
		}
		if told != test.line {
			t.Errorf("%.60q: line %d, want %d: %v", test.text, told, test.line, list)
		}
	}
}
