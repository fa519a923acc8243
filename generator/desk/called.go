package desk

import (
	"path"
	"regexp"
	"strings"

	"gongshi/generator/convert"
	"gongshi/generator/ledger"
)

// fileWords is what a clerk calls a file below data/; its name where there is no word for it.
func fileWords(name string) string {
	folder, base := path.Split(name)
	stem := strings.TrimSuffix(base, path.Ext(base))
	if of := inFolder[path.Base(folder)]; of != "" {
		if period, ok := ledger.ParsePeriod(stem); ok {
			return convert.PeriodWords(period) + "的" + of
		}
		return of + " " + stem
	}
	if of := alone[base]; of != "" {
		return of
	}
	return name
}

var (
	inFolder = map[string]string{"scores": "评分", "declared": "申报", "events": "加减分", "notices": "公示", "distributions": "分红", "scheme": "办法"}
	alone    = map[string]string{
		"households.csv": "名册", "members.csv": "成员", "corrections.csv": "更正", "rewards.csv": "商品", "redemptions.csv": "兑换", "tasks.csv": "任务",
		"seals.csv": "封存的记录", "salts.csv": "封存的记录", "place.toml": "村的设置", "config.toml": "网站的设置",
	}
)

// inWords finds the names of tables within a sentence of the check, which a terminal shows too; whole paths stay.
var inWords = regexp.MustCompile(`(^|[^\w/.-]) ?(households\.csv|members\.csv|corrections\.csv|rewards\.csv|redemptions\.csv|tasks\.csv|events/|scores/) ?($|[^\w./*<-])`)

// instead are what a terminal is told to do and to look at, and how the desk does it and calls it; the longer
// before the shorter.
var instead = []string{
	"运行 gongshi seal，把 seals.csv 和 salts.csv 一起留好，用 git 的一起提交", "到“封存”一页封存",
	"再运行 gongshi seal", "再到“封存”一页封存",
	"如果是上次 gongshi seal 没有写完，恢复以后再运行一次", "如果是上次封存没有写完，恢复以后再封存一次",
	"这两个文件只由 gongshi seal 写", "封存的记录只由程序写",
	"这个文件只由 gongshi seal 写", "封存的记录只由程序写",
	"有 seals.csv，却没有 salts.csv：没有盐就核对不了封存", "封存的记录少了一半，核对不了",
	"从版本库（或备份）取回", "从备份取回",
	"从版本库或备份取回", "从备份取回",
	"从备份或仓库取回", "从备份取回",
	"从版本库恢复", "从备份恢复",
	"seals.csv 和 salts.csv", "封存的记录",
	"seals.csv", "封存的记录",
	"salts.csv", "封存的记录",
	"在 corrections.csv 加一行更正", "登记一条更正",
	"在 answer 里说明", "在答复里说明",
	"写了答复 answer，却没有答复日期 decided，", "写了答复，却没有答复日期，",
	"加上 decided = 日期，再写 outcome", "到“答复异议”一页写上哪天答复、成立还是不成立",
	"写上 decided（答复日期）、outcome（upheld 成立，rejected 不成立）和 answer（答复）", "到“答复异议”一页写上",
	"核对日期，或改正商品和数量", "到那时候再登记，或者少换一些",
	"在文件里是另一件", "已经是另一件",
	"文件里已经有", "已经有",
	"姓名不进 git", "姓名不进改动记录",
	"再导入", "再写",
	"或在 scheme/ 里补上", "或在办法里补上",
}

var (
	inDesk = strings.NewReplacer(instead...)
	joined = strings.NewReplacer(" 封存的记录 ", "封存的记录", " 封存的记录", "封存的记录", "封存的记录 ", "封存的记录") // no file's name any more
)

// spoken is a sentence of the check in the words of a clerk, and with what is done at the desk.
func spoken(text string) string {
	return inWords.ReplaceAllStringFunc(joined.Replace(inDesk.Replace(text)), func(found string) string {
		parts := inWords.FindStringSubmatch(found)
		word := alone[parts[2]]
		if word == "" {
			word = inFolder[strings.TrimSuffix(parts[2], "/")]
		}
		return strings.TrimSuffix(parts[1], " ") + "“" + word + "”" + parts[3]
	})
}
