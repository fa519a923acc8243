package desk

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gongshi/generator/desk/grid"
	"gongshi/generator/sitetest"
)

// preview is an answer to a form.
type preview struct {
	Does           string
	Same           []string
	Changes, Told  []string
	Problems       []grid.Problem
	Seen           map[string]string
	Ready, Written bool
	Error, Digest  string
}

// fields are those of a form, each with its values.
func fields(pairs ...string) map[string][]string {
	f := map[string][]string{}
	for i := 0; i < len(pairs); i += 2 {
		f[pairs[i]] = append(f[pairs[i]], pairs[i+1])
	}
	return f
}

const (
	notice03 = "data/v/notices/2026-03.toml"
	notice04 = "data/v/notices/2026-04.toml"
	deeds    = "data/v/events/2026.csv"
	posted   = "# 公示\nposted = 2026-04-02 # 张榜\n[meeting]\ndate = 2026-04-01\n"
	waits    = "\n[[objection]]\nno = \"1\"\nreceived = 2026-04-03\nhousehold = \"001\"\nabout = \"庭院\"\n# decided = 2026-04-05\n# outcome = \"成立\"       # 成立，或者不成立\n# answer = \"\"            # 答复\n"
	decided  = "\n[[objection]]\nno = \"1\"\nreceived = 2026-04-03\nhousehold = \"001\"\nabout = \"庭院\"\ndecided = 2026-05-06\noutcome = \"不成立\"\nanswer = \"不是\"\n"
	upheld   = "\n[[objection]]\nno = \"1\"\nreceived = 2026-04-03\nhousehold = \"001\"\nabout = \"庭院\"\ndecided = 2026-04-05\noutcome = \"成立\"\nanswer = \"属实\"\n"
	upheld04 = "posted = 2026-05-04\n[[objection]]\nno = \"1\"\nreceived = 2026-05-05\nhousehold = \"001\"\nabout = \"庭院\"\ndecided = 2026-05-06\noutcome = \"成立\"\nanswer = \"属实\"\n"
	// another household and another day; a reason on two lines, so that lines are no rows
	corrected = "日期,周期,户号,对象,原分,现分,原因\n2026-04-05,2026-03,001,客厅,5,6,\"量\n错\"\n2026-04-06,2026-03,001,庭院,10,11,量错\n2026-04-06,2026-03,002,庭院,15,14,量错\n"
	full      = "户号,庭院,客厅\n001,1,1\n002,2,2\n003,3,3\n"
)

var correctedToday = strings.ReplaceAll(corrected, "2026-04-06", "2026-05-06")

