package source

import (
	"slices"
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

var reviews = []string{string(ledger.Approved), string(ledger.Pending), string(ledger.Refused)}

func oneOf(s string, words []string) (string, *trouble) {
	if slices.Contains(words, s) {
		return s, nil
	}
	return "", constraintError(meantOr(s, words), "应是其中之一：%s", strings.Join(words, "、"))
}
