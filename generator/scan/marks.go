package scan

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// Mark is the kind of row that the text of a cell marks.
type Mark uint8

const (
	Unmarked Mark = iota
	Total         // 合计, 共5户, 第一组小计, 平均分
	Remark        // 备注：…, 制表：李四, 以下空白
)

const (
	numeral = `(?:[\d.]+|[一二两三四五六七八九十百千零]+)`
	measure = `户|人次|人|次|件|分|元|项|条|个|份|家|名|股|种|组|页|村`
	doings  = `制表|填表|填报|编制|审核|审批|复核|校核|负责|经办|记录|评分|考评|统计|监督`
)

var (
	totalForm = regexp.MustCompile(`^(?:` +
		`.{0,12}(?:合计|小计|总计)(?:数|得分|总分|户数|人数|积分|分数|金额)?|` +
		`(?:合计|小计|总计|总共|共计|共有|共)(?:` + numeral + `(?:` + measure + `))+|` +
		`(?:合计|小计|总计)` + numeral + `|` +
		`总共|共计|总和|总数|总分|累计|平均|平均分|平均值|平均数|均分|户均|人均|最高分|最低分|满分|标准分|得分率|百分比|占比` +
		`)$`)
	remarkForm = regexp.MustCompile(`^(?:备注|备考|附注|注释|注|说明|(?:填表|填写|填报|评分|计分)说明|制表|填表|` +
		`(?:` + doings + `)(?:人|人员|日期|时间|单位|意见))$`)
	// These could be an ordinary word: a sign has to follow.
	remarkLabel = regexp.MustCompile(`^(?:注\d+|日期|时间|单位|组长|村主任|书记|` + doings + `)$`)
	// After these no sign is needed.
	remarkStart = regexp.MustCompile(`^(?:制表|填表|填报人|审核人|以下空白|此处空白|以下无正文)`)
	signature   = regexp.MustCompile(`(?:盖章|签字|签名|签章|公章)[):]`)
)

// MarkOf returns the mark that a cell's text is. It is called for almost every row, so it first
// checks whether the text can be one at all.
func MarkOf(text string) Mark {
	if !suspect(text) {
		return Unmarked
	}
	s := strings.TrimLeft(Narrow(text), "([*※★【〔 ")
	squeezed := strings.Join(strings.FieldsFunc(s, Blank), "")
	head, cut := headOf(squeezed)
	first, _ := headOf(s)
	switch {
	case totalForm.MatchString(head), first != head && totalForm.MatchString(first):
		return Total
	case remarkForm.MatchString(head), remarkStart.MatchString(squeezed), signature.MatchString(squeezed),
		cut && remarkLabel.MatchString(head),
		first != head && remarkForm.MatchString(first):
		return Remark
	}
	return Unmarked
}

// suspect reports whether a text may be a mark: it begins like one, or has a character with which
// one ends.
func suspect(text string) bool {
	if IsASCII(text) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text)
	switch r {
	case '合', '小', '总', '共', '累', '平', '均', '户', '人', '最', '满', '标',
		'得', '百', '占', '备', '附', '注', '说', '填', '评', '计', '制', '编', '审', '复', '校', '负', '经', '记', '考', '统', '监', '以', '此',
		'日', '时', '单', '组', '村', '书',
		'(', '（', '[', '［', '*', '＊', '※', '★', '【', '〔':
		return true
	}
	return strings.Contains(text, "计") || strings.Contains(text, "章") || strings.Contains(text, "签")
}

var countForm = regexp.MustCompile(`^\d+(?:` + measure + `)$`)

// IsCount reports whether a text is a number of something, as 12户.
func IsCount(text string) bool {
	return text != "" && text[0] <= '9' && !IsASCII(text) && countForm.MatchString(text)
}

// headOf returns the text before the first sign that no 户号 can have.
func headOf(s string) (head string, cut bool) {
	if i := strings.IndexFunc(s, func(r rune) bool { return !IDRune(r) }); i >= 0 {
		return s[:i], true
	}
	return s, false
}