// Each form writes what a careful hand would write, and says it before.
func TestForms(t *testing.T) {
	for name, c := range map[string]written{
		"one event for several": {"event", "2026-04", map[string]string{deeds: "编号,日期,户号,项目\n202603-01,2026-03-01,001,好人好事\n"},
			fields("kind", "好人好事", "date", "2026-04-03", "household", "001", "household", "003", "times", "1", "grounds", "清渠"),
			deeds, "编号,日期,户号,项目,事由,次数\n202603-01,2026-03-01,001,好人好事\n202604-01,2026-04-03,001,好人好事,清渠,1\n202604-02,2026-04-03,003,好人好事,清渠,1\n",
			"新增 202604-01：日期 2026-04-03，户号 001，项目 好人好事，次数 1，事由 清渠|新增 202604-02：日期 2026-04-03，户号 003，项目 好人好事，次数 1，事由 清渠", "每次 2 分"},
		"beside an error of another file": {"event", "2026-04", map[string]string{deeds: "编号,日期,户号,项目\n", sheet: "户号,庭院,客厅\n001,16,1\n"},
			fields("kind", "好人好事", "date", "2026-04-03", "household", "001"),
			deeds, "编号,日期,户号,项目\n202604-01,2026-04-03,001,好人好事\n", "新增 202604-01：日期 2026-04-03，户号 001，项目 好人好事", ""},
		"one more of a kind on a day": {"event", "2026-04", map[string]string{deeds: "编号,日期,户号,项目,事由\n202604-01,2026-04-03,001,好人好事,清渠\n"},
			fields("kind", "好人好事", "date", "2026-04-03", "household", "001", "grounds", "修路", "no", "202604-02"),
			deeds, "编号,日期,户号,项目,事由\n202604-01,2026-04-03,001,好人好事,清渠\n202604-02,2026-04-03,001,好人好事,修路\n",
			"新增 202604-02：日期 2026-04-03，户号 001，项目 好人好事，事由 修路", ""},
		"a review": {"review", "", map[string]string{deeds: "编号,日期,户号,项目,分值,审核,审核日期\n1,2026-04-01,001,乱倒,-2,,\n2,2026-04-02,002,乱倒,-1,待审,\n"},
			fields("event", "2", "decision", "通过", "reviewed", "2026-04-30"),
			deeds, "编号,日期,户号,项目,分值,审核,审核日期\n1,2026-04-01,001,乱倒,-2,,\n2,2026-04-02,002,乱倒,-1,通过,2026-04-30\n",
			"2 2026-04-02 002 乱倒 审核：待审 → 通过|2 2026-04-02 002 乱倒 审核日期：空 → 2026-04-30", "通过的才算分"},
		"the meeting of a draft": {"notice", "2026-04", map[string]string{sheet: full, notice04: "# posted = 2026-05-06 # 张榜\n[meeting]\n# date = 2026-05-04 # 哪天\n# present = 12\n"},
			fields("met", "2026-05-04", "present", "９"),
			notice04, "# posted = 2026-05-06 # 张榜\n[meeting]\ndate = 2026-05-04 # 哪天\npresent = 9\n", "评议会：空 → 2026-05-04|到会：9 人", ""},
		"the posting": {"notice", "2026-04", map[string]string{sheet: full, notice04: "# posted = 2026-05-06 # 张榜\n"},
			fields("posted", "2026-05-06"),
			notice04, "posted = 2026-05-06 # 张榜\n", "张榜：空 → 2026-05-06", "2026年5月6日张榜，公示 3 天，异议收到 2026年5月9日（星期六）为止。"},
		"the posting on the day of a review": {"notice", "2026-04", map[string]string{sheet: full, notice04: "# posted = 2026-05-06\n", deeds: "编号,日期,户号,项目,分值,审核,审核日期\n1,2026-04-02,002,乱倒,-1,通过,2026-05-06\n"},
			fields("posted", "2026-05-06"),
			notice04, "posted = 2026-05-06\n", "张榜：空 → 2026-05-06", "2026年5月6日张榜，002 乱倒这 1 件赶不上"},
		"a posting before a festival": {"notice", "2026-03", map[string]string{notice03: "# posted = 2026-04-02\n"},
			fields("posted", "2026-04-29"),
			notice03, "posted = 2026-04-29\n", "张榜：空 → 2026-04-29", "中间休息：5月1日到5月5日。"},
		"a report": {"notice", "2026-03", map[string]string{notice03: posted}, fields("posted", "2026-04-02", "reported", "2026-04-20"),
			notice03, posted + "\n[report]\ndate = 2026-04-20\n", "报镇里：空 → 2026-04-20", ""},
		"an answer": {"answer", "2026-03", map[string]string{notice03: posted + waits}, fields("no", "1", "outcome", "成立", "answer", "量过，是 \"12\" 分", "decided", "2026-04-05"),
			notice03, posted + "\n[[objection]]\nno = \"1\"\nreceived = 2026-04-03\nhousehold = \"001\"\nabout = \"庭院\"\ndecided = 2026-04-05\noutcome = \"成立\"       # 成立，或者不成立\nanswer = \"量过，是 \\\"12\\\" 分\"            # 答复\n",
			"异议 1 号：成立，2026-04-05 答复：量过，是 \"12\" 分", "要改分的，再写一条更正。"},
		"an answer of the day that was mistyped": {"answer", "2026-03", map[string]string{notice03: posted + decided}, fields("no", "1", "outcome", "成立", "answer", "是", "decided", "2026-05-06", "same", "amend"),
			notice03, posted + strings.NewReplacer("不成立", "成立", "不是", "是").Replace(decided), "异议 1 号 结果：不成立 → 成立|异议 1 号 答复：不是 → 是", ""},
		"an answer of the day on another day": {"answer", "2026-03", map[string]string{notice03: posted + decided}, fields("no", "1", "outcome", "不成立", "answer", "不是", "decided", "2026-05-05", "same", "amend"),
			notice03, posted + strings.Replace(decided, "05-06", "05-05", 1), "异议 1 号 答复的日子：2026-05-06 → 2026-05-05", ""},
		"a correction": {"correction", "2026-03", map[string]string{notice03: posted, "data/v/corrections.csv": "日期,周期,户号,对象,原分,现分,原因\n2026-04-03,2026-03,001,庭院,10,11,量错\n"},
			fields("household", "001", "target", "庭院", "to", "12", "reason", "又量", "date", "2026-04-06"),
			"data/v/corrections.csv", "日期,周期,户号,对象,原分,现分,原因\n2026-04-03,2026-03,001,庭院,10,11,量错\n2026-04-06,2026-03,001,庭院,11,12,又量\n",
			"新增 2026-04-06 2026-03 001 庭院：原分 11，现分 12，原因 又量", "现在是 11"},
		"a correction of the day that was mistyped": {"correction", "2026-03", map[string]string{notice03: posted, "data/v/corrections.csv": correctedToday},
			fields("household", "001", "target", "yard", "to", "12", "reason", "又量", "date", "2026-05-06", "same", "amend"),
			"data/v/corrections.csv", strings.Replace(correctedToday, "06,2026-03,001,庭院,10,11,量错", "06,2026-03,001,庭院,10,12,又量", 1),
			"2026-05-06 2026-03 001 庭院 现分：11 → 12|2026-05-06 2026-03 001 庭院 原因：量错 → 又量", "已经写过一条：原分 10，现分 11，原因 量错"},
		"a correction of the day that is none": {"correction", "2026-03", map[string]string{notice03: posted, "data/v/corrections.csv": correctedToday},
			fields("household", "001", "target", "庭院", "to", "10.0", "reason", "没有错", "date", "2026-05-06", "same", "amend"),
			"data/v/corrections.csv", strings.Replace(correctedToday, "2026-05-06,2026-03,001,庭院,10,11,量错\n", "", 1),
			"2026-05-06 2026-03 001 庭院 删去", "改回了原分"},
		"a correction between single CRs": {"correction", "2026-03", map[string]string{notice03: posted, "data/v/corrections.csv": strings.ReplaceAll(correctedToday, "\n", "\r")},
			fields("household", "001", "target", "庭院", "to", "12", "reason", "量错", "date", "2026-05-06", "same", "amend"),
			"data/v/corrections.csv", strings.ReplaceAll(strings.Replace(correctedToday, "06,2026-03,001,庭院,10,11", "06,2026-03,001,庭院,10,12", 1), "\n", "\r"),
			"2026-05-06 2026-03 001 庭院 现分：11 → 12", ""},
		"one more correction of the day": {"correction", "2026-03", map[string]string{notice03: posted, "data/v/corrections.csv": corrected},
			fields("household", "001", "target", "庭院", "to", "12", "reason", "又量", "date", "2026-04-06", "same", "again"),
			"data/v/corrections.csv", corrected + "2026-04-06,2026-03,001,庭院,11,12,又量\n",
			"新增 2026-04-06 2026-03 001 庭院：原分 11，现分 12，原因 又量", "现在是 11"},
		"a correction of an event": {"correction", "2026-03", map[string]string{notice03: posted, deeds: "编号,日期,户号,项目\n7,2026-03-05,002,好人好事\n", "data/v/corrections.csv": "日期,周期,户号,对象,原分,现分,原因\n"},
			fields("household", "002", "target", "7", "to", "0", "reason", "重复", "date", "2026-04-06"),
			"data/v/corrections.csv", "日期,周期,户号,对象,原分,现分,原因\n2026-04-06,2026-03,002,7,2,0,重复\n",
			"新增 2026-04-06 2026-03 002 7：原分 2，现分 0，原因 重复", "现在是 2"},
		"one more redemption on a day": {"redemption", "", map[string]string{notice03: posted, "data/v/rewards.csv": "编号,名称,积分,库存,单位\n1,盐,5,9,袋\n", "data/v/redemptions.csv": "日期,户号,商品,数量,积分\n2026-05-05,002,盐,2,10\n"},
			fields("household", "002", "reward", "盐", "count", "2", "date", "2026-05-05", "again", "1"),
			"data/v/redemptions.csv", "日期,户号,商品,数量,积分\n2026-05-05,002,盐,2,10\n2026-05-05,002,盐,2,10\n", "新增 2026-05-05 002 盐：数量 2，积分 10", "002 还有 15 分可以兑换。"},
		"a redemption": {"redemption", "", map[string]string{notice03: posted, "data/v/rewards.csv": "编号,名称,积分,库存,单位\n1,盐,5,9,袋\n", "data/v/redemptions.csv": "日期,户号,商品,数量,积分\n"},
			fields("household", "002", "reward", "盐", "count", "2", "date", "2026-05-05"),
			"data/v/redemptions.csv", "日期,户号,商品,数量,积分\n2026-05-05,002,盐,2,10\n", "新增 2026-05-05 002 盐：数量 2，积分 10", "002 还有 25 分可以兑换。"},
		"a reward": {"reward", "", map[string]string{"data/v/rewards.csv": "编号,名称,积分,库存,单位\n1,盐,5,9,袋\n"}, fields("name", "盐", "points", "6"),
			"data/v/rewards.csv", "编号,名称,积分,库存,单位\n1,盐,6,9,袋\n", "盐 积分：5 → 6", "已经有“盐”"},
	} {
		t.Run(name, c.test)
	}
}

