package english

import (
	"bytes"
	"strconv"
	"strings"
	"testing"
)

func TestOf(t *testing.T) {
	for _, c := range []struct{ chinese, want string }{
		{"plain", "plain"},
		{"没有“查看”这个命令，是不是 check？", "there is no command “查看”; is it check?"}, // the village's word stays
		{"gongshi: 还缺 户号、周期", "gongshi: missing: household number, period"},
		{"还缺命令；还缺命令", "a command is missing; a command is missing"},
		{"书里没有的话", "书里没有的话"},
		{"a.csv:4:8: 错误：第4行 C列“客厅”：“9。5”的小数点打成了别的符号 [type-error]",
			"a.csv:4:8: error: row 4, column C “客厅”: “9。5” has another sign in place of the decimal point [type-error]"},
		{"户号“1”不在 households.csv 中", "household “1” is not in households.csv"},
		{"“1”、“2”等 24 个不在 households.csv 中", "household “1”, “2” and more (24 in all) is not in households.csv"}, // after its column
		{"文件名“村，镇；“旧”：1.csv”不对，没有读", "the file name “村，镇；“旧”：1.csv” is wrong; the file was not read"},
		{"评分!第2–5、9行 C列“客厅”，共 5 处：“九”不是数字", "评分!rows 2–5, 9, column C “客厅”, 5 places: “九” is not a number"},
		{"第2–5、9行", "rows 2–5, 9"}, {"第2行、第4–5行", "row 2, rows 4–5"},
		{"文件 没有户号 通知", "文件 has no household 通知"}, // names, though the book has such words
		{"改法：写成 [1, 5]\n其余照此改", "mend: write [1, 5]\nmend the others in the same way"},
		{"这一行有中文标点 “ ，改成英文的 \"", "this line has Chinese punctuation; change it to \""},
	} {
		if got := Of(c.chinese); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.chinese, got, c.want)
		}
	}
}

func TestWriter(t *testing.T) {
	var out bytes.Buffer
	w := NewWriter(&out)
	for _, piece := range []string{"还缺", "命令\n还", "缺命令"} {
		if n, err := w.Write([]byte(piece)); n != len(piece) || err != nil {
			t.Fatal(n, err)
		}
	}
	if err := w.Flush(); err != nil || out.String() != "a command is missing\na command is missing" {
		t.Errorf("%q, %v", out.String(), err)
	}
}

// The book has each sentence once, with the parts that its English names.
func TestBook(t *testing.T) {
	seen := map[string]bool{}
	chinese := ""
	for line := range strings.Lines(text()) {
		line = strings.TrimSuffix(line, "\n")
		english, below := strings.CutPrefix(line, "\t")
		if !below {
			if seen[line] {
				t.Errorf("%s: twice", line)
			}
			seen[line], chinese = true, line
			continue
		}
		parts := len(newEntry(chinese, english).parts)
		for i, p := range placeAny.FindAllString(english, -1) {
			if n, _ := strconv.Atoi(strings.Trim(p, "{=#}")); n < 1 || n > parts {
				t.Errorf("%s: its English names part %d (%d. of %s)", chinese, n, i, english)
			}
		}
		if Chinese(english) {
			t.Errorf("%s: its English has Chinese: %s", chinese, english)
		}
	}
}
