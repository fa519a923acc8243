package paper

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"gongshi/generator/look"
	"gongshi/generator/site"
	"gongshi/generator/sitetest"
)

// heights of the papers, in points.
var heights = map[string]float64{"A4": 841.9, "A3": 1190.6}

// sample is as much of the sample as is printed here: all but its data, and of its households' pages some.
var sample = sitetest.Once(func(tb testing.TB) sitetest.Tree {
	return sitetest.Part(tb, site.Options{Source: sitetest.Root()}, func(path string) bool {
		return !strings.Contains(path, "/data/") && (!strings.Contains(path, "/h/") || cards[path] != nil)
	})
})

// printedSite is a folder with the pages that are printed here, style sheets and scripts: the
// sample's, and below big/ those of a village of 300 households without a base_url.
func printedSite(t *testing.T) string {
	t.Helper()
	return printed(t).Folder(t)
}

var printed = sitetest.Once(func(tb testing.TB) sitetest.Tree {
	large := tb.TempDir()
	sitetest.LargeVillage(tb, large, 300, 1)
	files := sitetest.Part(tb, site.Options{Source: large}, func(path string) bool {
		return path == "big/2023-12.html" || path == "big/h/0003.html"
	})
	for name, content := range sample(tb) {
		if slices.Contains([]string{".css", ".html", ".js"}, path.Ext(name)) { // what scripts add must print well too
			files[name] = content
		}
	}
	return files
})

// parsed reads a page.
func parsed(t *testing.T, file string) *html.Node {
	t.Helper()
	content, err := os.ReadFile(file)
	sitetest.Must(t, err)
	doc, err := html.Parse(bytes.NewReader(content))
	sitetest.Must(t, err)
	return doc
}

// within is the text of the words of a sheet between two heights, without blanks.
func (s sheet) within(top, bottom float64) string {
	var b strings.Builder
	for _, w := range s.words {
		if w.y >= top && w.y < bottom {
			b.WriteString(w.text)
		}
	}
	return b.String()
}

// checkSheets holds every sheet against what all paper must be: it has its number, does
// not end with a heading, and shows nothing that leads around a site.
func checkSheets(t *testing.T, sheets []sheet, doc *html.Node) {
	t.Helper()
	var headings []string
	for n := range doc.Descendants() {
		if slices.Contains([]string{"h2", "h3", "caption", "thead"}, n.Data) {
			headings = append(headings, strings.Join(strings.Fields(sitetest.Text(n)), ""))
		}
	}
	if len(headings) == 0 {
		t.Error("the page has no heading")
	}
	for i, s := range sheets {
		body, found := strings.CutSuffix(s.text, fmt.Sprintf("第%d页，共%d页", i+1, len(sheets)))
		if !found {
			t.Errorf("sheet %d does not end with its number", i+1)
		}
		for _, h := range headings {
			if strings.HasSuffix(body, h) {
				t.Errorf("sheet %d ends with the heading %s", i+1, h)
			}
		}
		for _, word := range []string{"跳到正文", "积分公示（示例）", "开放数据", "下载数据", "看更正的内容", "看商品", "各项从哪里来"} {
			if strings.Contains(s.text, word) {
				t.Errorf("sheet %d has %s", i+1, word)
			}
		}
	}
}

// rankingOf are the rows of the households' ranking, each with the words of its cells.
func rankingOf(doc *html.Node) (rows [][]string) {
	for n := range doc.Descendants() {
		if class, _ := sitetest.Attr(n, "class"); n.Data != "table" || !strings.HasPrefix(class, "sticky") {
			continue
		}
		for tr := range n.Descendants() {
			if tr.Data == "tr" && tr.Parent.Data == "tbody" {
				rows = append(rows, wordsOf(tr))
			}
		}
		return rows
	}
	return nil
}

func wordsOf(tr *html.Node) (cells []string) {
	for c := range tr.ChildNodes() {
		if c.Data == "th" || c.Data == "td" {
			cells = append(cells, strings.Fields(sitetest.Text(c))...)
		}
	}
	return cells
}

