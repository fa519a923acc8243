package render

import (
	"bytes"
	"io/fs"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gongshi/generator/ledger"
	"gongshi/generator/page"
	"gongshi/generator/score"
	"gongshi/themes"
)

// models are one of each kind of page.
func models() []page.HTML {
	var list []page.HTML
	for _, kind := range kinds {
		list = append(list, reflect.New(kind.model.Elem()).Interface().(page.HTML))
	}
	return list
}

// dynamic are the keys of words that templates put together, by what comes before.
var dynamic = map[string][]string{
	"honours.cut.":         {"down", "up"},
	"honours.short.":       {"low", "veto", "both"},
	"proofs.see.":          {"households", "notices"},
	"state.":               {"draft", "open", "disputed", "final"},
	"provisional.":         {"draft", "open", "disputed"},
	"run.":                 {"before", "day", "extended", "before-moved", "day-moved", "before-working", "day-working", "rest-working", "disputed", "over"},
	"column.":              {"合计", "平均", "组", "户号", "日期"},
	"screen.note.":         {"opening", "honours", "ranks", "organisations", "risers", "groups", "distribution", "course", "objecting", "close"},
	"rules.rankby.":        ledger.RankByWords[:],
	"rules.carry.":         ledger.CarryWords[:],
	"rules.ties.":          ledger.TiesWords[:],
	"rules.rounding.":      {"down", "nearest", "up"},
	"rules.cycle.":         {"month", "quarter", "year"},
	"rules.eventcycle.":    {"month", "quarter", "year"},
	"rules.honours.":       {"month", "quarter", "year"},
	"rules.combine.":       {"sum", "mean", "last"},
	"rules.missing.":       {"error", "full", "zero"},
	"rules.notapplicable.": {"full", "zero", "scale"},
	"rules.restday.":       {"extend", "holidays", "keep"},
	"derivation.rounded.":  {"0", "1", "2"},
	"rules.decimals.":      {"0", "1", "2"},
	"form.":                {"month", "quarter", "year", "date", "day", "weekdays", "span", "until"},
	"form.tick.":           {"month", "quarter", "year"},
	"chart.":               {"course", "path", "distribution", "half", "median", "village", "organisations", "own", "unit", "households", "desc", "compare", "share", "base", "groups", "categories", "offull", "progress", "all", "heading", "from", "bounded", "hollow", "dashed", "last", "crowded", "most", "least", "spread", "before", "latest", "others", "rose", "fell", "level", "lacks"},
	"tasks.target.":        {"exact", "least", "most", "ratio"},
	"tasks.standing.":      {"reached", "short", "within", "over", "below", "same", "above"},
	"tasks.state.":         {"notstarted", "ongoing", "done", "postponed"},
	"households.":          {"nogroup"},
	"doors.":               {"households", "ranking", "notices", "rules", "honours"},
	"changes.field.": {
		"approval", "base", "benefits", "carry", "combine", "cycle", "decimals", "eventcycle", "full", "heading", "honourscycle",
		"level", "maxmonth", "maxyear", "merged", "missing", "name", "notapplicable", "points", "rankby", "rounding", "sensitive",
		"standard", "ties", "veto", "worth", "zonecross", "zonemax", "zonemin",
	},
	"changes.":      {"yes", "no"},
	"notices.":      {"title"},
	"origin.why.":   {"failed", "nocommit", "nogit", "norepository", "notasked", "refused"},
	"rewards.file.": {"balances", "redemptions", "catalogue"},
	// Those of calendars and feeds, which no template writes.
	"calendar.":       {"name", "due", "publicity", "objections", "hanging", "answers"},
	"calendar.about.": {"due", "publicity", "objections", "hanging", "answers"},
	"broadcast.": {
		"hello", "of", "assessed", "mean", "average", "honoured", "named", "restarted", "look", "last", "again", "until", "disputed", "final",
		"office", "officephone", "supervisor", "supervisorphone", "title", "address", "board", "bye", "numerals",
	},
	"papers.form.": {"visit", "declare", "signin", "objection", "booklet"},
	"papers.use.":  {"visit", "declare", "signin", "objection", "booklet"},
	"papers.": {
		"title", "period", "visited", "panel", "head", "signature", "received", "time", "where", "chair", "clerk", "watch", "invited", "present",
		"for", "against", "abstained", "household", "item", "objector", "phone", "sealed",
	},
	"town.":            {"progress"},
	"feed.":            {"title", "posted", "corrected", "answered", "final"},
	"feed.about.":      {"corrected", "answered", "final"},
	"feed.about.anew.": {"posted", "corrected"},
	// Those of the files of open data.
	"file.":               {"made"},
	"file.all.":           {"points", "tasks"},
	"file.kind.":          {"honours", "period", "programs", "records", "scheme", "seal"},
	"file.programs.":      {"lines", "place", "site"},
	"distribution.":       {"asof", "none"},
	"file.about.":         {"balances", "corrections", "distribution", "honours", "merged", "notices", "objections", "period", "programs", "records", "redemptions", "rewards", "seal", "seals", "tasks"},
	"file.title.":         {"balances", "corrections", "distribution", "honours", "merged", "notices", "objections", "package", "period", "records", "redemptions", "rewards", "scheme", "seal", "seals", "tasks"},
	"field.":              {"category"},
	"field.average.":      {"平均", "人数", "累计"},
	"field.balances.":     {"户号", "户主", "累计得分", "已兑换", "余额"},
	"field.corrections.":  {"日期", "周期", "户号", "对象", "原分", "现分", "原因", "异议", "决定"},
	"field.distribution.": {"户号", "户主", "股份", "积分", "金额元"},
	"field.honours.":      {"名次", "合计", "平均", "称号"},
	"field.household.":    {"户号", "户主", "组"},
	"field.merged.":       {"户号", "退出", "并入"},
	"field.notices.":      {"周期", "标题", "张贴日期", "起算日", "截止日", "顺延自", "入户日期", "会议日期", "到会人数", "监督", "上报日期", "状态", "已更正", "异议数", "计入累计", "提交"},
	"field.objections.":   {"周期", "编号", "收到日期", "户号", "事项", "及时", "办结日期", "结果", "答复", "用时天数", "逾期"},
	"field.period.":       {"类别", "加分", "扣分", "合计", "名次", "累计", "累计名次", "状态"},
	"field.records.":      {"户号", "类型", "编号", "日期", "分类", "项目", "次数", "满分", "原始", "更正", "计入", "审核", "事由", "说明", "来源文件", "行"},
	"field.redemptions.":  {"日期", "户号", "商品", "数量", "积分"},
	"field.rewards.":      {"编号", "名称", "积分", "库存", "剩余", "单位", "来源", "说明"},
	"field.seal.":         {"户号", "盐", "行", "摘要"},
	"field.seals.":        {"序号", "周期", "日期", "户数", "摘要"},
	"field.tasks.":        {"编号", "类别", "名称", "牵头", "责任单位", "目标", "现值", "单位", "投资万元", "地点", "截止", "状态", "程序", "说明", "逾期"},
}

