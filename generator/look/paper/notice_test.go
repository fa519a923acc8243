// Package paper prints pages in a real browser, and reads the sheets back.
package paper

import (
	"bytes"
	"cmp"
	"context"
	"encoding/xml"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"golang.org/x/net/html"

	"gongshi/generator/look"
	"gongshi/generator/site"
	"gongshi/generator/sitetest"
)

func TestMain(m *testing.M) { look.Main(m) }

// sheet is one side of paper: its words with their places, in points from the top left,
// and all of its text without blanks.
type sheet struct {
	words []word
	text  string
}

// word is a word on paper; y is the middle of its line.
type word struct {
	x, y, end float64
	text      string
}

var papers = map[string]chromedp.PaperSize{"A4": chromedp.PaperA4, "A3": chromedp.PaperA3}

// poppler runs one of the programs of poppler-utils, which read a PDF file back.
func poppler(t *testing.T, program string, args ...string) []byte {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		sitetest.Need(t, "no poppler-utils: apt-get install -y poppler-utils")
	}
	out, err := exec.Command(program, args...).Output()
	sitetest.Must(t, err)
	return out
}

// onPaper prints a page of a site as the browser's dialogue does, and reads it back.
func onPaper(t *testing.T, tab context.Context, file, paper string) []sheet {
	t.Helper()
	sitetest.Must(t, chromedp.Do(tab, chromedp.Navigate("file://"+filepath.ToSlash(file))))
	content, err := chromedp.Run(tab, chromedp.PrintToPDF(chromedp.PDFPaper(papers[paper])))
	sitetest.Must(t, err)
	pdf := filepath.Join(t.TempDir(), "notice.pdf")
	sitetest.Must(t, os.WriteFile(pdf, content, 0o644))
	info := string(poppler(t, "pdfinfo", pdf))
	if !regexp.MustCompile(`Page size: .*\(` + paper + `\)`).MatchString(info) {
		t.Errorf("not on %s:\n%s", paper, info)
	}
	var doc struct {
		Pages []struct {
			Words []struct {
				XMin float64 `xml:"xMin,attr"`
				YMin float64 `xml:"yMin,attr"`
				XMax float64 `xml:"xMax,attr"`
				YMax float64 `xml:"yMax,attr"`
				Text string  `xml:",chardata"`
			} `xml:"word"`
		} `xml:"body>doc>page"`
	}
	sitetest.Must(t, xml.Unmarshal(poppler(t, "pdftotext", "-bbox", pdf, "-"), &doc))
	texts := strings.Split(string(poppler(t, "pdftotext", "-layout", pdf, "-")), "\f")
	var sheets []sheet
	for i, p := range doc.Pages {
		s := sheet{text: strings.Join(strings.Fields(texts[i]), "")}
		for _, w := range p.Words {
			s.words = append(s.words, word{w.XMin, (w.YMin + w.YMax) / 2, w.XMax, w.Text})
		}
		sheets = append(sheets, s)
	}
	if want := fmt.Sprintf("Pages: %d", len(sheets)); !strings.Contains(strings.Join(strings.Fields(info), " "), want) {
		t.Errorf("not %s:\n%s", want, info)
	}
	return sheets
}

// row finds the words of a row of a table, side by side on one line of the sheet.
func (s sheet) row(cells []string) (found []word) {
	for _, w := range s.words {
		if w.text != cells[0] {
			continue
		}
		var line []word
		for _, other := range s.words {
			if math.Abs(other.y-w.y) < 4 && other.x >= w.x {
				line = append(line, other)
			}
		}
		slices.SortFunc(line, func(a, b word) int { return cmp.Compare(a.x, b.x) })
		if len(line) >= len(cells) && slices.EqualFunc(line[:len(cells)], cells, func(a word, b string) bool { return a.text == b }) {
			found = append(found, w)
		}
	}
	return found
}

