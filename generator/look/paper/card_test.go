package paper

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"gongshi/generator/look"
	"gongshi/generator/sitetest"
)

// cards are the households whose cards are printed here, with what must stand on them.
var cards = map[string][]string{
	"zhongping/h/012.html": {
		"中坪村（示例）第一组农户", "012", "钱*", "202312", "年月积分", "97.0", "第12名", "共58户", "1028.5", "第33名", "95.0分", "第26名", "2024年1月11日至1月15日（星期一）24时",
		"公示期内，当面或打电话", "中坪村村民委员会000-00000101", "监督：中坪村村务监督委员会000-00000102", "扫码看最新积分", "https://gongshi.example/x/",
	},
	"zhongping/h/D02.html":             {"中坪村（示例）第二组单位", "D02", "示例农家餐馆", "99", "第3名", "共4个单位", "扫码看最新积分"},
	"longwu/longyuzhuang/h/002.html":   {"002", "仇*忠", "2023年积分", "152.0", "第1名", "共78户", "五星级文明户2023年", "000-00000311", "000-00000312", "扫码看最新积分"},
	"ninghe/banqiao/beizhu/h/001.html": {"001", "许*", "10.50", "第5名", "共19户", "21", "参与人数2", "20.00", "第7名", "最美家庭2023年", "000-00000461", "扫码看最新积分"},
	"big/h/0003.html":                  {"大村（示例）", "0003", "示*", "202312", "年月积分", "91", "第115名", "共300户", "2024年1月4日至1月8日（星期一）24时"},
}

// A household's card is whole on the upper half of the first sheet, above the line where
// it is cut off: without a state that goes stale, and with nothing else.
func TestHouseholdCardOnPaper(t *testing.T) {
	tab, dir := look.Browser(t), printedSite(t)
	for file, words := range cards {
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
	sitetest.Must(t, chromedp.Do(tab, chromedp.Func(print), chromedp.EmulateViewport(int64(width/25.4*96), 1000), chromedp.Navigate("file://"+filepath.ToSlash(file))))
}

// The card's QR code is large enough for a telephone and stands within its frame, where
// no word runs into it; the card is cut off at half a sheet.
func TestHouseholdCodeOnPaper(t *testing.T) {
	tab, dir := look.Browser(t), printedSite(t)
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
			sitetest.Must(t, err)
			if got[0] < 25 || got[1] < half-1 || got[1] > half+1 || got[2] != 1 || got[3] != 0 {
				t.Errorf("%s, %v mm wide: code's side, cut (want %v), code in the card, words in the code: %.1f", file, width, half, got)
			}
		}
	}
}
