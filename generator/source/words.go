package source

import (
	"strings"

	"gongshi/generator/ledger"
)

// parseYes reads 是/否, yes/no, true/false, 1/0; empty means yes.
func parseYes(typed string) (bool, *trouble) {
	switch strings.ToLower(number(typed)) {
	case "", "是", "yes", "true", "1":
		return true, nil
	case "否", "no", "false", "0":
		return false, nil
	}
	return true, typeError("填“是”或“否”，留空就是“是”", "不是“是”或“否”")
}

var kinds = []string{"农户", "老年户", "外来户", ledger.Organisation}

func parseKind(s string) (string, *trouble) {
	if s == "" {
		return kinds[0], nil
	}
	return oneOf(s, kinds)
}

var reviews = []string{string(ledger.Approved), string(ledger.Pending), string(ledger.Refused)}

func parseReview(s string) (ledger.Review, *trouble) {
	if s == "" {
		return "", nil
	}
	word, bad := oneOf(s, reviews)
	return ledger.Review(word), bad
}

func oneOf(s string, words []string) (string, *trouble) {
	for _, w := range words {
		if s == w {
			return w, nil
		}
	}
	return "", constraintError(meantWord(s, "", words), "应是其中之一：%s", strings.Join(words, "、"))
}

// glosses are the words of the settings in Chinese, in the order in which each key
// lists them.
var glosses = map[string][]string{
	"names":          {"张*明", "张家", "全名", "不公布姓名"},
	"consent":        {"只写户号", "完全不列", "不看同意"},
	"deductions":     {"只写项目和分", "连事由"},
	"kind":           {"村", "镇", "区", "县"},
	"count":          {"自然日", "工作日"},
	"first_day":      {"次日起算", "当日起算"},
	"rest_day_end":   {"遇休息日顺延", "遇节假日顺延", "不顺延"},
	"carry":          {"每年从头累计", "终身累计"},
	"rank_by":        {"总分", "人均分"},
	"missing":        {"报错", "算满分", "算 0 分"},
	"not_applicable": {"算满分", "算 0 分", "按比例折算"},
	"combine":        {"相加", "平均", "取最后一次"},
	"rounding":       {"舍去", "四舍五入", "进一"},
	"ties":           {"并列都算", "并列都不算"},
	"outcome":        {"成立", "不成立"},
}

var cycleGlosses = map[string]string{"month": "月", "quarter": "季", "year": "年"}

// gloss is what the i-th word of a key means in Chinese; empty if that needs no saying.
func gloss(key string, words []string, i int) string {
	if key == "cycle" {
		return cycleGlosses[words[i]]
	}
	if g := glosses[key]; len(g) == len(words) {
		return g[i]
	}
	return ""
}

// glossed are a key's words, each with its meaning.
func glossed(key string, words []string) string {
	var list []string
	for i, w := range words {
		if g := gloss(key, words, i); g != "" {
			w += "（" + g + "）"
		}
		list = append(list, w)
	}
	return strings.Join(list, "、")
}

// meantWord is a hint that names the word which a clerk most likely meant, who may have
// written it in Chinese.
func meantWord(typed, key string, words []string) string {
	for i, w := range words {
		if g := gloss(key, words, i); g != "" && strings.TrimRight(typed, "度") == g {
			return "写成 " + w
		}
	}
	if hint := meant(typed, words); hint != "" {
		return hint
	}
	return "改成其中一个词"
}
