package privacy

import (
	"slices"
	"strings"
)

// delicate are words about what is not told of a household without its consent: illness and
// disability, poverty, marriage, children, quarrels and violence, debts.
var delicate = firsts(
	"患病", "病情", "病历", "重病", "大病", "疾病", "患癌", "癌症", "精神病", "艾滋", "乙肝", "肺结核", "残疾", "智障", "瘫痪", "失能", "吸毒", "戒毒",
	"低保", "五保", "特困", "贫困户", "建档立卡", "困难户", "救助金",
	"计划生育", "超生", "计生", "怀孕", "流产", "堕胎", "未婚先孕", "不孕", "结扎",
	"离婚", "婚外", "出轨", "再婚", "丧偶", "家暴", "家庭暴力", "打架", "斗殴", "吵架", "虐待", "服刑", "刑满", "犯罪", "拘留", "判刑", "社区矫正",
	"欠债", "欠款", "赌债", "失信", "老赖", "高利贷", "信访", "上访",
)

// belittling are words that belittle people, which have no place anywhere.
var belittling = firsts(
	"懒汉", "刁民", "无赖", "泼妇", "光棍", "傻子", "疯子", "瘸子", "聋子", "哑巴", "瞎子", "残废", "败家子", "二流子", "钉子户",
)

// Words returns the words of a text that tell of a household's private life, in their order, each once.
func Words(text string) []string { return wordsOf(text, delicate) }

// Belittling returns the words of a text that belittle people, in their order, each once.
func Belittling(text string) []string { return wordsOf(text, belittling) }

// firsts are words by their first character.
func firsts(words ...string) map[rune][]string {
	m := map[rune][]string{}
	for _, w := range words {
		first := []rune(w)[0]
		m[first] = append(m[first], w)
	}
	return m
}

func wordsOf(text string, list map[rune][]string) (found []string) {
	for i, r := range text {
		for _, w := range list[r] {
			if strings.HasPrefix(text[i:], w) && !slices.Contains(found, w) {
				found = append(found, w)
			}
		}
	}
	return found
}