// A ranking prints as a notice does: every row once, whole and under a head, side by side
// in blocks where they are many and the sheet is wide enough.
func TestPeriodOnPaper(t *testing.T) {
	tab, dir := look.Browser(t), printedSite(t)
	for file, most := range map[string]map[string]int{
		"zhongping/2023-12.html":        {"A4": 4, "A3": 3},
		"longwu/longyuzhuang/2023.html": {"A4": 4, "A3": 3},
		"big/2023-12.html":              {"A4": 9, "A3": 4},
	} {
		page := filepath.Join(dir, filepath.FromSlash(file))
		doc := parsed(t, page)
		rows := rankingOf(doc)
		for paper := range papers {
			t.Run(file+" "+paper, func(t *testing.T) {
				sheets := onPaper(t, tab, page, paper)
				last, all := "名次", "" // 累计名次, where a narrow head breaks it
				for _, s := range sheets {
					all += s.text
					if slices.ContainsFunc(s.words, func(w word) bool { return w.text == "累计名次" }) {
						last = "累计名次"
					}
				}
				var after [][]string // a row from its household on; ranks stand in the middle of their column
				for _, row := range rows {
					after = append(after, row[1:])
					if n := strings.Count(all, strings.Join(row, "")); n == 0 {
						t.Errorf("nowhere on a line: %v", row)
					}
				}
				checkRows(t, sheets, after, last)
				checkSheets(t, sheets, doc)
				for _, want := range []string{"公示期：2024年1月", "得分分布", "分类平均", "参加户中已评"} {
					if !strings.Contains(all, want) {
						t.Errorf("nowhere on paper: %s", want)
					}
				}
				if len(rows) < 50 || len(sheets) > most[paper] {
					t.Errorf("%d rows on %d sheets, more than %d", len(rows), len(sheets), most[paper])
				}
			})
		}
	}
}

// Rules print as a document: every item on a line with its points, on a sheet with a head
// above it; each version begins a sheet.
func TestRulesOnPaper(t *testing.T) {
	tab, dir := look.Browser(t), printedSite(t)
	for _, file := range []string{"fengsheng/rules.html", "zhongping/rules.html", "ninghe/banqiao/beizhu/rules.html"} {
		page := filepath.Join(dir, filepath.FromSlash(file))
		doc := parsed(t, page)
		for paper := range papers {
			t.Run(file+" "+paper, func(t *testing.T) {
				sheets := onPaper(t, tab, page, paper)
				checkSheets(t, sheets, doc)
				checkItems(t, sheets, doc)
				checkVersions(t, sheets, doc)
			})
		}
	}
}

func checkItems(t *testing.T, sheets []sheet, doc *html.Node) {
	t.Helper()
	want := make(map[string]int)
	for n := range doc.Descendants() {
		if scope, _ := sitetest.Attr(n, "scope"); scope == "row" {
			cells := strings.Fields(sitetest.Text(n))
			want[strings.Join(append(cells, strings.Fields(sitetest.Text(n.NextSibling))...), " ")]++
		}
	}
	if len(want) < 10 {
		t.Errorf("only %d items", len(want))
	}
	for row, n := range want {
		worked := false
		for i, s := range sheets {
			example := math.Inf(1) // where the worked example begins, whose sums name items too
			if worked && !slices.ContainsFunc(s.words, func(w word) bool { return w.text == "项目" }) {
				example = 0
			}
			for _, w := range s.words {
				if strings.HasPrefix(w.text, "算例") {
					example, worked = w.y, true
				}
			}
			for _, w := range s.row(strings.Fields(row)) {
				if w.y > example {
					continue
				}
				if n--; headAbove(s, w, "项目") < 0 {
					t.Errorf("sheet %d: no head above %s", i+1, row)
				}
			}
		}
		if n != 0 {
			t.Errorf("%s is missing %d times", row, n)
		}
	}
}

func checkVersions(t *testing.T, sheets []sheet, doc *html.Node) {
	t.Helper()
	first := true
	for n := range doc.Descendants() {
		if class, _ := sitetest.Attr(n, "class"); class != "version" {
			continue
		}
		for h := range n.Descendants() {
			if h.Data != "h2" {
				continue
			}
			title, _, _ := strings.Cut(strings.Join(strings.Fields(sitetest.Text(h)), ""), "）")
			begins := slices.ContainsFunc(sheets[1:], func(s sheet) bool { return strings.HasPrefix(afterHead(s), title) })
			if !first && !begins {
				t.Errorf("no sheet begins with %s", title)
			}
			first = false
			break
		}
	}
}

// afterHead is the text of a sheet below its running head, which stands in the margin.
func afterHead(s sheet) string { return s.within(42, 2000) }
