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
		"seals.csv": "封存的记录 seals", "salts.csv": "封存的记录 salts", "place.toml": "村的设置", "config.toml": "网站的设置",
	}
)

// inWords finds the names of tables within a sentence of the check, which a terminal shows too; whole paths stay.
var inWords = regexp.MustCompile(`(^|[^\w/.-]) ?(households\.csv|members\.csv|corrections\.csv|rewards\.csv|redemptions\.csv|tasks\.csv|events/|scores/) ?($|[^\w./*<-])`)

// spoken is a sentence of the check with what a clerk calls the tables.
func spoken(text string) string {
	return inWords.ReplaceAllStringFunc(text, func(found string) string {
		parts := inWords.FindStringSubmatch(found)
		word := alone[parts[2]]
		if word == "" {
			word = inFolder[strings.TrimSuffix(parts[2], "/")]
		}
		return strings.TrimSuffix(parts[1], " ") + "“" + word + "”" + parts[3]
	})
}
