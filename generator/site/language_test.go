package site_test

import (
	"cmp"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"gongshi/generator/site"
	"gongshi/generator/sitetest"
)

// chinese is a run of Chinese, or of its marks alone.
var (
	chinese = regexp.MustCompile(`[\p{Han}\x{3000}-\x{303f}\x{ff00}-\x{ffef}]+`)
	han     = regexp.MustCompile(`\p{Han}`)
	comment = regexp.MustCompile(`(?m)#.*$`)
)

// A site in English has no Chinese of the program's making: what there is stands in its data, its articles or
// its config.toml, or is a heading or a value of the open data where these are explained.
func TestEnglishSiteIsEnglish(t *testing.T) {
	t.Parallel()
	source := t.TempDir()
	for _, folder := range []string{"data", "content"} {
		sitetest.Must(t, os.CopyFS(filepath.Join(source, folder), os.DirFS(filepath.Join(sitetest.Root(), folder))))
	}
	config, err := os.ReadFile(filepath.Join(sitetest.Root(), "config.toml"))
	sitetest.Must(t, err)
	english := strings.Replace(string(config), `language = "zh-CN"`, `language = "en"`, 1)
	sitetest.Must(t, os.WriteFile(filepath.Join(source, "config.toml"), []byte(english), 0o644))
	files := sitetest.Build(t, site.Options{Source: source, NoHistory: true})

	data, articles := writtenBy(t, source)
	data += english
	prose, figures, other := wrote(data+articles), wrote(data+contract+headings(files)), wrote(data)
	theirs := map[string]*writings{"article": prose, "rules": prose, "data": figures}
	for name, doc := range files.Pages(t) {
		known := cmp.Or(theirs[sitetest.KindOf(doc)], other)
		for n := range doc.Descendants() {
			for _, text := range readable(n) {
				for _, run := range chinese.FindAllString(text, -1) {
					if known.lack(run, text) {
						t.Errorf("%s: %q, in %q", name, run, strings.TrimSpace(text))
					}
				}
			}
		}
	}
}

// writings are what may stand on a kind of page, and what was looked for.
type writings struct {
	text string
	seen map[string]bool
}

func wrote(text string) *writings { return &writings{text, make(map[string]bool)} }

// lack reports whether nobody wrote a run of Chinese, once for each. A mark alone says nothing; it must stand in a
// text that is all theirs: of a title, in that of an article or of the site.
func (s *writings) lack(run, text string) bool {
	if !han.MatchString(run) {
		for part := range strings.SplitSeq(strings.TrimSpace(text), " - ") {
			if strings.Contains(part, run) {
				run = part
			}
		}
	}
	if s.seen[run] {
		return false
	}
	s.seen[run] = true
	return !strings.Contains(s.text, run)
}

// contract are values that open data have in every language (formats.md).
const contract = "公示中 异议核查中 已生效 草稿 成立 不成立 核查中 未开始 进行中 已完成 已推迟 评分 加分 扣分 通过 待审 未通过 " +
	"不适用 其他 农户 老年户 外来户 单位 公示 办法"

// headings are the columns of all open data.
func headings(files sitetest.Tree) string {
	var b strings.Builder
	for name, content := range files {
		if path.Ext(name) == ".csv" {
			head, _, _ := strings.Cut(string(content), "\r\n")
			b.WriteString(" " + head)
		}
	}
	return b.String()
}

// readable are the texts that people see or hear of a node.
func readable(n *html.Node) []string {
	for _, key := range []string{"data-seal", "data-characters"} {
		if _, code := sitetest.Attr(n.Parent, key); code && n.Type == html.TextNode {
			return nil // a check code, whose characters are the same in every language
		}
	}
	if n.Type == html.TextNode && n.Parent.Data != "script" && n.Parent.Data != "style" {
		return []string{n.Data}
	}
	var list []string
	for _, key := range []string{"title", "alt", "aria-label", "data-label", "data-turns", "placeholder", "content"} {
		if value, ok := sitetest.Attr(n, key); ok {
			list = append(list, value)
		}
	}
	return list
}

// writtenBy are the values of tables and texts of settings, with the titles of articles; and all articles.
func writtenBy(t *testing.T, source string) (data, articles string) {
	t.Helper()
	files, err := sitetest.Read(source)
	sitetest.Must(t, err)
	cells := make(map[string]bool) // of tables, which say much again and again
	for name, content := range files {
		text := string(content)
		switch path.Ext(name) {
		case ".csv":
			_, rows, _ := strings.Cut(text, "\n")
			for cell := range strings.FieldsFuncSeq(rows, func(r rune) bool { return r == ',' || r == '\r' || r == '\n' }) {
				cells[cell] = true
			}
		case ".toml":
			data += comment.ReplaceAllString(text, "")
		case ".md":
			data += text[:strings.LastIndex(text, "+++")]
			articles += text
		}
	}
	return data + strings.Join(slices.Collect(maps.Keys(cells)), ","), articles
}
