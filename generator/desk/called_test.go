package desk

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"gongshi/generator/sitetest"
)

// Nothing that a clerk is told is said as to a terminal; and what is replaced is still what other rooms say.
func TestSpoken(t *testing.T) {
	for text, want := range map[string]string{
		"运行 gongshi seal，把 seals.csv 和 salts.csv 一起留好，用 git 的一起提交；以后每次张榜当天封存": "到“封存”一页封存；以后每次张榜当天封存",
		"在 corrections.csv 加一行更正；分数不需要改动的，在 answer 里说明":                       "登记一条更正；分数不需要改动的，在答复里说明",
		"恢复原来的内容，连同 corrections.csv 里封存那天以前的行和 salts.csv；确实要改分":               "恢复原来的内容，连同“更正”里封存那天以前的行和封存的记录；确实要改分",
		"公示期满、没有未决的异议，一期积分才生效，才能兑换；核对日期，或改正商品和数量":                             "公示期满、没有未决的异议，一期积分才生效，才能兑换；到那时候再登记，或者少换一些",
		"编号“3”在文件里是另一件（“别的”）":                                                 "编号“3”已经是另一件（“别的”）",
	} {
		if got := spoken(text); got != want {
			t.Errorf("%s: %s", text, got)
		}
	}
	var left []string
	for i := 0; i < len(instead); i += 2 {
		left = append(left, instead[i])
	}
	sitetest.Must(t, fs.WalkDir(os.DirFS(".."), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || strings.HasPrefix(name, "desk/") || strings.HasPrefix(name, "english/") {
			return err
		}
		b, err := os.ReadFile("../" + name)
		left = slices.DeleteFunc(left, func(text string) bool { return strings.Contains(string(b), text) })
		return err
	}))
	if len(left) > 0 {
		t.Errorf("no room says %q any more", left)
	}
}