// tableOf are the rows of the table of households of a page, each with the words of its
// cells, and the last word of its head.
func tableOf(t *testing.T, content []byte) (rows [][]string, last string) {
	t.Helper()
	doc, err := html.Parse(bytes.NewReader(content))
	sitetest.Must(t, err)
	for n := range doc.Descendants() {
		if label, _ := sitetest.Attr(n, "aria-labelledby"); label != "households" {
			continue
		}
		for tr := range n.Descendants() {
			var cells []string
			for c := range tr.ChildNodes() {
				if c.Data == "th" || c.Data == "td" {
					cells = append(cells, strings.Fields(sitetest.Text(c))...)
				}
			}
			if tr.Data == "tr" && tr.Parent.Data == "thead" {
				last = cells[len(cells)-1]
			} else if tr.Data == "tr" {
				rows = append(rows, cells)
			}
		}
	}
	return rows, last
}

// checkRows holds a printed table against the page's: every row is there once, whole and
// on one line; down the first block of a sheet, then the next, then the next sheet; and
// each block stands under its own head, whose last word is given.
func checkRows(t *testing.T, sheets []sheet, rows [][]string, last string) {
	t.Helper()
	type place struct {
		sheet int
		word
	}
	var before place
	below := 0.0 // from a head to the first row
	for i, cells := range rows {
		var places []place
		for n, s := range sheets {
			for _, w := range s.row(cells) {
				places = append(places, place{n, w})
			}
		}
		if len(places) != 1 {
			t.Errorf("%v stands %d times on paper", cells, len(places))
			continue
		}
		at := places[0]
		sameBlock := i > 0 && at.sheet == before.sheet && math.Abs(at.x-before.x) < 2
		switch {
		case sameBlock && at.y <= before.y, i > 0 && at.sheet < before.sheet, i > 0 && at.sheet == before.sheet && at.x < before.x-2:
			t.Errorf("%v stands out of order, before the row above it", cells)
		case !sameBlock:
			gap := at.y - headAbove(sheets[at.sheet], at.word, last)
			if below == 0 {
				below = gap
			}
			if math.Abs(gap-below) > 1.5 {
				t.Errorf("sheet %d, above %s: %.1f points from the head to the first row, elsewhere %.1f", at.sheet+1, cells[0], gap, below)
			}
		}
		before = at
	}
}

// headAbove is where the head of the block stands whose first row begins with w.
func headAbove(s sheet, w word, last string) float64 {
	y := math.Inf(-1)
	for _, h := range s.words {
		if h.text == last && h.x > w.x && h.y < w.y {
			y = max(y, h.y)
		}
	}
	return y
}

// printCase is a notice to print, with what must stand on it.
type printCase struct {
	name, file string
	sheets     map[string]int // of each paper, how many at most
	words      []string
}

// hung are the notices of the sample, and that of a village of 300 households.
var hung = sitetest.Once(func(tb testing.TB) sitetest.Tree {
	large := tb.TempDir()
	sitetest.LargeVillage(tb, large, 300, 1)
	sitetest.WriteFile(tb, large, "data/big/place.toml", "name = \"大村\"\nkind = \"village\"\n[contact]\n"+
		"office = \"大村村民委员会\"\nphone = \"000-0000 0001\"\nsupervisor = \"大村村务监督委员会\"\nsupervisor_phone = \"000-0000 0002\"\n")
	files := sitetest.Part(tb, site.Options{Source: large}, func(path string) bool { return path == "big/notices/2023-12.html" })
	for name, content := range sample(tb) {
		if strings.HasSuffix(name, ".css") || strings.Contains(name, "/notices/") {
			files[name] = content
		}
	}
	return files
})