// written is what a form writes.
type written struct {
	form, period string
	more         map[string]string
	fields       map[string][]string
	file, want   string // the file as it then is
	changes      string
	told         string // something that is told
}

// test looks at what would be written, writes it, and takes it back.
func (c written) test(t *testing.T) {
	d, dir := open(t, c.more)
	before, _ := os.ReadFile(filepath.Join(dir, c.file))
	in := filled{Place: "v", Period: c.period, Fields: c.fields}
	var got preview
	code := post(t, d, "/desk/api/"+c.form, in, &got)
	if code != 200 || strings.Join(got.Changes, "|") != c.changes || !got.Ready || got.Written || !strings.Contains(strings.Join(got.Told, "|"), c.told) {
		t.Fatalf("%d %+v", code, got)
	}
	if now := text(t, dir, c.file); now != string(before) {
		t.Fatalf("it was written though nobody asked: %q", now)
	}
	in.Write, in.Seen = true, got.Seen
	if code = post(t, d, "/desk/api/"+c.form, in, &got); code != 200 || !got.Written || text(t, dir, c.file) != c.want {
		t.Fatalf("%d %+v\n%q\n%q", code, got, text(t, dir, c.file), c.want)
	}
	if code = post(t, d, "/desk/api/undo", taking{digest([]byte(c.want))}, &got); code != 200 || text(t, dir, c.file) != string(before) {
		t.Errorf("undone: %d %+v %q", code, got, text(t, dir, c.file))
	}
	if body := get(d, "/desk/"+c.form+"?place=v&period="+c.period); body.Code != 200 {
		t.Errorf("the page: %d", body.Code)
	}
}