// Every template executes with an empty page and with one whose every field is filled, both
// ways alike: it asks for no field that its page has not.
func TestTemplatesFitTheirPages(t *testing.T) {
	w, err := readWords(themes.Default(), "zh-CN")
	if err != nil {
		t.Fatal(err)
	}
	for prefix := range dynamic {
		for _, v := range []string{"x", "", "0", "month"} {
			w[prefix+v] = "x"
		}
	}
	w["x"], w[""] = "x", ""
	a, err := readAssets(themes.Default())
	if err != nil {
		t.Fatal(err)
	}
	l, err := readLayouts(themes.Default(), w, a)
	if err != nil {
		t.Fatal(err)
	}
	for _, filled := range []bool{false, true} {
		for _, m := range models() {
			if filled {
				fill(reflect.ValueOf(m).Elem(), 9)
			}
			want, got, err := l.bothWays(m)
			if err != nil {
				t.Errorf("%T (filled: %v): %v", m, filled, err)
			}
			if !bytes.Equal(want, got) {
				t.Errorf("%T (filled: %v): press prints other bytes", m, filled)
			}
		}
	}
}

// fill gives every field a value that is not zero.
func fill(v reflect.Value, depth int) {
	if depth == 0 || !v.CanSet() {
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString("x")
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int32, reflect.Int64:
		v.SetInt(1)
	case reflect.Uint8, reflect.Uint16:
		v.SetUint(1)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), depth-1)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0), depth-1)
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), depth-1)
		}
	}
}

var (
	constantKey = regexp.MustCompile(`\bt "([^"]+)"`)
	puzzledKey  = regexp.MustCompile(`\bprint "([^"]+)"`)
	verb        = regexp.MustCompile(`%\[\d+\]`)
)

// Every language has the words that the templates use, no others, and in each the same
// places to fill in.
func TestWordsAreComplete(t *testing.T) {
	theme := themes.Default()
	used := usedKeys(t, theme)
	all := languages(theme)
	if !slices.Contains(all, "zh-CN") || !slices.Contains(all, "en") {
		t.Fatalf("languages: %v", all)
	}
	first, err := readWords(theme, "zh-CN")
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range all {
		w, err := readWords(theme, language)
		if err != nil {
			t.Fatal(err)
		}
		for key := range used {
			if _, ok := w[key]; !ok {
				t.Errorf("%s lacks %s", language, key)
			}
		}
		for key, text := range w {
			if !used[key] {
				t.Errorf("%s: nothing uses %s; what a template puts together is named in dynamic, above", language, key)
			}
			if a, b := verbs(text), verbs(first[key]); language != "zh-CN" && len(a) > 0 && !subset(a, b) {
				t.Errorf("%s: %s fills in %v, zh-CN %v", language, key, a, b)
			}
		}
	}
}

// Phrases are said in Chinese by the data files too: alike.
func TestPhrasesAreAsInDataFiles(t *testing.T) {
	w, err := readWords(themes.Default(), "zh-CN")
	if err != nil {
		t.Fatal(err)
	}
	for key, text := range score.Chinese {
		if w[key] != text {
			t.Errorf("%s: pages say %q, data files %q", key, w[key], text)
		}
	}
}

func usedKeys(t *testing.T, theme fs.FS) map[string]bool {
	used := make(map[string]bool)
	err := fs.WalkDir(theme, "layouts", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(theme, name)
		for _, m := range constantKey.FindAllSubmatch(text, -1) {
			used[string(m[1])] = true
		}
		for _, m := range puzzledKey.FindAllSubmatch(text, -1) {
			if dynamic[string(m[1])] == nil {
				t.Errorf("%s: this test does not know the keys %s…", name, m[1])
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for key := range score.Chinese {
		used[key] = true
	}
	for prefix, list := range dynamic {
		for _, v := range list {
			used[prefix+v] = true
		}
	}
	return used
}

func verbs(text string) []string {
	list := verb.FindAllString(text, -1)
	slices.Sort(list)
	return slices.Compact(list)
}

func subset(a, b []string) bool {
	return !slices.ContainsFunc(a, func(v string) bool { return !slices.Contains(b, v) })
}

func TestAnUnknownLanguageNamesThoseThatExist(t *testing.T) {
	_, err := readWords(themes.Default(), "tlh")
	if err == nil || !strings.Contains(err.Error(), "en、zh-CN") {
		t.Errorf("error: %v", err)
	}
}
