package source

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/scan"
)

// FuzzTable: whatever a table holds, reading it ends, each problem is in it, and no row with
// a readable 户号 is passed over without a word.
func FuzzTable(f *testing.F) {
	f.Add(testTable)
	f.Add("标题\n户号;户主\n\"1;2\n3;4")
	f.Add("id\tid\thead\n1.0\t?\n")
	f.Add("户号,户主,组\n1,2,3\n001,张三,1\n合计,1户,\n注：无,,\n共和,合计,1\n二组,,\n户号,户主,组\n002,李四,2\n日期,户号,商品\n")
	f.Add("户号,情况,\n,户主,组\n甲,乙,丙\n甲,张三,1\n备注,40\n,合计,3\n003,王,五,3,\n")
	f.Fuzz(func(t *testing.T, text string) {
		text, bad := scan.Decode([]byte(text), ".csv")
		if bad != nil {
			return
		}
		p, diags := readOne(t, "data/v/households.csv", " "+text)
		lines := strings.Split(newlines.Replace(" "+text), "\n")
		for _, d := range diags {
			if d.Code == "" || d.Message == "" || int(d.Line) > len(lines) || d.Line > 0 && int(d.Column) > len([]rune(lines[d.Line-1]))+1 {
				t.Fatalf("%q: %+v", text, d)
			}
		}
		wantEveryKey(t, " "+text, p, diags)
		for _, h := range p.Households {
			if h.Key != Key(h.ID) || checkID(h.ID) != nil || p.Household(h.Key) != h || len(h.Spans) == 0 {
				t.Fatalf("%q: %+v", text, h)
			}
		}
	})
}

// wantEveryKey holds that each row with a readable 户号 is in the Book, unless an error says
// that not all could be read, or the note of rows passed over names it.
func wantEveryKey(t *testing.T, text string, p *ledger.Place, diags diag.List) {
	if diags.HasErrors() {
		return
	}
	var quiet diag.List
	table := openTable(&file{path: "x", text: text, diags: &quiet}, householdColumns, nil, nil)
	passed := passedRows(diags)
	if passed == nil {
		return
	}
	for {
		cells, more := table.scan.Record(nil)
		if !more {
			return
		}
		id := published(textAt(cells, table.at[table.index("户号")]))
		if id != "" && checkID(id) == nil && p.Household(Key(id)) == nil && !passed[table.scan.Row] && !passed[-cells[0].Line] {
			t.Fatalf("%q: row %d is lost", text, table.scan.Row)
		}
	}
}

var rowForm = regexp.MustCompile(`第(\d+)(?:–(\d+))?行`)

// passedRows are the rows that notes name, or of a note on one row its line, negative.
func passedRows(diags diag.List) map[int]bool {
	rows := map[int]bool{}
	for _, d := range diags {
		if d.Code != "passed-row" {
			continue
		}
		if strings.Contains(d.Message, "……") {
			return nil // it does not name them all
		}
		rows[-int(d.Line)] = true
		_, list, _ := strings.Cut(d.Message, " 行（")
		for _, m := range rowForm.FindAllStringSubmatch(list, -1) {
			first, _ := strconv.Atoi(m[1])
			last, _ := strconv.Atoi(m[2])
			for i := first; i <= max(first, last); i++ {
				rows[i] = true
			}
		}
	}
	return rows
}