// What begins a file begins it as the program's commands do.
func TestFormsBeginFiles(t *testing.T) {
	for name, c := range map[string]struct {
		form, period string
		more         map[string]string
		fields       map[string][]string
		file         string
		want         []string // in the file
	}{
		"events":                          {"event", "2026-04", nil, fields("kind", "好人好事", "date", "2026-04-03", "household", "001"), deeds, []string{"202604-01,2026-04-03,001,", "好人好事"}},
		"a notice":                        {"notice", "2026-04", map[string]string{sheet: full}, fields("met", "2026-05-04", "supervised", "村务监督委员会"), notice04, []string{"\ndate    = 2026-05-04", "\nsupervised_by = \"村务监督委员会\"  # 谁监督", "\n# posted  = 2026-05-07"}},
		"a notice that nobody supervised": {"notice", "2026-04", map[string]string{sheet: full}, fields("met", "2026-05-04"), notice04, []string{"\ndate    = 2026-05-04", "\n# supervised_by = \"村务监督委员会\"  # 谁监督"}},
		"an objection": {"objection", "2026-03", map[string]string{notice03: posted}, fields("household", "001", "about", "庭院", "received", "2026-04-03"), notice03,
			[]string{posted, "\n[[objection]]", `no = "1"`, "received = 2026-04-03", `household = "001"`, `about = "庭院"`, "# decided"}},
		"rewards": {"reward", "", nil, fields("name", "盐", "points", "5", "unit", "袋"), "data/v/rewards.csv", []string{",盐,5,,袋,"}},
	} {
		d, dir := open(t, c.more)
		in := filled{Place: "v", Period: c.period, Fields: c.fields}
		var got preview
		post(t, d, "/desk/api/"+c.form, in, &got)
		in.Write, in.Seen = true, got.Seen
		if code := post(t, d, "/desk/api/"+c.form, in, &got); code != 200 || !got.Written {
			t.Errorf("%s: %d %+v", name, code, got)
			continue
		}
		for _, want := range c.want {
			if now := text(t, dir, c.file); !strings.Contains(now, want) {
				t.Errorf("%s: no %q in %q", name, want, now)
			}
		}
	}
}

