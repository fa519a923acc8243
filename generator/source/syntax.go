package source

import (
	"errors"
	"regexp"
	"strings"

	"gongshi/generator/diag"

	"github.com/BurntSushi/toml"
)

// syntax reports what the TOML parser refuses, in the clerk's words.
func (f *file) syntax(text string, err error) {
	l := newLines(text)
	where, message := at(f.path), err.Error()
	var parse toml.ParseError
	if errors.As(err, &parse) {
		message = parse.Message
		if message == "" {
			message = strings.TrimPrefix(err.Error(), "toml: ")
		}
		line, column := l.at(parse.Position.Start)
		atEnd := strings.Contains(message, `'\n'`) && line == parse.Position.Line-1
		if line != parse.Position.Line && !atEnd {
			line, column = parse.Position.Line, 1
		}
		where = diag.At(f.path, line, column)
	}
	line := l.line(int(where.Line))
	said, hint := reword(message)
	if better := slip(line); better != "" {
		hint = better
	}
	if show := short(line); show != "" {
		said += "：“" + show + "”"
	}
	f.report(where, diag.Error, "", &trouble{"toml-syntax", said, hint})
}

// wordings are the parser's messages that clerks meet, and what to do about them.
var wordings = []struct {
	form          *regexp.Regexp
	message, hint string
}{
	{regexp.MustCompile(`[Kk]ey '?([^']*)'? (has already been defined|was already created)`), "“$1”写了两次", "删去其中一个，或改名"},
	{regexp.MustCompile(`already been defined|already (created|exists|defined)|duplicate`), "同一个名字写了两次", "删去其中一个，或改名"},
	{regexp.MustCompile(`strings cannot contain newlines`), "文字的引号没有在本行结束", "在行末补上英文双引号"},
	{regexp.MustCompile(`unexpected EOF; expected '"`), "文字的引号没有结束", "在文字后面补上英文双引号"},
	{regexp.MustCompile(`invalid datetime`), "日期不对", "写成像 2023-03-01 这样，月和日各两位"},
	{regexp.MustCompile(`leading zeroes`), "数字前面不能有 0", "号码要加英文双引号，例如 \"001\""},
	{regexp.MustCompile(`expected value`), "等号后面缺少值，或值没有加引号", "文字两边加英文双引号，例如 name = \"中坪村\""},
	{regexp.MustCompile(`array terminator`), "列表里缺少逗号，或没有用“]”结束", "各项之间用英文逗号，最后用“]”"},
	{regexp.MustCompile(`inline table`), "花括号里缺少逗号，或没有用“}”结束", "各项之间用英文逗号，最后用“}”"},
	{regexp.MustCompile(`key separator '='|expected '.' or '='`), "这一行缺少等号", "写成 名字 = 值；说明文字前面加 #"},
	{regexp.MustCompile(`key name appears blank|bare keys|keys cannot`), "等号前面的名字不对", "名字只用英文字母、数字、“-”和“_”"},
	{regexp.MustCompile(`to end table name|table array name|table name`), "方括号里的名字不对", "写成 [contact] 或 [[category]]"},
	{regexp.MustCompile(`expected a top-level item to end`), "这一行后面多了内容", "一行只写一项；文字两边加英文双引号"},
	{regexp.MustCompile(`escape`), "文字里的“\\”不对", "把“\\”写成“\\\\”"},
	{regexp.MustCompile(`control characters`), "这里有看不见的控制字符", "删去后重新输入"},
	{regexp.MustCompile(`out of range`), "数字太大", "看看是不是多打了几位"},
	{regexp.MustCompile(`[Ii]nvalid (integer|float)|expected a digit|floats must`), "数字写得不对", "写成像 2 或 2.5 这样；文字两边加英文双引号"},
}

func reword(message string) (said, hint string) {
	for _, w := range wordings {
		if m := w.form.FindStringSubmatchIndex(message); m != nil {
			return string(w.form.ExpandString(nil, w.message, message, m)), w.hint
		}
	}
	return "这里的写法不对", "对照其他文件里同样的地方改正"
}

var (
	hanziKey   = regexp.MustCompile(`^\s*\p{Han}+\s*=`)
	looseDate  = regexp.MustCompile(`=\s*(\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)\s*(#.*)?$`)
	zeroNumber = regexp.MustCompile(`[=\[,]\s*(0\d+)`)
)

// slip recognises what Chinese keyboards and habits put into a line of TOML.
func slip(line string) string {
	outside := withoutStrings(line)
	if hanziKey.MatchString(outside) {
		return "等号前面的名字只用英文字母、数字、“-”和“_”"
	}
	if m := looseDate.FindStringSubmatch(outside); m != nil {
		switch d, bad := parseDate(m[1]); {
		case bad != nil:
			return "日期" + bad.message
		case m[1] != d.String():
			return "日期写成 " + d.String()
		}
	}
	if m := zeroNumber.FindStringSubmatch(outside); m != nil {
		return "号码要加英文双引号，写成 \"" + m[1] + "\""
	}
	for _, c := range [...]struct{ wrong, right string }{
		{"“", `"`}, {"”", `"`}, {"＂", `"`}, {"‘", `'`}, {"’", `'`}, {"＝", "="}, {"，", ","}, {"［", "["}, {"］", "]"},
		{"【", "["}, {"】", "]"}, {"＃", "#"}, {"。", "."},
	} {
		if strings.Contains(outside, c.wrong) {
			return "这一行有中文标点 " + c.wrong + " ，改成英文的 " + c.right
		}
	}
	return ""
}

// withoutStrings empties what stands between plain quotation marks, and drops a comment.
func withoutStrings(line string) string {
	var b strings.Builder
	in := false
	for _, r := range line {
		switch {
		case r == '"':
			in = !in
			b.WriteRune(r)
		case in:
		case r == '#':
			return b.String()
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
