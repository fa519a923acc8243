package source

import (
	"cmp"
	"errors"
	"regexp"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/scan"

	"github.com/BurntSushi/toml"
)

// syntax reports what the TOML parser refuses, in the clerk's words.
func (f *file) syntax(doc *document, text string, err error) {
	l := newLines(text)
	where, message := at(f.path), err.Error()
	if parse, is := errors.AsType[toml.ParseError](err); is {
		message = cmp.Or(parse.Message, strings.TrimPrefix(message, "toml: "))
		line, column := l.at(parse.Position.Start)
		atEnd := strings.Contains(message, `'\n'`) && line == parse.Position.Line-1
		if line != parse.Position.Line && !atEnd {
			line, column = parse.Position.Line, 1
		}
		where = diag.At(f.path, line, column)
	}
	line, header := l.line(int(where.Line)), l.header(int(where.Line))
	said, hint := reword(message)
	if dup := twice.FindStringSubmatch(message); dup != nil {
		said, hint = doc.twice(header, line, dup[1])
	} else if better := doc.slip(header, line); better != "" {
		hint = better
	}
	if show := scan.Short(line); show != "" {
		said += "：“" + show + "”"
	}
	f.report(where, diag.Error, "", &trouble{"toml-syntax", said, hint})
}

// wordings are the parser's messages that clerks meet, and what to do about them.
var wordings = []struct {
	form, message, hint string
}{
	{`already been defined|already (created|exists|defined)|duplicate`, "同一个名字写了两次", "删去其中一个"},
	{`strings cannot contain newlines`, "文字的引号没有在本行结束", "在行末补上英文双引号"},
	{`unexpected EOF; expected '"`, "文字的引号没有结束", "在文字后面补上英文双引号"},
	{`invalid datetime`, "日期不对", "写成像 2023-03-01 这样，月和日各两位"},
	{`leading zeroes`, "数字前面不能有 0", "号码要加英文双引号，例如 \"001\""},
	{`expected value`, "等号后面缺少值，或值没有加引号", "文字两边加英文双引号，例如 name = \"中坪村\""},
	{`array terminator`, "列表里缺少逗号，或没有用“]”结束", "各项之间用英文逗号，最后用“]”"},
	{`inline table`, "花括号里缺少逗号，或没有用“}”结束", "各项之间用英文逗号，最后用“}”"},
	{`key separator '='|expected '.' or '='`, "这一行缺少等号", "写成 名字 = 值；说明文字前面加 #"},
	{`key name appears blank|bare keys|keys cannot`, "等号前面的名字不对", "名字只用英文字母、数字、“-”和“_”"},
	{`to end table name|table array name|table name`, "方括号里的名字不对", "写成 [contact] 或 [[category]]"},
	{`expected a top-level item to end`, "这一行后面多了内容", "一行只写一项；文字两边加英文双引号"},
	{`escape`, "文字里的“\\”不对", "把“\\”写成“\\\\”"},
	{`control characters`, "这里有看不见的控制字符", "删去后重新输入"},
	{`out of range`, "数字太大", "看看是不是多打了几位"},
	{`[Ii]nvalid (integer|float)|expected a digit|floats must`, "数字写得不对", "写成像 2 或 2.5 这样；文字两边加英文双引号"},
}

func reword(message string) (said, hint string) {
	for _, w := range wordings {
		if regexp.MustCompile(w.form).MatchString(message) { // compiled where it is needed
			return w.message, w.hint
		}
	}
	return "这里的写法不对", "对照其他文件里同样的地方改正"
}

var (
	twice      = regexp.MustCompile(`[Kk]ey '?([^']*)'? (?:has already been defined|was already created)`)
	pairLine   = regexp.MustCompile(`^\s*([A-Za-z0-9_-]+)\s*([=＝:：]|\s)\s*(.*)$`)
	headerLine = regexp.MustCompile(`^\s*(?:[［【]|\[)+\s*([A-Za-z0-9_.-]+)`)
	hanziKey   = regexp.MustCompile(`^\s*\p{Han}+\s*[=＝:：]`)
	zeroNumber = regexp.MustCompile(`[=\[,]\s*(0\d+)`)
)

// header is the header above a line, as it would be without slips of the hand; empty if there is
// none.
func (l *lines) header(line int) string {
	for ; line >= 1; line-- {
		if m := headerLine.FindStringSubmatch(l.line(line)); m != nil {
			return m[1]
		}
	}
	return ""
}

// named is the table of that name, whatever its brackets; nil if the file may not hold it.
func (d *document) named(name string) *section {
	for _, b := range d.shape() {
		if tableName(b.header) == name {
			return b
		}
	}
	return nil
}