// What is wrong, or would be, is said and not written.
func TestFormsRefuse(t *testing.T) {
	for name, c := range map[string]refused{
		"no day":                             {"event", "", nil, fields("kind", "好人好事", "household", "001"), "写上日期"},
		"a day that is none":                 {"event", "", nil, fields("kind", "好人好事", "date", "2026-02-30", "household", "001"), "日期“2026-02-30”"},
		"no kind":                            {"event", "", nil, fields("kind", "唱歌", "date", "2026-04-03", "household", "001"), "没有“唱歌”"},
		"one number for two":                 {"event", "", nil, fields("kind", "好人好事", "date", "2026-04-03", "household", "001", "household", "003", "no", "9"), "只勾一户才填"},
		"nobody":                             {"event", "", nil, fields("kind", "好人好事", "date", "2026-04-03"), "还没有勾选户"},
		"points beyond the rule":             {"event", "", nil, fields("kind", "乱倒", "date", "2026-04-03", "household", "001", "points", "-9"), "超出范围"},
		"posting what is not filled":         {"notice", "2026-04", map[string]string{sheet: "户号,庭院,客厅\n001,1,\n"}, fields("posted", "2026-05-06"), "是空的"},
		"posting with errors":                {"notice", "2026-04", map[string]string{sheet: "户号,庭院,客厅\n001,16,1\n002,1,1\n003,1,1\n"}, fields("posted", "2026-05-06"), "资料里还有 1 处错误"},
		"posting another day":                {"notice", "2026-03", map[string]string{notice03: posted}, fields("posted", "2026-04-09"), "已经在 2026-04-02 张榜"},
		"a notice that is not read":          {"notice", "2026-03", map[string]string{notice03: posted + "broken line\n"}, fields("met", "2026-04-02", "present", "3"), "这个文件读不出来，先改好它"},
		"an answer where none is read":       {"answer", "2026-03", map[string]string{notice03: posted + waits + "broken line\n"}, fields("no", "1", "outcome", "成立", "answer", "是", "decided", "2026-04-05"), "这个文件读不出来，先改好它"},
		"an objection to a draft":            {"objection", "2026-04", nil, fields("household", "001", "about", "庭院", "received", "2026-05-03"), "还没有张榜"},
		"of nobody":                          {"objection", "2026-03", map[string]string{notice03: posted}, fields("household", "099", "about", "庭院", "received", "2026-04-03"), "没有户号“099”"},
		"a second correction of a day":       {"correction", "2026-03", map[string]string{notice03: posted, "data/v/corrections.csv": correctedToday}, fields("household", "001", "target", "庭院", "to", "12", "reason", "又量", "date", "2026-05-06"), "那一条写错了、还没有公布出去的"},
		"a second one of another day":        {"correction", "2026-03", map[string]string{notice03: posted, "data/v/corrections.csv": corrected}, fields("household", "001", "target", "庭院", "to", "12", "reason", "又量", "date", "2026-04-06"), "那一条不是今天的，不改写：“同一天”选“另写一条”"},
		"a correction of another day, anew":  {"correction", "2026-03", map[string]string{notice03: posted, "data/v/corrections.csv": corrected}, fields("household", "001", "target", "庭院", "to", "12", "reason", "又量", "date", "2026-04-06", "same", "amend"), "那一条不是今天的，不改写：“同一天”选“另写一条”"},
		"an answer without words":            {"answer", "2026-03", map[string]string{notice03: posted + waits}, fields("no", "1", "outcome", "成立", "decided", "2026-04-05"), "为什么这样定"},
		"a second answer of the day":         {"answer", "2026-03", map[string]string{notice03: posted + decided}, fields("no", "1", "outcome", "成立", "answer", "是", "decided", "2026-05-06"), "异议 1 号今天答复过：要改写，选“改写今天的答复”"},
		"the same answer again":              {"answer", "2026-03", map[string]string{notice03: posted + decided}, fields("no", "1", "outcome", "不成立", "answer", "不是", "decided", "2026-05-06", "same", "amend"), "没有要写的"},
		"an answer of another day, anew":     {"answer", "2026-03", map[string]string{notice03: posted + upheld}, fields("no", "1", "outcome", "不成立", "answer", "不是", "decided", "2026-05-06", "same", "amend"), "已经"},
		"an answer to none":                  {"answer", "2026-03", map[string]string{notice03: posted}, fields("no", "1", "outcome", "成立", "answer", "是", "decided", "2026-04-05"), "没有编号是“1”的异议"},
		"a correction of nothing":            {"correction", "2026-03", map[string]string{notice03: posted}, fields("household", "001", "target", "天花板", "to", "1", "reason", "x", "date", "2026-04-06"), "既不是"},
		"a correction beyond the most":       {"correction", "2026-03", map[string]string{notice03: posted}, fields("household", "001", "target", "庭院", "to", "99", "reason", "x", "date", "2026-04-06"), "15"},
		"more than is counted":               {"redemption", "", map[string]string{notice03: posted, "data/v/rewards.csv": "编号,名称,积分\n1,盐,5\n"}, fields("household", "002", "reward", "盐", "count", "10000", "date", "2026-05-05"), "从 1 到 9999 的整数"},
		"more at a meeting than are counted": {"notice", "2026-04", map[string]string{sheet: full}, fields("present", "10000"), "从 1 到 9999 的整数"},
		"more than is left":                  {"redemption", "", map[string]string{notice03: posted, "data/v/rewards.csv": "编号,名称,积分\n1,盐,50\n"}, fields("household", "002", "reward", "盐", "count", "1", "date", "2026-05-05"), "25"},
		"sealed with errors":                 {"seal", "", map[string]string{sheet: "户号,庭院,客厅\n001,16,1\n"}, nil, "资料里有错误"},
		"nothing to seal":                    {"seal", "", nil, nil, "没有要封存的"},
	} {
		t.Run(name, c.test)
	}
	d, _ := open(t, nil)
	var got preview
	if code := post(t, d, "/desk/api/event", filled{Write: true}, &got); code == 200 || !strings.Contains(got.Error, "哪个村") {
		t.Errorf("no place: %d %+v", code, got)
	}
}

