package render

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"gongshi/generator/broadcast"
	"gongshi/generator/chart"
	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// words are a theme's words in one language, by key: state.open.
type words map[string]string

// readWords reads i18n/<language>.toml. The error names the languages that exist.
func readWords(theme fs.FS, language string) (words, error) {
	text, err := fs.ReadFile(theme, "i18n/"+language+".toml")
	if err != nil {
		return nil, fmt.Errorf("language = %q：主题没有这种语言，现有 %s", language, strings.Join(languages(theme), "、"))
	}
	var tree map[string]any
	if _, err := toml.Decode(string(text), &tree); err != nil {
		return nil, fmt.Errorf("i18n/%s.toml：%w", language, err)
	}
	w := make(words)
	return w, w.add("", tree)
}

func languages(theme fs.FS) []string {
	files, _ := fs.Glob(theme, "i18n/*.toml")
	for i, f := range files {
		files[i] = strings.TrimSuffix(strings.TrimPrefix(f, "i18n/"), ".toml")
	}
	slices.Sort(files)
	return slices.Compact(files)
}

// add adds a table and the tables in it.
func (w words) add(prefix string, tree map[string]any) error {
	for key, value := range tree {
		switch v := value.(type) {
		case string:
			w[prefix+key] = v
		case map[string]any:
			if err := w.add(prefix+key+".", v); err != nil {
				return err
			}
		default:
			return fmt.Errorf("i18n：%s%s 不是文字", prefix, key)
		}
	}
	return nil
}

// t returns the text of a key, with its verbs (%[1]s) filled in from args.
func (w words) t(key string, args ...any) (string, error) {
	text, ok := w[key]
	if !ok {
		return "", fmt.Errorf("i18n：没有 %q", key)
	}
	if len(args) == 0 {
		return text, nil
	}
	return fmt.Sprintf(text, args...), nil
}

// say returns a phrase in words, or "" if it is empty.
func (w words) say(p score.Phrase) (string, error) {
	if p.Key == "" {
		return p.Text, nil
	}
	args := make([]any, len(p.Args))
	for i, a := range p.Args {
		var err error
		switch a := a.(type) {
		case score.Phrase:
			args[i], err = w.say(a)
		case ledger.Period:
			args[i], err = w.period(a)
		case score.Periods:
			args[i], err = w.periods(a)
		case ledger.Date:
			args[i], err = w.date(a)
		case broadcast.Day:
			args[i], err = w.day(ledger.Date(a))
		case broadcast.Names:
			args[i], err = w.list(a)
		default:
			args[i] = a
		}
		if err != nil {
			return "", err
		}
	}
	return w.t(p.Key, args...)
}

// date returns a day in words, or "" for none.
func (w words) date(d ledger.Date) (string, error) {
	if d == 0 {
		return "", nil
	}
	y, m, day := d.Civil()
	return w.t("form.date", y, int(m), day)
}

// span returns the days from one to another: 2024年1月11日至1月15日, without a year that is the same.
func (w words) span(first, last ledger.Date) (string, error) {
	from, err := w.date(first)
	until, bad := w.date(last)
	y, m, d := last.Civil()
	if year, _, _ := first.Civil(); year == y {
		until, bad = w.t("form.until", y, int(m), d)
	}
	text, worse := w.t("form.span", from, until)
	return text, cmp.Or(err, bad, worse)
}

// day returns a day with its weekday and without its year: 11月5日（星期日）, or "" for none.
func (w words) day(d ledger.Date) (string, error) {
	if d == 0 {
		return "", nil
	}
	weekday, err := w.weekday(d)
	if err != nil {
		return "", err
	}
	_, m, day := d.Civil()
	return w.t("form.day", int(m), day, weekday)
}

// weekday returns a day's weekday.
func (w words) weekday(d ledger.Date) (string, error) {
	names, err := w.t("form.weekdays")
	if err != nil {
		return "", err
	}
	list := strings.Fields(names)
	return list[int(d.Weekday())%len(list)], nil
}

// period returns a period in words: 2023年11月.
func (w words) period(p ledger.Period) (string, error) {
	return w.t("form."+p.Cycle.String(), p.Year, p.Part)
}

// periods returns periods in words, one after the other.
func (w words) periods(list []ledger.Period) (string, error) {
	names := make([]string, len(list))
	for i, p := range list {
		name, err := w.period(p)
		if err != nil {
			return "", err
		}
		names[i] = name
	}
	return w.list(names)
}

// list returns several texts, one after the other.
func (w words) list(texts []string) (string, error) {
	comma, err := w.t("form.comma")
	return strings.Join(texts, comma), err
}

// tick returns a period in the short form for an axis: 11月.
func (w words) tick(p ledger.Period) (string, error) {
	return w.t("form.tick."+p.Cycle.String(), p.Year, p.Part)
}

// label returns the full text of a place on a chart's axis.
func (w words) label(l chart.Label) (string, error) {
	if l.Period != (ledger.Period{}) {
		return w.period(l.Period)
	}
	return w.say(l.Name)
}
