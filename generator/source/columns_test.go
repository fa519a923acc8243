package source

import (
	"slices"
	"strings"
	"testing"

	"gongshi/generator/diag"
)

// typedAs are, for each kind of cell, one that is right and one that is wrong; texts are never wrong.
var typedAs = map[kind][2]string{
	aText: {"甲", ""}, anArticle: {"articles/x", ""}, anID: {"001", "a/b"}, aDate: {"2024-01-02", "x"}, aYes: {"否", "x"},
	aWhole: {"3", "x"}, aNumber: {"2.5", "x"}, aScore: {"不适用", "x"}, aPeriod: {"2024-01", "x"}, aTarget: {"30", "x"},
	aSum: {"1.5", "x"}, aDigest: {strings.Repeat("a", 64), "x"},
}

// Every column holds what its table says: a cell of that kind is read, one of another kind is an
// error, and so is an empty one where the table says that a row lacks it.
func TestColumnsHoldWhatTheirTablesSay(t *testing.T) {
	for name, columns := range tables {
		switch name {
		case "scores", "declared": // whose columns are items above all
			continue
		case "events":
			name = "events/2024.csv"
		}
		heads, cells := make([]string, len(columns)), make([]string, len(columns))
		for i, c := range columns {
			heads[i], cells[i] = c.name, typedAs[c.holds.kind][0]
			if c.holds.kind == aWord {
				cells[i] = c.holds.words[len(c.holds.words)-1]
			}
		}
		faults := func(at int, cell string) diag.List {
			row := slices.Clone(cells)
			if at >= 0 {
				row[at] = cell
			}
			files := map[string]string{"data/v/" + name: strings.Join(heads, ",") + "\n" + strings.Join(row, ",") + "\n"}
			if name != "households.csv" {
				files["data/v/households.csv"] = "户号,户主\n001,甲\n"
			}
			_, list := readTest(t, files)
			return slices.DeleteFunc(list, func(d diag.Diagnostic) bool { return d.Severity != diag.Error })
		}
		if list := faults(-1, ""); len(list) > 0 {
			t.Errorf("%s: a right row: %s", name, briefs(list))
		}
		for i, c := range columns {
			wrong := typedAs[c.holds.kind][1]
			if c.holds.kind == aWord {
				wrong = "x"
			}
			if wrong != "" && len(faults(i, wrong)) == 0 {
				t.Errorf("%s: %s may be %q", name, c.name, wrong)
			}
			if list := faults(i, "随便什么"); wrong == "" && len(list) > 0 {
				t.Errorf("%s: %s may not be any text: %s", name, c.name, briefs(list))
			}
			if must := c.role >= part || c.holds.must; must != (len(faults(i, "")) > 0) {
				t.Errorf("%s: %s must be filled: the table says %v, the reader otherwise: %s", name, c.name, must, briefs(faults(i, "")))
			}
			if c.holds.kind == aWhole && len(faults(i, "-1")) == 0 {
				t.Errorf("%s: %s may be -1", name, c.name)
			}
		}
	}
}
