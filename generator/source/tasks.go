package source

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"gongshi/generator/ledger"
	"gongshi/generator/scan"
)

var taskColumns = []column{
	{"编号", "no", looseKey, of(aText)},
	{"类别", "category", free, of(aText)},
	{"名称", "name", key, of(aText)},
	{"牵头", "lead", free, of(aText)},
	{"责任单位", "offices", free, of(aText)},
	{"目标", "target", free, of(aTarget)},
	{"现值", "current", free, of(aNumber)},
	{"单位", "unit", free, of(aText)},
	{"投资万元", "investment", free, of(aSum)},
	{"地点", "place", free, of(aText)},
	{"截止", "due", free, of(aDate)},
	{"状态", "state", free, among(taskStates)},
	{"程序", "see", free, of(anArticle)},
	{"说明", "note", free, of(aText)},
}

var taskStates = []string{string(ledger.NotStarted), string(ledger.Ongoing), string(ledger.Done), string(ledger.Postponed)}

// stateWords are what clerks write for each of taskStates.
var stateWords = []*regexp.Regexp{
	regexp.MustCompile(`未启动|未开工|未动工|待建|拟建|筹备|计划`),
	regexp.MustCompile(`在办|在建|推进|实施|施工|开工|动工|启动`),
	regexp.MustCompile(`竣工|完工|建成|办结|达标|销号`),
	regexp.MustCompile(`延期|延后|暂缓|停工|搁置`),
}

// task is the row's task.
func (r row) task() *ledger.Task {
	t := &ledger.Task{
		Record:   r.record(),
		No:       r.number("编号"),
		Category: r.text("类别"),
		Name:     r.name("名称"),
		Lead:     r.name("牵头"),
		Offices:  offices(r.text("责任单位")),
		Unit:     r.text("单位"),
		Place:    r.text("地点"),
		Due:      r.due(),
		State:    r.taskState(),
		See:      articlePath(r.text("程序")),
		Note:     r.text("说明"),
	}
	r.measure(t)
	r.investment(t)
	return t
}

// measure reads a task's target and present value; beside a target that cannot be read
// the present value is not kept, so that nobody reports it as one without a target.
func (r row) measure(t *ledger.Task) {
	target, fit := parsed(r, "目标", func(s string) (ledger.Target, *trouble) { return parseTarget(s, t.Unit) })
	current, given := parsed(r, "现值", func(s string) (ledger.Exact, *trouble) {
		return parseCurrent(s, t.Unit, target)
	})
	t.Target = target
	if given && (fit || r.text("目标") == "") {
		t.Current, t.HasCurrent = current, true
	}
}

func (r row) investment(t *ledger.Task) {
	s := number(r.text("投资万元"))
	if m := withUnit.FindStringSubmatch(s); m != nil {
		hint := "只填数字 " + m[1] + "，按万元计"
		if yuan, bad := parseExact(m[1]); bad == nil && m[2] == "元" {
			hint = "只填数字 " + yuan.Div(10_000).String() + "，按万元计"
		}
		r.fail("投资万元", typeError(hint, "后面有“%s”，应只有数字", m[2]))
		return
	}
	if t.Investment, t.HasSum = parsed(r, "投资万元", parseExact); t.Investment.Cmp(ledger.Exact{}) < 0 {
		r.fail("投资万元", constraintError("填投资多少万元；没有就留空", "是负数"))
	}
}

func (r row) taskState() ledger.TaskState {
	word, _ := parsed(r, "状态", func(s string) (string, *trouble) {
		word, bad := oneOf(s, taskStates)
		if bad != nil {
			if i := slices.IndexFunc(stateWords, func(w *regexp.Regexp) bool { return w.MatchString(s) }); i >= 0 {
				bad.hint = "是不是“" + taskStates[i] + "”？"
			}
		}
		return word, bad
	})
	return ledger.TaskState(word)
}

// due reads the day by which a task is done; of one given by the month or the year the
// hint names the last day.
func (r row) due() ledger.Date {
	d, _ := parsed(r, "截止", func(s string) (ledger.Date, *trouble) {
		d, bad := parseDate(s)
		month := strings.TrimSpace(strings.TrimRight(number(s), "底末前内止"))
		if p, ok := guessPeriod(month); bad != nil && ok {
			bad = typeError("写到最后一天，例如 "+p.Last().String(), "没有写是哪一日")
		}
		return d, bad
	})
	return d
}

// offices are the offices of a cell, which 、 or ； part.
func offices(s string) []string {
	var list []string
	for _, office := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("、；;", r) }) {
		if office = scan.Trim(office); office != "" {
			list = append(list, office)
		}
	}
	return list
}

// articlePath is an article's path, which may have been typed as its file or its page.
func articlePath(s string) string {
	s = strings.TrimPrefix(strings.TrimPrefix(strings.ReplaceAll(code(s), `\`, "/"), "/"), "content/")
	if ext := path.Ext(s); ext == ".md" || ext == ".html" {
		return strings.TrimSuffix(s, ext)
	}
	return s
}