// refused is what a form does not write.
type refused struct {
	form, period string
	more         map[string]string
	fields       map[string][]string
	want         string // what is said of it
}

func (c refused) test(t *testing.T) {
	d, dir := open(t, c.more)
	before := tree(t, dir)
	in := filled{Place: "v", Period: c.period, Fields: c.fields, Write: true}
	var got preview
	code := post(t, d, "/desk/api/"+c.form, in, &got)
	said := got.Error + strings.Join(got.Told, "")
	for _, p := range got.Problems {
		said += p.Text
	}
	if code == 200 && (got.Ready || got.Written) || !strings.Contains(said, c.want) || !slices.Equal(tree(t, dir), before) {
		t.Errorf("%d %+v", code, got)
	}
}

// tree are all files with what they hold.
func tree(t *testing.T, dir string) (list []string) {
	t.Helper()
	sitetest.Must(t, filepath.Walk(dir, func(name string, info os.FileInfo, err error) error {
		if err == nil && !info.IsDir() {
			b, err := os.ReadFile(name)
			list = append(list, name+"\x00"+string(b))
			return err
		}
		return err
	}))
	return list
}

// A file that is another than when the change was shown is left alone.
func TestFormsSeeWhatTheyChange(t *testing.T) {
	d, dir := open(t, map[string]string{deeds: "编号,日期,户号,项目\n"})
	in := filled{Place: "v", Fields: fields("kind", "好人好事", "date", "2026-04-03", "household", "001")}
	var got preview
	post(t, d, "/desk/api/event", in, &got)
	const meanwhile = "编号,日期,户号,项目\n1,2026-04-02,002,好人好事\n"
	sitetest.WriteFile(t, dir, deeds, meanwhile)
	in.Write, in.Seen = true, got.Seen
	if code := post(t, d, "/desk/api/event", in, &got); code != 409 || text(t, dir, deeds) != meanwhile || !strings.Contains(got.Error, "刚刚在别处改过") {
		t.Errorf("%d %+v", code, got)
	}
	in.Seen = nil
	if code := post(t, d, "/desk/api/event", in, &got); code != 409 || text(t, dir, deeds) != meanwhile {
		t.Errorf("nothing was shown: %d %+v", code, got)
	}
}
