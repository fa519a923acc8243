package source

import (
	"encoding/csv"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/scan"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

const membersPath = "data/v/members.csv"

// cellsOf are the cells of positions in a members.csv.
func cellsOf(data []byte, at ...diag.Position) []diag.Cell {
	var list diag.List
	for _, p := range at {
		list.Add(diag.Diagnostic{Position: p})
	}
	Cells(fstest.MapFS{membersPath: {Data: data}}, &ledger.Book{}, list)
	var cells []diag.Cell
	for _, d := range list {
		cells = append(cells, d.Cell)
	}
	return cells
}

func TestCells(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		at   [2]int // line and column
		want diag.Cell
	}{
		"plain":            {"户号,成员号,姓名\n001,1,甲\n", [2]int{2, 5}, diag.Cell{Row: 2, Letter: "B", Heading: "成员号"}},
		"row":              {"户号,成员号\n001,1\n", [2]int{2, 0}, diag.Cell{Row: 2}},
		"header":           {"户号,成员号\n001,1\n", [2]int{1, 4}, diag.Cell{Row: 1, Letter: "B", Heading: "成员号"}},
		"last, no newline": {"户号,成员号\n001,1", [2]int{2, 5}, diag.Cell{Row: 2, Letter: "B", Heading: "成员号"}},
		"CRLF":             {"户号,成员号\r\n001,1\r\n002,1\r\n", [2]int{3, 5}, diag.Cell{Row: 3, Letter: "B", Heading: "成员号"}},
		"CR":               {"户号,成员号\r001,1\r002,1\r", [2]int{3, 5}, diag.Cell{Row: 3, Letter: "B", Heading: "成员号"}},
		// Rows 1 header, 2 blank, 3 blank, 4.
		"blank lines":        {"户号,成员号\n\n,,\n001,1\n", [2]int{4, 1}, diag.Cell{Row: 4, Letter: "A", Heading: "户号"}},
		"break in a cell":    {"户号,成员号,姓名\n001,1,\"甲\n（长子）\"\n002,1,乙\n", [2]int{4, 5}, diag.Cell{Row: 3, Letter: "B", Heading: "成员号"}},
		"CRLF in a cell":     {"户号,成员号,姓名\r\n001,1,\"甲\r\n乙\"\r\n002,1,乙\r\n", [2]int{4, 7}, diag.Cell{Row: 3, Letter: "C", Heading: "姓名"}},
		"after the break":    {"户号,姓名,成员号\n001,\"甲\n乙\",1\n", [2]int{3, 4}, diag.Cell{Row: 2, Letter: "C", Heading: "成员号"}},
		"before the break":   {"户号,姓名,成员号\n001,\"甲\n乙\",1\n", [2]int{2, 5}, diag.Cell{Row: 2, Letter: "B", Heading: "姓名"}},
		"break in a heading": {"户号,\"成员\n号\"\n001,1\n", [2]int{3, 5}, diag.Cell{Row: 2, Letter: "B", Heading: "成员 号"}},
		"title":              {"石桥村成员名册,\n户号,成员号\n001,1\n", [2]int{3, 5}, diag.Cell{Row: 3, Letter: "B", Heading: "成员号"}},
		"title of two lines": {"\"石桥村\n成员名册\",\n户号,成员号\n001,1\n", [2]int{4, 5}, diag.Cell{Row: 3, Letter: "B", Heading: "成员号"}},
		"in the title":       {"石桥村成员名册,\n户号,成员号\n001,1\n", [2]int{1, 1}, diag.Cell{Row: 1, Letter: "A"}},
		"no heading":         {"户号,成员号\n001,1,多\n", [2]int{2, 7}, diag.Cell{Row: 2, Letter: "C"}},
		"tabs":               {"户号\t成员号\n001\t1\n", [2]int{2, 5}, diag.Cell{Row: 2, Letter: "B", Heading: "成员号"}},
		"full-width commas":  {"户号，成员号\n001，1\n", [2]int{2, 5}, diag.Cell{Row: 2, Letter: "B", Heading: "成员号"}},
		"whole file":         {"户号,成员号\n001,1\n", [2]int{0, 0}, diag.Cell{}},
		"no table":           {"", [2]int{1, 1}, diag.Cell{}},
	} {
		utf16, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(c.text)
		gb, _ := simplifiedchinese.GB18030.NewEncoder().String(c.text)
		for encoding, text := range map[string]string{"UTF-8": c.text, "UTF-8 with BOM": "\ufeff" + c.text, "UTF-16": utf16, "GB18030": gb} {
			if got := cellsOf([]byte(text), diag.At(membersPath, c.at[0], c.at[1]))[0]; got != c.want {
				t.Errorf("%s, %s: %+v, want %+v", name, encoding, got, c.want)
			}
		}
	}
}

