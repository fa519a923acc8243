package render

import (
	"io"
	"io/fs"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gongshi/generator/page"
	"gongshi/generator/score"
	"gongshi/themes"
)

// models are one of each kind of page.
func models() []page.HTML {
	return []page.HTML{
		&page.Home{}, &page.Overview{}, &page.Village{}, &page.Households{}, &page.Period{}, &page.Household{},
		&page.Notices{}, &page.Notice{}, &page.Rules{}, &page.Honours{}, &page.Rewards{}, &page.Distribution{}, &page.Tasks{}, &page.Zones{}, &page.Organisations{}, &page.Article{}, &page.DataIndex{}, &page.Screen{}, &page.NotFound{},
	}
}

// dynamic are the keys of words that templates put together, by what comes before.
var dynamic = map[string][]string{
	"state.":               {"draft", "open", "disputed", "final"},
	"provisional.":         {"draft", "open", "disputed"},
	"run.":                 {"before", "day", "extended", "before-moved", "day-moved", "before-working", "day-working", "rest-working", "disputed", "over"},
	"column.":              {"合计", "平均", "组"},
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
	"form.":                {"month", "quarter", "year", "date", "day", "weekdays"},
	"form.tick.":           {"month", "quarter", "year"},
	"chart.":               {"course", "path", "distribution", "half", "median", "village", "organisations", "own", "unit", "households", "desc", "compare", "share", "base", "groups", "categories", "offull", "progress", "all", "heading", "from", "bounded", "hollow", "dashed", "last", "span"},
	"tasks.target.":        {"exact", "least", "most", "ratio"},
	"tasks.standing.":      {"reached", "short", "within", "over", "below", "same", "above"},
	"tasks.state.":         {"notstarted", "ongoing", "done", "postponed"},
	"households.":          {"title"},
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
	"calendar.":        {"name", "due", "publicity", "objections", "hanging", "answers"},
	"calendar.about.":  {"due", "publicity", "objections", "hanging", "answers"},
	"feed.":            {"title", "posted", "corrected", "answered", "final"},
	"feed.about.":      {"corrected", "answered", "final"},
	"feed.about.anew.": {"posted", "corrected"},
}

// Every template executes with an empty page and with one whose every field is filled:
// it asks for no field that its page has not.
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
			if err := l[layoutOf(m)].Execute(io.Discard, m); err != nil {
				t.Errorf("%T (filled: %v): %v", m, filled, err)
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
				t.Errorf("%s: nothing uses %s", language, key)
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
