package source

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// config reads config.toml into the book, with defaults for what it leaves out.
func (r *reader) config() {
	const name = "config.toml"
	readTOML(&file{path: name, diags: &r.diags}, &r.book.Config, (*section).config) // what it leaves out
	if r.there(name) {
		if f := r.open(name, &r.found); f != nil {
			readTOML(f, &r.book.Config, (*section).config)
		}
	} else if !r.misspelt[name] {
		r.diags.Add(diag.Diagnostic{Position: at(name), Code: "missing-file",
			Message: "没有找到 config.toml", Hint: "在网站的文件夹里运行，或用 --source 指明它；里面应有 config.toml 和 data"})
	}
}

func (s *section) config(c *ledger.Config) {
	*c = ledger.Config{
		Section:   s.Section,
		Title:     s.textOr("title", "积分公示"),
		BaseURL:   s.baseURL("base_url"),
		Language:  s.textOr("language", "zh-CN"),
		Theme:     s.textOr("theme", "default"),
		Timezone:  s.timezone("timezone"),
		Date:      s.date("date"),
		ScreenTop: s.whole("screen_top", 30, 0, anyNumber),
	}
	p := s.sub("privacy")
	c.Privacy = ledger.Privacy{
		Names:      ledger.Names(p.word("names", "masked", "surname", "full", "none")),
		Consent:    ledger.Consent(p.word("consent", "number", "omit", "ignore")),
		Deductions: ledger.Deductions(p.word("deductions", "points", "grounds")),
		Index:      p.yes("index", false),
		Keep:       p.whole("keep", 24, 0, anyNumber),
		NamesFor:   p.whole("names_for", 0, 0, anyNumber),
		NamesFile:  p.namesFile("names_file"),
		Contact:    p.text("contact"),
	}
	p.done()
	src := s.sub("source")
	c.SourceURL = src.sourceURL("url")
	src.done()
	s.done()
}

// baseURL reads an absolute address, and ends it with a slash.
func (s *section) baseURL(key string) string {
	const hint = "写成像 https://example.cn/ 这样的完整地址，或留空"
	switch t := s.text(key); {
	case t == "":
	case !absolute(t):
		s.fail(key, t, typeError(hint, "不是完整的网址"))
	case strings.ContainsAny(t, "%?# \t"):
		s.fail(key, t, constraintError(hint, "里不能有空格、“%%”“?”“#”"))
	default:
		return strings.TrimSuffix(t, "/") + "/"
	}
	return ""
}

// absolute reports whether a text is a whole address of the web.
func absolute(text string) bool {
	u, err := url.Parse(text)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

var placeholder = regexp.MustCompile(`\{[^{}]*\}`)

// sourceURL reads the pattern of the address of a line of a file. Without {commit} a link would
// lead to another line as soon as a row is inserted above.
func (s *section) sourceURL(key string) string {
	const hint = "写成像 https://host/org/repo/blob/{commit}/{path}#L{line} 这样的地址，或留空"
	t := s.text(key)
	names := placeholder.FindAllString(t, -1)
	odd := slices.IndexFunc(names, func(name string) bool {
		return name != "{commit}" && name != "{path}" && name != "{line}"
	})
	filled := placeholder.ReplaceAllString(t, "x")
	switch {
	case t == "":
	case odd >= 0:
		s.fail(key, t, constraintError(hint, "里有认不得的 %s，只能用 {commit}、{path}、{line}", names[odd]))
	case !absolute(filled):
		s.fail(key, t, typeError(hint, "不是完整的网址"))
	case strings.ContainsAny(filled, "{} \t"):
		s.fail(key, t, constraintError(hint, "里不能有空格或不成对的花括号"))
	case !strings.Contains(t, "{commit}"), !strings.Contains(t, "{path}"):
		s.fail(key, t, constraintError(hint, "里缺 {commit} 或 {path}，链接找不到登记的那一行"))
	default:
		return t
	}
	return ""
}

func (s *section) timezone(key string) string {
	t := s.textOr(key, "Asia/Shanghai")
	if _, err := time.LoadLocation(t); err != nil || t == "Local" {
		s.fail(key, t, constraintError("全国都用 Asia/Shanghai", "不是时区的名字"))
		return "Asia/Shanghai"
	}
	return t
}
