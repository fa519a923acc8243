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

// speaker puts things into a theme's words, and keeps the first error: a key that the theme does not
// have. What cannot be said is "".
type speaker struct {
	words
	err error
}

// said makes a function for templates of one that a speaker answers.
func said[A any](w words, answer func(*speaker, A) string) func(A) (string, error) {
	return func(of A) (string, error) {
		s := speaker{words: w}
		text := answer(&s, of)
		return text, s.err
	}
}

// span is said for two days.
func (w words) span(first, last ledger.Date) (string, error) {
	s := speaker{words: w}
	text := s.span(first, last)
	return text, s.err
}

func (s *speaker) t(key string, args ...any) string {
	text, err := s.words.t(key, args...)
	s.err = cmp.Or(s.err, err)
	return text
}

// say returns a phrase in words, or "" if it is empty.
func (s *speaker) say(p score.Phrase) string {
	if p.Key == "" {
		return p.Text
	}
	args := make([]any, len(p.Args))
	for i, a := range p.Args {
		switch a := a.(type) {
		case score.Phrase:
			args[i] = s.say(a)
		case ledger.Period:
			args[i] = s.period(a)
		case score.Periods:
			args[i] = s.periods(a)
		case ledger.Date:
			args[i] = s.date(a)
		case broadcast.Day:
			args[i] = s.day(ledger.Date(a))
		case broadcast.Names:
			args[i] = s.list(a)
		default:
			args[i] = a
		}
	}
	return s.t(p.Key, args...)
}

// date returns a day in words, or "" for none.
func (s *speaker) date(d ledger.Date) string {
	if d == 0 {
		return ""
	}
	y, m, day := d.Civil()
	return s.t("form.date", y, int(m), day)
}

// span returns the days from one to another: 2024年1月11日至1月15日, without a year that is the same.
func (s *speaker) span(first, last ledger.Date) string {
	until := s.date(last)
	if y, m, day := last.Civil(); y == first.Year() {
		until = s.t("form.until", y, int(m), day)
	}
	return s.t("form.span", s.date(first), until)
}

// day returns a day with its weekday and without its year: 11月5日（星期日）, or "" for none.
func (s *speaker) day(d ledger.Date) string {
	if d == 0 {
		return ""
	}
	_, m, day := d.Civil()
	return s.t("form.day", int(m), day, s.weekday(d))
}

// weekday returns a day's weekday.
func (s *speaker) weekday(d ledger.Date) string {
	names := strings.Fields(s.t("form.weekdays"))
	if len(names) == 0 {
		return ""
	}
	return names[int(d.Weekday())%len(names)]
}

// period returns a period in words: 2023年11月.
func (s *speaker) period(p ledger.Period) string {
	return s.t("form."+p.Cycle.String(), p.Year, p.Part)
}

// periods returns periods in words, one after the other.
func (s *speaker) periods(list []ledger.Period) string {
	names := make([]string, len(list))
	for i, p := range list {
		names[i] = s.period(p)
	}
	return s.list(names)
}

// list returns several texts, one after the other.
func (s *speaker) list(texts []string) string { return strings.Join(texts, s.t("form.comma")) }

// tick returns a period in the short form for an axis: 11月.
func (s *speaker) tick(p ledger.Period) string {
	return s.t("form.tick."+p.Cycle.String(), p.Year, p.Part)
}

// label returns the full text of a place on a chart's axis.
func (s *speaker) label(l chart.Label) string {
	if l.Period != (ledger.Period{}) {
		return s.period(l.Period)
	}
	return s.say(l.Name)
}
