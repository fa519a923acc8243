package diag

import (
	"strconv"
	"strings"
	"testing"
)

// found is an error at a row and column of a table, of which Cells has told.
func found(file string, row int, letter, heading, code, message, hint string) Diagnostic {
	return Diagnostic{
		Position: At(file, row, 1+int(letter[0]-'A')*4), Cell: Cell{Row: int32(row), Letter: letter, Heading: heading},
		Code: code, Heading: heading, Message: message, Hint: hint,
	}
}

// texts are a list's messages and hints as a clerk reads them.
func texts(list List) string {
	var s strings.Builder
	for _, d := range list {
		s.WriteString(d.File + " " + d.Text() + "\n  " + strings.ReplaceAll(d.Hint, "\n", "\n  ") + "\n")
	}
	return s.String()
}

func TestGroup(t *testing.T) {
	var zeros, columns, dates, many List
	for row := 2; row <= 25; row++ {
		zeros.Add(found("a.csv", row, "A", "户号", "foreign-key", "户号“"+strconv.Itoa(row-1)+"”不在 households.csv 中", "补上零"))
	}
	for i, letter := range []string{"B", "C", "D"} {
		heading := []string{"庭院", "厨房", "客厅"}[i]
		columns.Add(found("a.csv", 2, letter, heading, "type-error", heading+"“9分”后面有“分”字", "只填数字 9"))
		columns.Add(found("a.csv", 4, letter, heading, "type-error", heading+"“"+strconv.Itoa(i)+"分”后面有“分”字", "只填数字 "+strconv.Itoa(i)))
	}
	columns.Add(found("b.csv", 2, "B", "庭院", "type-error", "庭院“9分”后面有“分”字", "只填数字 9"))
	for row, day := range map[int]string{2: "1/9", 3: "2/9", 4: "3/9"} {
		dates.Add(found("a.csv", row, "B", "日期", "type-error", "日期“"+day+"”可以读成 "+day[:1]+" 月 9 日", "写全"))
	}
	dates.Sort()
	for row := 2; row <= 30; row += 2 {
		many.Add(found("a.csv", row, "A", "户号", "missing-cell", "户号空着，这里必须填", "填上"))
	}
	for name, c := range map[string]struct {
		list List
		want string
	}{
		"one":  {zeros[:1], "a.csv 第2行 A列“户号”：“1”不在 households.csv 中\n  补上零\n"},
		"two":  {zeros[:2], "a.csv 第2–3行 A列“户号”，共 2 处：“1”、“2”不在 households.csv 中\n  补上零\n"},
		"rows": {zeros, "a.csv 第2–25行 A列“户号”，共 24 处：“1”、“2”、“3”等 24 个不在 households.csv 中\n  补上零\n"},
		"columns": {columns, "a.csv 单元格 B2、C2、D2、B4、C4、D4，共 6 处：“9分”、“0分”、“1分”等 4 个后面有“分”字\n" +
			"  “9分”：只填数字 9\n  “0分”：只填数字 0\n  “1分”：只填数字 1\n  其余照此改\n" +
			"b.csv 第2行 B列“庭院”：“9分”后面有“分”字\n  只填数字 9\n"},
		"an example": {dates, "a.csv 第2–4行 B列“日期”，共 3 处：例如日期“1/9”可以读成 1 月 9 日\n  写全\n"},
		"long":       {many, "a.csv 第2、4、6、8、10、12行等 A列“户号”，共 15 处：户号空着，这里必须填\n  填上\n"},
	} {
		list := append(List{}, c.list...)
		list.Group()
		if got := texts(list); got != c.want {
			t.Errorf("%s:\n%swant:\n%s", name, got, c.want)
		}
	}
}

// Other words, another code or severity, and figures that are no reading of a value, are other causes.
func TestGroupKeepsApart(t *testing.T) {
	a := found("a.csv", 2, "A", "户号", "foreign-key", "户号“1”不在册", "改正")
	b, c, d, e := a, a, a, a
	b.Message, c.Code, d.Severity, e.Message = "户号“1”不参与", "primary-key", Note, "户号“1”不在册 5 天"
	for _, other := range []Diagnostic{b, c, d, e} {
		list := List{a, other}
		if list.Group(); len(list) != 2 {
			t.Errorf("one of %+v and %+v", a, other)
		}
	}
}

// What has a scope is told once for all its files.
func TestGroupScope(t *testing.T) {
	var list List
	for i, file := range []string{"a.csv", "b.csv", "b.csv", "c.csv", "d.csv", "e.csv"} {
		d := found(file, 5+i, "A", "户号", "foreign-key", "户号“013”不在册", "登记")
		d.Scope = "data/v/"
		list.Add(d)
	}
	list.Group()
	want := "a.csv 第5行 A列“户号”，还有 b.csv 第6–7行、c.csv 第8行、d.csv 第9行 等 4 个文件，共 6 处：“013”不在册\n  登记\n"
	if got := texts(list); got != want || len(list[0].Spots) != 6 {
		t.Errorf("%swant %s", got, want)
	}
}

// The cells of several sheets are told sheet by sheet.
func TestGroupSheets(t *testing.T) {
	var list List
	for i, sheet := range []string{"评分", "评分", "二月"} {
		d := found("a.xlsx", 4+i, "C", "庭院", "type-error", "庭院“九”不是数字", "只填数字")
		d.Cell.Sheet = sheet
		list.Add(d)
	}
	list.Group()
	want := "a.xlsx 评分!第4–5行 C列“庭院”，还有 二月!第6行，共 3 处：“九”不是数字\n  只填数字\n"
	if got := texts(list); got != want {
		t.Errorf("%swant %s", got, want)
	}
}
