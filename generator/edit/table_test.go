package edit

import (
	"strings"
	"testing"

	"gongshi/generator/ledger"
)

// plainTable is a table without quotation marks, cut by commas.
func plainTable(text string) *ledger.Table {
	t := &ledger.Table{Text: text, Sep: ","}
	at := 0
	for n, l := range strings.SplitAfter(text, "\n") {
		line, from := strings.TrimRight(l, "\r\n"), at
		at += len(l)
		if line == "" {
			continue
		}
		var cells []ledger.Written
		for _, c := range strings.Split(line, ",") {
			cells = append(cells, ledger.Written{Text: strings.Trim(c, `"`), From: from, To: from + len(c)})
			from += len(c) + 1
		}
		if n > 0 {
			t.Records = append(t.Records, ledger.Record{Row: n + 1, Cells: cells})
			continue
		}
		for _, c := range cells {
			t.Columns = append(t.Columns, ledger.TableColumn{Heading: c.Text, Name: c.Text, End: c.To})
		}
	}
	return t
}

func TestTable(t *testing.T) {
	const text = "户号,庭院,备注\r\n001,8,\r\n\"002\",\"9\",好\r\n003\r\n"
	for name, c := range map[string]struct {
		edit func(e *Table)
		text string
		want string
	}{
		"nothing":    {func(e *Table) {}, text, text},
		"a cell":     {func(e *Table) { e.Set(0, "庭院", "9.5") }, text, strings.Replace(text, "8", "9.5", 1)},
		"in marks":   {func(e *Table) { e.Set(1, "庭院", "7") }, text, strings.Replace(text, `"9"`, `"7"`, 1)},
		"needs them": {func(e *Table) { e.Set(0, "备注", `a,"b"`) }, text, strings.Replace(text, "8,", `8,"a,""b"""`, 1)},
		"cleared":    {func(e *Table) { e.Set(0, "庭院", "") }, text, strings.Replace(text, "8", "", 1)},
		"too short":  {func(e *Table) { e.Set(2, "备注", "x") }, text, strings.Replace(text, "003", "003,,x", 1)},
		"a row":      {func(e *Table) { e.Add(0, map[string]string{"户号": "0015", "备注": "x"}) }, text, strings.Replace(text, "\"002", "0015,,x\r\n\"002", 1)},
		"like above": {func(e *Table) { e.Add(0, map[string]string{"户号": "4", "分": "1"}) }, "户号,分\n\"1\",\"2\"\n", "户号,分\n\"1\",\"2\"\n\"4\",\"1\"\n"},
		"two": {func(e *Table) {
			e.Append(map[string]string{"户号": "4"})
			e.Append(map[string]string{"户号": "5"})
		}, text, text + "4,,\r\n5,,\r\n"},
		"gone":     {func(e *Table) { e.Remove(1) }, text, strings.Replace(text, "\"002\",\"9\",好\r\n", "", 1)},
		"a column": {func(e *Table) { e.Set(0, "评分人", "甲") }, text, strings.NewReplacer("备注", "备注,评分人", "8,", "8,,甲").Replace(text)},
		"no end":   {func(e *Table) { e.Append(map[string]string{"户号": "2"}) }, "户号,分\n1,2", "户号,分\n1,2\n2,\n"},
		"gone before one that is added": {func(e *Table) {
			e.Remove(1)
			e.Add(0, map[string]string{"户号": "0015"})
		}, text, strings.Replace(text, "\"002\",\"9\",好", "0015,,", 1)},
		"first cell after one that is added": {func(e *Table) {
			e.Set(1, "户号", "2")
			e.Add(0, map[string]string{"户号": "1"})
		}, "户号,分\n0,1\n,2\n", "户号,分\n0,1\n1,\n2,2\n"},
		"cells at the end before one that is added": {func(e *Table) {
			e.Add(0, map[string]string{"户号": "2"})
			e.Set(0, "分", "5")
		}, "户号,分\n1", "户号,分\n1,5\n2,\n"},
		"at the end and after the last": {func(e *Table) {
			e.Append(map[string]string{"户号": "4"})
			e.Add(2, map[string]string{"户号": "5"})
		}, text, text + "4,,\r\n5,,\r\n"},
		"above all": {func(e *Table) {
			e.Set(0, "户号", "1")
			e.Append(map[string]string{"户号": "5"})
			e.Add(-1, map[string]string{"户号": "0"})
		}, "户号,分\n\n001,8\n", "户号,分\n\n0,\n1,8\n5,\n"},
		"above one that is gone": {func(e *Table) {
			e.Remove(0)
			e.Add(-1, map[string]string{"户号": "0"})
		}, text, strings.Replace(text, "001,8,", "0,,", 1)},
		"like the first": {func(e *Table) { e.Add(-1, map[string]string{"户号": "0", "分": "1"}) }, "户号,分\n\"1\",\"2\"\n", "户号,分\n\"0\",\"1\"\n\"1\",\"2\"\n"},
		"only heads":     {func(e *Table) { e.Add(-1, map[string]string{"户号": "2"}) }, "户号,分", "户号,分\r\n2,\r\n"},
	} {
		e := newTable(plainTable(c.text))
		c.edit(e)
		if got := e.text(); got != c.want {
			t.Errorf("%s:\n%q\n%q", name, got, c.want)
		}
	}
}