// A cell that is known by its heading is found in whichever column, and on whichever line, it is.
func TestCellsUnderHeadings(t *testing.T) {
	for name, c := range map[string]struct {
		text    string
		line    int
		heading string
		column  int32
		want    diag.Cell
	}{
		"plain":            {"户号,成员号,姓名\n001,1,甲\n", 2, "成员号", 5, diag.Cell{Row: 2, Letter: "B", Heading: "成员号"}},
		"in another order": {"成员号,户号\n1,001\n", 2, "成员号", 1, diag.Cell{Row: 2, Letter: "A", Heading: "成员号"}},
		"in English":       {"id,member\n001,1\n", 2, "成员号", 5, diag.Cell{Row: 2, Letter: "B", Heading: "member"}},
		"after a break":    {"户号,姓名,成员号\n001,\"甲\n乙丙丁\",1\n", 2, "成员号", 6, diag.Cell{Row: 2, Letter: "C", Heading: "成员号"}},
		"a short row":      {"户号,成员号,姓名,退出\n001,1\n", 2, "退出", 5, diag.Cell{Row: 2, Letter: "D", Heading: "退出"}},
		"no such column":   {"户号,成员号\n001,1\n", 2, "退出", 0, diag.Cell{Row: 2}},
		"no table":         {"", 2, "户号", 0, diag.Cell{}},
	} {
		var list diag.List
		list.Wrong(diag.RecordAt(membersPath, c.line).At(c.heading), "", "", "")
		Cells(fstest.MapFS{membersPath: {Data: []byte(c.text)}}, &ledger.Book{}, list)
		if d := list[0]; d.Column != c.column || d.Cell != c.want {
			t.Errorf("%s: column %d, %+v, want %d, %+v", name, d.Column, d.Cell, c.column, c.want)
		}
		// Of a row with a cell too many what follows is told as a whole.
		list = diag.List{{Position: diag.At(membersPath, c.line, 0), Code: "extra-cell"}}
		list.Wrong(diag.RecordAt(membersPath, c.line).At("退出"), "", "", "")
		Cells(fstest.MapFS{membersPath: {Data: []byte(c.text)}}, &ledger.Book{}, list)
		if d := list[1]; d.Column != 0 || d.Cell.Letter != "" {
			t.Errorf("%s, too wide: column %d, %+v", name, d.Column, d.Cell)
		}
	}
}

// A message refers to other rows by their lines, and a spreadsheet shows them elsewhere.
func TestCellsOfRowsReferredTo(t *testing.T) {
	text := "户号,成员号\n001,\"1\n\"\n002,1\n002,1\n"
	first, second := diag.At(membersPath, 4, 0), diag.At(membersPath, 2, 0)
	list := diag.List{{Position: diag.At(membersPath, 5, 0), Message: first.Row() + "、" + second.Row(), Refs: []diag.Position{first, second}}}
	Cells(fstest.MapFS{membersPath: {Data: []byte(text)}}, &ledger.Book{}, list)
	if got := list[0].Text(); got != "第4行：第3行、第2行" {
		t.Errorf("it refers to %s", got)
	}
}

// FuzzCells holds the mapping against a reader that knows nothing of ours: the fields of
// each record are where it finds them.
func FuzzCells(f *testing.F) {
	f.Add("001,1,\"甲\n乙\"\n002,\"\",丙\n")
	f.Add("001,1\r\n\"002\",2\r\n")
	f.Fuzz(func(t *testing.T, body string) {
		text := "户号,成员号,姓名\n" + body
		if !utf8.ValidString(body) || strings.ContainsAny(body, "\r\ufeff\x00;\t，") || strings.Contains(text, "\n\n") || len(text) > 4000 || scan.Inspect(text) != nil {
			return
		}
		r := csv.NewReader(strings.NewReader(text))
		r.FieldsPerRecord = -1
		for row := int32(1); ; row++ {
			fields, err := r.Read()
			if err != nil {
				return
			}
			for i, field := range fields {
				line, column := r.FieldPos(i)
				if field == "" || scan.Trim(field) != field || strings.Contains(field, "\n") {
					return // where trimming moves a cell, or its heuristics end it
				}
				before := strings.Split(text, "\n")[line-1][:column-1]
				got := cellsOf([]byte(text), diag.At(membersPath, line, len([]rune(before))+1))[0]
				if got.Row != row || got.Letter != diag.Letter(i) {
					t.Fatalf("%q: field %d of record %d is at %s", text, i, row, fmt.Sprint(got))
				}
			}
		}
	})
}
