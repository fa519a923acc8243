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
	for line := range strings.Lines(text) {
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
