package source

import (
	"slices"
	"strings"

	"gongshi/generator/ledger"
	"gongshi/generator/scan"
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

var reviews = []string{string(ledger.Approved), string(ledger.Pending), string(ledger.Refused)}

func oneOf(s string, words []string) (string, *trouble) {
	if slices.Contains(words, s) {
		return s, nil
	}
	return "", constraintError(meantOr(s, words), "应是其中之一：%s", strings.Join(words, "、"))
}

// glosses are the words of the settings in Chinese, those with one meaning separated by "/".
// Messages show them, and they are understood as values.
var glosses = map[string]map[string]string{
	"names":          {"masked": "张*明", "surname": "张家", "full": "全名", "none": "不公布姓名"},
	"consent":        {"number": "只写户号", "omit": "完全不列", "ignore": "不看同意"},
	"deductions":     {"points": "只写项目和分", "grounds": "连事由"},
	"kind":           {"village": "村", "town": "镇/乡", "district": "区", "county": "县"},
	"count":          {"calendar": "自然日", "working": "工作日"},
	"first_day":      {"next": "次日起算", "same": "当日起算"},
	"rest_day_end":   {"extend": "遇休息日顺延", "holidays": "遇节假日顺延", "keep": "不顺延"},
	"cycle":          {"month": "月", "quarter": "季", "year": "年"},
	"carry":          {"year": "每年从头累计", "lifetime": "终身累计"},
	"rank_by":        {"total": "总分", "average": "人均分"},
	"missing":        {"error": "报错", "full": "算满分", "zero": "算 0 分"},
	"not_applicable": {"full": "算满分", "zero": "算 0 分", "scale": "按比例折算"},
	"combine":        {"sum": "相加", "mean": "平均", "last": "取最后一次"},
	"rounding":       {"down": "舍去", "nearest": "四舍五入", "up": "进一"},
	"ties":           {"in": "并列都算", "out": "并列都不算"},
	"outcome":        {"upheld": "成立/采纳", "rejected": "不成立/不采纳"},
}

// glossed returns a key's words, each with its meaning.
func glossed(key string, words []string) string {
	var list []string
	for _, w := range words {
		if g := glosses[key][w]; g != "" {
			w += "（" + g + "）"
		}
		list = append(list, w)
	}
	return strings.Join(list, "、")
}

// understood returns the one of a key's words that was typed, in English or in Chinese.
func understood(key, typed string, words []string) (string, bool) {
	typed = strings.TrimSuffix(scan.Trim(typed), "度") // 季度, 年度
	for _, w := range words {
		if typed == w || typed != "" && slices.Contains(strings.Split(glosses[key][w], "/"), typed) {
			return w, true
		}
	}
	return "", false
}

// meantOr returns a hint that names the nearest of a few words, or else asks for one of them.
func meantOr(typed string, words []string) string {
	if near := nearest(typed, words); near != "" {
		return "是不是“" + near + "”？"
	}
	return "改成其中一个词"
}