// twice is what to tell of a name that is given a second time. Of tables of which there are
// several the second brackets are missing, or the header of a second one.
func (d *document) twice(header, line, key string) (said, hint string) {
	b := d.named(header)
	several := b != nil && strings.HasPrefix(b.header, "[[")
	switch isHeader := headerLine.MatchString(line); {
	case isHeader && several:
		return "“" + header + "”有几节，每节上面都要写两层方括号", "每一处都写成 " + b.header
	case isHeader:
		return "“" + header + "”写了两次", "两处的内容合在一个 [" + header + "] 下面"
	case several:
		return "“" + key[strings.LastIndexByte(key, '.')+1:] + "”在同一节 " + b.header + " 里写了两次", "如果是另一节的内容，在它上面加一行 " + b.header + "；重复的，删去一行"
	}
	return "“" + key + "”写了两次", "删去其中一行"
}

// slip recognises what Chinese keyboards and habits put into a line of TOML.
func (d *document) slip(header, line string) string {
	outside := withoutStrings(line)
	if m := pairLine.FindStringSubmatch(withoutComment(line)); m != nil {
		if better := d.pair(header, m[1], m[3], m[2] == "="); better != "" {
			return better
		}
	}
	if hanziKey.MatchString(outside) {
		return "等号前面的名字只用英文字母、数字、“-”和“_”；如果是说明文字，在这一行前面加 #"
	}
	if m := zeroNumber.FindStringSubmatch(outside); m != nil {
		return "号码要加英文双引号，写成 \"" + m[1] + "\""
	}
	if strings.ContainsAny(string([]rune(scan.Trim(line) + " ")[:1]), "[［【") {
		return d.heading(line)
	}
	return punctuation(outside)
}

// heading is how the header of a table is to be written.
func (d *document) heading(line string) string {
	if m := headerLine.FindStringSubmatch(line); m != nil {
		if b := d.named(m[1]); b != nil {
			return "写成 " + b.header
		}
	}
	var headers []string
	for _, b := range d.shape() {
		if b.header != "" {
			headers = append(headers, b.header)
		}
	}
	if len(headers) == 0 {
		return "这里没有带方括号的行，删去它"
	}
	return "带方括号的行只有：" + strings.Join(headers, "、")
}

// pair is how a line that sets a key is to be written; empty if that cannot be told. equals: it has
// the sign that it needs.
func (d *document) pair(header, key, typed string, equals bool) string {
	b := d.named(header)
	if b == nil || b.kindOf(key) == 0 || typed == "" && !equals {
		return ""
	}
	k := b.kindOf(key)
	if typed == "" {
		return "等号后面写上值，例如 " + key + " = " + cmp.Or(samples[k], samplesOf[key], `"…"`) + "；还没有的，删去这一行"
	}
	if m := mended(key, k, typed); m != "" {
		if equals && m == scan.Trim(typed) {
			return "" // it is something else
		}
		return "写成 " + key + " = " + m
	}
	switch k {
	case aDate:
		if _, bad := parseDate(withoutWeekday(unquoted(typed))); bad != nil && bad.hint != example {
			return "日期" + bad.message + "，" + bad.hint
		}
	case aWhole, aNumber, aPart:
		return "等号后面只写阿拉伯数字，不带单位"
	case aYes:
		return "写 " + key + " = true（是）或 " + key + " = false（否）"
	}
	return ""
}

// samples show how a value of a kind is written.
var samples = map[kind]string{
	aDate: "2023-01-01", aYes: "true", aWhole: "3", aNumber: "10", aPart: "0.5", aSpan: "[1, 5]",
	someTexts: `["…", "…"]`, someDates: "[2023-01-01]",
}

// samplesOf show it where the kind does not tell.
var samplesOf = map[string]string{"kind": `"village"`, "household": `"001"`, "period": `"2023-06"`, "amount": "20000"}

// punctuation names a sign of a Chinese keyboard where TOML has its own.
func punctuation(outside string) string {
	for _, c := range [...]struct{ wrong, right string }{
		{"“", `"`}, {"”", `"`}, {"＂", `"`}, {"「", `"`}, {"」", `"`}, {"‘", `'`}, {"’", `'`}, {"＇", `'`}, {"＝", "="}, {"，", ","}, {"、", ","}, {"；", ","},
		{"：", "="}, {"［", "["}, {"］", "]"}, {"【", "["}, {"】", "]"}, {"｛", "{"}, {"｝", "}"}, {"＃", "#"}, {"。", "."}, {"．", "."}, {"＿", "_"}, {"－", "-"},
	} {
		if strings.Contains(outside, c.wrong) {
			return "这一行有中文标点 " + c.wrong + " ，改成英文的 " + c.right
		}
	}
	return ""
}

// quotedOrComment is what is between plain quotation marks, or a comment.
var quotedOrComment = regexp.MustCompile(`((")[^"]*("?))|#.*`)

// withoutComment is a line up to the # of a comment.
func withoutComment(line string) string { return quotedOrComment.ReplaceAllString(line, "$1") }

// withoutStrings empties what is between the marks too.
func withoutStrings(line string) string { return quotedOrComment.ReplaceAllString(line, "$2$3") }
