package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"golang.org/x/net/html"
)

// heights of the papers, in points.
var heights = map[string]float64{"A4": 841.9, "A3": 1190.6}

// printedSite is a folder with the pages that are printed here, style sheets and scripts: the
// sample's, and below big/ those of a village of 300 households without a base_url.
func printedSite(t *testing.T) string {
	t.Helper()
	dir, large, out := t.TempDir(), t.TempDir(), t.TempDir()
	write := func(name string, content []byte) {
		file := filepath.Join(dir, filepath.FromSlash(name))
		must(t, os.MkdirAll(filepath.Dir(file), 0o755))
		must(t, os.WriteFile(file, content, 0o644))
	}
	for name, content := range sample(t) {
		if slices.Contains([]string{".css", ".html", ".js"}, path.Ext(name)) { // what scripts add must print well too
			write(name, content)
		}
	}
	largeVillage(t, large, 300)
	_, err := build(large, out)
	must(t, err)
	for _, name := range []string{"big/2023-12.html", "big/h/0003.html"} {
		content, err := os.ReadFile(filepath.Join(out, name))
		must(t, err)
		write(name, content)
	}
	return dir
}

// parsed reads a page.
func parsed(t *testing.T, file string) *html.Node {
	t.Helper()
	content, err := os.ReadFile(file)
	must(t, err)
	doc, err := html.Parse(bytes.NewReader(content))
	must(t, err)
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
			headings = append(headings, strings.Join(strings.Fields(text(n)), ""))
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

// A household's card is whole on the upper half of the first sheet, above the line where
// it is cut off: without a state that goes stale, and with nothing else.
func TestHouseholdCardOnPaper(t *testing.T) {
	tab, dir := browser(t), printedSite(t)
	for file, words := range map[string][]string{
		"zhongping/h/012.html": {
			"中坪村（示例）第一组农户", "012", "钱*", "202312", "年月积分", "97", "第12名", "共58户", "1029", "第32名", "2024年1月11日至2024年1月15日（星期一）24时",
			"公示期内，当面或打电话", "中坪村村民委员会000-00000101", "监督：中坪村村务监督委员会000-00000102", "扫码看最新积分", "https://gongshi.example/x/",
		},
		"zhongping/h/D02.html":             {"中坪村（示例）第二组单位", "D02", "示例农家餐馆", "99", "第3名", "共4个单位", "扫码看最新积分"},
		"longwu/longyuzhuang/h/002.html":   {"002", "仇*忠", "2023年积分", "152.0", "第1名", "共78户", "五星级文明户2023年", "000-00000311", "000-00000312", "扫码看最新积分"},
		"ninghe/banqiao/beizhu/h/001.html": {"001", "许*", "10.50", "第5名", "共19户", "21", "参与人数2", "20.00", "第7名", "最美家庭2023年", "000-00000461", "扫码看最新积分"},
		"big/h/0003.html":                  {"大村（示例）", "0003", "示*", "202312", "年月积分", "91", "第115名", "共300户", "2024年1月4日至2024年1月8日（星期一）24时"},
	} {
		for paper, height := range heights {
			t.Run(file+" "+paper, func(t *testing.T) {
				page := filepath.Join(dir, filepath.FromSlash(file))
				sheets := onPaper(t, tab, page, paper)
				checkSheets(t, sheets, parsed(t, page))
				upper, _, _ := strings.Cut(sheets[0].text, "沿虚线剪下")
				card := sheets[0].within(0, height/2-6) + upper // both: each breaks lines of its own; digits and words of a bold line stand apart
				for _, want := range words {
					if !strings.Contains(card, want) {
						t.Errorf("not on the card: %s\n%s", want, card)
					}
				}
				for _, word := range []string{"公示中", "已生效", "异议核查中", "可能更正", "历期走势", "依据"} {
					if strings.Contains(card, word) {
						t.Errorf("on the card: %s", word)
					}
				}
				if cut := sheets[0].within(height/2-6, height/2+20); !strings.HasPrefix(cut, "沿虚线剪下") {
					t.Errorf("in the middle of the sheet: %q", cut)
				}
				if file == "big/h/0003.html" && strings.Contains(card, "扫码") {
					t.Error("a code without an address")
				}
			})
		}
	}
}

// asPrinted opens a page as it is on a paper so many millimetres wide between its margins.
func asPrinted(t *testing.T, tab context.Context, file string, width float64) {
	t.Helper()
	print := func(ctx context.Context, target *chromedp.Target) error {
		return target.Call(ctx, "Emulation.setEmulatedMedia", map[string]string{"media": "print"}, nil)
	}
	must(t, chromedp.Do(tab, chromedp.Func(print), chromedp.EmulateViewport(int64(width/25.4*96), 1000), chromedp.Navigate("file://"+filepath.ToSlash(file))))
}

// The card's QR code is large enough for a telephone and stands within its frame, where
// no word runs into it; the card is cut off at half a sheet.
func TestHouseholdCodeOnPaper(t *testing.T) {
	tab, dir := browser(t), printedSite(t)
	for _, file := range []string{"zhongping/h/012.html", "zhongping/h/D02.html", "longwu/longyuzhuang/h/002.html", "ninghe/banqiao/beizhu/h/001.html"} {
		for width, half := range map[float64]float64{180: 133.5, 267: 195} { // A4, A3, less margins of 15
			asPrinted(t, tab, filepath.Join(dir, filepath.FromSlash(file)), width)
			got, err := chromedp.Run(tab, chromedp.Evaluate[[]float64](`(function () {
				function box(selector) { return document.querySelector(selector).getBoundingClientRect(); }
				var code = document.querySelector(".self .qr"), side = code.viewBox.baseVal.width, card = box(".card"), self = box(".self");
				var inside = self.left > card.left && self.right < card.right && self.top > card.top && self.bottom < card.bottom, hits = 0;
				var walker = document.createTreeWalker(document.querySelector(".card"), NodeFilter.SHOW_TEXT), range = document.createRange();
				while (walker.nextNode()) {
					range.selectNodeContents(walker.currentNode);
					[].forEach.call(range.getClientRects(), function (r) {
						if (r.right > self.left && r.left < self.right && r.bottom > self.top && r.top < self.bottom) hits++;
					});
				}
				return [code.getBoundingClientRect().width * (side - 8) / side / 96 * 25.4, (box(".cut").top - box("main").top) / 96 * 25.4, inside ? 1 : 0, hits];
			})()`))
			must(t, err)
			if got[0] < 25 || got[1] < half-1 || got[1] > half+1 || got[2] != 1 || got[3] != 0 {
				t.Errorf("%s, %v mm wide: code's side, cut (want %v), code in the card, words in the code: %.1f", file, width, half, got)
			}
		}
	}
}

// rankingOf are the rows of the households' ranking, each with the words of its cells.
func rankingOf(doc *html.Node) (rows [][]string) {
	for n := range doc.Descendants() {
		if class, _ := attr(n, "class"); n.Data != "table" || !strings.HasPrefix(class, "sticky") {
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
			cells = append(cells, strings.Fields(text(c))...)
		}
	}
	return cells
}

// A ranking prints as a notice does: every row once, whole and under a head, side by side
// in blocks where they are many and the sheet is wide enough.
func TestPeriodOnPaper(t *testing.T) {
	tab, dir := browser(t), printedSite(t)
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
				for _, want := range []string{"公示期：2024年1月", "得分分布", "分类平均", "覆盖率"} {
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
	tab, dir := browser(t), printedSite(t)
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
		if scope, _ := attr(n, "scope"); scope == "row" {
			cells := strings.Fields(text(n))
			want[strings.Join(append(cells, strings.Fields(text(n.NextSibling))...), " ")]++
		}
	}
	if len(want) < 10 {
		t.Errorf("only %d items", len(want))
	}
	for row, n := range want {
		for i, s := range sheets {
			for _, w := range s.row(strings.Fields(row)) {
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
		if class, _ := attr(n, "class"); class != "version" {
			continue
		}
		for h := range n.Descendants() {
			if h.Data != "h2" {
				continue
			}
			title, _, _ := strings.Cut(strings.Join(strings.Fields(text(h)), ""), "）")
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

// Honours print as the roll that is put up: each household once beside its rank, a band's
// name above the first of its households, and room for the seal below its own words.
func TestHonoursOnPaper(t *testing.T) {
	tab, dir := browser(t), printedSite(t)
	for file, most := range map[string]int{"longwu/longyuzhuang/honours/2023.html": 2, "ninghe/banqiao/beizhu/honours/2023.html": 1} {
		page := filepath.Join(dir, filepath.FromSlash(file))
		doc := parsed(t, page)
		for paper := range papers {
			t.Run(file+" "+paper, func(t *testing.T) {
				sheets := onPaper(t, tab, page, paper)
				checkSheets(t, sheets, doc)
				if len(sheets) > most {
					t.Errorf("on %d sheets, more than %d", len(sheets), most)
				}
				if !strings.HasPrefix(sheets[0].text, "光荣榜") {
					t.Errorf("begins %.60s", sheets[0].text)
				}
				all := ""
				for i, s := range sheets {
					all += s.text
					if strings.Contains(s.text, "（盖章）") != (i == len(sheets)-1) {
						t.Errorf("sheet %d: the seal's place", i+1)
					}
				}
				for _, word := range []string{"已生效", "个人信息", "负责答复"} {
					if strings.Contains(all, word) {
						t.Errorf("on paper: %s", word)
					}
				}
				checkBands(t, sheets, doc)
			})
		}
	}
}

func checkBands(t *testing.T, sheets []sheet, doc *html.Node) {
	t.Helper()
	band, names := "", 0
	for n := range doc.Descendants() {
		if n.Data == "h3" {
			band = text(n)
		}
		if n.Data != "a" || n.Parent.Data != "li" {
			continue
		}
		if class, _ := attr(n.Parent.Parent, "class"); class != "tiles" {
			continue
		}
		found := 0
		for _, s := range sheets {
			for range s.row(strings.Fields(text(n))[:1]) {
				if found++; n.Parent.PrevSibling.PrevSibling == nil && !strings.Contains(s.text, band) {
					t.Errorf("%s stands on another sheet than its first household", band)
				}
			}
		}
		if names++; found != 1 {
			t.Errorf("%s stands %d times on paper", text(n), found)
		}
	}
	if names < 5 {
		t.Errorf("only %d names", names)
	}
}

// What is kept whole on one sheet holds the seal whole.
func TestSealIsNotCut(t *testing.T) {
	tab, dir := browser(t), printedSite(t)
	for _, file := range []string{"ninghe/banqiao/beizhu/honours/2023.html", "ninghe/banqiao/beizhu/notices/2023.html"} {
		asPrinted(t, tab, filepath.Join(dir, filepath.FromSlash(file)), 180)
		whole, err := chromedp.Run(tab, chromedp.Evaluate[bool](`(function () {
			var seal = document.querySelector(".seal").getBoundingClientRect(), foot = document.querySelector(".foot").getBoundingClientRect();
			return seal.width > 100 && seal.top >= foot.top && seal.bottom <= foot.bottom;
		})()`))
		must(t, err)
		if !whole {
			t.Errorf("%s: the seal stands out of its foot", file)
		}
	}
}