// printCases are the sample's largest notice, one with organisations, an objection and a
// correction, and that of a village of 300 households.
func printCases(t *testing.T) []printCase {
	dir := hung(t).Folder(t)
	return []printCase{
		{"largest", filepath.Join(dir, "longwu/longyuzhuang/notices/2023.html"), map[string]int{"A4": 4, "A3": 2}, []string{
			"2024年1月3日至1月5日（星期五）24时", "期限到2024年1月5日24时为止，已经期满", "龙雨庄村村民委员会000-00000311",
			"监督：镇纪委、龙雨庄村村监委会000-00000312", "2024年1月2日", "（盖章）", "网页：https://gongshi.example/x/longwu/longyuzhuang/notices/2023.html",
		}},
		{"corrected", filepath.Join(dir, "zhongping/notices/2023-06.html"), map[string]int{"A4": 4, "A3": 2}, []string{
			"单位积分", "异议1：关于户号012庭院", "2023年7月12日答复：成立", "原分11、现分14", "院边的木料是邻户当日卸放", "期限到2023年7月17日24时为止，已经期满",
		}},
		{"300 households", filepath.Join(dir, "big/notices/2023-12.html"), map[string]int{"A4": 5, "A3": 3}, []string{
			"2024年1月4日至1月8日（星期一）24时", "期限到2024年1月8日24时为止，已经期满", "大村村民委员会000-00000001", "监督：大村村务监督委员会000-00000002",
		}},
	}
}

// A notice prints to A4 and A3 as it hangs on the board: all of its rows, each sheet with
// its number, nothing of the site around it and no state that goes stale on paper.
func TestNoticeOnPaper(t *testing.T) {
	tab := look.Browser(t)
	for _, c := range printCases(t) {
		content, err := os.ReadFile(c.file)
		sitetest.Must(t, err)
		rows, last := tableOf(t, content)
		for paper := range papers {
			t.Run(c.name+" "+paper, func(t *testing.T) {
				sheets := onPaper(t, tab, c.file, paper)
				checkRows(t, sheets, rows, last)
				all := ""
				for i, s := range sheets {
					all += s.text
					if want := fmt.Sprintf("第%d页，共%d页", i+1, len(sheets)); !strings.HasSuffix(s.text, want) {
						t.Errorf("sheet %d does not end with %s", i+1, want)
					}
				}
				for _, want := range c.words {
					if !strings.Contains(all, want) {
						t.Errorf("nowhere on paper: %s", want)
					}
				}
				for _, word := range []string{"公示中", "已生效", "异议核查中", "可能更正", "开放数据", "看排名", "跳到正文", "个人信息"} {
					if strings.Contains(all, word) {
						t.Errorf("on paper: %s", word)
					}
				}
				if most := c.sheets[paper]; len(sheets) > most || len(rows) < 50 {
					t.Errorf("%d rows on %d sheets, more than %d", len(rows), len(sheets), most)
				}
			})
		}
	}
}

// On paper there is room for a seal, and the code is large enough for a telephone.
func TestSealAndCodeOnPaper(t *testing.T) {
	tab := look.Browser(t)
	page := printCases(t)[0].file
	asPrinted := func(ctx context.Context, target *chromedp.Target) error {
		return target.Call(ctx, "Emulation.setEmulatedMedia", map[string]string{"media": "print"}, nil)
	}
	sitetest.Must(t, chromedp.Do(tab, chromedp.Func(asPrinted), chromedp.Navigate("file://"+filepath.ToSlash(page))))
	size, err := chromedp.Run(tab, chromedp.Evaluate[[]float64](`(function () {
		var seal = document.querySelector(".seal").getBoundingClientRect(), code = document.querySelector(".qr");
		var side = code.viewBox.baseVal.width, unit = code.getBoundingClientRect().width / side;
		return [seal.width, seal.height, unit * (side - 8)].map(function (n) { return n / 96 * 25.4; });
	})()`))
	sitetest.Must(t, err)
	for i, least := range []float64{44.9, 44.9, 25} { // a browser rounds to 1/64 of a pixel
		if size[i] < least {
			t.Errorf("%.1f mm, want %.1f: seal's width, height, code's side: %.1f", size[i], least, size)
		}
	}
}
