package advice

import "regexp"

// form is one action that advice asks for in one phrase, and how it is done.
type form struct {
	words  *regexp.Regexp
	follow func(*trial) error
}

// forms are all that a machine can follow.
var forms = []form{
	{regexp.MustCompile(`^(?:如果是文章，)?改名为“(.+?)”(?:；在 Windows 的.*)?$`), (*trial).rename},
	{regexp.MustCompile(`^移到“(.+)”$`), (*trial).move},
	{regexp.MustCompile(`^(?:这里已经有文件夹“.+?”；)?把里面的文件移到“(.+)”$`), (*trial).pour},
	{regexp.MustCompile(`^(?:移走这(?:一份|个文件夹)就好|删去这个链接|不用它就移到 data 外面)(?:；.*|，把.*)?$`), (*trial).takeAway},
	{regexp.MustCompile(`^(?:删去本行|删去重复的一行|如果是[^，]+，删去整行)(?:[，；].*)?$`), (*trial).deleteRow},

	{regexp.MustCompile(`^删去它；`), (*trial).drop},
	{regexp.MustCompile(`^写成 ([a-z_]+) = (.+?)(?:，不加引号)?(?:：.*)?$`), (*trial).writeKey},
	{regexp.MustCompile(`^(?:每一处都)?写成 (\[+[a-z._]+\]+)(?:；写了几节的，合成一节)?$`), (*trial).writeHeader},
	{regexp.MustCompile(`^把这(?:一行|几行)移到 (\[+[a-z._]+\]+) 的下面，在下一个方括号的上面$`), (*trial).moveBelow},
	{regexp.MustCompile(`^在文件末尾加一行 (\[+[a-z._]+\]+)，把这(?:一行|几行)移到它的下面$`), (*trial).moveToEnd},
	{regexp.MustCompile(`^把这(?:一行|几行)移到文件的最前面，在所有方括号的上面$`), (*trial).moveToTop},
	{regexp.MustCompile(`^这一行有中文标点 (.) ，改成英文的 (.)$`), (*trial).writeMark},

	{regexp.MustCompile(`^(?:如果是[^，]+，)?写成 ([^\s，；“”：[]+)(?:，不加引号)?(?:；.*)?$`), (*trial).write},
	{regexp.MustCompile(`^只填数字 ([^\s，]+)(?:，按万元计|，“(.+)”写在“单位”一列)?$`), (*trial).write},
	{regexp.MustCompile(`^只填后一项 (\S+)$`), (*trial).write},
	{regexp.MustCompile(`^是不是(?:项目|编号)?“(.+?)”(?:（.+）)?？(.*)$`), (*trial).write},
	{regexp.MustCompile(`^如果是，就照改；`), (*trial).writeAlike},
	{regexp.MustCompile(`^填组号：“.+”的组号是“(.+)”$`), (*trial).write},
	{regexp.MustCompile(`照 households\.csv 补上零$`), (*trial).writeZeros},
}

// formOf is the form of an advice, with what it names.
func formOf(words string) (*form, []string) {
	for i := range forms {
		if m := forms[i].words.FindStringSubmatch(words); m != nil {
			return &forms[i], m
		}
	}
	return nil, nil
}
