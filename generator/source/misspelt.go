package source

import (
	"slices"
	"strings"
	"unicode/utf8"

	"gongshi/generator/diag"
	"gongshi/generator/scan"
)

// otherwise are headings that clerks write for a column, beside those that affixes explain.
// Some are right in another table, as 项目 is, which corrections.csv has not.
var otherwise = map[string][]string{
	"户号":   {"户编号", "农户编号", "户编码"},
	"户主":   {"户名", "户主名", "户主姓名", "姓名", "户王"},
	"组":    {"组别", "组号", "小组", "村民小组", "村民组", "片区"},
	"类别":   {"类型", "户类型", "户类别"},
	"参与":   {"参加", "参评", "参加与否", "参于", "参予"},
	"参与人数": {"参加人数", "参评人数"},
	"加入":   {"加人"},
	"股份":   {"股数", "股权", "股分"},
	"对象":   {"项目", "更正项目", "更正对象", "更正内容"},
	"原分":   {"原分数", "原得分", "原来", "更正前"},
	"现分":   {"现分数", "现得分", "现在", "更正后"},
	"周期":   {"期", "期数", "月份"},
	"项目":   {"事项", "事件", "加减分项目"},
	"分值":   {"分数", "积分", "得分", "加减分"},
	"审核":   {"审批", "审核意见"},
	"审核日期": {"审批日期", "审核时间", "审批时间"},
	"商品":   {"名称", "奖品", "物品"},
	"名称":   {"商品", "商品名称", "品名", "奖品", "物品", "任务", "任务名称", "项目名称"},
	"积分":   {"分值", "分数", "所需积分", "兑换积分", "所需分值"},
	"库存":   {"存量", "库存量", "数量", "件数", "总数"},
	"次数":   {"数量", "件数", "次", "人次", "户次"},
	"数量":   {"件数", "个数", "次数"},
	"现值":   {"现状", "完成值"},
}

// aside are columns by which nothing is decided: to miss one changes no figure.
var aside = []string{
	"评分日期", "评分人", "备注", "证明", "地点", "事由", "依据", "来源", "记录人", "经办", "说明", "原因", "姓名",
	"牵头", "责任单位",
}

// affixes are what a heading may have beside the column that it means.
var (
	prefixes = []string{"是否", "户"}
	suffixes = []string{"日期", "时间", "年月", "情况", "书", "与否", "编号", "号", "数量", "数", "结果", "状态", "日", "名称", "值"}
)

// nearColumn is the index of the column, among those that the table lacks, that a heading nearly is, or -1.
func (t *table) nearColumn(heading string) int {
	name := scan.Label(heading)
	for w, c := range t.want {
		if t.at[w] < 0 && slices.Contains(otherwise[c.name], name) {
			return w
		}
	}
	for w, c := range t.want {
		near := affixed(name, c.name) || mistyped(name, c)
		if near && t.at[w] < 0 && !isColumn(name) && !slices.Contains(aside, c.name) {
			return w
		}
	}
	return -1
}

// affixed reports whether a heading is a column's name with a word that adds nothing to it.
func affixed(heading, name string) bool {
	for _, prefix := range append(prefixes, "") {
		for _, suffix := range append(suffixes, "") {
			if heading == prefix+name+suffix {
				return true
			}
		}
	}
	return false
}

// mistyped reports whether one character is wrong in a heading. Of short words too many are other
// words with one wrong.
func mistyped(heading string, c column) bool {
	const short = 3
	if scan.IsASCII(heading) {
		return len(c.alias) > short && diag.Distance(heading, c.alias) == 1
	}
	return utf8.RuneCountInString(c.name) >= short && diag.Distance(heading, c.name) == 1
}

// misspelt finds the headings that are nearly a missing column, reports them, and uses each for
// that column, so that nothing that only follows from it is reported.
func (t *table) misspelt() {
	t.others = slices.DeleteFunc(t.others, func(i int) bool {
		h := t.heads[i]
		w := t.nearColumn(h.Text)
		if w < 0 || t.items.known(h.Text) {
			return false
		}
		t.at[w] = i
		t.misspells(h, t.want[w].name)
		return true
	})
}

// misspells reports a heading that is nearly another.
func (t *table) misspells(head scan.Cell, right string) {
	t.report(t.position(head), diag.Error, head.Text, &trouble{"misspelt-label",
		"不认识列名“" + scan.Short(head.Text) + "”，像是“" + right + "”",
		"如果是，就照改；如果是别的内容，换一个不相像的列名，或删去这一列"})
}

// remarks are words in headings of a sheet that hold no marks of an item.
var remarks = []string{"备注", "说明", "照片", "日期", "时间", "人", "原因", "依据", "证明", "总", "计"}

// meansItem is the name of an item without a column that a heading nearly is; empty if none.
func meansItem(heading string, lacking []string) string {
	name := scan.Label(heading)
	if isColumn(name) || slices.ContainsFunc(remarks, func(r string) bool { return strings.Contains(name, r) }) {
		return ""
	}
	for _, item := range lacking {
		whole := utf8.RuneCountInString(item) >= 2
		if whole && (strings.Contains(name, item) || utf8.RuneCountInString(name) >= 2 && strings.Contains(item, name)) {
			return item
		}
	}
	return nearest(name, lacking)
}

// nearest is the known word that a mistyped one most likely means; empty if none is near.
func nearest(word string, known []string) string {
	const longest = 64 // longer ones are no slips of the hand
	if n := utf8.RuneCountInString(word); n == 0 || n > longest {
		return ""
	}
	if !scan.IsASCII(word) {
		if k := contained(word, known); k != "" {
			return k
		}
	}
	best, least := "", 1<<30
	for _, k := range known {
		if d := diag.Distance(word, k); d < least && near(word, k, d) {
			best, least = k, d
		}
	}
	return best
}

// contained is the longest known word that is part of a longer one: 户主 of 户主姓名.
func contained(word string, known []string) string {
	best := ""
	for _, k := range known {
		if len(k) > len(best) && strings.Contains(word, k) {
			best = k
		}
	}
	return best
}

// near allows one slip in a short word, one for every three letters of a longer one, and an ending
// of two letters.
func near(a, b string, d int) bool {
	n := min(utf8.RuneCountInString(a), utf8.RuneCountInString(b))
	ending := n >= 3 && d <= 2 && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a))
	return n >= 2 && (d <= max(1, n/3) || ending)
}
